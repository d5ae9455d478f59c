import type { Work } from '#shared/tenancy/work.ts'
import { endOlderYears } from '../imports/apply-groups.ts'
import { oneImportAtATime } from '../imports/state.ts'
import { letGo } from '../leaving/changes.ts'
import { addGroups, assignTeachers, ensureSchoolYear, placePupils, schoolYearOf } from '../organisations/groups.ts'
import { atSchool, dayBefore } from '../people/in-force.ts'
import { planTopic } from './plans.ts'

/** A plan that was emptied after it was prepared stays a plan: a school without groups is no new year. */
const due = (work: Work) =>
  work.db
    .selectFrom('school_year_plan')
    .select('id')
    .where('state', '=', 'prepared')
    .where('takes_effect_on', '<=', work.today)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('planned_place')
          .select('planned_place.pupil_id')
          .whereRef('planned_place.plan_id', '=', 'school_year_plan.id')
          .where('planned_place.group_id', 'is not', null),
      ),
    )

/**
 * Makes the new school year of a prepared plan whose day has come, all of it in the caller's transaction; answers whether
 * there was one. Whoever comes second, a job or another request, waits and finds nothing to do. Needs to see everyone
 * (`asSystem`, `wholeSchool`). Everything holds from the chosen day, also when nothing ran on that day itself.
 */
export const takeEffect = async (work: Work): Promise<boolean> => {
  if (!(await due(work).executeTakeFirst())) return false
  await oneImportAtATime(work)
  const plan = await work.db
    .updateTable('school_year_plan')
    .set({ state: 'in-force', in_force_at: work.now })
    .where('id', 'in', due(work).orderBy('starts_on').limit(1))
    .where('state', '=', 'prepared')
    .returning(['id', 'starts_on as startsOn', 'takes_effect_on as from'])
    .executeTakeFirst()
  if (!plan) return false
  const year = await ensureSchoolYear(work, plan.startsOn, schoolYearOf(plan.startsOn).endsOn)
  await work.db.updateTable('school_year').set({ in_force_from: plan.from }).where('id', '=', year).execute()
  await endOlderYears(work, plan.startsOn, plan.from)
  await makeGroups(work, plan.id, year)
  await makePlaces(work, plan.id, plan.from)
  await makeAssignments(work, plan.id, plan.from)
  const leavers = await work.db
    .selectFrom('person')
    .select('person.id')
    .where('person.id', 'in', leaversOf(work, plan.id))
    .where(atSchool('person', plan.from))
    .execute()
  const lastDay = dayBefore(plan.from)
  await letGo(
    work,
    leavers.map(({ id }) => ({ id, lastDay })),
  )
  await work.audit('began-school-year', 'school-years')
  await work.notify('people')
  await work.notify(planTopic(plan.id))
  return true
}

const leaversOf = (work: Work, plan: string) =>
  work.db
    .selectFrom('planned_place as last')
    .select('last.pupil_id')
    .where('last.plan_id', '=', plan)
    .where('last.group_id', 'is', null)

const makeGroups = async (work: Work, plan: string, year: string) => {
  const groups = await work.db
    .selectFrom('planned_group')
    .select(['id', 'kind', 'name', 'year', 'source_key as sourceKey', 'by_hand as byHand'])
    .where('plan_id', '=', plan)
    .execute()
  await addGroups(
    work,
    year,
    groups.map((group) => ({ ...group, kind: group.kind as 'home' | 'composed' })),
  )
}

const makePlaces = async (work: Work, plan: string, from: string) => {
  const home = await work.db
    .selectFrom('planned_place')
    .innerJoin('person', 'person.id', 'planned_place.pupil_id')
    .select(['planned_place.group_id as group', 'planned_place.pupil_id as pupil', 'planned_place.year'])
    .where('planned_place.plan_id', '=', plan)
    .where('planned_place.group_id', 'is not', null)
    .where(atSchool('person', from))
    .execute()
  const years = new Map(home.map(({ pupil, year }) => [pupil, year]))
  const composed = await work.db
    .selectFrom('planned_composed_place as place')
    .innerJoin('planned_group', 'planned_group.id', 'place.group_id')
    .innerJoin('person', 'person.id', 'place.pupil_id')
    .select(['place.group_id as group', 'place.pupil_id as pupil'])
    .where('planned_group.plan_id', '=', plan)
    .where(atSchool('person', from))
    .where('place.pupil_id', 'not in', leaversOf(work, plan))
    .execute()
  await placePupils(work, [
    ...home.map((place) => ({ ...place, group: place.group!, from })),
    ...composed.map((place) => ({ ...place, year: years.get(place.pupil) ?? null, from })),
  ])
}

const makeAssignments = async (work: Work, plan: string, from: string) => {
  const rows = await work.db
    .selectFrom('planned_teacher')
    .innerJoin('planned_group', 'planned_group.id', 'planned_teacher.group_id')
    .innerJoin('person', 'person.id', 'planned_teacher.person_id')
    .select(['planned_teacher.group_id as group', 'planned_teacher.person_id as person', 'planned_teacher.weekdays'])
    .where('planned_group.plan_id', '=', plan)
    .where(atSchool('person', from))
    .execute()
  await assignTeachers(
    work,
    rows.map((row) => ({ ...row, from })),
  )
}
