import { clock as clockWord, dayLong, number } from '#shared/language/index.ts'
import { ButtonLink, Empty, List, PageHead, Row, Section, Tag } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { type Clock, firstClock } from './clocks.ts'
import { ClockLine, clockSaid, type Words } from './clocks-view.tsx'
import type { Incident } from './reading.ts'

export type Listed = Incident & { readonly clocks: readonly Clock[] }

const LINE = 90

/** What it is about: the first sentence, or as much of it as stands on a line. */
export const titleOf = ({ words }: Pick<Incident, 'words'>): string => {
  const [sentence = ''] = /^.*?(?:[.!?](?=\s)|$)/m.exec(words.summary || words.saw) ?? []
  return sentence.length > LINE ? `${sentence.slice(0, LINE - 2)}…` : sentence.replace(/\.$/, '')
}

const IncidentRow = (words: Words, incident: Listed) => {
  const { t, language } = words
  const { id, reportedAt, closedAt, next, rehearsal } = incident
  const first = firstClock(incident.clocks)
  return (
    <Row
      key={id}
      title={titleOf(incident)}
      text={
        closedAt
          ? t.closedOn(dayLong(language, closedAt, { year: true }))
          : t.reportedOn(dayLong(language, reportedAt), clockWord(language, reportedAt))
      }
      to={urls.incident({ id })}
      end={rehearsal ? <Tag kind="accent">{t.rehearsal}</Tag> : next && <Tag kind="late">{t.steps.names[next]}</Tag>}
      more={first && <ClockLine {...words} clock={first} />}
    />
  )
}

/** On the first page of who keeps the register: how many run, and the least time. */
export const Running = (words: Words & { readonly count: number; readonly first: Clock | undefined }) => (
  <List roomy>
    <Row
      title={words.t.today(number(words.language, words.count), words.count === 1)}
      text={
        words.first ? `${words.t.clocks.whom[words.first.whom]}: ${clockSaid(words, words.first)}` : words.t.clocks.none
      }
      tone={words.first && words.first.left < 0 ? 'alert' : 'late'}
      icon="triangle-alert"
      to={urls.incidents()}
    />
  </List>
)

/** The register: what runs with its clock, then rehearsals, then what is closed. */
export const Register = (words: Words & { readonly list: readonly Listed[] }) => {
  const { t, list } = words
  const parts = [
    { heading: t.running, rows: list.filter(({ closedAt, rehearsal }) => !closedAt && !rehearsal) },
    { heading: t.practice, rows: list.filter(({ rehearsal }) => rehearsal) },
    { heading: t.closed, rows: list.filter(({ closedAt, rehearsal }) => closedAt && !rehearsal) },
  ]
  return (
    <>
      <PageHead
        title={t.title}
        text={t.text}
        end={
          <ButtonLink to={urls.reportIncident()} icon="plus">
            {t.report}
          </ButtonLink>
        }
      />
      {parts[0]!.rows.length === 0 && <Empty title={t.none}>{t.noneText}</Empty>}
      {parts
        .filter(({ rows }) => rows.length > 0)
        .map(({ heading, rows }) => (
          <Section key={heading} heading={heading} count={rows.length}>
            <List label={heading} roomy>
              {rows.map((one) => IncidentRow(words, one))}
            </List>
          </Section>
        ))}
    </>
  )
}
