import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import { endPlacements } from '../imports/placements.ts'
import { accessChanged, endAccess } from '../people/access.ts'
import { atSchool, dayAfter, dayBefore, notEnded } from '../people/in-force.ts'
import { mayRolesGo } from '../people/roles.ts'

const any = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`

/** The job that lets people go, and its moment: the night after a last day. */
export const LEAVING = 'people-leaving'

/** Midnight in the Netherlands at which a day begins. */
const startOf = (day: string): Date =>
  ['+02:00', '+01:00'].map((zone) => new Date(`${day}T00:00:00${zone}`)).find((moment) => dayOf(moment) === day)!

/**
 * Lets somebody leave: at once (no last day), or after a last day until which everything stays as it is. Refuses the last
 * one who can run the office.
 */
export const leave = async (work: Work, person: string, lastDay: string | null): Promise<'done' | 'last'> => {
  if (!(await mayRolesGo(work, person))) return 'last'
  if (lastDay === null) {
    await letGo(work, [{ id: person, lastDay: dayBefore(work.today) }])
    await work.audit('left', 'people', [person])
    return 'done'
  }
  await work.db.updateTable('person').set({ left_on: lastDay }).where('id', '=', person).execute()
  await work.enqueue(LEAVING, {}, { runAt: startOf(dayAfter(lastDay)), key: `leaving ${lastDay}` })
  await work.audit('plans-to-leave', 'people', [person])
  return 'done'
}

/** Takes a planned last day back. Answers false when there is none, or when it has passed. */
export const stay = async (work: Work, person: string): Promise<boolean> => {
  const row = await work.db
    .updateTable('person')
    .set({ left_on: null })
    .where('id', '=', person)
    .where('left_on', 'is not', null)
    .where(atSchool('person', work.today))
    .returning('id')
    .executeTakeFirst()
  if (row) await work.audit('stays', 'people', [person])
  return row !== undefined
}

/** A pupil who came and went on one day stays known as one; any other role that had yet to begin was never there. */
const endRoles = async (work: Work, people: readonly string[], lastDay: string) => {
  await work.db
    .deleteFrom('person_role')
    .where('person_id', '=', any(people))
    .where('role', '!=', 'pupil')
    .where('from_on', '>', sql<string>`${lastDay}::date`)
    .execute()
  await work.db
    .updateTable('person_role')
    .set({ to_on: sql<string>`greatest(from_on, ${lastDay}::date)` })
    .where('person_id', '=', any(people))
    .where(notEnded('person_role', dayAfter(lastDay)))
    .execute()
}

/** Guardianships that count, now or later: they have not ended, and their pupil is at school. */
const guards = (work: Work, day: string) =>
  work.db
    .selectFrom('guardianship as guards')
    .innerJoin('person as pupil', 'pupil.id', 'guards.pupil_id')
    .where(notEnded('guards', day))
    .where(atSchool('pupil', day))

/** Ends what these people are here after a last day: places in groups, roles; who is a guardian too stays for that. */
export const letGo = async (work: Work, people: readonly { id: string; lastDay: string }[]): Promise<void> => {
  for (const [lastDay, some] of Map.groupBy(people, (one) => one.lastDay)) {
    const ids = some.map(({ id }) => id)
    await endPlacements(work, 'group_pupil', dayAfter(lastDay), { people: ids })
    await endPlacements(work, 'group_teacher', dayAfter(lastDay), { people: ids })
    await endRoles(work, ids, lastDay)
    const stays = await guards(work, work.today)
      .select('guards.guardian_id as id')
      .where('guards.guardian_id', '=', any(ids))
      .execute()
    const staying = [...new Set(stays.map(({ id }) => id))]
    await work.db.updateTable('person').set({ left_on: null }).where('id', '=', any(staying)).execute()
    await accessChanged(work, staying)
    await depart(
      work,
      ids.filter((id) => !staying.includes(id)),
      lastDay,
    )
  }
}

/** From here on these people are in no list and cannot sign in; guardians for whom this was the last child leave too. */
export const depart = async (work: Work, people: readonly string[], lastDay: string): Promise<void> => {
  if (people.length === 0) return
  await work.db.updateTable('person').set({ state: 'left', left_on: lastDay }).where('id', '=', any(people)).execute()
  // Who was merged into them has been kept for as long as they were here.
  await work.db.updateTable('person').set({ left_on: lastDay }).where('merged_into', '=', any(people)).execute()
  await endAccess(work, people)
  const guardians = await work.db
    .selectFrom('guardianship')
    .select('guardian_id as id')
    .where('pupil_id', '=', any(people))
    .execute()
  const ids = guardians.map(({ id }) => id)
  await accessChanged(work, ids)
  await departIfNothingLeft(work, ids, lastDay)
}

/** Whoever of these adults is nobody here any more, now or later, leaves: no role, and no child at school. */
export const departIfNothingLeft = async (
  work: Work,
  people: readonly string[],
  lastDay: string = dayBefore(work.today),
): Promise<void> => {
  if (people.length === 0) return
  const rows = await withNothing(work).where('person.id', '=', any(people)).execute()
  await depart(
    work,
    rows.map(({ id }) => id),
    lastDay,
  )
}

const withNothing = (work: Work) =>
  work.db
    .selectFrom('person')
    .select('person.id')
    .where('person.state', '=', 'active')
    .where('person.id', 'not in', work.db.selectFrom('group_pupil as placed').select('placed.pupil_id'))
    .where(
      'person.id',
      'not in',
      work.db.selectFrom('person_role as held').select('held.person_id').where(notEnded('held', work.today)),
    )
    .where('person.id', 'not in', guards(work, work.today).select('guards.guardian_id'))

/** Who was something here once: somebody new, whose roles are still to be given, has not left. */
const wasSomething = (work: Work) =>
  work.db
    .selectFrom('person_role as had')
    .select('had.person_id as id')
    .union(work.db.selectFrom('guardianship as had').select('had.guardian_id as id'))

/**
 * Lets everyone go whose last day has passed: planned ones, and adults whose last role or last child's guardianship ended
 * by its own date. Nothing waits for it to refuse them: rules count days by themselves.
 */
export const letGoWhoseDayHasPassed = async (work: Work): Promise<void> => {
  const planned = await work.db
    .selectFrom('person')
    .select(['id', 'left_on'])
    .where('state', '=', 'active')
    .where('left_on', '<', sql<string>`${work.today}::date`)
    .execute()
  await letGo(
    work,
    planned.map(({ id, left_on }) => ({ id, lastDay: left_on! })),
  )
  const nothing = await withNothing(work).where('person.id', 'in', wasSomething(work)).execute()
  await depart(
    work,
    nothing.map(({ id }) => id),
    dayBefore(work.today),
  )
}

/** These people are here again; what they are is given anew. */
export const returned = async (work: Work, people: readonly string[]): Promise<void> => {
  if (people.length === 0) return
  await work.db
    .updateTable('person')
    .set({ state: 'active', left_on: null })
    .where('id', '=', any(people))
    .where('merged_into', 'is', null)
    .execute()
  await work.db.updateTable('person').set({ left_on: null }).where('merged_into', '=', any(people)).execute()
  const guardians = await work.db
    .selectFrom('guardianship as guards')
    .innerJoin('person as guardian', 'guardian.id', 'guards.guardian_id')
    .select('guardian.id')
    .where('guards.pupil_id', '=', any(people))
    .where('guardian.state', '=', 'left')
    .where(notEnded('guards', work.today))
    .execute()
  await returned(work, [...new Set(guardians.map(({ id }) => id))])
}
