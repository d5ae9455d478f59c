import { z } from 'zod'
import { requestKey, type Typed } from '#shared/access/form.ts'
import { readRichText, richText } from '#shared/rich-text/index.ts'
import {
  Button,
  Choice,
  Field,
  Foot,
  Form,
  FormErrors,
  type ReaderNames,
  RichTextField,
  TaskScreen,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { TeamNewsTexts } from './texts.ts'

const TITLE = 120
const kinds = ['need', 'nice'] as const
const mails = ['notice', 'whole'] as const

export const newsForm = z.object({
  title: z.string('title').min(1, 'title').max(TITLE, 'titleLong'),
  text: richText({ max: 20_000, empty: 'text', tooLong: 'textLong' }),
  kind: z.enum(kinds, 'kind'),
  mail: z.enum(mails, 'mail'),
  requestKey,
})
export const replyForm = z.object({
  reply: z.string('reply').min(1, 'reply').max(2_000, 'replyLong'),
  requestKey,
})

export type Problems = Readonly<Record<string, string>>

/** What goes wrong with a field, in words. */
export const wrongOf = (t: TeamNewsTexts, problems: Problems) => (name: string) => {
  const code = problems[name] as keyof typeof t.problems | undefined
  return code && (t.problems[code] as string)
}

type FormProps = {
  readonly t: TeamNewsTexts
  readonly typed: Typed
  readonly problems: Problems
  readonly requestKey: string
  readonly readers: { readonly readers: string; readonly readerNames: ReaderNames | undefined }
}

/** News for the team, as it is written. */
export const TeamNewsForm = ({ t, typed, problems, requestKey: key, readers }: FormProps) => {
  const value = (name: string) => (typeof typed[name] === 'string' ? (typed[name] as string) : undefined)
  const wrong = wrongOf(t, problems)
  const text = value('text')
  return (
    <TaskScreen back={{ to: urls.teamNews(), word: t.title }} title={t.write}>
      <Form action={urls.newTeamNews()} requestKey={key} resend>
        {Object.keys(problems).length > 0 && <FormErrors />}
        <Field name="title" label={t.form.title} value={value('title')} error={wrong('title')} maxLength={TITLE} />
        <RichTextField
          name="text"
          label={t.form.text}
          document={text === undefined ? undefined : readRichText(text)}
          error={wrong('text')}
          rows={12}
          {...readers}
        />
        <Choice
          name="kind"
          legend={t.form.kind}
          columns={2}
          chosen={value('kind')}
          error={wrong('kind')}
          options={kinds.map((kind) => ({ value: kind, label: t.kinds[kind], hint: t.kindHints[kind] }))}
        />
        <Choice
          name="mail"
          legend={t.form.mail}
          columns={2}
          chosen={value('mail') ?? 'notice'}
          error={wrong('mail')}
          options={mails.map((mail) => ({ value: mail, label: t.form.mails[mail], hint: t.form.mailHints[mail] }))}
        />
        <Text small quiet>
          {t.form.hours}
        </Text>
        <Foot>
          <Button>{t.form.send}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}
