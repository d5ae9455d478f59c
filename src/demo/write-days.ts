import { absenceDecision, absenceReason, absenceWord } from '#products/portal/absences/personal-data.ts'
import { assignTeachers } from '#products/school/organisations/groups.ts'
import { inBatches } from '#products/school/people/adding.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { addDays, momentOf, weekdayOf } from './calendar.ts'
import type { Part } from './part.ts'
import type { DemoMark, DemoRestriction } from './types.ts'

/** What of a part moves with the day. */
export type Days = Pick<Part, 'today' | 'restrictions' | 'substitutions' | 'absences' | 'marks' | 'calls' | 'personOf'>

/** Writes what moves with the day. What a visitor of the demo wrote first stays. */
export const writeDays = async (work: Work, days: Days): Promise<void> => {
  await inBatches(days.restrictions.map(restrictionRow), (some) =>
    work.db.insertInto('guardianship_restriction').values(some).execute(),
  )
  await assignTeachers(
    work,
    days.substitutions.map(({ groupId, staffId, from, until }) => ({
      group: groupId,
      person: staffId,
      from,
      to: until,
    })),
  )
  await writeAbsences(work, days)
  await inBatches(
    days.marks.map((mark) => markRow(mark, days.today)),
    (some) =>
      work.db
        .insertInto('attendance_mark')
        .values(some)
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
  )
  await inBatches(days.calls, (some) =>
    work.db
      .insertInto('absence_call')
      .values(
        some.map(({ id, pupilId, guardianId, staffId, calledAt, outcome }) => ({
          id,
          pupil_id: pupilId,
          on_day: calledAt.slice(0, 10),
          guardian_id: days.personOf(guardianId),
          called_by: staffId,
          called_at: new Date(calledAt),
          outcome,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

const restrictionRow = ({ id, guardianshipId, kind, from, until, ...evidence }: DemoRestriction) => ({
  id,
  guardianship_id: guardianshipId,
  kind: kind === 'no-collection' ? 'no-collecting' : kind,
  from_on: from,
  to_on: until,
  evidence_seen_by: evidence.evidenceSeenBy,
  evidence_seen_on: evidence.evidenceSeenOn,
})

const writeAbsences = async (work: Work, { absences, today, personOf }: Days) => {
  const seal = await work.sealer(absences.map(({ pupilId }) => pupilId))
  const rows = absences.map((absence) => {
    const { id, report, unauthorised, word } = absence
    const at = { subject: absence.pupilId, row: id }
    return {
      id,
      pupil_id: absence.pupilId,
      from_on: absence.from,
      to_on: absence.until,
      from_time: absence.hours?.from ?? null,
      until_time: absence.hours?.until ?? null,
      reason: seal(absenceReason, at, { kind: unauthorised ? 'unknown' : absence.kind }),
      word: word === null ? null : seal(absenceWord, at, { word }),
      via: report.via,
      reporter_id: 'guardianId' in report ? personOf(report.guardianId) : null,
      noted_by: 'staffId' in report ? report.staffId : null,
      reported_at: new Date(absence.reportedAt),
      request_key: id,
      decision: unauthorised ? seal(absenceDecision, at, { ground: 'unexplained' }) : null,
      decided_by: unauthorised?.staffId ?? null,
      decided_at: unauthorised ? new Date(unauthorised.decidedAt) : null,
      handed_over_at: handedOver(absence.until, today),
    }
  })
  await inBatches(rows, (some) =>
    work.db
      .insertInto('absence')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

const markRow = ({ pupilId, date, state, arrivedAt, staffId, markedAt }: DemoMark, today: string) => ({
  pupil_id: pupilId,
  on_day: date,
  state,
  arrived_at: arrivedAt,
  marked_by: staffId,
  marked_at: new Date(markedAt),
  handed_over_at: handedOver(date, today),
})

/** The office hands over what is past on Friday afternoon; this week's is still to do. */
const handedOver = (day: string | null, today: string): Date | null => {
  if (day === null) return null
  const friday = addDays(day, 5 - Math.min(weekdayOf(day), 5))
  return friday < today ? new Date(momentOf(friday, '15:30')) : null
}
