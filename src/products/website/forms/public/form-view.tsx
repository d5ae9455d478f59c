import type { Typed } from '#shared/access/form.ts'
import { type Language, number } from '#shared/language/index.ts'
import { Button, Choice, DateField, Field, Form, FormErrors, Readers, Select, TextArea } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { type AnswerProblem, type FormField, inputName, longest } from '../fields.ts'
import type { SiteForm } from '../queries.ts'
import { stampField } from '../stamp.ts'
import type { FormTexts } from '../texts.ts'

/** The code of what is wrong, by the name of the field. */
export type FormProblems = Readonly<Record<string, AnswerProblem | 'name'>>

/** The hidden field: a program fills it in, a person never meets it, with or without a screen reader. */
export const trapField = 'homepage'

const one = (value: Typed[string] | undefined) => (typeof value === 'string' ? value : value?.[0])
const all = (value: Typed[string] | undefined) => [value ?? []].flat()

type AskedProps = {
  t: FormTexts
  language: Language
  field: FormField
  typed: Typed
  problem: FormProblems[string] | undefined
}

const FEW = 7
const inputs = { text: 'text', mail: 'email', phone: 'tel', number: 'text' } as const

/** One question of a form, by its kind. */
export const Asked = ({ t, language, field, typed, problem }: AskedProps) => {
  const { type, label, help, required, options } = field
  const name = inputName(field)
  const error = problem && (problem === 'long' ? t.problems.long(number(language, longest[type])) : t.problems[problem])
  const common = { name, label, error, ...(help ? { hint: help } : {}), ...(required ? {} : { optional: true }) }
  const value = one(typed[name])
  const choices = options.map((option) => ({ value: option, label: option }))
  if (type === 'area') return <TextArea {...common} rows={5} value={value} maxLength={longest.area} />
  if (type === 'date') return <DateField {...common} value={value} />
  if (type === 'check')
    return (
      <Choice {...common} legend={label} several options={[{ value: 'yes', label: t.yes }]} chosen={all(typed[name])} />
    )
  if (type === 'several')
    return <Choice {...common} legend={label} several options={choices} chosen={all(typed[name])} />
  if (type === 'choice' && options.length <= FEW)
    return <Choice {...common} legend={label} options={choices} chosen={value} />
  if (type === 'choice') return <Select {...common} options={choices} value={value} />
  return <Field {...common} type={inputs[type]} value={value} maxLength={longest[type]} />
}

export type FormViewProps = {
  t: FormTexts
  language: Language
  form: Pick<SiteForm, 'slug' | 'sender' | 'fields'>
  /** Who reads it and how long it stays, above what is typed. */
  readers: string
  typed?: Typed
  problems?: FormProblems
  /** Nothing where the page is the same for everyone: then the sender sees it once more before it is sent. */
  stamp: string | null
}

/** A form as visitors fill it in; on a page of its own and as a block of another page. */
export const FormView = ({ t, language, form, readers, typed = {}, problems = {}, stamp }: FormViewProps) => (
  <Form
    action={urls.siteForm({ slug: form.slug })}
    hidden={stamp ? { [stampField]: stamp } : undefined}
    {...(stamp ? {} : { behaviour: 'stamp', data: { 'data-stamp': urls.siteFormStamp({ slug: form.slug }) } })}
  >
    {Object.keys(problems).length > 0 && <FormErrors />}
    <Readers>{readers}</Readers>
    <Field
      name="name"
      label={t.name}
      autoComplete="name"
      value={one(typed.name)}
      maxLength={longest.text}
      error={problems.name && t.problems.name}
      {...(form.sender === 'optional' ? { optional: true } : {})}
    />
    <Field
      name="mail"
      type="email"
      label={t.mail}
      hint={t.mailHint}
      autoComplete="email"
      value={one(typed.mail)}
      maxLength={longest.mail}
      error={problems.mail && t.problems[problems.mail === 'empty' ? 'empty' : 'mail']}
      {...(form.sender === 'optional' ? { optional: true } : {})}
    />
    {form.fields.map((field) => (
      <Asked key={field.id} {...{ t, language, field, typed }} problem={problems[inputName(field)]} />
    ))}
    <div hidden>
      <label for="field-homepage">{t.leaveEmpty}</label>
      <input id="field-homepage" name={trapField} tabIndex={-1} autocomplete="off" />
    </div>
    <Button>{t.send}</Button>
  </Form>
)
