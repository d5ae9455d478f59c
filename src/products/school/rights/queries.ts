import type { Me, Role } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { substitutions } from '../groups/substitutions.ts'
import { atSchool, inForce } from '../people/in-force.ts'
import { byGivenName, fullName } from '../people/names.ts'
import { personRecord } from '../people/personal-data.ts'
import { office } from '../people/rules.ts'

const names = reading(personRecord, 'id', 'givenName', 'prefix', 'surname')

/** Roles of the team and of pupils that count today, of people whom I may know. */
const rolesToday = (work: Work) =>
  work.db
    .selectFrom('person_role')
    .innerJoin('person', 'person.id', 'person_role.person_id')
    .where(atSchool('person', work.today))
    .where(inForce('person_role', work.today))

/** Guardianships that make somebody a guardian here today: as `whoIs` counts them. */
const guardianshipsToday = (work: Work) =>
  work.db
    .selectFrom('guardianship')
    .innerJoin('person', 'person.id', 'guardianship.guardian_id')
    .innerJoin('person as pupil', 'pupil.id', 'guardianship.pupil_id')
    .where(atSchool('person', work.today))
    .where(atSchool('pupil', work.today))
    .where(inForce('guardianship', work.today))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('guardianship_restriction as restriction')
            .select('restriction.id')
            .whereRef('restriction.guardianship_id', '=', 'guardianship.id')
            .where('restriction.kind', '=', 'no-information')
            .where(inForce('restriction', work.today)),
        ),
      ),
    )

const guardianRole = (row: { information_only: boolean }): Role =>
  row.information_only ? 'guardian-information-only' : 'guardian'

/** How many people hold each role today. */
export const countsByRole = async (work: Work): Promise<ReadonlyMap<Role, number>> => {
  const roles = await rolesToday(work)
    .select(({ fn }) => ['person_role.role', fn.count<number>('person_role.person_id').distinct().as('people')])
    .groupBy('person_role.role')
    .execute()
  const guardians = await guardianshipsToday(work)
    .select(({ fn }) => [
      'guardianship.information_only',
      fn.count<number>('guardianship.guardian_id').distinct().as('people'),
    ])
    .groupBy('guardianship.information_only')
    .execute()
  return new Map([
    ...roles.map(({ role, people }) => [role as Role, Number(people)] as const),
    ...guardians.map((row) => [guardianRole(row), Number(row.people)] as const),
  ])
}

type Named = { readonly id: string; readonly name: string }

/** Who of the team holds each role today; for the office only. */
export const teamByRole = async (work: Work, me: Me): Promise<ReadonlyMap<Role, readonly Named[]>> => {
  if (!office(me)) return new Map()
  const rows = await rolesToday(work)
    .select(['person.id', 'person.record', 'person_role.role'])
    .distinct()
    .where('person_role.role', '!=', 'pupil')
    .execute()
  const people = (await work.open(rows, { record: names })).sort((one, other) => byGivenName(one.record, other.record))
  const byRole = Map.groupBy(people, ({ role }) => role as Role)
  return new Map(
    [...byRole].map(([role, some]) => [role, some.map(({ id, record }) => ({ id, name: fullName(record) }))]),
  )
}

/** Who substitutes where, today and later; for the office only. */
export const listSubstitutions = async (work: Work, me: Me) => {
  if (!office(me)) return []
  const found = await substitutions(work)
  const who = await namesOf(
    work,
    found.map(({ person }) => person),
  )
  return found.flatMap((one) => {
    const name = who.get(one.person)
    return name === undefined ? [] : [{ ...one, person: { id: one.person, name } }]
  })
}

/** The names of these people, of those whom I may know. */
export const namesOf = async (work: Work, people: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(people)]
  if (ids.length === 0) return new Map()
  const rows = await work.db.selectFrom('person').select(['id', 'record']).where('id', 'in', ids).execute()
  const opened = await work.open(rows, { record: names })
  return new Map(opened.map(({ id, record }) => [id, fullName(record)]))
}

/** Through what somebody may see something today: roles, groups, children, protected people. */
export const groundsOf = async (work: Work, person: string) => {
  const roles = await rolesToday(work)
    .select(['person_role.role', 'person_role.from_on as from', 'person_role.to_on as to'])
    .where('person.id', '=', person)
    .orderBy('person_role.from_on')
    .execute()
  const groups = await work.db
    .selectFrom('group_teacher')
    .innerJoin('school_group', 'school_group.id', 'group_teacher.group_id')
    .select(['school_group.name', 'group_teacher.from_on as from', 'group_teacher.to_on as to'])
    .where('group_teacher.person_id', '=', person)
    .where(inForce('group_teacher', work.today))
    .orderBy('school_group.name')
    .execute()
  const children = await guardianshipsToday(work)
    .select(['pupil.id', 'pupil.record', 'guardianship.information_only', 'guardianship.from_on as from'])
    .where('person.id', '=', person)
    .execute()
  const readable = await work.db
    .selectFrom('protected_reader')
    .select('person_id')
    .where('reader_id', '=', person)
    .execute()
  const opened = await work.open(children, { record: names })
  return {
    roles: roles.map(({ role, ...row }) => ({ ...row, role: role as Role })),
    groups,
    children: opened
      .sort((one, other) => byGivenName(one.record, other.record))
      .map((row) => ({ role: guardianRole(row), from: row.from, name: fullName(row.record) })),
    protectedPeople: readable.length,
    held: [...new Set([...roles.map(({ role }) => role as Role), ...children.map(guardianRole)])],
  }
}
