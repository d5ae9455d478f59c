import { sql } from 'kysely'
import { assignTeachers } from '../organisations/groups.ts'
import { accessChanged } from '../people/access.ts'
import { notEnded } from '../people/in-force.ts'
import type { Applying } from './apply.ts'
import type { IdOf } from './apply-groups.ts'
import type { Stored } from './apply-people.ts'
import { endPlacements } from './placements.ts'

/**
 * Ties teachers to the groups that the file names. Whom the office put before a group by hand stays there, unless the
 * file once named that group and no longer does. Without a confirmed role none of it gives a right.
 */
export const applyAssignments = async (applying: Applying, idOf: IdOf, teachers: Stored): Promise<void> => {
  const { work, roster, plan, stored, from, startsOn } = applying
  const wanted = [...teachers].flatMap(([index, person]) => {
    const groups = roster.teachers[index]!.groups.flatMap(({ group }) => idOf(group) ?? [])
    return [...new Set(groups)].map((group) => ({ person, group }))
  })
  if (plan.schoolYear === 'same') {
    for (const { id, roster: index } of plan.changed.teachers) {
      const said = stored.records.get(id)?.fromFile
      const keys = roster.teachers[index]!.groups.map(({ group }) => idOf(group))
      if (said?.kind !== 'teacher' || keys.includes(undefined)) continue
      const gone = said.groups.map(({ group }) => group).filter((group) => !keys.includes(group))
      await endPlacements(work, 'group_teacher', from, { groups: gone, people: [id] })
      if (gone.length > 0) await accessChanged(work, [id])
    }
  }
  const rows = await work.db
    .selectFrom('group_teacher')
    .select(['group_id', 'person_id'])
    .where('person_id', '=', sql<string>`any(${wanted.map(({ person }) => person)}::uuid[])`)
    .where(notEnded('group_teacher', from))
    .execute()
  const there = new Set(rows.map(({ group_id, person_id }) => `${group_id} ${person_id}`))
  await assignTeachers(
    work,
    wanted
      .filter(({ group, person }) => !there.has(`${group} ${person}`))
      .map((one) => ({ ...one, from: plan.schoolYear === 'later' ? startsOn : from })),
  )
}
