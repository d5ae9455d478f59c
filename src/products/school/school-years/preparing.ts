import type { Work } from '#shared/tenancy/work.ts'
import { wholeSchool } from '../imports/whole-school.ts'
import { schoolYearOf } from '../organisations/groups.ts'
import { forecast } from './forecast.ts'
import { groupsOfPlan, openPlan, planTopic } from './plans.ts'
import { LEAVES, pupilsOfPlan } from './pupils.ts'
import { takeEffect } from './taking-effect.ts'

/** Why a plan is not prepared; `undecided`: somebody has no group yet and nobody said that this is all right. */
export type Refusal = 'gone' | 'no-groups' | 'nobody' | 'undecided' | 'early' | 'past' | 'late'

/**
 * Lets a plan take effect on a day: at once when that is today. Refuses a plan without groups or without anybody in them,
 * a day outside the plan's own school year and one that is over.
 */
export const preparePlan = async (
  work: Work,
  id: string,
  { day, without }: { day: string; without: boolean },
): Promise<Refusal | 'done'> => {
  const plan = await openPlan(work, id)
  if (!plan) return 'gone'
  if (day < plan.startsOn) return 'early'
  if (day > schoolYearOf(plan.startsOn).endsOn) return 'late'
  if (day < work.today) return 'past'
  const groups = await groupsOfPlan(work, id)
  if (groups.length === 0) return 'no-groups'
  const pupils = await pupilsOfPlan(work, id)
  if (!pupils.some(({ goes }) => goes !== '' && goes !== LEAVES)) return 'nobody'
  const { undecided, hidden } = await forecast(work, plan, pupils)
  if (undecided.length + hidden > 0 && !without) return 'undecided'
  await work.db
    .updateTable('school_year_plan')
    .set({ state: 'prepared', takes_effect_on: day, prepared_by: work.person, prepared_at: work.now })
    .where('id', '=', id)
    .execute()
  await work.audit('prepared-school-year', 'school-years')
  await work.notify(planTopic(id))
  await wholeSchool(work, () => takeEffect(work))
  return 'done'
}

/** Makes a prepared plan a draft again, as long as its day has not come. */
export const unpreparePlan = async (work: Work, id: string): Promise<boolean> => {
  const undone = await work.db
    .updateTable('school_year_plan')
    .set({ state: 'draft', prepared_by: null, prepared_at: null, changed_by: work.person, changed_at: work.now })
    .where('id', '=', id)
    .where('state', '=', 'prepared')
    .returning('id')
    .executeTakeFirst()
  if (!undone) return false
  await work.audit('unprepared-school-year', 'school-years')
  await work.notify(planTopic(id))
  return true
}
