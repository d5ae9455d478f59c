import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { inBatches } from '../people/adding.ts'
import { ensurePlan } from '../school-years/plans.ts'
import type { Ahead } from './ahead.ts'
import type { Applying } from './apply.ts'
import type { IdOf } from './apply-groups.ts'
import { applyPeople, type Stored } from './apply-people.ts'
import { lasting } from './roster/roster.ts'

const any = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`

/**
 * Stores a file of a year to come: people at once, everything about groups in the preparation of that year, where the file
 * wins for places and what was chosen of teachers stays. Without a preparation it begins one that takes effect by itself.
 */
export const applyAhead = async (applying: Applying, ahead: Ahead): Promise<void> => {
  const { work, roster, plan, startsOn } = applying
  const year = ahead.plan ?? (await ensurePlan(work, startsOn, 'prepared')).id
  const idOf = await planGroups(applying, year)
  const { pupils, teachers } = await applyPeople(applying, idOf)
  await planPlaces(applying, year, idOf, pupils)
  await planLeavers(
    work,
    year,
    plan.left.pupils.map(({ id }) => id),
  )
  await planTeachers(applying, idOf, teachers)
  await forgetEmpty(work, year, new Set(roster.groups.map(({ key }) => idOf(key))))
  await work.db
    .updateTable('school_year_plan')
    .set({ changed_by: work.person, changed_at: work.now })
    .where('id', '=', year)
    .execute()
}

const planGroups = async ({ work, roster, plan }: Applying, year: string): Promise<IdOf> => {
  const ids = new Map(roster.groups.map(({ key }, index) => [key, plan.groupIds[index] ?? undefined]))
  const added = plan.added.groups.map(({ roster: index }) => {
    const { key, kind, name, year: level } = roster.groups[index]!
    const id = randomUUID()
    ids.set(key, id)
    return { id, plan_id: year, kind, name, year: level, source_key: lasting(key) }
  })
  await inBatches(added, (some) => work.db.insertInto('planned_group').values(some).execute())
  for (const { id, roster: index } of plan.changed.groups) {
    const { name, year: level, key } = roster.groups[index]!
    const kept = lasting(key)
    await work.db
      .updateTable('planned_group')
      .set({ name, year: level, ...(kept === null ? {} : { source_key: kept }) })
      .where('id', '=', id)
      .execute()
  }
  return (key) => ids.get(key)
}

/** Everyone whose place the file says; who is in a group that is in doubt stays where they were. */
const planPlaces = async ({ work, roster }: Applying, year: string, idOf: IdOf, pupils: Stored) => {
  const said = [...pupils].map(([index, pupil]) => ({ pupil, of: roster.pupils[index]! }))
  const sure = said.filter(({ of: { homeGroup } }) => homeGroup === null || idOf(homeGroup) !== undefined)
  const all = sure.map(({ pupil }) => pupil)
  await work.db.deleteFrom('planned_place').where('plan_id', '=', year).where('pupil_id', '=', any(all)).execute()
  const home = sure.flatMap(({ pupil, of }) =>
    of.homeGroup === null ? [] : [{ plan_id: year, pupil_id: pupil, group_id: idOf(of.homeGroup)!, year: of.year }],
  )
  await inBatches(home, (some) => work.db.insertInto('planned_place').values(some).execute())
  await work.db
    .deleteFrom('planned_composed_place')
    .where('pupil_id', '=', any(said.map(({ pupil }) => pupil)))
    .where('group_id', 'in', ({ selectFrom }) =>
      selectFrom('planned_group')
        .select('planned_group.id')
        .where('planned_group.plan_id', '=', year)
        .where('planned_group.by_hand', '=', false),
    )
    .execute()
  const composed = said.flatMap(({ pupil, of }) =>
    [...new Set(of.composedGroups.flatMap((key) => idOf(key) ?? []))].map((group) => ({
      group_id: group,
      pupil_id: pupil,
    })),
  )
  await inBatches(composed, (some) => work.db.insertInto('planned_composed_place').values(some).execute())
}

const planLeavers = async (work: Work, year: string, pupils: readonly string[]) => {
  await work.db.deleteFrom('planned_place').where('plan_id', '=', year).where('pupil_id', '=', any(pupils)).execute()
  const rows = pupils.map((pupil) => ({ plan_id: year, pupil_id: pupil, group_id: null, year: null }))
  await inBatches(rows, (some) => work.db.insertInto('planned_place').values(some).execute())
}

const planTeachers = async ({ work, roster }: Applying, idOf: IdOf, teachers: Stored) => {
  const wanted = [...teachers].flatMap(([index, person]) => {
    const groups = roster.teachers[index]!.groups.flatMap(({ group }) => idOf(group) ?? [])
    return [...new Set(groups)].map((group) => ({ group_id: group, person_id: person }))
  })
  await inBatches(wanted, (some) =>
    work.db
      .insertInto('planned_teacher')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

/** A group of the preparation that the file does not have goes when nobody is in it and nobody was put before it. */
const forgetEmpty = async (work: Work, year: string, inFile: ReadonlySet<string | undefined>) => {
  const empty = await work.db
    .selectFrom('planned_group')
    .select('id')
    .where('plan_id', '=', year)
    .where('by_hand', '=', false)
    .where('id', 'not in', ({ selectFrom }) =>
      selectFrom('planned_place')
        .select('planned_place.group_id')
        .where('planned_place.group_id', 'is not', null)
        .$castTo<{ group_id: string }>(),
    )
    .where('id', 'not in', ({ selectFrom }) => selectFrom('planned_teacher').select('planned_teacher.group_id'))
    .execute()
  const gone = empty.map(({ id }) => id).filter((id) => !inFile.has(id))
  if (gone.length > 0) await work.db.deleteFrom('planned_group').where('id', '=', any(gone)).execute()
}
