import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Ground, Work } from '#shared/tenancy/work.ts'
import { addDays } from './calendar.ts'
import { type Part, partsOf } from './part.ts'
import type { AbsenceReport, DemoMark } from './types.ts'
import { demoWorld } from './world.ts'
import { writeDays } from './write-days.ts'
import { writeRecovery } from './write-recovery.ts'

/** How many days back a visitor may have changed what the marks of the new day would tell otherwise. */
const LOOKED_BACK = 14

/**
 * Brings the demo world that was written for one day to a later day of the same school year: restrictions, the
 * substitute's day and open reports are replaced, what is over and what visitors of the demo did stays, and what the
 * new day has more is added. People who are gone since then stay away.
 */
export const refreshDemoWorld = async (ground: Ground, from: string, today: string): Promise<void> => {
  const before = new Map(partsOf(demoWorld(from)).map((part) => [part.organisation.id, part]))
  for (const part of partsOf(demoWorld(today))) {
    if (!part.organisation.school) continue
    const old = before.get(part.organisation.id)!
    await asSystem(ground, part.organisation.id, 'demo world', (work) => move(work, old, part))
  }
}

const move = async (work: Work, old: Part, part: Part) => {
  await remove(work, 'guardianship_restriction', notIn(old.restrictions, part.restrictions))
  await remove(
    work,
    'absence',
    notIn(old.absences, part.absences).filter(({ until }) => until === null || until >= part.today),
  )
  for (const { staffId, groupId, from } of notIn(old.substitutions, part.substitutions)) {
    await work.db
      .deleteFrom('group_teacher')
      .where('person_id', '=', staffId)
      .where('group_id', '=', groupId)
      .where('from_on', '=', from)
      .execute()
  }

  const ties = new Map(part.guardianships.map((tie) => [tie.id, tie]))
  const active = await work.db.selectFrom('person').select('id').where('state', '=', 'active').execute()
  const here = new Set(active.map(({ id }) => id))
  const stay = (...ids: (string | null)[]) => ids.every((id) => id === null || here.has(part.personOf(id)))
  const isReported = await reported(work, addDays(old.today, -LOOKED_BACK))
  await writeDays(work, {
    ...part,
    restrictions: notIn(part.restrictions, old.restrictions).filter(({ guardianshipId, evidenceSeenBy }) => {
      const { pupilId, guardianId } = ties.get(guardianshipId)!
      return stay(pupilId, guardianId, evidenceSeenBy)
    }),
    substitutions: notIn(part.substitutions, old.substitutions).filter(({ staffId }) => stay(staffId)),
    absences: notIn(part.absences, old.absences).filter(({ pupilId, report }) => stay(pupilId, ...named(report))),
    marks: notIn(part.marks, old.marks).filter((mark) => stay(mark.pupilId, mark.staffId) && !isReported(mark)),
    calls: notIn(part.calls, old.calls).filter(({ pupilId, guardianId, staffId }) =>
      stay(pupilId, guardianId, staffId),
    ),
  })
  await writeRecovery(work, part)
}

/** What of one list is not, or not just so, in another. */
const notIn = <T>(list: readonly T[], other: readonly T[]): T[] => {
  const there = new Set(other.map((one) => JSON.stringify(one)))
  return list.filter((one) => !there.has(JSON.stringify(one)))
}

const named = (report: AbsenceReport): (string | null)[] => [
  'guardianId' in report ? report.guardianId : null,
  'staffId' in report ? report.staffId : null,
]

const remove = async (work: Work, table: 'absence' | 'guardianship_restriction', rows: readonly { id: string }[]) => {
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  await work.db.deleteFrom(table).where('id', 'in', ids).execute()
}

/** Whether a report that stays covers the day of a mark: then nobody saw the child there. */
const reported = async (work: Work, since: string): Promise<(mark: DemoMark) => boolean> => {
  const rows = await work.db
    .selectFrom('absence')
    .select(['pupil_id', 'from_on', 'to_on'])
    .where('withdrawn_at', 'is', null)
    .where((or) => or.or([or('to_on', 'is', null), or('to_on', '>=', since)]))
    .execute()
  const byPupil = Map.groupBy(rows, ({ pupil_id }) => pupil_id)
  return ({ pupilId, date }) =>
    byPupil.get(pupilId)?.some((one) => one.from_on <= date && (one.to_on === null || date <= one.to_on)) ?? false
}
