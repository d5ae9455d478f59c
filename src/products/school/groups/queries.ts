import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { OnADay, Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { groupsTaughtBy } from '../organisations/group-days.ts'
import { schoolYearOn } from '../organisations/groups.ts'
import { accessChanged } from '../people/access.ts'
import { dayBefore, inForce, notEnded } from '../people/in-force.ts'
import { byGivenName, fullName } from '../people/names.ts'
import { personRecord } from '../people/personal-data.ts'
import { office } from '../people/rules.ts'
import { namesWithRoleToday } from '../people/with-role.ts'
import { withPhotos } from '../photos/queries.ts'

/** The groups of this school year that somebody of the team may look at: the office all, a teacher the own ones. */
const groupsInReachOf = (work: OnADay, me: Me) => (office(me) ? groupsOfYear(work) : groupsOf(work, me.id))

const groupsOfYear = (work: OnADay) =>
  work.db
    .selectFrom('school_group')
    .where('school_group.school_year_id', 'in', schoolYearOn(work, work.today))
    .where('school_group.ended_on', 'is', null)

const groupsOf = (work: OnADay, person: string) =>
  groupsOfYear(work).where('school_group.id', 'in', groupsTaughtBy(work, person))

/** "Groep 1/2 A" before "Groep 3" before "Groep 10". */
const collator = new Intl.Collator('nl', { numeric: true })
const byName = (one: { name: string }, other: { name: string }) => collator.compare(one.name, other.name)

export type Group = { readonly id: string; readonly name: string; readonly year: string | null }
export type Teacher = {
  readonly id: string
  readonly name: string
  /** 1 is Monday; none means every day. */
  readonly weekdays: readonly number[]
  readonly from: string
  readonly to: string | null
  readonly photo?: string | undefined
}

/** The groups somebody may look at, each with how many pupils and who teaches it. */
export const listGroups = async (work: Work, me: Me) => {
  const groups = await groupsInReachOf(work, me)
    .select(['school_group.id', 'school_group.name', 'school_group.kind'])
    .select(({ selectFrom }) =>
      selectFrom('group_pupil')
        .innerJoin('person', 'person.id', 'group_pupil.pupil_id')
        .select(({ fn }) => fn.countAll<number>().as('pupils'))
        .whereRef('group_pupil.group_id', '=', 'school_group.id')
        .where('person.state', '=', 'active')
        .where(inForce('group_pupil', work.today))
        .as('pupils'),
    )
    .execute()
  const teachers = await teachersOfGroups(
    work,
    groups.map((group) => group.id),
  )
  return groups.sort(byName).map((group) => ({
    id: group.id,
    name: group.name,
    composed: group.kind === 'composed',
    pupils: group.pupils ?? 0,
    teachers: [...new Set((teachers.get(group.id) ?? []).map((one) => one.name))],
  }))
}

/** Who teaches these groups today or from a later day on. */
const teachersOfGroups = async (work: Work, groups: readonly string[]) => {
  const found = new Map<string, Teacher[]>()
  if (groups.length === 0) return found
  const rows = await work.db
    .selectFrom('group_teacher')
    .innerJoin('person', 'person.id', 'group_teacher.person_id')
    .select(['group_teacher.group_id', 'group_teacher.weekdays', 'group_teacher.from_on', 'group_teacher.to_on'])
    .select(['person.id', 'person.record'])
    .where('group_teacher.group_id', 'in', oneOf(groups))
    .where('person.state', '=', 'active')
    .where(notEnded('group_teacher', work.today))
    .execute()
  const opened = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  opened.sort((one, other) => byGivenName(one.record, other.record))
  for (const { group_id, id, record, weekdays, from_on, to_on } of opened) {
    const teacher = { id, name: fullName(record), weekdays, from: from_on, to: to_on }
    found.set(group_id, [...(found.get(group_id) ?? []), teacher])
  }
  return found
}

export type GroupPage = {
  readonly id: string
  readonly name: string
  readonly composed: boolean
  readonly pupils: readonly { id: string; name: string; year: string | null }[]
  readonly teachers: readonly Teacher[]
}

/** One group with its pupils of today and its teachers, when I may look at it. */
export const findGroup = async (work: Work, me: Me, id: string): Promise<GroupPage | null> => {
  const group = await groupsInReachOf(work, me)
    .select(['school_group.id', 'school_group.name', 'school_group.kind'])
    .where('school_group.id', '=', id)
    .executeTakeFirst()
  if (!group) return null
  const rows = await work.db
    .selectFrom('group_pupil')
    .innerJoin('person', 'person.id', 'group_pupil.pupil_id')
    .select(['person.id', 'person.record', 'group_pupil.year'])
    .where('group_pupil.group_id', '=', id)
    .where('person.state', '=', 'active')
    .where(inForce('group_pupil', work.today))
    .execute()
  const pupils = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  pupils.sort((one, other) => byGivenName(one.record, other.record))
  return {
    id,
    name: group.name,
    composed: group.kind === 'composed',
    pupils: pupils.map(({ id, record, year }) => ({ id, name: fullName(record), year })),
    teachers: await withPhotos(work, me, (await teachersOfGroups(work, [id])).get(id) ?? []),
  }
}

const named = (groups: ReturnType<typeof groupsInReachOf>, id: string) =>
  groups.select(['school_group.id', 'school_group.name']).where('school_group.id', '=', id)
type Asks = { readonly person: string; readonly group: string; readonly today: string }
const ofSchool = prepared(({ db }, { group, today }: Asks) => named(groupsOfYear({ db, today }), group))
const taught = prepared(({ db }, { person, group, today }: Asks) => named(groupsOf({ db, today }, person), group))

const pupilsOf = prepared(({ db }, { group, today }: Pick<Asks, 'group' | 'today'>) =>
  db
    .selectFrom('group_pupil')
    .innerJoin('person', 'person.id', 'group_pupil.pupil_id')
    .select(['person.id', 'person.record'])
    .where('group_pupil.group_id', '=', group)
    .where('person.state', '=', 'active')
    .where(inForce('group_pupil', today)),
)

export type Class = {
  readonly id: string
  readonly name: string
  readonly pupils: readonly { readonly id: string; readonly name: string; readonly givenName: string }[]
}

/** The same group with its pupils only, for a page that is open all day. */
export const findClass = async (work: Work, me: Me, id: string): Promise<Class | null> => {
  const asks = { person: me.id, group: id, today: work.today }
  const [groups, rows] = await Promise.all([
    office(me) ? ofSchool(work, asks) : taught(work, asks),
    pupilsOf(work, asks),
  ])
  const [group] = groups
  if (!group) return null
  const pupils = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  pupils.sort((one, other) => byGivenName(one.record, other.record))
  return {
    ...group,
    pupils: pupils.map((pupil) => ({ id: pupil.id, name: fullName(pupil.record), givenName: pupil.record.givenName })),
  }
}

/** The groups a pupil is in today, with the year that is the pupil's own. */
export const placesOf = (work: Work, pupil: string): Promise<Group[]> =>
  work.db
    .selectFrom('group_pupil')
    .innerJoin('school_group', 'school_group.id', 'group_pupil.group_id')
    .select(['school_group.id', 'school_group.name', 'group_pupil.year'])
    .where('group_pupil.pupil_id', '=', pupil)
    .where(inForce('group_pupil', work.today))
    .orderBy('school_group.kind', 'desc')
    .orderBy('school_group.name')
    .execute()

/** The groups and days somebody teaches today. */
export const teachingOf = (work: Work, person: string) =>
  work.db
    .selectFrom('group_teacher')
    .innerJoin('school_group', 'school_group.id', 'group_teacher.group_id')
    .select(['school_group.name as group', 'group_teacher.weekdays'])
    .where('group_teacher.person_id', '=', person)
    .where(inForce('group_teacher', work.today))
    .orderBy('school_group.name')
    .execute()

/** The colleagues who may be put before a group. */
export const colleaguesFor = (work: Work) => namesWithRoleToday(work, ['teacher', 'substitute', 'support'])

export type Assignment = {
  readonly person: string
  readonly weekdays: readonly number[]
  readonly from: string
  readonly to: string | null
}

/** Puts somebody before a group from a day on. Refuses a second assignment of the same person from the same day. */
export const assignTeacher = async (work: Work, group: string, given: Assignment): Promise<'done' | 'already'> => {
  const added = await work.db
    .insertInto('group_teacher')
    .values({
      group_id: group,
      person_id: given.person,
      weekdays: [...given.weekdays],
      from_on: given.from,
      to_on: given.to,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst()
  if (!added) return 'already'
  await work.audit('assigned-teacher', 'groups', [given.person])
  return 'done'
}

/**
 * Takes somebody from a group at once: yesterday was the last day, and what begins later never does. Only the stretch that
 * begins on a day, when that is named: who substitutes in the own group keeps the own days.
 */
export const endAssignment = async (work: Work, group: string, person: string, from: string | null = null) => {
  await work.db
    .deleteFrom('group_teacher')
    .where('group_id', '=', group)
    .where('person_id', '=', person)
    .where('from_on', '>=', work.today)
    .$if(from !== null, (some) => some.where('from_on', '=', from))
    .execute()
  await work.db
    .updateTable('group_teacher')
    .set({ to_on: dayBefore(work.today) })
    .where('group_id', '=', group)
    .where('person_id', '=', person)
    .where(inForce('group_teacher', work.today))
    .$if(from !== null, (some) => some.where('from_on', '=', from))
    .execute()
  await accessChanged(work, [person])
  await work.audit('ended-assignment', 'groups', [person])
}

/** Which pupils are in which home group today, by group; nothing is opened, so also for who may only see numbers. */
export const placesToday = async (work: Work) => {
  const rows = await work.db
    .selectFrom('school_group')
    .innerJoin('group_pupil', 'group_pupil.group_id', 'school_group.id')
    .innerJoin('person', 'person.id', 'group_pupil.pupil_id')
    .select(['school_group.id as group', 'school_group.name', 'group_pupil.pupil_id as pupil', 'person.protected'])
    .where('school_group.school_year_id', 'in', schoolYearOn(work, work.today))
    .where('school_group.ended_on', 'is', null)
    .where('school_group.kind', '=', 'home')
    .where('person.state', '=', 'active')
    .where(inForce('group_pupil', work.today))
    .execute()
  return rows.sort(byName)
}
