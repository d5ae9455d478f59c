import { personRecord, type SchoolDays } from '#products/school/index.ts'
import { csvFile } from '#shared/language/csv.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { shortTime } from '../absences.ts'
import { absenceDecision, absenceReason } from '../personal-data.ts'
import { isAuthorised } from '../rules.ts'
import { missedMinutes } from '../sixteen-hours.ts'
import type { TeamTexts } from '../team-texts.ts'
import type { AbsenceTexts } from '../texts.ts'
import { marksOf, reportsOf } from './queries.ts'

/** The home groups of pupils today, by pupil. */
const groupsOf = async (work: Work): Promise<ReadonlyMap<string, string>> => {
  const rows = await work.db
    .selectFrom('group_pupil as placed')
    .innerJoin('school_group', 'school_group.id', 'placed.group_id')
    .select(['placed.pupil_id', 'school_group.name'])
    .where('school_group.kind', '=', 'home')
    .where('placed.from_on', '<=', work.today)
    .where((or) => or.or([or('placed.to_on', 'is', null), or('placed.to_on', '>=', work.today)]))
    .execute()
  return new Map(rows.map(({ pupil_id, name }) => [pupil_id, name]))
}

type Line = Record<keyof TeamTexts['handOver']['columns'], string | number>

/**
 * The file of one hand-over, or nothing when there was none at that moment. CSV as Dutch administrations and Excel open
 * it by double-click: UTF-8 with a byte order mark, semicolons, CRLF; text that would be a formula gets an apostrophe.
 */
export const handOverFile = async (
  work: Work,
  at: Date,
  days: SchoolDays,
  words: { t: TeamTexts['handOver']; grounds: AbsenceTexts['grounds'] },
): Promise<string | null> => {
  const [said, seen, groups] = await Promise.all([
    reportsOf(work, at)
      .select([
        'person.id as pupil',
        'person.record',
        'absence.id',
        'absence.from_on',
        'absence.to_on',
        'absence.from_time',
        'absence.until_time',
        'absence.reason',
        'absence.decision',
      ])
      .execute(),
    marksOf(work, at)
      .select(['person.id as pupil', 'person.record', 'mark.on_day', 'mark.state', 'mark.arrived_at'])
      .execute(),
    groupsOf(work),
  ])
  if (said.length + seen.length === 0) return null
  const { t, grounds } = words
  const person = reading(personRecord, 'pupil', 'sourceKey', 'surname', 'prefix', 'givenName')
  const who = (row: {
    pupil: string
    record: { sourceKey: string | null; surname: string; prefix: string; givenName: string }
  }) => ({
    key: row.record.sourceKey ?? '',
    surname: row.record.surname,
    prefix: row.record.prefix,
    givenName: row.record.givenName,
    group: groups.get(row.pupil) ?? '',
  })
  const openedReports = await work.open(said, {
    record: person,
    reason: reading(absenceReason, 'id', 'kind'),
    decision: reading(absenceDecision, 'id', 'ground'),
  })
  const openedMarks = await work.open(seen, { record: person })
  const minutesOf = (row: {
    from_on: string
    to_on: string | null
    from_time: string | null
    until_time: string | null
  }) =>
    days.between(row.from_on, row.to_on ?? row.from_on).reduce((sum, day) => {
      const cover = { fromTime: shortTime(row.from_time), untilTime: shortTime(row.until_time) }
      return sum + missedMinutes([cover], days.lessons(day)!, null)
    }, 0)
  const lines: Line[] = [
    ...openedReports.map((row) => ({
      ...who(row),
      kind: t.kinds[row.reason.kind],
      from: row.from_on,
      to: row.to_on ?? '',
      fromTime: shortTime(row.from_time) ?? '',
      untilTime: shortTime(row.until_time) ?? '',
      minutes: minutesOf(row),
      allowed: row.decision ? (isAuthorised(row.decision.ground) ? t.yes : t.no) : '',
      ground: row.decision ? grounds[row.decision.ground] : '',
    })),
    ...openedMarks.map((row) => {
      const late = row.state === 'late'
      const until = shortTime(row.arrived_at)
      return {
        ...who(row),
        kind: late ? t.kinds.late : t.kinds.unknown,
        from: row.on_day,
        to: row.on_day,
        fromTime: '',
        untilTime: until ?? '',
        minutes:
          late && until === null
            ? ''
            : minutesOf({ from_on: row.on_day, to_on: null, from_time: null, until_time: until }),
        allowed: '',
        ground: '',
      }
    }),
  ]
  const columns = Object.keys(t.columns) as (keyof Line)[]
  const table = [
    columns.map((column) => t.columns[column]),
    ...lines
      .sort(
        (one, other) =>
          String(one.surname).localeCompare(String(other.surname), 'nl') || (one.from < other.from ? -1 : 1),
      )
      .map((line) => columns.map((column) => line[column])),
  ]
  return csvFile(table)
}
