import { type Language, pick } from '#shared/language/index.ts'
import { Field } from '#shared/ui/index.ts'
import type { JSX } from '#shared/ui/jsx.ts'
import { leastLength, type PasswordProblem } from './password-policy.ts'
import { identityTexts } from './texts.ts'

/** What is wrong with a new password and what would be right, in a sentence. */
export const passwordProblemWords = (language: Language, problem: PasswordProblem, who: { staff: boolean }): string =>
  pick(language, identityTexts).problem[problem](leastLength(who))

/** The box for a new password, for invitations, set-up and changing it. It is never filled in again after a refusal. */
export const PasswordField = ({
  language,
  staff,
  name = 'password',
  error,
}: {
  language: Language
  staff: boolean
  name?: string
  error?: string | undefined
}): JSX.Element => {
  const t = pick(language, identityTexts)
  return (
    <Field
      name={name}
      label={t.newPassword}
      hint={t.newPasswordHint(leastLength({ staff }))}
      type="password"
      autoComplete="new-password"
      error={error}
    />
  )
}
