import type { Typed } from '#shared/access/form.ts'
import type { Language } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  type Child,
  Choice,
  DateField,
  type DayLook,
  Empty,
  Field,
  Form,
  FormErrors,
  List,
  PageHead,
  Row,
  Section,
  Stack,
  Tabs,
  Tag,
  Text,
  YearCalendar,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { closureKinds, plusDays } from '../../organisations/school-days.ts'
import { oneOf } from '../../typed.ts'
import { SettingPage } from '../page-view.tsx'
import type { ClosedDays, Compared } from './closed-days.ts'
import { type Region, regions } from './official.ts'
import type { CalendarTexts } from './texts.ts'

const looks = {
  holiday: 'full',
  'public-holiday': 'allowed',
  'study-day': 'late',
  'day-off': 'part',
} as const satisfies Record<ClosedDays['kind'], DayLook>

export type Problems = Readonly<Record<string, string>>
type FieldsProps = { t: CalendarTexts; typed: Typed; problems: Problems }

/** Fields of one stretch of days. Problems are sentences. */
const DaysFields = ({ t, typed, problems }: FieldsProps) => (
  <>
    {Object.keys(problems).length > 0 && <FormErrors />}
    <Choice
      name="kind"
      legend={t.kind}
      columns={2}
      chosen={oneOf(typed, 'kind')}
      options={closureKinds.map((value) => ({ value, label: t.kinds[value] }))}
      error={problems.kind}
    />
    <Field
      name="name"
      label={t.name}
      hint={t.nameHint}
      value={oneOf(typed, 'name')}
      error={problems.name}
      maxLength={80}
      autoComplete="off"
    />
    <DateField name="from" label={t.from} value={oneOf(typed, 'from')} error={problems.from} />
    <DateField name="to" label={t.to} hint={t.toHint} value={oneOf(typed, 'to')} error={problems.to} optional />
  </>
)

export type CalendarProps = FieldsProps & {
  language: Language
  /** The year in which the school year that is shown begins, and those one may choose. */
  year: number
  years: readonly number[]
  days: readonly ClosedDays[]
  sum: { readonly days: number; readonly hours: number }
  region: Region | null
  /** Nothing when the table has no such year. */
  compared: readonly Compared[] | null
  hasOfficial: boolean
  above: Child
  changes: Child
}

const marksOf = (t: CalendarTexts, days: readonly ClosedDays[]) => {
  const marks = new Map<string, { look: DayLook; word: string }>()
  for (const { kind, from, to } of days)
    for (let day = from; day <= to; day = plusDays(day, 1)) marks.set(day, { look: looks[kind], word: t.kinds[kind] })
  return marks
}

/** Only what lies in the year, so that the legend counts what one sees. */
const within = (from: string, to: string, days: readonly ClosedDays[]) =>
  days.map((one) => ({ ...one, from: one.from < from ? from : one.from, to: one.to > to ? to : one.to }))

/** The days without school of one school year: as a picture, as a list, what the government says, and a form. */
export const CalendarView = (props: CalendarProps) => {
  const { t, language, year, years, days, sum, above, changes } = props
  const [first, last] = [`${year}-08-01`, `${year + 1}-07-31`]
  const marks = new Map([...marksOf(t, within(first, last, days))].filter(([day]) => new Date(day).getUTCDay() % 6 > 0))
  return (
    <SettingPage language={language} title={t.title} above={above}>
      <Tabs
        label={t.years}
        tabs={years.map((one) => ({
          to: urls.yearCalendar({ year: String(one) }),
          word: t.yearName(one),
          current: one === year,
        }))}
      />
      <Section heading={t.sum(sum.days, sum.hours)}>
        <Text quiet>{t.sumHint}</Text>
        <YearCalendar language={language} from={first} to={last} marks={marks} />
      </Section>
      <Section heading={t.days}>
        {days.length === 0 ? (
          <Empty title={t.none}>{t.noneText}</Empty>
        ) : (
          <List label={t.days} roomy>
            {days.map(({ id, name, kind, from, to }) => (
              <Row
                key={id}
                title={name}
                text={`${t.period(from, to)}, ${t.kinds[kind].toLowerCase()}`}
                to={urls.closedDays({ id })}
              />
            ))}
          </List>
        )}
      </Section>
      <OfficialDays {...props} />
      <Section heading={t.add}>
        <Form action={urls.yearCalendar()} hidden={{ year: String(year) }}>
          <DaysFields {...props} />
          <Button>{t.save}</Button>
        </Form>
      </Section>
      {changes}
    </SettingPage>
  )
}

const OfficialDays = ({ t, year, region, compared, hasOfficial, problems }: CalendarProps) => (
  <Section heading={t.official}>
    {hasOfficial ? (
      <Stack gap="loose">
        <Text quiet>{t.officialText(t.yearName(year))}</Text>
        {compared && region && (
          <List label={t.compared(t.regions[region])} roomy>
            {compared.map((one) => (
              <Row
                key={one.key}
                title={one.name}
                text={t.period(one.from, one.to)}
                end={<Stands t={t} compared={one} />}
              />
            ))}
          </List>
        )}
        <Form action={urls.officialHolidays()} hidden={{ year: String(year) }}>
          <Choice
            name="region"
            legend={t.region}
            columns={3}
            chosen={region ?? undefined}
            options={regions.map((value) => ({ value, label: t.regions[value] }))}
            error={problems.region}
          />
          <Button look="tinted">{t.takeOver(t.yearName(year))}</Button>
        </Form>
      </Stack>
    ) : (
      <Text>{t.noOfficial(t.yearName(year))}</Text>
    )}
  </Section>
)

const Stands = ({ t, compared: { stands, instead } }: { t: CalendarTexts; compared: Compared }) =>
  stands === 'other' ? (
    <Tag kind="late">{t.instead(instead.map(({ from, to }) => t.period(from, to)).join(', '))}</Tag>
  ) : (
    <Tag kind={stands === 'here' ? 'here' : 'plain'}>{t.stands[stands]}</Tag>
  )

export type EditProps = FieldsProps & { id: string; name: string; year: number; seen: number; above: Child }

/** One stretch of days, to change or to take out. */
export const EditDays = ({ t, id, name, year, seen, above, typed, problems }: EditProps) => (
  <>
    <BackLink to={urls.yearCalendar({ year: String(year) })}>{t.back}</BackLink>
    <PageHead title={t.change(name)} />
    {above}
    <Form action={urls.closedDays({ id })} hidden={{ seen: String(seen) }}>
      <DaysFields t={t} typed={typed} problems={problems} />
      <Button>{t.saveChange}</Button>
    </Form>
    <Section>
      <Form action={urls.removeClosedDays({ id })}>
        <Text quiet>{t.removeText}</Text>
        <Button look="alert-line" icon="trash-2">
          {t.remove}
        </Button>
      </Form>
    </Section>
  </>
)
