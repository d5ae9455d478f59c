import { randomUUID } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'
import { changed, groupsOfPlan, openPlan } from './plans.ts'

/** How a group is called and which year it has; `C` is a combination, a group beside the home groups has none. */
export type Naming = { readonly name: string; readonly year: string }

/** `there`: another group of the plan has that name. */
export type Renamed = 'done' | 'there' | 'gone' | { readonly meanwhile: Naming }

export const sameName = (one: string, other: string) => one.localeCompare(other, 'nl', { sensitivity: 'accent' }) === 0

/** Adds a group to a plan. */
export const addPlannedGroup = async (work: Work, plan: string, { name, year }: Naming): Promise<Renamed> => {
  if (!(await openPlan(work, plan))) return 'gone'
  if ((await groupsOfPlan(work, plan)).some((group) => sameName(group.name, name))) return 'there'
  await work.db
    .insertInto('planned_group')
    .values({ id: randomUUID(), plan_id: plan, kind: 'home', name, year })
    .execute()
  await changed(work, plan)
  return 'done'
}

/**
 * Gives a group another name or year. Refuses, and answers what stands there now, when somebody else changed it after
 * `seen`. Pupils of a group with one year follow the group's year.
 */
export const renamePlannedGroup = async (
  work: Work,
  plan: string,
  id: string,
  naming: Naming,
  seen: Naming,
): Promise<Renamed> => {
  if (!(await openPlan(work, plan))) return 'gone'
  const groups = await groupsOfPlan(work, plan)
  const group = groups.find((one) => one.id === id)
  if (!group) return 'gone'
  const stands = { name: group.name, year: group.year ?? '' }
  const same = (one: Naming, other: Naming) => one.name === other.name && one.year === other.year
  if (!same(stands, seen) && !same(stands, naming)) return { meanwhile: stands }
  if (groups.some((one) => one.id !== id && sameName(one.name, naming.name))) return 'there'
  await work.db
    .updateTable('planned_group')
    .set({ name: naming.name, year: naming.year || null })
    .where('id', '=', id)
    .execute()
  if (/^[1-8]$/.test(naming.year))
    await work.db.updateTable('planned_place').set({ year: naming.year }).where('group_id', '=', id).execute()
  await changed(work, plan)
  return 'done'
}

/** Takes a group out of a plan: who was in it has no group yet. */
export const removePlannedGroup = async (work: Work, plan: string, id: string): Promise<boolean> => {
  if (!(await openPlan(work, plan))) return false
  const removed = await work.db
    .deleteFrom('planned_group')
    .where('id', '=', id)
    .where('plan_id', '=', plan)
    .returning('id')
    .executeTakeFirst()
  if (removed) await changed(work, plan)
  return removed !== undefined
}
