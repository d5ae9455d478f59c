import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { anyone } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import { passwordProblemWords, passwordTurns } from '#shared/identity/index.ts'
import { mustUseMicrosoft } from '#shared/identity/microsoft/only.ts'
import { enter, type IdentityParts, ownerOf } from '#shared/identity/sign-in.ts'
import { waitWords } from '#shared/identity/wait.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { readCode } from '../invitations/code.ts'
import { oneOf, problemIn } from '../typed.ts'
import { EnterRecoveryCode, RecoveryGone, UseCode, type UseProps } from './letter-views.tsx'
import { recoveryTexts } from './texts.ts'
import { findRecovery, type OpenRecovery, type Recovered, recoverEverything, recoverFactor } from './using.ts'

type Using = Visit<'/recovery/:code'>

const withPassword = z.object({ password: z.string('password').min(1, 'password').max(1_000, 'password') })
const anew = z.object({
  address: z.email('address').max(254, 'address'),
  newPassword: z.string().max(1_000).default(''),
})

const gone = (visit: Visit) => {
  const t = pick(visit.language, recoveryTexts)
  return visit.page({ title: t.gone, bare: true, status: 410 }, <RecoveryGone t={t} site={visit.site} />)
}

const usePage = (
  visit: Using,
  recovery: OpenRecovery,
  problems: UseProps['problems'],
  status: 200 | 422 | 429,
): Response => {
  const t = pick(visit.language, recoveryTexts)
  // The page names somebody, also to who is not signed in yet.
  visit.header('Cache-Control', 'no-store')
  return visit.page(
    { title: t.enterCode, bare: true, status, keeps: true },
    <UseCode
      {...{ t, recovery, problems }}
      language={visit.language}
      site={visit.site}
      code={visit.params.code}
      address={oneOf(visit.typed, 'address')}
    />,
  )
}

const refusal = (visit: Using, recovery: OpenRecovery, result: Exclude<Recovered, { account: string }>): Response => {
  const t = pick(visit.language, recoveryTexts)
  if ('wait' in result) {
    visit.header('Retry-After', String(Math.ceil((result.wait.getTime() - visit.work.now.getTime()) / 1_000)))
    return usePage(visit, recovery, { form: waitWords(visit.language, visit.work.now, result.wait) }, 429)
  }
  if ('password' in result) {
    const newPassword = passwordProblemWords(visit.language, result.password, recovery)
    return usePage(visit, recovery, { newPassword }, 422)
  }
  const field = result.problem === 'wrong' ? 'password' : 'address'
  return usePage(visit, recovery, { [field]: t.problems[result.problem] }, 422)
}

const recover = async (parts: IdentityParts, visit: Using, recovery: OpenRecovery): Promise<Recovered | Response> => {
  const form = visit.form(recovery.lost === 'factor' ? withPassword : anew)
  if (!form.ok) {
    const words = problemIn(pick(visit.language, recoveryTexts).problems, form.problems)
    const fields = Object.keys(form.problems).map((field) => [field, words(field)])
    return usePage(visit, recovery, Object.fromEntries(fields), 422)
  }
  return 'password' in form.value
    ? recoverFactor(parts, visit, recovery, form.value.password)
    : recoverEverything(parts, visit, recovery, { address: form.value.address, password: form.value.newPassword })
}

/** The code of a letter: it works once and briefly; opening its page uses nothing up (docs/decisions/0014, 0016). */
export const recoveryCodes = (parts: IdentityParts): Module =>
  new Module('recovery-codes', {
    nl: 'Weer inloggen met een code van school',
    en: 'Signing in again with a code from the school',
  })
    .get(urls.recoveryCode, anyone, (visit) => {
      const t = pick(visit.language, recoveryTexts)
      return visit.page({ title: t.enterCode, bare: true }, <EnterRecoveryCode t={t} site={visit.site} />)
    })
    .post(urls.recoveryCode, anyone, (visit) => {
      const code = readCode(oneOf(visit.typed, 'code'))
      if (code) return visit.seeOther(urls.recovery({ code }))
      const t = pick(visit.language, recoveryTexts)
      return visit.page(
        { title: t.enterCode, bare: true, status: 422 },
        <EnterRecoveryCode t={t} site={visit.site} problem={t.problems.code} />,
      )
    })
    .get(urls.recovery, anyone, async (visit) => {
      const recovery = await findRecovery(visit.work, visit.params.code)
      return recovery ? usePage(visit, recovery, {}, 200) : gone(visit)
    })
    .post(
      urls.recovery,
      anyone,
      async (visit) => {
        const recovery = await findRecovery(visit.work, visit.params.code)
        if (!recovery) return gone(visit)
        const result = await recover(parts, visit, recovery)
        if (result instanceof Response) return result
        if (!('account' in result)) return refusal(visit, recovery, result)
        const owner = await ownerOf(parts, visit.work, result.account)
        if (!owner) return gone(visit)
        if (await mustUseMicrosoft(visit, owner)) return visit.seeOther(urls.signIn())
        return enter(visit, owner, { strong: false, next: undefined })
      },
      { turns: passwordTurns },
    )
