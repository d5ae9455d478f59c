import { randomUUID } from 'node:crypto'
import type { Role } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { guardianshipDetails, type PersonRecord, personRecord } from './personal-data.ts'
import { tellRosterChanged } from './telling.ts'

const AT_ONCE = 1_000

/**
 * Calls `store` with slices that fit one statement. While the database works on one slice the next one is made ready; they
 * arrive in order. Fails with the first error.
 */
export const inBatches = async <T>(
  all: readonly T[],
  store: (some: readonly T[]) => Promise<unknown>,
): Promise<void> => {
  let before: Promise<unknown> = Promise.resolve()
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const storing = store(all.slice(from, from + AT_ONCE))
    storing.catch(() => {})
    await before
    before = storing
  }
  await before
}

export type NewPerson = {
  readonly id?: string
  readonly record: Partial<PersonRecord> & Pick<PersonRecord, 'givenName' | 'surname'>
  readonly protected?: boolean
}

const nothingElse: Omit<PersonRecord, 'givenName' | 'surname'> = {
  prefix: '',
  initials: '',
  email: null,
  phone: null,
  birthDate: null,
  sex: null,
  eckId: null,
  sourceKey: null,
  calledInClass: null,
  fromFile: null,
}

/** Adds people, each sealed under a key of their own; answers their ids in the same order. */
export const addPeople = async (work: Work, people: readonly NewPerson[]): Promise<string[]> => {
  const all = people.map((person) => ({ ...person, id: person.id ?? randomUUID() }))
  const seal = await work.sealer(all.map(({ id }) => id))
  await inBatches(all, (some) => {
    const rows = some.map(({ id, record, protected: hidden }) => ({
      id,
      record: seal(personRecord, { subject: id, row: id }, { ...nothingElse, ...record }),
      protected: hidden ?? false,
    }))
    return work.db.insertInto('person').values(rows).execute()
  })
  return all.map(({ id }) => id)
}

/** Gives people roles from a day on, and tells who wants to know that somebody joined. */
export const addRoles = async (
  work: Work,
  roles: readonly { person: string; role: Role; from?: string; to?: string }[],
): Promise<void> => {
  await inBatches(roles, (some) =>
    work.db
      .insertInto('person_role')
      .values(
        some.map(({ person, role, from, to }) => ({
          person_id: person,
          role,
          from_on: from ?? work.today,
          to_on: to ?? null,
        })),
      )
      .execute(),
  )
  if (roles.length > 0) await tellRosterChanged(work)
}

export type NewGuardianship = {
  readonly id?: string
  readonly pupil: string
  readonly guardian: string
  readonly authority: 'yes' | 'no' | 'unknown'
  readonly livesWith?: boolean
  readonly mayBeContacted?: boolean
  readonly mayCollect?: boolean
  readonly informationOnly?: boolean
  readonly callOrder?: number
  /** "moeder", "vader", "oma": as the family says it. */
  readonly relation: string
  readonly note?: string
  readonly guardianFile?: Readonly<Record<string, string>>
  readonly from?: string
  readonly to?: string
}

/** Ties guardians to pupils; the details are sealed under the pupil's key. Answers the ids in the same order. */
export const addGuardianships = async (work: Work, all: readonly NewGuardianship[]): Promise<string[]> => {
  const ids = all.map((one) => one.id ?? randomUUID())
  const seal = await work.sealer(all.map((one) => one.pupil))
  const rows = all.map((one, index) => ({
    id: ids[index]!,
    pupil_id: one.pupil,
    guardian_id: one.guardian,
    authority: one.authority,
    lives_with: one.livesWith ?? true,
    may_be_contacted: one.mayBeContacted ?? true,
    may_collect: one.mayCollect ?? true,
    information_only: one.informationOnly ?? false,
    call_order: one.callOrder ?? 1,
    details: seal(
      guardianshipDetails,
      { subject: one.pupil, row: ids[index]! },
      { relation: one.relation, note: one.note ?? null, guardianFile: one.guardianFile ?? null },
    ),
    from_on: one.from ?? work.today,
    to_on: one.to ?? null,
  }))
  await inBatches(rows, (some) => work.db.insertInto('guardianship').values(some).execute())
  return ids
}
