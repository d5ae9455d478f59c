import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { anyone } from '#shared/access/rule.ts'
import type { PageOptions, Visit } from '#shared/access/visit.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { accountByAddress, addressHash, openAddress } from '../accounts.ts'
import { noteChange } from '../events.ts'
import { passwordTurns } from '../hashing.ts'
import { endLinks, findLink } from '../links.ts'
import { mustUseMicrosoft } from '../microsoft/only.ts'
import { PasswordField, passwordProblemWords } from '../password-field.tsx'
import { passwordProblem } from '../password-policy.ts'
import { changePassword } from '../passwords.ts'
import { enterWithPassword, guessesOf, type IdentityParts, ownerOf } from '../sign-in.ts'
import { mailWaitWords } from '../wait.ts'
import { mailNewPassword } from './jobs.ts'
import { forgottenTexts } from './texts.ts'
import { AskForLink, type AskProps, LinkIsGone, LinkIsSent, NewPassword } from './views.tsx'

const asked = z.object({ address: z.email().max(254) })
const chosen = z.object({ password: z.string().max(1_000).default('') })

type ByLink = Visit<'/new-password/:token'>

const door = (title: string, status?: PageOptions['status']): PageOptions => ({
  title,
  bare: true,
  ...(status ? { status } : {}),
})

const askPage = (visit: Visit, props: Omit<AskProps, 't' | 'site'> & { status?: 422 | 429 } = {}): Response => {
  const { status, ...shown } = props
  const t = pick(visit.language, forgottenTexts)
  return visit.page(door(t.title, status), <AskForLink t={t} site={visit.site} {...shown} />)
}

const gonePage = (visit: Visit): Response => {
  const t = pick(visit.language, forgottenTexts)
  return visit.page(door(t.gone, 410), <LinkIsGone t={t} site={visit.site} />)
}

/** Whose password a link may change here: an account that is still somebody at this school. */
const ownerByLink = async (parts: IdentityParts, visit: ByLink) => {
  const link = await findLink(visit.work, parts.ring, visit.params.token, 'password')
  return link && ownerOf(parts, visit.work, link.account)
}

const newPasswordPage = (visit: ByLink, staff: boolean, error?: string): Response => {
  const t = pick(visit.language, forgottenTexts)
  visit.header('Cache-Control', 'no-store')
  return visit.page(
    door(t.newTitle, error ? 422 : 200),
    <NewPassword
      t={t}
      site={visit.site}
      token={visit.params.token}
      field={<PasswordField language={visit.language} staff={staff} error={error} />}
    />,
  )
}

/**
 * A forgotten password: a mailed link to choose a new one (ASVS 6.4). Asking answers and costs the same whoever has the
 * address, and is delayed like guessing; the link replaces the password and nothing else, so that who has a second factor
 * still gives it. Opening the link changes nothing.
 */
export const forgottenRoutes = (parts: IdentityParts): Module =>
  new Module('forgotten-password', { nl: 'Wachtwoord vergeten', en: 'Forgotten password' })
    .get(urls.forgottenPassword, anyone, (visit) => {
      if (!visit.query.has('sent')) return askPage(visit)
      const t = pick(visit.language, forgottenTexts)
      return visit.page(door(t.sentTitle), <LinkIsSent t={t} site={visit.site} />)
    })
    .post(urls.forgottenPassword, anyone, async (visit) => {
      const { work, language } = visit
      const form = visit.form(asked)
      const address = String(visit.typed.address ?? '')
      if (!form.ok) return askPage(visit, { address, problem: pick(language, forgottenTexts).fillAddress, status: 422 })
      const account = await accountByAddress(work, parts.ring, form.value.address)
      const hash = addressHash(parts.ring, form.value.address)
      const guesses = await guessesOf(parts, visit, { account, addressHash: hash, what: 'mail' })
      const until = await guesses.waitUntil()
      if (until) {
        visit.header('Retry-After', String(Math.ceil((until.getTime() - work.now.getTime()) / 1_000)))
        return askPage(visit, { address, wait: mailWaitWords(language, work.now, until), status: 429 })
      }
      await guesses.failed()
      await mailNewPassword(work, account)
      return visit.seeOther(urls.forgottenPassword({ sent: 'yes' }))
    })
    .get(urls.newPassword, anyone, async (visit) => {
      const owner = await ownerByLink(parts, visit)
      return owner ? newPasswordPage(visit, owner.staff) : gonePage(visit)
    })
    .post(
      urls.newPassword,
      anyone,
      async (visit) => {
        const { work, language } = visit
        const owner = await ownerByLink(parts, visit)
        if (!owner) return gonePage(visit)
        const form = visit.form(chosen)
        const password = form.ok ? form.value.password : ''
        const own = [(await openAddress(work, parts.ring, owner.account)) ?? '', visit.site.name]
        const problem = passwordProblem(password, { staff: owner.staff, own })
        if (problem) return newPasswordPage(visit, owner.staff, passwordProblemWords(language, problem, owner))
        await changePassword(work, parts.ring, owner.account, password)
        await endLinks(work, owner.account)
        await noteChange(work, parts.ring, owner.account, 'password-reset')
        await work.audit('password-reset', 'forgotten-password', [owner.person])
        if (await mustUseMicrosoft(visit, owner)) return visit.seeOther(urls.signIn())
        return enterWithPassword(visit, owner, undefined)
      },
      { turns: passwordTurns },
    )
