import type { Work } from '#shared/tenancy/work.ts'
import { ensureSchoolYear } from '../organisations/groups.ts'
import { applyAhead } from './apply-ahead.ts'
import { applyAssignments } from './apply-assignments.ts'
import { applyGroups, endOlderYears } from './apply-groups.ts'
import { applyLeaving } from './apply-leaving.ts'
import { applyPeople } from './apply-people.ts'
import { applyPlaces } from './apply-places.ts'
import type { Plan } from './plan.ts'
import type { Roster } from './roster/roster.ts'
import type { Left, Stored } from './state.ts'

/** Everything a step of applying needs. Each step runs in the one transaction of the import. */
export type Applying = {
  readonly work: Work
  readonly stored: Stored
  readonly left: Left
  readonly roster: Roster
  readonly plan: Plan
  /** The day from which what the file changes holds: today, or the first day of a school year that has yet to begin. */
  readonly from: string
  readonly startsOn: string
}

const schoolYearFor = async (work: Work, { schoolYear }: Stored, roster: Roster, plan: Plan) => {
  if (schoolYear && plan.schoolYear === 'same') return schoolYear
  const startsOn = `${roster.schoolYear.start}-08-01`
  return { id: await ensureSchoolYear(work, startsOn, `${roster.schoolYear.end}-07-31`), startsOn }
}

/**
 * Stores a plan. Statements hold at most 1,000 rows. All of it happens in the caller's transaction: when anything fails,
 * nothing has changed. Roles of teachers are not given here; a person confirms those (EDEXML handbook).
 */
export const applyPlan = async (work: Work, stored: Stored, left: Left, roster: Roster, plan: Plan): Promise<void> => {
  const { id, startsOn } = await schoolYearFor(work, stored, roster, plan)
  const from = work.today > startsOn ? work.today : startsOn
  const applying: Applying = { work, stored, left, roster, plan, from, startsOn }
  if (stored.ahead) return applyAhead(applying, stored.ahead)
  const idOf = await applyGroups(applying, id)
  if (plan.schoolYear === 'later') await endOlderYears(work, startsOn)
  const { pupils, teachers } = await applyPeople(applying, idOf)
  await applyPlaces(applying, idOf, pupils)
  await applyAssignments(applying, idOf, teachers)
  await applyLeaving(applying)
  if (plan.newBrin !== null) await work.db.updateTable('school').set({ brin: plan.newBrin }).execute()
  if (plan.newKey !== null) await work.db.updateTable('school').set({ source_key: plan.newKey }).execute()
}
