import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { wholeSchool } from '../imports/whole-school.ts'
import { inBatches } from '../people/adding.ts'
import { sameName } from './groups.ts'
import { changed, groupsOfPlan, openPlan } from './plans.ts'
import { LEAVES, type PlannedPupil } from './pupils.ts'

/** A group beside the home groups, and the planned home groups of which everyone comes in it. */
export type OtherGroup = { readonly name: string; readonly of: readonly string[] }

/** Who is in each group beside the home groups; who leaves the school or may not be seen is in none. */
export const othersOfPlan = async (
  work: Work,
  plan: string,
  pupils: readonly PlannedPupil[],
): Promise<ReadonlyMap<string, readonly PlannedPupil[]>> => {
  const rows = await work.db
    .selectFrom('planned_composed_place as place')
    .innerJoin('planned_group', 'planned_group.id', 'place.group_id')
    .select(['place.group_id as group', 'place.pupil_id as pupil'])
    .where('planned_group.plan_id', '=', plan)
    .execute()
  const within = Map.groupBy(rows, ({ group }) => group)
  return new Map(
    [...within].map(([group, some]) => {
      const ids = new Set(some.map(({ pupil }) => pupil))
      return [group, pupils.filter(({ id, goes }) => ids.has(id) && goes !== LEAVES)]
    }),
  )
}

/**
 * Makes a group beside the home groups, with everyone of those that were chosen in it, protected identities too. Answers its
 * id. `key` makes a form sent twice one group.
 */
export const addOtherGroup = async (
  work: Work,
  plan: string,
  { name, of }: OtherGroup,
  key: string,
): Promise<'done' | 'there' | 'gone'> => {
  if (!(await openPlan(work, plan))) return 'gone'
  const groups = await groupsOfPlan(work, plan)
  if (groups.some(({ id }) => id === key)) return 'done'
  if (groups.some((group) => sameName(group.name, name))) return 'there'
  const home = new Set(groups.filter(({ kind }) => kind === 'home').map(({ id }) => id))
  if (!of.every((id) => home.has(id))) return 'gone'
  await work.db
    .insertInto('planned_group')
    .values({ id: key, plan_id: plan, kind: 'composed', name, by_hand: true })
    .execute()
  const everyone = of.length === 0 ? [] : await wholeSchool(work, () => placedIn(work, plan, of))
  await addTo(work, key, everyone)
  await changed(work, plan)
  return 'done'
}

const placedIn = async (work: Work, plan: string, groups: readonly string[]): Promise<string[]> => {
  const rows = await work.db
    .selectFrom('planned_place')
    .select('pupil_id')
    .where('plan_id', '=', plan)
    .where('group_id', 'in', oneOf(groups))
    .execute()
  return rows.map(({ pupil_id }) => pupil_id)
}

const addTo = (work: Work, group: string, pupils: readonly string[]) =>
  inBatches(pupils, (some) =>
    work.db
      .insertInto('planned_composed_place')
      .values(some.map((pupil) => ({ group_id: group, pupil_id: pupil })))
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )

/**
 * Stores who was ticked on and off since the page was made, so that two people can work on one group: what the reader left as
 * it was is not touched. `gone` when the plan can no longer be changed, the group is not made by hand, or somebody is none of
 * `known`.
 */
export const choosePupils = async (
  work: Work,
  plan: string,
  group: string,
  known: readonly PlannedPupil[],
  { seen, chosen }: { seen: readonly string[]; chosen: readonly string[] },
): Promise<'done' | 'gone'> => {
  if (!(await openPlan(work, plan))) return 'gone'
  const of = await work.db
    .selectFrom('planned_group')
    .select('id')
    .where('id', '=', group)
    .where('plan_id', '=', plan)
    .where('by_hand', '=', true)
    .executeTakeFirst()
  const ids = new Set(known.map(({ id }) => id))
  const [before, now] = [new Set(seen), new Set(chosen)]
  const [on, off] = [[...now.difference(before)], [...before.difference(now)]]
  if (!of || ![...on, ...off].every((id) => ids.has(id))) return 'gone'
  if (off.length > 0)
    await work.db
      .deleteFrom('planned_composed_place')
      .where('group_id', '=', group)
      .where('pupil_id', 'in', oneOf(off))
      .execute()
  await addTo(work, group, on)
  if (on.length + off.length > 0) await changed(work, plan)
  return 'done'
}
