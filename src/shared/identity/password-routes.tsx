import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { openAddress } from './accounts.ts'
import { passwordTurns } from './hashing.ts'
import { endLinks } from './links.ts'
import { PasswordField, passwordProblemWords } from './password-field.tsx'
import { passwordProblem } from './password-policy.ts'
import { changePassword, hasPassword } from './passwords.ts'
import { thisSession } from './session.ts'
import { begin, type IdentityParts, rememberThisDevice, tryOwnPassword } from './sign-in.ts'
import { identityTexts } from './texts.ts'
import { waitWords } from './wait.ts'
import { backFor, changed, mustBeStrong, mustConfirm, type Own, screen } from './ways-in.tsx'
import { ChangePassword } from './ways-in-views.tsx'

const passwords = z.object({ current: z.string().max(1_000).default(''), password: z.string().max(1_000).default('') })

type Said = { readonly current?: string; readonly password?: string; readonly status?: 422 | 429 }

const passwordPage = (visit: Own, current: boolean, said: Said = {}): Response => {
  const t = pick(visit.language, identityTexts)
  return visit.page(
    screen(t.passwordTitle, { status: said.status ?? 200, keeps: true }),
    <ChangePassword
      t={t}
      back={backFor(visit)}
      current={current}
      problem={said.current}
      newField={<PasswordField language={visit.language} staff={visit.me.staff} error={said.password} />}
    />,
  )
}

/** Changing the password: the current one is asked with it; who has none yet confirms with a passkey first. */
export const passwordRoutes = (parts: IdentityParts): Module =>
  new Module('password', { nl: 'Je eigen wachtwoord', en: 'Your own password' }, { staysOpen: 'always' })
    .get(urls.myPassword, signedIn, async (visit) => {
      const current = await hasPassword(visit.work, visit.me.account)
      const first = await (current ? mustBeStrong : mustConfirm)(visit, urls.myPassword())
      return first ?? passwordPage(visit, current)
    })
    .post(
      urls.myPassword,
      signedIn,
      async (visit) => {
        const { me, work, language } = visit
        const t = pick(language, identityTexts)
        const current = await hasPassword(work, me.account)
        const first = await (current ? mustBeStrong : mustConfirm)(visit, urls.myPassword())
        if (first) return first
        const form = visit.form(passwords)
        const given = form.ok ? form.value : { current: '', password: '' }
        const own = [(await openAddress(work, parts.ring, me.account)) ?? '', visit.site.name]
        const problem = passwordProblem(given.password, { staff: me.staff, own })
        if (problem) {
          return passwordPage(visit, current, { password: passwordProblemWords(language, problem, me), status: 422 })
        }
        if (current) {
          const tried = await tryOwnPassword(parts, visit, given.current)
          if (tried.outcome === 'wait') {
            return passwordPage(visit, current, { current: waitWords(language, work.now, tried.until), status: 429 })
          }
          if (tried.outcome === 'wrong') return passwordPage(visit, current, { current: t.wrongPassword, status: 422 })
        }
        await changePassword(work, parts.ring, me.account, given.password)
        const who = { account: me.account, person: me.id, language: me.language }
        const through = (await thisSession(work))?.through ?? null
        await begin(visit, who, { strong: me.ownFactor, pending: false, began: { through, confirmedAt: work.now } })
        await rememberThisDevice(visit, me.account)
        await endLinks(work, me.account)
        await changed(parts, visit, 'password-changed')
        return visit.seeOther(urls.me())
      },
      { turns: passwordTurns },
    )
