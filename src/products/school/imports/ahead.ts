import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { inForce } from '../people/in-force.ts'
import type { StateGroup } from './roster/state.ts'
import type { Place } from './state.ts'

/** The preparation that a file goes into: none while this file begins it. */
export type Ahead = { readonly plan: string | null; readonly leaving: ReadonlySet<string> }

/** Whether a school year is still to come here: it is being prepared, or its first day and groups are. */
export const aheadOf = async (work: Work, startsOn: string | undefined): Promise<Ahead | null> => {
  if (startsOn === undefined) return null
  const plan = await work.db
    .selectFrom('school_year_plan')
    .select('id')
    .where('starts_on', '=', startsOn)
    .where('state', 'in', ['draft', 'prepared'])
    .executeTakeFirst()
  if (!plan) return startsOn > work.today ? { plan: null, leaving: new Set() } : null
  const leaving = await work.db
    .selectFrom('planned_place')
    .select('pupil_id')
    .where('plan_id', '=', plan.id)
    .where('group_id', 'is', null)
    .execute()
  return { plan: plan.id, leaving: new Set(leaving.map(({ pupil_id }) => pupil_id)) }
}

/** The groups of a preparation, as a file is compared with them. */
export const plannedGroupsOf = async (work: Work, plan: string): Promise<StateGroup[]> => {
  const rows = await work.db
    .selectFrom('planned_group')
    .select(['id', 'source_key as key', 'name', 'kind', 'year'])
    .where('plan_id', '=', plan)
    .where('by_hand', '=', false)
    .execute()
  return rows as StateGroup[]
}

/** Where everyone goes by a preparation; who leaves is in no group. */
export const plannedPlacesOf = async (work: Work, plan: string) => {
  const rows = await work.db
    .selectFrom('planned_place as place')
    .innerJoin('planned_group', 'planned_group.id', 'place.group_id')
    .select(['place.pupil_id as pupil', 'planned_group.id as group', 'planned_group.kind', 'place.year'])
    .where('place.plan_id', '=', plan)
    .unionAll(
      work.db
        .selectFrom('planned_composed_place as place')
        .innerJoin('planned_group', 'planned_group.id', 'place.group_id')
        .select(['place.pupil_id as pupil', 'planned_group.id as group', 'planned_group.kind'])
        .select(sql<string | null>`null`.as('year'))
        .where('planned_group.plan_id', '=', plan)
        .where('planned_group.by_hand', '=', false),
    )
    .execute()
  return Map.groupBy(rows as (Place & { pupil: string })[], ({ pupil }) => pupil)
}

/** Who is in a preparation and in no group of today. */
export const expectedIn = async (work: Work): Promise<ReadonlySet<string>> => {
  const open = work.db.selectFrom('school_year_plan').select('id').where('state', 'in', ['draft', 'prepared'])
  const pupils = await work.db
    .selectFrom('planned_place')
    .select('pupil_id as id')
    .where('plan_id', 'in', open)
    .where('pupil_id', 'not in', ({ selectFrom }) =>
      selectFrom('group_pupil').select('group_pupil.pupil_id').where(inForce('group_pupil', work.today)),
    )
    .execute()
  const teachers = await work.db
    .selectFrom('planned_teacher')
    .select('person_id as id')
    .where('person_id', 'not in', ({ selectFrom }) =>
      selectFrom('group_teacher').select('group_teacher.person_id').where(inForce('group_teacher', work.today)),
    )
    .execute()
  return new Set([...pupils, ...teachers].map(({ id }) => id))
}
