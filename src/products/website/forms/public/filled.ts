import type { Typed } from '#shared/access/form.ts'
import { isMailAddress } from '#shared/mail/address.ts'
import { type Answer, answerTo, inputName, longest } from '../fields.ts'
import type { SiteForm } from '../queries.ts'
import type { Message } from '../sending.ts'
import type { FormProblems } from './form-view.tsx'

const text = (typed: Typed, name: string): string => {
  const value = typed[name]
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
}

/** What a visitor filled in, or what is wrong with it by field. Fields that the form does not have are not looked at. */
export const filledIn = (
  form: Pick<SiteForm, 'fields' | 'sender'>,
  typed: Typed,
): { readonly ok: true; readonly message: Message } | { readonly ok: false; readonly problems: FormProblems } => {
  const problems: Record<string, FormProblems[string]> = {}
  const [name, mail] = [text(typed, 'name').replaceAll('\n', ' '), text(typed, 'mail')]
  if ((name === '' && form.sender === 'required') || name.length > longest.text) problems.name = 'name'
  if (mail === '' && form.sender === 'required') problems.mail = 'empty'
  if (mail !== '' && !isMailAddress(mail)) problems.mail = 'mail'
  const answers: Answer[] = []
  for (const field of form.fields) {
    const answered = answerTo(field, typed[inputName(field)])
    if (answered.ok) answers.push(answered.answer)
    else problems[inputName(field)] = answered.problem
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, message: { name, mail, answers } }
}
