import type { Typed } from '#shared/access/form.ts'
import { dayLong, type Language, plural } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  DateField,
  Empty,
  Form,
  FormErrors,
  PageHead,
  Section,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Export } from './queries.ts'
import type { ExportTexts } from './texts.ts'

type Say = { readonly t: ExportTexts; readonly language: Language }
export type Problems = Readonly<Record<string, string>>

const Next = ({ t, one, me }: { t: ExportTexts; one: Export; me: string }) => {
  if (one.state === 'over') return <Text quiet>{t.over}</Text>
  if (one.state === 'ready')
    return one.askedBy === me ? (
      <ButtonLink to={urls.supportExportFile({ id: one.id })} icon="download" look="tinted" plain>
        {t.fetch}
      </ButtonLink>
    ) : (
      <Text quiet>{t.theirs}</Text>
    )
  if (one.askedBy === me) return <Text quiet>{t.yours}</Text>
  return (
    <Form action={urls.giveSupportExport({ id: one.id })}>
      <Button icon="users">{t.give}</Button>
    </Form>
  )
}

type Props = Say & {
  readonly all: readonly Export[]
  readonly me: string
  readonly typed: Typed
  readonly problems: Problems
  readonly sent: string
}

/** Files of the supplier, each with what it waits for. */
export const Exports = ({ t, language, all, me, typed, problems, sent }: Props) => {
  const wrong = (name: string) => {
    const code = problems[name] as keyof typeof t.problems | undefined
    return code && t.problems[code]
  }
  const one = (name: string) => (typeof typed[name] === 'string' ? (typed[name] as string) : undefined)
  return (
    <>
      <BackLink to={urls.customerWindows()}>{t.back}</BackLink>
      <PageHead title={t.title} text={t.text} />
      <Form action={urls.supportExports()} requestKey={sent}>
        {Object.keys(problems).length > 0 && <FormErrors>{wrong('form')}</FormErrors>}
        <DateField name="from" label={t.from} value={one('from')} error={wrong('from')} />
        <DateField name="until" label={t.until} value={one('until')} error={wrong('until')} />
        <Button>{t.ask}</Button>
      </Form>
      <Section heading={t.made}>
        {all.length === 0 && <Empty title={t.none} />}
        {all.map((each) => (
          <Stack key={each.id}>
            <Text>
              {`${t.line(dayLong(language, each.from), dayLong(language, each.until))}: ${plural(language, each.people, t.people.one, t.people.other)}`}
            </Text>
            <Next t={t} one={each} me={me} />
          </Stack>
        ))}
      </Section>
    </>
  )
}
