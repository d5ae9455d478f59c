import { oneOf } from '#shared/database/one-of.ts'
import type { Me, Role } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { type AccountState, accountStates } from './account-state.ts'
import { fullName } from './names.ts'
import { personRecord } from './personal-data.ts'
import { peopleInReachOf } from './reach.ts'
import { rolesOf } from './roles.ts'
import { accountsKeeper, office } from './rules.ts'

/** A person whom somebody of the team looked up. What else is on the page depends on what the person is at school. */
export type Person = {
  readonly id: string
  readonly givenName: string
  readonly name: string
  readonly calledInClass: string | null
  readonly protected: boolean
  readonly left: boolean
  /** The last day, when somebody left or is going to. */
  readonly lastDay: string | null
  /** Who this turned out to be: the same person, known twice. */
  readonly mergedInto: string | null
  readonly isPupil: boolean
  readonly isGuardian: boolean
  /** Without "pupil" and without what follows from guardianships. */
  readonly roles: readonly Role[]
}

/** The person with this id, when it is one that I may look up. */
export const findPerson = async (work: Work, me: Me, id: string): Promise<Person | null> => {
  const rows = await work.db
    .selectFrom('person')
    .select(['person.id', 'person.record', 'person.protected', 'person.state', 'person.left_on', 'person.merged_into'])
    .select(({ exists, selectFrom }) => [
      exists(selectFrom('group_pupil').select('pupil_id').whereRef('pupil_id', '=', 'person.id')).as('placed'),
      exists(selectFrom('guardianship').select('guardian_id').whereRef('guardian_id', '=', 'person.id')).as('guards'),
    ])
    .where('person.id', '=', id)
    .where('person.id', 'in', peopleInReachOf(work, me))
    .execute()
  const [row] = await work.open(rows, {
    record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname', 'calledInClass'),
  })
  if (!row) return null
  const roles = (await rolesOf(work, [id])).get(id) ?? []
  return {
    id,
    givenName: row.record.givenName,
    name: fullName(row.record),
    calledInClass: row.record.calledInClass,
    protected: row.protected,
    left: row.state === 'left',
    lastDay: row.left_on,
    mergedInto: row.merged_into,
    isPupil: Boolean(row.placed) || roles.includes('pupil'),
    isGuardian: Boolean(row.guards),
    roles: roles.filter((role) => role !== 'pupil'),
  }
}

/** A pupil's day of birth (`YYYY-MM-DD`); for the office and the own teachers. */
export const birthDateOf = async (work: Work, pupil: string): Promise<string | null> => {
  const rows = await work.db.selectFrom('person').select(['id', 'record']).where('id', '=', pupil).execute()
  const [row] = await work.open(rows, { record: reading(personRecord, 'id', 'birthDate') })
  return row?.record.birthDate ?? null
}

/** Whether school takes over days of birth from the pupil administration. */
export const keepsBirthDates = async (work: Work): Promise<boolean> => {
  const school = await work.db.selectFrom('school').select('keeps_birth_dates').executeTakeFirst()
  return school?.keeps_birth_dates ?? false
}

/** The days of birth of these pupils who are at school, nothing for one that is not kept. */
export const birthDatesOf = async (
  work: Work,
  pupils: readonly string[],
): Promise<ReadonlyMap<string, string | null>> => {
  const rows = await work.db
    .selectFrom('person')
    .select(['id', 'record'])
    .where('id', 'in', oneOf(pupils))
    .where('state', '=', 'active')
    .execute()
  const opened = await work.open(rows, { record: reading(personRecord, 'id', 'birthDate') })
  return new Map(opened.map(({ id, record }) => [id, record.birthDate]))
}

export type Contact = { readonly email: string | null; readonly phone: string | null }

/** How to reach an adult: only for the office. Nothing for anyone else; guardians never see each other's. */
export const contactOf = async (work: Work, me: Me, person: string): Promise<Contact | null> => {
  if (!office(me)) return null
  const rows = await work.db.selectFrom('person').select(['id', 'record']).where('id', '=', person).execute()
  const [row] = await work.open(rows, { record: reading(personRecord, 'id', 'email', 'phone') })
  return row ? row.record : null
}

/** Whether an adult can sign in: for those who invite people. */
export const accountOf = async (work: Work, me: Me, person: string): Promise<AccountState | null> =>
  office(me) || accountsKeeper(me) ? ((await accountStates(work, [person])).get(person) ?? null) : null
