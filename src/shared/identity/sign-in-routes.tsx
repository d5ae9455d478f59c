import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { anyone, signedIn } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { cookieHeader } from './cookie.ts'
import { forgetDevices } from './device.ts'
import { type Factors, factorsOf } from './factors.ts'
import { passwordTurns } from './hashing.ts'
import type { Me } from './me.ts'
import { mustUseMicrosoft } from './microsoft/only.ts'
import { microsoftTexts } from './microsoft/texts.ts'
import { ownPath } from './own-path.ts'
import { partyOf } from './party.ts'
import { accountByPasskey, authenticationOptions } from './passkeys.ts'
import { type Began, endThisSession, findPending, isFresh, thisSession } from './session.ts'
import { endAllSessions } from './sessions.ts'
import { enter, enterWithPassword, type IdentityParts, ownerOf, tryCode, tryPassword } from './sign-in.ts'
import { door, signInPage } from './sign-in-page.tsx'
import { GiveCode, Protect } from './sign-in-views.tsx'
import { identityTexts } from './texts.ts'
import { waitWords } from './wait.ts'

const next = z.string().optional()
const withPassword = z.object({ address: z.string().min(1).max(254), password: z.string().min(1).max(1_000), next })
const withCode = z.object({ code: z.string().min(1).max(40), next })
const withPasskey = z.object({ answer: z.string().max(20_000), next })

const microsoftOnlyPage = (visit: Visit, to: string | undefined): Response =>
  signInPage(visit, 422, { next: to, problem: pick(visit.language, microsoftTexts).teamOnly })

/** What the browser kept to read without a connection goes with who signs out (W3C Clear Site Data). */
const NOTHING_STAYS = '"storage"'

/** Whose second factor is asked here: of who gave a password just now, or of who is in with a password only. */
const dueOf = async (visit: Visit<string, Me | null>): Promise<Began | null> =>
  (await findPending(visit.work)) ?? (visit.me && !visit.me.ownFactor ? thisSession(visit.work) : null)

const codePage = (visit: Visit, factors: Factors, to: string | undefined, problem?: string, status?: 422 | 429) => {
  const t = pick(visit.language, identityTexts)
  return visit.page(
    door(t.oneMore, { status: status ?? 200, keeps: true }),
    <GiveCode
      t={t}
      site={visit.site}
      factors={factors}
      next={to}
      unsent={visit.query.has('unsent')}
      problem={problem}
    />,
  )
}

