import type { SelectQueryBuilder } from 'kysely'
import { personRecord } from '#products/school/index.ts'
import type { Asking, Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { absenceDecision, absenceReason, absenceWord, type Ground, type Kind } from './personal-data.ts'

/** One report about one pupil, opened. Days are `YYYY-MM-DD`, times `HH:MM`. */
export type Absence = {
  readonly id: string
  readonly pupil: string
  readonly from: string
  /** Nothing: until better. */
  readonly to: string | null
  readonly fromTime: string | null
  readonly untilTime: string | null
  readonly kind: Kind
  readonly word: string | null
  readonly via: 'guardian' | 'phone' | 'office'
  /** The guardian who reported it, by given name, where it may be known. */
  readonly reporter: string | null
  readonly reporterId: string | null
  readonly reportedAt: Date
  readonly withdrawn: boolean
  readonly ground: Ground | null
}

/** A selection of pupil ids, such as `childrenOf` and `pupilsTaughtBy` make. */
export type Pupils = SelectQueryBuilder<never, never, { pupil_id: string }> | readonly string[]

/** A time of the database as `HH:MM`. */
export const shortTime = (time: string | null): string | null => time?.slice(0, 5) ?? null

type Period = { readonly from: string; readonly to: string }

/** The reports about these pupils that touch a period, the newest first, still sealed; withdrawn ones only when asked for. */
export const absenceRows = ({ db }: Asking, pupils: Pupils, period: Period, withdrawnToo = false) =>
  db
    .selectFrom('absence')
    .leftJoin('person as reporter', (join) =>
      join.onRef('reporter.id', '=', 'absence.reporter_id').on('reporter.state', '=', 'active'),
    )
    .select([
      'absence.id',
      'absence.pupil_id',
      'absence.from_on',
      'absence.to_on',
      'absence.from_time',
      'absence.until_time',
      'absence.reason',
      'absence.word',
      'absence.decision',
      'absence.via',
      'absence.reporter_id',
      'absence.reported_at',
      'absence.withdrawn_at',
      'reporter.record as reporter',
    ])
    .where('absence.pupil_id', 'in', pupils as readonly string[])
    .where('absence.from_on', '<=', period.to)
    .where((or) => or.or([or('absence.to_on', 'is', null), or('absence.to_on', '>=', period.from)]))
    .$if(!withdrawnToo, (query) => query.where('absence.withdrawn_at', 'is', null))
    .orderBy('absence.from_on', 'desc')
    .orderBy('absence.reported_at', 'desc')

type AbsenceRow = Awaited<ReturnType<ReturnType<typeof absenceRows>['execute']>>[number]

/** Opens the reason, the word, the decision and the reporter's given name of reports. */
export const openAbsences = async (work: Work, rows: readonly AbsenceRow[]): Promise<Absence[]> => {
  const opened = await work.open(rows, {
    reason: reading(absenceReason, 'id', 'kind'),
    word: reading(absenceWord, 'id', 'word'),
    decision: reading(absenceDecision, 'id', 'ground'),
    reporter: reading(personRecord, 'reporter_id', 'givenName'),
  })
  return opened.map((row) => ({
    id: row.id,
    pupil: row.pupil_id,
    from: row.from_on,
    to: row.to_on,
    fromTime: shortTime(row.from_time),
    untilTime: shortTime(row.until_time),
    kind: row.reason.kind,
    word: row.word?.word ?? null,
    via: row.via as Absence['via'],
    reporter: row.reporter?.givenName ?? null,
    reporterId: row.reporter_id,
    reportedAt: row.reported_at,
    withdrawn: row.withdrawn_at !== null,
    ground: row.decision?.ground ?? null,
  }))
}

/** {@link absenceRows}, opened. */
export const absencesAbout = async (
  work: Work,
  pupils: Pupils,
  period: Period,
  withdrawnToo = false,
): Promise<Absence[]> =>
  Array.isArray(pupils) && pupils.length === 0
    ? []
    : openAbsences(work, await absenceRows(work, pupils, period, withdrawnToo).execute())

export type AbsenceMark = {
  readonly pupil: string
  readonly day: string
  readonly state: 'present' | 'late' | 'absent'
  readonly arrivedAt: string | null
}

/** The marks of these pupils in a period, by day, as the beginning of a query. */
export const markRows = ({ db }: Asking, pupils: Pupils, period: Period) =>
  db
    .selectFrom('attendance_mark')
    .select(['pupil_id', 'on_day', 'state', 'arrived_at'])
    .where('pupil_id', 'in', pupils as readonly string[])
    .where('on_day', '>=', period.from)
    .where('on_day', '<=', period.to)
    .orderBy('on_day')

type MarkRow = Awaited<ReturnType<ReturnType<typeof markRows>['execute']>>[number]

/** {@link markRows} in the words of this module. */
export const marksIn = (rows: readonly MarkRow[]): AbsenceMark[] =>
  rows.map((row) => ({
    pupil: row.pupil_id,
    day: row.on_day,
    state: row.state as AbsenceMark['state'],
    arrivedAt: shortTime(row.arrived_at),
  }))

/** The marks of these pupils in a period, by day. */
export const marksAbout = async (work: Work, pupils: Pupils, period: Period): Promise<AbsenceMark[]> =>
  marksIn(await markRows(work, pupils, period).execute())

/** Whether a report covers a day. */
export const covers = ({ from, to }: Pick<Absence, 'from' | 'to'>, day: string): boolean =>
  from <= day && (to === null || day <= to)
