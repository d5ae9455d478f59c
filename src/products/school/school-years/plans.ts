import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { wholeSchool } from '../imports/whole-school.ts'
import { schoolYearOf, schoolYearOn } from '../organisations/groups.ts'
import { inBatches } from '../people/adding.ts'
import { atSchool, inForce } from '../people/in-force.ts'
import { levelsOf, type Present, propose } from './proposing.ts'

type PlanState = 'draft' | 'prepared' | 'in-force' | 'dropped'

/** A school year that is being prepared, or was. */
export type Plan = {
  readonly id: string
  /** 1 August. */
  readonly startsOn: string
  /** The day from which everyone sees the new groups. */
  readonly takesEffectOn: string
  readonly state: PlanState
  readonly changedBy: string | null
  readonly changedAt: Date
  readonly preparedBy: string | null
  readonly preparedAt: Date | null
  readonly inForceAt: Date | null
}

const plans = (work: Work) =>
  work.db
    .selectFrom('school_year_plan')
    .select(['id', 'starts_on as startsOn', 'takes_effect_on as takesEffectOn', 'state'])
    .select(['changed_by as changedBy', 'changed_at as changedAt'])
    .select(['prepared_by as preparedBy', 'prepared_at as preparedAt', 'in_force_at as inForceAt'])

/** The plans of this school, the newest first. */
export const listPlans = async (work: Work): Promise<Plan[]> =>
  (await plans(work).orderBy('starts_on', 'desc').orderBy('changed_at', 'desc').execute()) as Plan[]

export const findPlan = async (work: Work, id: string): Promise<Plan | null> =>
  ((await plans(work).where('id', '=', id).executeTakeFirst()) ?? null) as Plan | null

/** A plan that may still be changed; the row is held, so that it cannot take effect meanwhile. */
export const openPlan = async (work: Work, id: string): Promise<Plan | null> =>
  ((await plans(work)
    .where('id', '=', id)
    .where('state', 'in', ['draft', 'prepared'])
    .forUpdate()
    .executeTakeFirst()) ?? null) as Plan | null

/** Says who changed the plan last, and tells the pages that show it. */
export const changed = async (work: Work, plan: string): Promise<void> => {
  await work.db
    .updateTable('school_year_plan')
    .set({ changed_by: work.person, changed_at: work.now })
    .where('id', '=', plan)
    .execute()
  await work.notify(planTopic(plan))
}

export const planTopic = (plan: string) => `school-year/${plan}`

/** The school year whose groups count today; nothing while a school has no groups. */
export const yearOfToday = (work: Work) =>
  work.db
    .selectFrom('school_year')
    .select(['id', 'starts_on as startsOn'])
    .where('id', 'in', schoolYearOn(work, work.today))
    .executeTakeFirst()

/** The first day of the school year that can be prepared: the one after the groups of today, and never one that is over. */
export const nextYear = async (work: Work): Promise<string> => {
  const now = schoolYearOf(work.today).startsOn
  const today = await yearOfToday(work)
  if (!today) return now
  const next = `${Number(today.startsOn.slice(0, 4)) + 1}-08-01`
  return next > now ? next : now
}

