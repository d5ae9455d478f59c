import { sendingRoles } from '#shared/attention/house-rules.ts'
import { roleName } from '#shared/identity/role-words.ts'
import { dayLong, type Language, listOf } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Check,
  FieldRow,
  Form,
  FormErrors,
  List,
  Notice,
  PageHead,
  Row,
  Section,
  Select,
  Stack,
  Text,
  TimeField,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { bands, type Week } from './message-rules.ts'
import type { Late } from './promise.ts'
import type { RulesTexts } from './texts.ts'
import type { Problems, Typed } from './typed.ts'

type Props = {
  readonly t: RulesTexts
  readonly language: Language
  readonly typed: Typed
  readonly problems: Problems
  readonly week: Week
  readonly kept: { readonly asked: number; readonly inTime: number }
  readonly late: readonly Late[]
  readonly saved: boolean
}

const numbersTo = (most: number) => Array.from({ length: most }, (_, at) => at + 1)

/** The house rules of the school about messages; each says what it does. */
const Rules = ({ t, language, typed, problems }: Pick<Props, 't' | 'language' | 'typed' | 'problems'>) => {
  const text = (name: string) => (typeof typed[name] === 'string' ? (typed[name] as string) : undefined)
  const urgent = [typed.urgent ?? []].flat()
  return (
    <Form action={urls.messageRules()}>
      {Object.keys(problems).length > 0 && <FormErrors />}
      <Select
        name="answerWithin"
        label={t.promise}
        hint={t.promiseHint}
        optional
        value={text('answerWithin')}
        error={problems.answerWithin && t.problems.choose}
        options={numbersTo(10).map((days) => ({ value: String(days), label: t.days(days) }))}
      />
      <FieldRow id="urgent" legend={t.urgent}>
        {sendingRoles.map((role) => (
          <Check
            key={role}
            name="urgent"
            value={role}
            label={roleName(role, language)}
            checked={urgent.includes(role)}
          />
        ))}
      </FieldRow>
      <Text quiet small>
        {t.urgentHint}
      </Text>
      <Select
        name="weekMost"
        label={t.weekMost}
        hint={t.weekMostHint}
        optional
        value={text('weekMost')}
        error={problems.weekMost && t.problems.choose}
        options={numbersTo(20).map((times) => ({ value: String(times), label: t.times(times) }))}
      />
      <FieldRow id="family" legend={t.family} error={problems.family && t.problems.times}>
        <TimeField name="familyFrom" label={t.from} mayBeEmpty value={text('familyFrom')} />
        <TimeField name="familyUntil" label={t.until} mayBeEmpty value={text('familyUntil')} />
      </FieldRow>
      <Text quiet small>
        {t.familyHint}
      </Text>
      <FieldRow id="team" legend={t.team} error={problems.team && t.problems.times}>
        <TimeField name="from" label={t.from} mayBeEmpty value={text('from')} />
        <TimeField name="until" label={t.until} mayBeEmpty value={text('until')} />
      </FieldRow>
      <Text quiet small>
        {t.teamHint}
      </Text>
      <Button>{t.save}</Button>
    </Form>
  )
}

const Promised = ({ t, language, kept, late }: Pick<Props, 't' | 'language' | 'kept' | 'late'>) => (
  <Section heading={t.promiseHeading}>
    <Text>{kept.asked > 0 ? t.kept(kept.inTime, kept.asked) : t.keptNone}</Text>
    {late.length > 0 && (
      <List label={t.lateTitle(late.length)}>
        {late.map(({ since, names }) => (
          <Row
            icon="clock"
            title={t.lateSince(dayLong(language, since))}
            text={names.length > 0 ? listOf(language, names) : t.lateGone}
          />
        ))}
      </List>
    )}
  </Section>
)

/** How it goes with the promise and how much families got, the house rules themselves, and the way to look as a guardian. */
export const RulesView = ({ t, language, typed, problems, week, kept, late, saved }: Props) => (
  <>
    <BackLink to={urls.settings()}>{t.settings}</BackLink>
    <PageHead title={t.title} text={t.text} />
    {saved && Object.keys(problems).length === 0 && <Notice kind="received">{t.saved}</Notice>}
    <Stack gap="loose">
      <Section heading={t.week}>
        <Text>{week.families > 0 ? t.weekText(Math.round(week.average * 10) / 10, week.most) : t.weekNone}</Text>
        {week.families > 0 && (
          <List label={t.week}>
            {bands.map(
              ({ from, to }, at) =>
                week.bands[at]! > 0 && <Row key={from} title={t.band(from, to)} text={t.guardians(week.bands[at]!)} />,
            )}
          </List>
        )}
        <ButtonLink to={urls.lookAsGuardian()} look="line" icon="eye">
          {t.look}
        </ButtonLink>
      </Section>
      <Promised {...{ t, language, kept, late }} />
      <Section heading={t.rules}>
        <Rules {...{ t, language, typed, problems }} />
      </Section>
    </Stack>
  </>
)
