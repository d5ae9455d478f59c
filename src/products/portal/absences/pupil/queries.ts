import { randomUUID } from 'node:crypto'
import { type SchoolDays, schoolDays, schoolYearOf } from '#products/school/index.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import {
  type Absence,
  type AbsenceMark,
  absencesAbout,
  covers,
  marksAbout,
  type Pupils,
  shortTime,
} from '../absences.ts'
import { absenceDecision, absenceReason, type Ground } from '../personal-data.ts'
import { type Pupil, pupilsNamed } from '../report/queries.ts'
import { isAuthorised } from '../rules.ts'
import { type Missed, missedMinutes, sixteenHours, type Warning } from '../sixteen-hours.ts'
import { renewPages } from '../telling.ts'
import type { Year } from '../year.tsx'

export type PupilOverview = {
  readonly pupil: Pupil
  readonly year: Year
  readonly days: SchoolDays
  readonly absences: readonly Absence[]
  readonly marks: readonly AbsenceMark[]
  readonly sixteen: ReturnType<typeof sixteenHours>
}

/** Lesson minutes missed without leave, per school day up to today. */
const unauthorisedMinutes = (
  absences: readonly Absence[],
  marks: readonly AbsenceMark[],
  days: SchoolDays,
  all: readonly string[],
): Missed[] => {
  const against = absences.filter((one) => one.ground !== null && !isAuthorised(one.ground))
  if (against.length === 0) return []
  return all.flatMap((day) => {
    const lessons = days.lessons(day)
    const mine = against.filter((one) => covers(one, day))
    if (!lessons || mine.length === 0) return []
    const mark = marks.find((one) => one.day === day) ?? null
    return [{ day, minutes: missedMinutes(mine, lessons, mark) }]
  })
}

/** Everything about one pupil's year, and how near sixteen hours it came. Nothing for who is not at this school. */
export const pupilOverview = async (work: Work, pupil: string): Promise<PupilOverview | null> => {
  const year = schoolYearOf(work.today)
  const period = { from: year.startsOn, to: '9999-12-31' }
  const [days, named, absences, marks] = await Promise.all([
    schoolDays(work),
    pupilsNamed(work, [pupil]),
    absencesAbout(work, [pupil], period),
    marksAbout(work, [pupil], period),
  ])
  const [found] = named
  if (!found) return null
  const past = days.between(year.startsOn, work.today)
  return {
    pupil: found,
    year,
    days,
    absences,
    marks,
    sixteen: sixteenHours(unauthorisedMinutes(absences, marks, days, past), past),
  }
}

export type Near = { readonly pupil: string; readonly minutes: number; readonly warnings: readonly Warning[] }

/** Pupils who came to sixteen hours this school year or have missed half of that now, the most urgent first. */
export const nearSixteen = async (work: Work, days: SchoolDays): Promise<Near[]> => {
  const year = schoolYearOf(work.today)
  const rows = await work.db
    .selectFrom('absence')
    .innerJoin('person', 'person.id', 'absence.pupil_id')
    .select('absence.pupil_id')
    .distinct()
    .where('absence.decision', 'is not', null)
    .where('absence.withdrawn_at', 'is', null)
    .execute()
  const pupils: Pupils = rows.map(({ pupil_id }) => pupil_id)
  if (pupils.length === 0) return []
  const period = { from: year.startsOn, to: work.today }
  const [absences, marks] = await Promise.all([absencesAbout(work, pupils, period), marksAbout(work, pupils, period)])
  const past = days.between(year.startsOn, work.today)
  return pupils
    .map((pupil) => {
      const mine = (one: { pupil: string }) => one.pupil === pupil
      const missed = unauthorisedMinutes(absences.filter(mine), marks.filter(mine), days, past)
      return { pupil, ...sixteenHours(missed, past) }
    })
    .filter(({ minutes, warnings }) => minutes >= HALF || warnings.length > 0)
    .sort((one, other) => other.warnings.length - one.warnings.length || other.minutes - one.minutes)
}

const HALF = 8 * 60

/** Where a decision is about: a report, or a day on which a teacher saw nobody and nobody had reported. */
export type About = { readonly absence: string } | { readonly day: string }

/** Writes down what the school decided. Answers false when there is no such report or day of this pupil. */
export const decide = async (work: Work, me: Me, pupil: string, about: About, ground: Ground): Promise<boolean> => {
  const id =
    'absence' in about ? await known(work, pupil, about.absence) : await madeFromMark(work, me, pupil, about.day)
  if (!id) return false
  const decision = await work.seal(absenceDecision, { subject: pupil, row: id }, { ground })
  await work.db
    .updateTable('absence')
    // Decided after hand-over: it is handed over again.
    .set({ decision, decided_by: me.id, decided_at: work.now, handed_over_at: null })
    .where('id', '=', id)
    .execute()
  await work.audit('decided-absence', id, [pupil])
  await renewPages(work, [pupil])
  return true
}

const known = async (work: Work, pupil: string, id: string): Promise<string | null> => {
  const row = await work.db
    .selectFrom('absence')
    .innerJoin('person', 'person.id', 'absence.pupil_id')
    .select('absence.id')
    .where('absence.id', '=', id)
    .where('absence.pupil_id', '=', pupil)
    .where('absence.withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

/** A report of the office about a day that a teacher marked as away and nobody had reported. */
const madeFromMark = async (work: Work, me: Me, pupil: string, day: string): Promise<string | null> => {
  const mark = await work.db
    .selectFrom('attendance_mark')
    .innerJoin('person', 'person.id', 'attendance_mark.pupil_id')
    .select('attendance_mark.arrived_at')
    .where('pupil_id', '=', pupil)
    .where('on_day', '=', day)
    .where('attendance_mark.state', '=', 'absent')
    .executeTakeFirst()
  if (!mark) return null
  const id = randomUUID()
  const reason = await work.seal(absenceReason, { subject: pupil, row: id }, { kind: 'unknown' })
  await work.db
    .insertInto('absence')
    .values({
      id,
      pupil_id: pupil,
      from_on: day,
      to_on: day,
      from_time: null,
      until_time: shortTime(mark.arrived_at),
      reason,
      via: 'office',
      noted_by: me.id,
      reported_at: work.now,
      request_key: randomUUID(),
    })
    .execute()
  return id
}