/** Begins and restores one after the other: the second finds what the first made. */
const oneAtATime = (work: Work) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`school year plan ${work.organisation}`}, 0))`.execute(work.db)

/** The plan for a school year that was not dropped. */
const planFor = async (work: Work, startsOn: string): Promise<Plan | null> =>
  ((await plans(work).where('starts_on', '=', startsOn).where('state', '!=', 'dropped').executeTakeFirst()) ??
    null) as Plan | null

/** Makes a plan for a school year, or finds the one there is: two who begin at once begin one. */
export const ensurePlan = async (
  work: Work,
  startsOn: string,
  state: 'draft' | 'prepared',
): Promise<{ id: string; made: boolean }> => {
  await oneAtATime(work)
  const found = await planFor(work, startsOn)
  if (found) return { id: found.id, made: false }
  const id = randomUUID()
  const by = state === 'prepared' ? { prepared_by: work.person, prepared_at: work.now } : {}
  await work.db
    .insertInto('school_year_plan')
    .values({ id, starts_on: startsOn, takes_effect_on: later(startsOn, work.today), state, ...by, ...stamp(work) })
    .execute()
  return { id, made: true }
}

const stamp = (work: Work) => ({ changed_by: work.person, changed_at: work.now })
const later = (one: string, other: string) => (one > other ? one : other)

/**
 * This year's home groups with everyone in them who is still at school when the next one begins; in `wholeSchool` protected
 * identities too, since they also go one year up.
 */
export const presentGroups = async (work: Work, startsOn: string): Promise<Present[]> => {
  const groups = await work.db
    .selectFrom('school_group')
    .select(['id', 'name', 'year'])
    .where('school_year_id', 'in', schoolYearOn(work, work.today))
    .where('kind', '=', 'home')
    .where('ended_on', 'is', null)
    .execute()
  const places = await work.db
    .selectFrom('group_pupil')
    .innerJoin('person', 'person.id', 'group_pupil.pupil_id')
    .select(['group_pupil.group_id as group', 'group_pupil.pupil_id as id', 'group_pupil.year'])
    .where(atSchool('person', startsOn))
    .where(inForce('group_pupil', work.today))
    .execute()
  const inGroup = Map.groupBy(places, ({ group }) => group)
  return groups.map((group) => ({ ...group, pupils: inGroup.get(group.id) ?? [] }))
}

/**
 * Begins next year from the groups of today: the same groups, everyone one year up, the same teachers. Answers the plan
 * that is there already when there is one. Nothing of it is seen outside the preparation.
 */
export const beginPlan = async (work: Work): Promise<string> => {
  const startsOn = await nextYear(work)
  const { id: plan, made } = await ensurePlan(work, startsOn, 'draft')
  if (!made) return plan
  const present = await wholeSchool(work, () => presentGroups(work, startsOn))
  const ids = new Map(present.map(({ id }) => [id, randomUUID()]))
  await inBatches(present, (some) =>
    work.db
      .insertInto('planned_group')
      .values(some.map(({ id, name, year }) => ({ id: ids.get(id)!, plan_id: plan, kind: 'home', name, year })))
      .execute(),
  )
  await inBatches(propose(present), (some) =>
    work.db
      .insertInto('planned_place')
      .values(
        some.map(({ pupil, group, year }) => ({
          plan_id: plan,
          pupil_id: pupil,
          group_id: group && ids.get(group)!,
          year,
        })),
      )
      .execute(),
  )
  const teachers = await work.db
    .selectFrom('group_teacher')
    .select(['group_id', 'person_id', 'weekdays'])
    .where('to_on', 'is', null)
    .where(inForce('group_teacher', work.today))
    .execute()
  const again = new Map(
    teachers.flatMap(({ group_id, person_id, weekdays }) => {
      const group = ids.get(group_id)
      return group ? [[`${group} ${person_id}`, { group_id: group, person_id, weekdays }] as const] : []
    }),
  )
  await inBatches([...again.values()], (some) => work.db.insertInto('planned_teacher').values(some).execute())
  await work.audit('began-school-year-plan', 'school-years')
  return plan
}

/** Puts a plan away; it can be taken back while no other one of that year is there. */
export const dropPlan = async (work: Work, id: string): Promise<boolean> => {
  const dropped = await work.db
    .updateTable('school_year_plan')
    .set({ state: 'dropped', prepared_by: null, prepared_at: null, ...stamp(work) })
    .where('id', '=', id)
    .where('state', 'in', ['draft', 'prepared'])
    .returning('id')
    .executeTakeFirst()
  if (dropped) await work.audit('dropped-school-year-plan', 'school-years')
  return dropped !== undefined
}

/** Takes a dropped plan back as a draft, unless another one of that year was begun meanwhile. */
export const restorePlan = async (work: Work, id: string): Promise<boolean> => {
  await oneAtATime(work)
  const dropped = await findPlan(work, id)
  if (dropped?.state !== 'dropped' || (await planFor(work, dropped.startsOn))) return false
  await work.db
    .updateTable('school_year_plan')
    .set({ state: 'draft', ...stamp(work) })
    .where('id', '=', id)
    .execute()
  return true
}

/** The groups of a plan, "Groep 3" before "Groep 10". */
export const groupsOfPlan = async (work: Work, plan: string) => {
  const rows = await work.db
    .selectFrom('planned_group')
    .select(['id', 'kind', 'name', 'year', 'by_hand as byHand'])
    .where('plan_id', '=', plan)
    .execute()
  return rows.sort(byName).map((group) => ({ ...group, levels: group.kind === 'home' ? levelsOf(group) : [] }))
}
export type PlannedGroup = Awaited<ReturnType<typeof groupsOfPlan>>[number]

const collator = new Intl.Collator('nl', { numeric: true })
export const byName = (one: { name: string }, other: { name: string }) => collator.compare(one.name, other.name)
