import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { byGivenName, fullName } from '../people/names.ts'
import { personRecord } from '../people/personal-data.ts'
import { changed, openPlan } from './plans.ts'

export type PlannedTeacher = { readonly id: string; readonly name: string; readonly weekdays: readonly number[] }

/** Who will teach these groups. */
export const teachersOfPlan = async (
  work: Work,
  groups: readonly string[],
): Promise<ReadonlyMap<string, readonly PlannedTeacher[]>> => {
  if (groups.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('planned_teacher')
    .innerJoin('person', 'person.id', 'planned_teacher.person_id')
    .select(['planned_teacher.group_id', 'planned_teacher.weekdays', 'person.id', 'person.record'])
    .where('planned_teacher.group_id', 'in', oneOf(groups))
    .where('person.state', '=', 'active')
    .execute()
  const opened = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  opened.sort((one, other) => byGivenName(one.record, other.record))
  const all = opened.map(({ group_id, id, record, weekdays }) => ({ group_id, id, name: fullName(record), weekdays }))
  return Map.groupBy(all, ({ group_id }) => group_id)
}

/** Puts somebody before a group of the plan on these weekdays (none: every day); who is there already gets other days. */
export const assignPlanned = async (
  work: Work,
  plan: string,
  group: string,
  { person, weekdays }: { person: string; weekdays: readonly number[] },
): Promise<boolean> => {
  if (!(await openPlan(work, plan))) return false
  const days = { weekdays: [...new Set(weekdays)].sort() }
  await work.db
    .insertInto('planned_teacher')
    .values({ group_id: group, person_id: person, ...days })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'group_id', 'person_id']).doUpdateSet(days))
    .execute()
  await changed(work, plan)
  return true
}

/** Takes somebody from a group of the plan. */
export const unassignPlanned = async (work: Work, plan: string, group: string, person: string): Promise<boolean> => {
  if (!(await openPlan(work, plan))) return false
  await work.db.deleteFrom('planned_teacher').where('group_id', '=', group).where('person_id', '=', person).execute()
  await changed(work, plan)
  return true
}
