import { sql } from 'kysely'
import { atSchool, inForce, personRecord, schoolYearOn } from '#products/school/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { written } from '../personal-data.ts'
import type { Account, Class, Known, Member, OwnGroup, Person } from './known.ts'
import { MARK } from './mark.ts'

const STAFF = ['teacher', 'substitute', 'support', 'principal', 'administrator', 'ict'] as const

/** Who asks for an account today, and who has one without asking for it any more. */
const peopleOf = async (work: Work): Promise<Person[]> => {
  const rows = await work.db
    .selectFrom('person')
    .leftJoin('m365_account as own', 'own.person_id', 'person.id')
    .leftJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('person_role as held')
          .select(({ fn, eb }) => [
            fn.agg<boolean>('bool_or', [eb('held.role', '=', 'pupil')]).as('pupil'),
            fn.agg<boolean>('bool_or', [inForce('held', work.today)]).as('now'),
          ])
          .whereRef('held.person_id', '=', 'person.id')
          .where('held.role', 'in', ['pupil', ...STAFF])
          .as('roles'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('group_pupil as placed')
          .innerJoin('school_group', 'school_group.id', 'placed.group_id')
          .select(({ fn }) => fn.min('school_group.name').as('name'))
          .whereRef('placed.pupil_id', '=', 'person.id')
          .where('school_group.kind', '=', 'home')
          .where(inForce('placed', work.today))
          .as('home'),
      (join) => join.onTrue(),
    )
    .select(['person.id', 'person.record', 'person.protected', 'own.object_id', 'roles.pupil', 'home.name as group'])
    .select(sql<boolean>`coalesce(roles.now, false) and ${atSchool('person', work.today)}`.as('here'))
    .where(({ or, eb }) => or([eb('own.object_id', 'is not', null), eb('roles.now', '=', true)]))
    .execute()
  const opened = await work.open(rows, {
    record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname', 'email'),
  })
  return opened
    .filter(({ here, object_id }) => here || object_id)
    .map(({ id, record, here, pupil, group, protected: isProtected }) => ({
      ...record,
      id,
      kind: pupil ? 'pupil' : 'staff',
      left: !here,
      isProtected,
      group: group ?? '',
    }))
}

/** The classes that count today. */
const classesOf = async (work: Work): Promise<Class[]> => {
  const groups = await work.db
    .selectFrom('school_group')
    .innerJoin('school_year', 'school_year.id', 'school_group.school_year_id')
    .select([
      'school_group.id',
      'school_group.name',
      'school_group.year',
      'school_year.starts_on',
      'school_year.ends_on',
    ])
    .where('school_group.school_year_id', 'in', schoolYearOn(work, work.today))
    .where('school_group.ended_on', 'is', null)
    .execute()
  const pupils = await work.db
    .selectFrom('group_pupil as placed')
    .select(['placed.group_id', 'placed.pupil_id as person'])
    .where(inForce('placed', work.today))
    .execute()
  const teachers = await work.db
    .selectFrom('group_teacher as taught')
    .select(['taught.group_id', 'taught.person_id as person'])
    .distinct()
    .where(inForce('taught', work.today))
    .execute()
  const byGroup = (rows: readonly { group_id: string; person: string }[]) => {
    const found = Map.groupBy(rows, (row) => row.group_id)
    return (group: string) => [...new Set((found.get(group) ?? []).map(({ person }) => person))]
  }
  const [pupilsOf, teachersOf] = [byGroup(pupils), byGroup(teachers)]
  return groups.map(({ id, name, year, starts_on, ends_on }) => ({
    id,
    name,
    year,
    schoolYear: `${starts_on.slice(0, 4)}-${ends_on.slice(0, 4)}`,
    pupils: pupilsOf(id),
    teachers: teachersOf(id),
  }))
}

const accountsOf = async (work: Work): Promise<Account[]> => {
  const rows = await work.db
    .selectFrom('m365_account')
    .select(['person_id', 'object_id', 'state', 'written', 'licence', 'kept', 'blocked_on'])
    .execute()
  const fields = ['userPrincipalName', 'displayName', 'givenName', 'surname', 'department'] as const
  const opened = await work.open(rows, { written: reading(written, 'person_id', ...fields) })
  return opened.map((row) => ({
    person: row.person_id,
    object: row.object_id,
    state: row.state as Account['state'],
    written: row.written,
    licence: row.licence,
    kept: row.kept,
    blockedOn: row.blocked_on,
  }))
}

export const groupsOf = async (work: Work): Promise<OwnGroup[]> => {
  const rows = await work.db.selectFrom('m365_group').selectAll().execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as OwnGroup['kind'],
    schoolGroup: row.school_group_id,
    alias: row.alias,
    object: row.object_id,
    writtenName: row.written_name,
    kept: row.kept,
    team: row.team as OwnGroup['team'],
    archivedOn: row.archived_on,
    closedOn: row.closed_on,
  }))
}

const membersOf = async (work: Work): Promise<Member[]> => {
  const rows = await work.db.selectFrom('m365_member').select(['group_id', 'person_id', 'owner', 'kept']).execute()
  return rows.map(({ group_id, person_id, ...row }) => ({ ...row, group: group_id, person: person_id }))
}

/** The mark of somebody's account: a keyed hash, at most sixteen signs long, that says nothing to anybody else. */
export const markOf = (work: Work, person: string): string => `${MARK}${work.hash('m365 mark', person).slice(0, 14)}`

/** What the school knows, all but how the tenant is. */
export const schoolSide = async (work: Work): Promise<Omit<Known, 'tenant' | 'wishes' | 'linked'>> => ({
  today: work.today,
  people: await peopleOf(work),
  classes: await classesOf(work),
  accounts: await accountsOf(work),
  groups: await groupsOf(work),
  members: await membersOf(work),
  markOf: (person) => markOf(work, person),
})
