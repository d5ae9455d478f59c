import { z } from 'zod'
import { many, requestKey, type Typed } from '#shared/access/form.ts'
import { roleWords } from '#shared/identity/role-words.ts'
import type { Language } from '#shared/language/index.ts'
import { type RichText, readRichText, richText } from '#shared/rich-text/index.ts'
import {
  Button,
  Choice,
  DateField,
  Field,
  Foot,
  Form,
  FormErrors,
  HiddenFields,
  type ReaderNames,
  RichTextField,
  TaskScreen,
} from '#shared/ui/index.ts'
import { teamRoles } from '../rules.ts'
import type { MustReadTexts } from './texts.ts'

const TITLE = 120
const WHY = 200
const TEXT = 20_000

const words = {
  title: z.string('title').min(1, 'title').max(TITLE, 'titleLong'),
  text: richText({ max: TEXT, empty: 'text', tooLong: 'textLong' }),
  due: z.iso.date('due'),
}
/** A new one; `past` is checked against the day of the request. */
export const newForm = z.object({
  ...words,
  roles: many(z.enum(teamRoles, 'roles')).refine((roles) => roles.length > 0, 'roles'),
  requestKey,
})
export const versionForm = z.object({
  ...words,
  why: z.string('why').min(1, 'why').max(WHY, 'why'),
  from: z.coerce.number('why').int().min(1),
})

export type Problems = Readonly<Record<string, string>>

type FormProps = {
  readonly t: MustReadTexts
  readonly language: Language
  readonly action: string
  readonly back: { readonly to: string; readonly word: string }
  readonly typed: Typed
  readonly problems: Problems
  readonly readers?: { readonly readers: string; readonly readerNames: ReaderNames | undefined }
  /** A version of this number follows; without it, it is a new one. */
  readonly from?: number
  readonly requestKey?: string
  /** What stands there now, when nothing was typed yet. */
  readonly now?: { readonly title: string; readonly text: RichText }
}

/** What the team has to read, written or written anew. */
export const MustReadForm = (props: FormProps) => {
  const { t, language, typed, problems, from, now } = props
  const value = (name: string) => (typeof typed[name] === 'string' ? (typed[name] as string) : undefined)
  const wrong = (name: string) => {
    const code = problems[name] as keyof typeof t.problems | undefined
    return code && (t.problems[code] as string)
  }
  const text = value('text')
  return (
    <TaskScreen back={props.back} title={from === undefined ? t.give : t.newVersion}>
      <Form action={props.action} {...(props.requestKey ? { requestKey: props.requestKey } : {})} resend>
        {Object.keys(problems).length > 0 && (
          <FormErrors>{problems.form === 'somebodyElse' ? t.somebodyElse : undefined}</FormErrors>
        )}
        {from !== undefined && <HiddenFields fields={{ from: String(from) }} />}
        <Field
          name="title"
          label={t.form.title}
          value={value('title') ?? now?.title}
          error={wrong('title')}
          maxLength={TITLE}
        />
        <RichTextField
          name="text"
          label={t.form.text}
          document={text === undefined ? now?.text : readRichText(text)}
          error={wrong('text')}
          rows={14}
          {...props.readers}
        />
        {from === undefined ? (
          <Choice
            name="roles"
            legend={t.form.roles}
            several
            columns={2}
            chosen={typed.roles === undefined ? [...teamRoles] : [typed.roles].flat()}
            error={wrong('roles')}
            options={teamRoles.map((role) => ({ value: role, label: roleWords[role][language] }))}
          />
        ) : (
          <Field
            name="why"
            label={t.form.why}
            hint={t.form.whyHint}
            value={value('why')}
            error={wrong('why')}
            maxLength={WHY}
          />
        )}
        <DateField name="due" label={t.form.due} value={value('due')} error={wrong('due')} />
        <Foot>
          <Button>{from === undefined ? t.form.send : t.form.sendVersion}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}
