import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Ground, Work } from '#shared/tenancy/work.ts'
import { type Part, partsOf } from './part.ts'
import { demoWorld } from './world.ts'
import { writeDays } from './write-days.ts'

type Identified = { readonly id: string }

/** What of one list is not, or not just so, in another. */
const notIn = <T extends Identified>(list: readonly T[], other: readonly T[]): T[] => {
  const there = new Set(other.map((one) => JSON.stringify(one)))
  return list.filter((one) => !there.has(JSON.stringify(one)))
}

/**
 * Brings the demo world that was written for one day to a later day of the same school year: what moved (absences,
 * marks, calls, restrictions, the substitute's day) is replaced, what visitors of the demo did stays. People who are
 * gone since then stay away.
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
  const active = await work.db.selectFrom('person').select('id').where('state', '=', 'active').execute()
  const here = new Set(active.map(({ id }) => id))
  const stays = (...ids: string[]) => ids.every((id) => here.has(part.personOf(id)))
  const ties = new Map(part.guardianships.map((tie) => [tie.id, tie]))

  await remove(work, 'guardianship_restriction', notIn(old.restrictions, part.restrictions))
  await remove(work, 'absence', notIn(old.absences, part.absences))
  for (const { staffId, groupId, from } of notIn(old.substitutions, part.substitutions)) {
    await work.db
      .deleteFrom('group_teacher')
      .where('person_id', '=', staffId)
      .where('group_id', '=', groupId)
      .where('from_on', '=', from)
      .execute()
  }
  await writeDays(work, {
    ...part,
    restrictions: notIn(part.restrictions, old.restrictions).filter(({ guardianshipId, evidenceSeenBy }) => {
      const { pupilId, guardianId } = ties.get(guardianshipId)!
      return stays(pupilId, guardianId, evidenceSeenBy)
    }),
    substitutions: notIn(part.substitutions, old.substitutions).filter(({ staffId }) => stays(staffId)),
    absences: notIn(part.absences, old.absences).filter(({ pupilId, report }) =>
      stays(pupilId, ...reportersOf(report)),
    ),
    marks: notIn(part.marks, old.marks).filter(({ pupilId, staffId }) => stays(pupilId, staffId)),
    calls: notIn(part.calls, old.calls).filter(({ pupilId, guardianId, staffId }) =>
      stays(pupilId, guardianId, staffId),
    ),
  })
}

const reportersOf = (report: Part['absences'][number]['report']): string[] =>
  [('guardianId' in report && report.guardianId) || '', ('staffId' in report && report.staffId) || ''].filter(Boolean)

const remove = async (work: Work, table: 'absence' | 'guardianship_restriction', rows: readonly Identified[]) => {
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  await work.db.deleteFrom(table).where('id', 'in', ids).execute()
}
