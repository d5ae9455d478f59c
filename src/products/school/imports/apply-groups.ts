import { randomUUID } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'
import { addGroups } from '../organisations/groups.ts'
import { dayBefore, notEnded } from '../people/in-force.ts'
import type { Applying } from './apply.ts'
import { endPlacements } from './placements.ts'
import { lasting } from './roster/roster.ts'

/** A group's key in the file to its internal id; nothing while a person has not decided which group it is. */
export type IdOf = (key: string) => string | undefined

/** Adds, renames and ends groups of the school year. */
export const applyGroups = async ({ work, roster, plan, from }: Applying, schoolYear: string): Promise<IdOf> => {
  const added = plan.added.groups.map(({ roster: index }) => ({ id: randomUUID(), index }))
  const ids = new Map(roster.groups.map(({ key }, index) => [key, plan.groupIds[index] ?? undefined]))
  for (const { id, index } of added) ids.set(roster.groups[index]!.key, id)
  await addGroups(
    work,
    schoolYear,
    added.map(({ id, index }) => {
      const { key, ...group } = roster.groups[index]!
      return { id, ...group, sourceKey: lasting(key) }
    }),
  )
  for (const { id, roster: index } of plan.changed.groups) {
    const { name, year, key } = roster.groups[index]!
    const kept = lasting(key)
    await work.db
      .updateTable('school_group')
      .set({ name, year, ...(kept === null ? {} : { source_key: kept }) })
      .where('id', '=', id)
      .execute()
  }
  const ended = plan.left.groups.map(({ id }) => id)
  if (ended.length > 0) {
    await endPlacements(work, 'group_pupil', from, { groups: ended })
    await endPlacements(work, 'group_teacher', from, { groups: ended })
    await work.db
      .updateTable('school_group')
      .set({ ended_on: dayBefore(from), source_key: null })
      .where('id', 'in', ended)
      .execute()
  }
  return (key) => ids.get(key)
}

/** A group lives one school year: whoever was in an older one leaves it on the day before the new year's groups count. */
export const endOlderYears = async (work: Work, startsOn: string, from: string = startsOn): Promise<void> => {
  const rows = await work.db
    .selectFrom('school_group')
    .innerJoin('school_year', 'school_year.id', 'school_group.school_year_id')
    .select('school_group.id')
    .where('school_year.starts_on', '<', startsOn)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('group_pupil')
            .select('group_pupil.group_id')
            .whereRef('group_pupil.group_id', '=', 'school_group.id')
            .where(notEnded('group_pupil', from)),
        ),
        exists(
          selectFrom('group_teacher')
            .select('group_teacher.group_id')
            .whereRef('group_teacher.group_id', '=', 'school_group.id')
            .where(notEnded('group_teacher', from)),
        ),
      ]),
    )
    .execute()
  const groups = rows.map(({ id }) => id)
  await endPlacements(work, 'group_pupil', from, { groups })
  await endPlacements(work, 'group_teacher', from, { groups })
}
