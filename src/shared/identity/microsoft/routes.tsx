import { Module } from '#shared/access/module.ts'
import { anyone } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { cookieHeader } from '../cookie.ts'
import { factorsOf, needsSecondFactor } from '../factors.ts'
import { ownPath } from '../own-path.ts'
import { partyOf } from '../party.ts'
import type { Began } from '../session.ts'
import { endTenantSessions } from '../sessions.ts'
import { begin, enter, type IdentityParts, type Owner, ownerOf } from '../sign-in.ts'
import { door, signInPage } from '../sign-in-page.tsx'
import { type Answer, goThere, makeReady, type Ready, readAnswer } from './asking.ts'
import { connectionOf } from './connection.ts'
import { accountByIdentity, tenantSessionHash } from './identities.ts'
import { linkProven, myMicrosoftPage } from './linking.tsx'
import type { Proven } from './provider.ts'
import { microsoftTexts, troubleWords } from './texts.ts'
import { Trouble } from './trouble.ts'
import { UnknownAccount } from './views.tsx'

/** Says why it did not work where the other ways to sign in are, or on one's own page for who was linking. */
const sayWhy = (visit: Visit, problem: string, { next, own, status = 422 }: Why): Response | Promise<Response> =>
  own && visit.me ? myMicrosoftPage(visit as never, { problem, next }) : signInPage(visit, status, { next, problem })
type Why = { readonly next: string | undefined; readonly own: boolean; readonly status?: 422 | 503 }

/** Signs in who was proven, at once or after a second factor of ours, when Microsoft's does not count or was not asked. */
const enterThrough = async (
  parts: IdentityParts,
  visit: Visit,
  owner: Owner,
  { proven, trusted, next }: { proven: Proven; trusted: boolean; next: string | undefined },
): Promise<Response> => {
  const session = proven.session && tenantSessionHash(parts.ring, proven.tenant, proven.session)
  const through = { tenant: proven.tenant, strong: proven.mfa && trusted, session }
  const began: Began = { account: owner.account, through, confirmedAt: null }
  if (!through.strong && needsSecondFactor(await factorsOf(visit.work, owner.account, visit.site.host), owner)) {
    await begin(visit, owner, { strong: false, pending: true, began })
    return visit.seeOther(urls.secondFactor({ next: ownPath(next) }))
  }
  return enter(visit, owner, { strong: false, next, began })
}

const answered = async (parts: IdentityParts, visit: Visit): Promise<Response> => {
  const t = pick(visit.language, microsoftTexts)
  const answer = visit.outside as Answer
  visit.header('Set-Cookie', cookieHeader(visit.secure, 'microsoft'))
  if (answer.kind === 'stale') return sayWhy(visit, t.stale, { next: undefined, own: false })
  const { next, account } = answer.flow
  const own = account !== undefined
  if (answer.kind === 'foreign') return sayWhy(visit, t.foreign(visit.site.name), { next, own })
  if (answer.kind === 'trouble') {
    const words = troubleWords(t, answer.trouble, visit.site.microsoft === 'team')
    return sayWhy(visit, words, { next, own, status: answer.trouble.kind === 'away' ? 503 : 422 })
  }
  const { proven, connection } = answer
  if (account !== undefined) return linkProven(parts, visit, { account, proven, connection, next })
  const known = await accountByIdentity(visit.work, parts.ring, proven)
  if (!known) return visit.page(door(t.unknownTitle), <UnknownAccount t={t} site={visit.site} next={next} />)
  const owner = await ownerOf(parts, visit.work, known)
  if (!owner) return sayWhy(visit, t.notHere, { next: undefined, own: false })
  return enterThrough(parts, visit, owner, { proven, trusted: connection.trustsMfa, next })
}

/** Signing in with Microsoft, and out of it (OpenID Connect Core 1.0, RP-Initiated Logout 1.0, Front-Channel Logout 1.0). */
export const microsoftRoutes = (parts: IdentityParts): Module =>
  new Module('microsoft', { nl: 'Inloggen met Microsoft', en: 'Signing in with Microsoft' })
    .get(
      urls.microsoft,
      anyone,
      (visit) => {
        const ready = visit.outside as Ready | Trouble | null
        const next = ownPath(visit.query.get('next'))
        if (!ready) return visit.notFound()
        if (!(ready instanceof Trouble)) return goThere(parts, visit, ready, { next })
        const words = troubleWords(pick(visit.language, microsoftTexts), ready, visit.site.microsoft === 'team')
        return sayWhy(visit, words, { next, own: false, status: ready.kind === 'away' ? 503 : 422 })
      },
      { outside: makeReady(parts) },
    )
    .get(urls.microsoftAnswer, anyone, (visit) => answered(parts, visit), { outside: readAnswer(parts) })
    .get(
      urls.microsoftSignOut,
      anyone,
      async (visit) => {
        const ready = visit.outside as Ready | Trouble | null
        const back = partyOf(visit).origin + urls.signIn()
        const there =
          ready && !(ready instanceof Trouble) ? await parts.microsoft.endSession(ready.connection, back) : null
        return visit.seeOther(there ?? urls.signIn())
      },
      { outside: makeReady(parts) },
    )
    // Microsoft opens this in a hidden frame when somebody signs out there; it tells us which of its sessions that was.
    .get(urls.microsoftEnded, anyone, async (visit) => {
      const connection = await connectionOf(visit.work)
      const session = visit.query.get('sid')
      if (connection && session) {
        await endTenantSessions(visit.work, tenantSessionHash(parts.ring, connection.tenant, session))
      }
      return visit.send('', 'text/plain; charset=utf-8')
    })