/** Signing in and out: password, second factor, passkey. */
export const signInRoutes = (parts: IdentityParts): Module =>
  new Module('sign-in', { nl: 'Inloggen en uitloggen', en: 'Signing in and out' }, { staysOpen: 'always' })
    .get(urls.signIn, anyone, (visit) => {
      const to = ownPath(visit.query.get('next'))
      return visit.me ? visit.seeOther(to ?? urls.home()) : signInPage(visit, 200, { next: to })
    })
    .post(
      urls.signIn,
      anyone,
      async (visit) => {
        const t = pick(visit.language, identityTexts)
        const form = visit.form(withPassword)
        const typed = { next: ownPath(String(visit.typed.next ?? '')), address: String(visit.typed.address ?? '') }
        if (!form.ok) {
          const problems = {
            address: form.problems.address && t.fillAddress,
            password: form.problems.password && t.fillPassword,
          }
          return signInPage(visit, 422, { ...typed, problems })
        }
        const attempt = await tryPassword(parts, visit, form.value)
        if (attempt.outcome === 'wait') {
          visit.header('Retry-After', String(Math.ceil((attempt.until.getTime() - visit.work.now.getTime()) / 1_000)))
          const problem = waitWords(visit.language, visit.work.now, attempt.until)
          return signInPage(visit, 429, { ...typed, problem })
        }
        if (attempt.outcome === 'wrong') return signInPage(visit, 422, { ...typed, problem: t.wrong })
        if (await mustUseMicrosoft(visit, attempt.owner)) return microsoftOnlyPage(visit, typed.next)
        return enterWithPassword(visit, attempt.owner, form.value.next)
      },
      { turns: passwordTurns },
    )
    .post(urls.signInPasskeyOptions, anyone, async (visit) => {
      const options = await authenticationOptions(visit.work, parts.ring, partyOf(visit), null)
      return visit.send(JSON.stringify(options), 'application/json')
    })
    .post(urls.signInPasskey, anyone, async (visit) => {
      const form = visit.form(withPasskey)
      const pending = await findPending(visit.work)
      const given = { answer: form.ok ? form.value.answer : '', account: null }
      const account = await accountByPasskey(visit.work, parts.ring, partyOf(visit), given)
      const owner = account && (await ownerOf(parts, visit.work, account))
      const to = ownPath(String(visit.typed.next ?? ''))
      if (!owner) {
        const problem = pick(visit.language, identityTexts).passkeyFailed
        return signInPage(visit, 422, { next: to, problem })
      }
      const through = pending?.account === account ? pending.through : null
      if (!through && !owner.rescuer && (await mustUseMicrosoft(visit, owner))) return microsoftOnlyPage(visit, to)
      const began = { account, through, confirmedAt: visit.work.now }
      return enter(visit, owner, { strong: true, next: to, began })
    })
    .get(urls.secondFactor, anyone, async (visit) => {
      const to = ownPath(visit.query.get('next'))
      const unsent = visit.query.has('unsent')
      const due = await dueOf(visit)
      if (!due) return visit.seeOther(visit.me ? (to ?? urls.home()) : urls.signIn({ next: to }))
      const factors = await factorsOf(visit.work, due.account, visit.site.host)
      if (factors.totp || factors.codes > 0 || factors.passkeysHere > 0 || factors.passkeysAt.length > 0) {
        return codePage(visit, factors, to)
      }
      if (!(await isFresh(visit.work))) {
        const said = unsent ? 'yes' : undefined
        return visit.seeOther(urls.confirm({ next: urls.secondFactor({ next: to }), unsent: said }))
      }
      const t = pick(visit.language, identityTexts)
      return visit.page(door(t.protect), <Protect t={t} site={visit.site} next={to} unsent={unsent} />)
    })
    .post(urls.secondFactor, anyone, async (visit) => {
      const t = pick(visit.language, identityTexts)
      const to = ownPath(String(visit.typed.next ?? ''))
      const due = await dueOf(visit)
      if (!due) return signInPage(visit, 422, { next: to, problem: t.takesTooLong })
      const { account } = due
      const factors = await factorsOf(visit.work, account, visit.site.host)
      const form = visit.form(withCode)
      if (!form.ok) return codePage(visit, factors, to, t.fillCode, 422)
      const tried = await tryCode(parts, visit, account, form.value.code)
      if (tried.outcome === 'wait')
        return codePage(visit, factors, to, waitWords(visit.language, visit.work.now, tried.until), 429)
      const owner = tried.outcome === 'right' ? await ownerOf(parts, visit.work, account) : null
      return owner
        ? enter(visit, owner, { strong: true, next: to, began: due })
        : codePage(visit, factors, to, t.wrongCode, 422)
    })
    .post(urls.signOut, anyone, async (visit) => {
      const through = (await thisSession(visit.work))?.through
      await endThisSession(visit.work)
      visit.header('Set-Cookie', cookieHeader(visit.secure, 'session'))
      visit.header('Clear-Site-Data', NOTHING_STAYS)
      return visit.seeOther(urls.signIn({ out: through ? 'microsoft' : undefined }))
    })
    .post(
      urls.endAllSessions,
      signedIn,
      async (visit) => {
        const through = (await thisSession(visit.work))?.through
        await endAllSessions(visit.work, visit.me.account)
        await forgetDevices(visit.work, visit.me.account)
        for (const name of ['session', 'device'] as const) visit.header('Set-Cookie', cookieHeader(visit.secure, name))
        visit.header('Clear-Site-Data', NOTHING_STAYS)
        return visit.seeOther(urls.signIn({ out: through ? 'microsoft' : undefined }))
      },
      { beforeSecondFactor: true },
    )
