import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { factorsOf } from './factors.ts'
import { passwordTurns } from './hashing.ts'
import { ownPath } from './own-path.ts'
import { partyOf } from './party.ts'
import { accountByPasskey, authenticationOptions } from './passkeys.ts'
import { hasPassword } from './passwords.ts'
import { confirmSession } from './session.ts'
import { type IdentityParts, tryOwnPassword } from './sign-in.ts'
import { identityTexts } from './texts.ts'
import { waitWords } from './wait.ts'
import { backFor, type Own, screen } from './ways-in.tsx'
import { Confirm, type ConfirmProps } from './ways-in-views.tsx'

const withPassword = z.object({ password: z.string().min(1).max(1_000) })
const withPasskey = z.object({ answer: z.string().max(20_000) })

const confirmPage = async (
  { practice }: IdentityParts,
  visit: Own,
  next: string | undefined,
  said: Pick<ConfirmProps, 'problem' | 'failed'> & { status?: 422 | 429 } = {},
): Promise<Response> => {
  const t = pick(visit.language, identityTexts)
  const factors = await factorsOf(visit.work, visit.me.account, visit.site.host)
  return visit.page(
    screen(t.confirmTitle, { passkeys: true, status: said.status ?? 200, keeps: true }),
    <Confirm
      t={t}
      back={backFor(visit)}
      next={next}
      password={await hasPassword(visit.work, visit.me.account)}
      passkeys={factors.passkeysHere > 0}
      problem={said.problem}
      failed={said.failed}
      unsent={visit.query.has('unsent')}
      practice={practice && { address: practice.address, word: pick(visit.language, practice.word) }}
    />,
  )
}

const nextOf = (visit: Own) => ownPath(String(visit.typed.next ?? ''))

const confirmed = async (visit: Own): Promise<Response> => {
  await confirmSession(visit.work)
  return visit.seeOther(nextOf(visit) ?? urls.me())
}

/** Giving a password or passkey once more, before something about signing in is changed (ASVS 7.5.3). */
export const confirmRoutes = (parts: IdentityParts): Module =>
  new Module('confirm', { nl: 'Laten zien dat jij het bent', en: 'Showing that it is you' }, { staysOpen: 'always' })
    .get(urls.confirm, signedIn, (visit) => confirmPage(parts, visit, ownPath(visit.query.get('next'))), {
      beforeSecondFactor: true,
    })
    .post(
      urls.confirm,
      signedIn,
      async (visit) => {
        const t = pick(visit.language, identityTexts)
        const form = visit.form(withPassword)
        if (!form.ok) return confirmPage(parts, visit, nextOf(visit), { problem: t.fillPassword, status: 422 })
        const tried = await tryOwnPassword(parts, visit, form.value.password)
        if (tried.outcome === 'right') return confirmed(visit)
        return tried.outcome === 'wait'
          ? confirmPage(parts, visit, nextOf(visit), {
              failed: waitWords(visit.language, visit.work.now, tried.until),
              status: 429,
            })
          : confirmPage(parts, visit, nextOf(visit), { problem: t.wrongPassword, status: 422 })
      },
      { beforeSecondFactor: true, turns: passwordTurns },
    )
    .post(
      urls.confirmPasskeyOptions,
      signedIn,
      async (visit) => {
        const options = await authenticationOptions(visit.work, parts.ring, partyOf(visit), visit.me.account)
        return visit.send(JSON.stringify(options), 'application/json')
      },
      { beforeSecondFactor: true },
    )
    .post(
      urls.confirmPasskey,
      signedIn,
      async (visit) => {
        const form = visit.form(withPasskey)
        const given = { answer: form.ok ? form.value.answer : '', account: visit.me.account }
        if (await accountByPasskey(visit.work, parts.ring, partyOf(visit), given)) return confirmed(visit)
        const failed = pick(visit.language, identityTexts).addFailed
        return confirmPage(parts, visit, nextOf(visit), { failed, status: 422 })
      },
      { beforeSecondFactor: true },
    )
