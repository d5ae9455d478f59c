import { capital, dayLong, type Language, monthLong, number } from '#shared/language/index.ts'
import {
  BackLink,
  BarChart,
  Button,
  ButtonLink,
  Details,
  Empty,
  Form,
  Link,
  List,
  Notice,
  PageHead,
  Quote,
  Row,
  Section,
  Stack,
  Table,
  Tag,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { type findRun, type Hold, type lastRuns, type Month, slugOf, whatOf } from './queries.ts'
import type { RetentionTexts } from './texts.ts'

export type Said = { readonly t: RetentionTexts; readonly language: Language }

type Overview = Said & {
  readonly months: readonly Month[]
  readonly soon: Month['kinds']
  readonly people: readonly { readonly id: string; readonly name: string; readonly on: string }[]
  readonly holds: readonly Hold[]
  readonly runs: Awaited<ReturnType<typeof lastRuns>>
  /** Whether I may hold and release. */
  readonly officer: boolean
}

const rowsOf = ({ t, language }: Said, count: number) =>
  count === 0 ? t.nothing : count === 1 ? t.row : t.rows(number(language, count))

const monthName = (language: Language, month: string) => `${monthLong(language, `${month}-01`)} ${month.slice(0, 4)}`

const Timeline = (props: Overview) => {
  const { t, language, months } = props
  return (
    <Section heading={t.timeline}>
      <Text>{t.timelineText}</Text>
      <BarChart
        label={t.timeline}
        full={Math.max(1, ...months.map(({ rows }) => rows))}
        bars={months.map(({ month, rows }) => ({
          label: monthName(language, month),
          value: rows,
          text: rowsOf(props, rows),
        }))}
      />
      <Details title={t.table} icon="chart-no-axes-column">
        <Table
          caption={t.timeline}
          columns={[{ heading: t.month }, { heading: t.kind }, { heading: t.count, number: true }]}
          rows={months.flatMap(({ month, kinds }) =>
            kinds.map(({ rule, rows }) => ({
              key: `${month} ${rule.name}`,
              cells: [monthName(language, month), capital(rule.declaration.what[language]), number(language, rows)],
            })),
          )}
        />
      </Details>
    </Section>
  )
}

const Soon = (props: Overview) => {
  const { t, language, soon, people, officer } = props
  if (soon.length === 0)
    return (
      <Section heading={t.soon}>
        <Empty title={t.soonNone} />
      </Section>
    )
  return (
    <Section heading={t.soon}>
      {officer && <Text>{t.soonText}</Text>}
      {people.length > 0 && (
        <List label={t.people}>
          {people.map(({ id, name, on }) => (
            <Row
              key={id}
              title={name}
              person={{ id, name }}
              text={t.allGoes(dayLong(language, on, { year: true }))}
              end={officer && <Link to={urls.newRetentionHold({ person: id })}>{t.keepThis}</Link>}
            />
          ))}
        </List>
      )}
      <List label={t.soon}>
        {soon.map(({ rule, rows, first }) => (
          <Row
            key={rule.name}
            title={capital(rule.declaration.what[language])}
            text={`${rowsOf(props, rows)}, ${t.from(dayLong(language, first, { year: true }))}`}
            end={officer && <Link to={urls.newRetentionHold({ rule: slugOf(rule.name) })}>{t.keepThis}</Link>}
          />
        ))}
      </List>
    </Section>
  )
}

const Holds = ({ t, language, holds, officer }: Overview) => (
  <Section heading={t.holds}>
    <Stack>
      <Text>{t.holdsText}</Text>
      {holds.length === 0 ? (
        <Empty title={t.holdsNone} />
      ) : (
        <List label={t.holds} roomy>
          {holds.map(({ id, person, rule, reason, until, passed }) => (
            <Row
              key={id}
              title={person ? person.name : capital(rule?.declaration.what[language] ?? '')}
              {...(person ? { person } : { icon: 'lock' as const })}
              text={capital((passed ? t.passed : t.until)(dayLong(language, until, { year: true })))}
              more={<Quote>{reason}</Quote>}
              end={
                officer && (
                  <Form action={urls.liftRetentionHold({ id })}>
                    <Button look="text">{t.lift}</Button>
                  </Form>
                )
              }
            />
          ))}
        </List>
      )}
      {officer && (
        <ButtonLink to={urls.newRetentionHold()} look="line" icon="lock">
          {t.hold}
        </ButtonLink>
      )}
    </Stack>
  </Section>
)

const said = ({ t, language }: Said, run: Overview['runs'][number]) => {
  if (run.state === 'running') return t.running
  if (run.state === 'failed') return t.failed(number(language, Number(run.remaining)))
  return t.proven(number(language, Number(run.done)), number(language, Number(run.held)))
}

const Runs = (props: Overview) => {
  const { t, language, runs } = props
  return (
    <Section heading={t.runs}>
      {runs.length === 0 ? (
        <Empty title={t.runsNone} />
      ) : (
        <List label={t.runs}>
          {runs.map((run) => (
            <Row
              key={run.id}
              icon={run.state === 'proven' ? 'shield-check' : run.state === 'failed' ? 'circle-alert' : 'clock'}
              tone={run.state === 'failed' ? 'alert' : 'quiet'}
              title={dayLong(language, run.as_of, { year: true })}
              text={said(props, run)}
              to={urls.retentionRun({ id: run.id })}
            />
          ))}
        </List>
      )}
    </Section>
  )
}

/** What goes when, what goes soon, what is held, and the last nights with their proof. */
export const RetentionOverview = (props: Overview) => (
  <>
    <BackLink to={urls.privacyDesk()}>{props.t.desk}</BackLink>
    <PageHead title={props.t.title} text={props.t.text} />
    <Text>
      <Link to={urls.retentionPeriods()}>{props.t.allPeriods}</Link>
    </Text>
    <Timeline {...props} />
    <Soon {...props} />
    <Holds {...props} />
    <Runs {...props} />
  </>
)

/** One night: what it did per kind, and what the second query found. */
export const RetentionRun = ({
  t,
  language,
  run,
}: Said & { run: NonNullable<Awaited<ReturnType<typeof findRun>>> }) => {
  const shown = run.steps.filter(({ due, done, held, remaining }) => [due, done, held, remaining].some(Number))
  const count = (value: unknown) => number(language, Number(value ?? 0))
  const places: Readonly<Record<string, string>> = t.places
  return (
    <>
      <BackLink to={urls.retention()}>{t.title}</BackLink>
      <PageHead title={t.runTitle} text={dayLong(language, run.as_of, { year: true })} />
      {run.state === 'running' ? (
        <Tag>{t.running}</Tag>
      ) : (
        <Notice kind={run.state === 'proven' ? 'received' : 'alert'} still>
          {run.state === 'proven' ? t.proven(count(run.done), count(run.held)) : t.failed(count(run.remaining))}
        </Notice>
      )}
      {shown.length > 0 && (
        <Section>
          <Table
            caption={t.runTitle}
            columns={[t.kind, t.due, t.done, t.held, t.left].map((heading, at) => ({ heading, number: at > 0 }))}
            rows={shown.map(({ rule, due, done, held, remaining }) => ({
              key: rule,
              cells: [
                places[rule] ?? capital(whatOf(rule, language) ?? rule),
                count(due),
                count(done),
                count(held),
                count(remaining),
              ],
            }))}
          />
        </Section>
      )}
    </>
  )
}
