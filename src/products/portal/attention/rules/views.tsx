import {
  BackLink,
  Button,
  ButtonLink,
  FieldRow,
  Form,
  FormErrors,
  Notice,
  PageHead,
  Section,
  Select,
  Stack,
  Text,
  TimeField,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { RulesTexts } from './texts.ts'

/** The school's rules about messages, how many families got this week, and the way to look as a guardian. */
export const RulesView = ({
  t,
  typed,
  problems,
  week,
  saved,
}: {
  t: RulesTexts
  typed: Readonly<Record<string, unknown>>
  problems: { readonly times?: true; readonly answerWithin?: true }
  week: { readonly families: number; readonly average: number; readonly most: number }
  saved: boolean
}) => {
  const text = (name: string) => (typeof typed[name] === 'string' ? (typed[name] as string) : undefined)
  const wrong = Object.keys(problems).length > 0
  return (
    <>
      <BackLink to={urls.settings()}>{t.settings}</BackLink>
      <PageHead title={t.title} text={t.text} />
      {saved && !wrong && <Notice kind="received">{t.saved}</Notice>}
      <Form action={urls.messageRules()}>
        {wrong && <FormErrors />}
        <Select
          name="answerWithin"
          label={t.promise}
          hint={t.promiseHint}
          optional
          value={text('answerWithin')}
          error={problems.answerWithin && t.problems.answerWithin}
          options={[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((days) => ({ value: String(days), label: t.days(days) }))}
        />
        <FieldRow id="team" legend={t.team} error={problems.times && t.problems.times}>
          <TimeField name="from" label={t.from} mayBeEmpty value={text('from')} />
          <TimeField name="until" label={t.until} mayBeEmpty value={text('until')} />
        </FieldRow>
        <Text quiet small>
          {t.teamHint}
        </Text>
        <Button>{t.save}</Button>
      </Form>
      <Section heading={t.week}>
        <Stack gap="loose">
          <Text>{week.families > 0 ? t.weekText(Math.round(week.average * 10) / 10, week.most) : t.weekNone}</Text>
          <ButtonLink to={urls.lookAsGuardian()} look="line" icon="eye">
            {t.look}
          </ButtonLink>
        </Stack>
      </Section>
    </>
  )
}
