import type { Work } from '#shared/tenancy/work.ts'
import { schoolYearOn } from '../organisations/groups.ts'
import { plusDays, schoolDays } from '../organisations/school-days.ts'
import { dayAfter, inForce, notEnded } from '../people/in-force.ts'
import { namesWithRoleToday } from '../people/with-role.ts'
import { colleaguesFor, type GroupPage } from './queries.ts'

/** How many school days can be chosen at once, and how far ahead they are looked for: over a holiday. */
const OFFERED = 10
const AHEAD = 60

/** Today and the school days after it: those for which somebody can be put before a group with one press. */
export const daysToCome = async (work: Work): Promise<string[]> => {
  const days = (await schoolDays(work)).between(work.today, plusDays(work.today, AHEAD))
  return days.slice(0, OFFERED)
}

/** Who can be chosen: substitutes first, then the rest of the team with the groups they have today. Not the group's own teachers. */
export const whoCanSubstitute = async (work: Work, group: Pick<GroupPage, 'teachers'>) => {
  const own = new Set(group.teachers.filter(({ to }) => to === null).map(({ id }) => id))
  const substitutes = new Set((await namesWithRoleToday(work, ['substitute'])).map(({ id }) => id))
  const groups = await work.db
    .selectFrom('group_teacher')
    .innerJoin('school_group', 'school_group.id', 'group_teacher.group_id')
    .select(['group_teacher.person_id', 'school_group.name'])
    .distinct()
    .where(inForce('group_teacher', work.today))
    .orderBy('school_group.name')
    .execute()
  const taught = Map.groupBy(groups, (row) => row.person_id)
  return (await colleaguesFor(work))
    .filter(({ id }) => !own.has(id))
    .map(({ id, name }) => ({
      id,
      name,
      substitute: substitutes.has(id),
      groups: (taught.get(id) ?? []).map((row) => row.name),
    }))
}

/** Days that follow each other, as stretches. */
const stretches = (days: readonly string[]) => {
  const found: { from: string; to: string }[] = []
  for (const day of [...new Set(days)].sort()) {
    const last = found.at(-1)
    if (last && dayAfter(last.to) === day) last.to = day
    else found.push({ from: day, to: day })
  }
  return found
}

/**
 * Puts somebody before a group on these days and no others: it ends by itself. Days on which they have the group already
 * are left out; refuses when none are left.
 */
export const substitute = async (
  work: Work,
  group: string,
  { person, days }: { person: string; days: readonly string[] },
): Promise<'done' | 'already'> => {
  const has = await work.db
    .selectFrom('group_teacher')
    .select(['from_on', 'to_on'])
    .where('group_id', '=', group)
    .where('person_id', '=', person)
    .where(notEnded('group_teacher', work.today))
    .execute()
  const free = days.filter((day) => !has.some(({ from_on, to_on }) => from_on <= day && (!to_on || day <= to_on)))
  const rows = stretches(free).map(({ from, to }) => ({ group_id: group, person_id: person, from_on: from, to_on: to }))
  if (rows.length === 0) return 'already'
  await work.db
    .insertInto('group_teacher')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await work.audit('assigned-teacher', 'groups', [person])
  return 'done'
}

/** The stretches of days, today and later, on which somebody substitutes this school year: assignments that end, and all of substitutes. */
export const substitutions = (work: Work) =>
  work.db
    .selectFrom('group_teacher')
    .innerJoin('school_group', 'school_group.id', 'group_teacher.group_id')
    .select(['group_teacher.person_id as person', 'group_teacher.group_id as group', 'school_group.name'])
    .select(['group_teacher.from_on as from', 'group_teacher.to_on as to', 'group_teacher.weekdays'])
    .where('school_group.school_year_id', 'in', schoolYearOn(work, work.today))
    .where('school_group.ended_on', 'is', null)
    .where(notEnded('group_teacher', work.today))
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('group_teacher.to_on', 'is not', null),
        eb(
          'group_teacher.person_id',
          'in',
          selectFrom('person_role as held')
            .select('held.person_id')
            .where('held.role', '=', 'substitute')
            .where(inForce('held', work.today)),
        ),
      ]),
    )
    .orderBy('group_teacher.from_on')
    .orderBy('school_group.name')
    .execute()
