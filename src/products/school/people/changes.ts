import type { Me, Role } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { addPeople, addRoles } from './adding.ts'
import { type PersonRecord, personRecord } from './personal-data.ts'
import { peopleInReachOf } from './reach.ts'
import { rolesOf } from './roles.ts'

/** What the office may correct by hand; the rest of the record comes from the pupil administration. */
export type Details = Pick<
  PersonRecord,
  'givenName' | 'prefix' | 'surname' | 'birthDate' | 'email' | 'phone' | 'calledInClass'
>

const detailsOf = (record: PersonRecord): Details => ({
  givenName: record.givenName,
  prefix: record.prefix,
  surname: record.surname,
  birthDate: record.birthDate,
  email: record.email,
  phone: record.phone,
  calledInClass: record.calledInClass,
})

/** Every field of a person's record. */
export const recordFields = [
  'givenName',
  'prefix',
  'surname',
  'initials',
  'email',
  'phone',
  'birthDate',
  'sex',
  'eckId',
  'sourceKey',
  'calledInClass',
  'fromFile',
  'guardianFile',
] as const satisfies readonly (keyof PersonRecord)[]

const wholeRecord = async (work: Work, me: Me, id: string): Promise<PersonRecord | null> => {
  const rows = await work.db
    .selectFrom('person')
    .select(['person.id', 'person.record'])
    .where('person.id', '=', id)
    .where((or) => or.or([or('person.id', '=', me.id), or('person.id', 'in', peopleInReachOf(work, me))]))
    .execute()
  const [row] = await work.open(rows, { record: reading(personRecord, 'id', ...recordFields) })
  return row?.record ?? null
}

const recordOf = async (work: Work, id: string): Promise<PersonRecord | null> => {
  const rows = await work.db.selectFrom('person').select(['id', 'record']).where('id', '=', id).execute()
  const [row] = await work.open(rows, { record: reading(personRecord, 'id', ...recordFields) })
  return row?.record ?? null
}

/** What a form about a person starts from. */
export const detailsToEdit = async (work: Work, me: Me, id: string): Promise<Details | null> => {
  const record = await wholeRecord(work, me, id)
  return record && detailsOf(record)
}

/** The same, held until the end of the transaction, so that two who save at once come after each other. */
export const heldDetails = async (work: Work, me: Me, id: string): Promise<Details | null> => {
  await work.db.selectFrom('person').select('id').where('id', '=', id).forUpdate().execute()
  return detailsToEdit(work, me, id)
}

/** Corrects somebody's details; fields that are not given stay. */
export const changeDetails = async (work: Work, me: Me, id: string, changed: Partial<Details>): Promise<void> => {
  const record = await wholeRecord(work, me, id)
  if (!record) return
  const sealed = await work.seal(personRecord, { subject: id, row: id }, { ...record, ...changed })
  await work.db.updateTable('person').set({ record: sealed }).where('id', '=', id).execute()
  await work.audit('changed-details', 'people', [id])
}

/** What the office may correct of somebody, as it stands; nothing of whom one may not know (row policy of `person`). */
export const correctable = async (work: Work, id: string): Promise<Details | null> => {
  const record = await recordOf(work, id)
  return record && detailsOf(record)
}

/** Corrects details because the person asked for it and the school agreed. Answers false when there is nobody to correct. */
export const correctAsAsked = async (work: Work, id: string, changed: Partial<Details>): Promise<boolean> => {
  await work.db.selectFrom('person').select('id').where('id', '=', id).forUpdate().execute()
  const record = await recordOf(work, id)
  if (!record) return false
  const sealed = await work.seal(personRecord, { subject: id, row: id }, { ...record, ...changed })
  await work.db.updateTable('person').set({ record: sealed }).where('id', '=', id).execute()
  await work.audit('changed-details', 'people', [id])
  return true
}

/** The phone number that the school has of me. */
export const ownPhone = async (work: Work, me: Me): Promise<string | null> =>
  (await wholeRecord(work, me, me.id))?.phone ?? null

/** Changes the phone number that the school has of me. */
export const changeOwnPhone = async (work: Work, me: Me, phone: string | null): Promise<void> => {
  await work.db.selectFrom('person').select('id').where('id', '=', me.id).forUpdate().execute()
  const record = await wholeRecord(work, me, me.id)
  if (!record) return
  const sealed = await work.seal(personRecord, { subject: me.id, row: me.id }, { ...record, phone })
  await work.db.updateTable('person').set({ record: sealed }).where('id', '=', me.id).execute()
  await work.audit('changed-own-phone', 'own-details', [me.id])
}

/** Adds a colleague with roles from today on; answers the id. An invitation comes after it. */
export const addColleague = async (
  work: Work,
  record: Partial<Details> & Pick<Details, 'givenName' | 'surname'>,
  roles: readonly Role[],
) => {
  const [id] = await addPeople(work, [{ record }])
  await addRoles(
    work,
    roles.map((role) => ({ person: id!, role })),
  )
  await work.audit('added-colleague', 'people', [id!])
  return id!
}

/** Gives somebody who is here already, such as a guardian, these roles beside what they have: they stay one person. */
export const makeColleague = async (work: Work, person: string, roles: readonly Role[]) => {
  const had = (await rolesOf(work, [person])).get(person) ?? []
  await addRoles(
    work,
    roles.filter((role) => !had.includes(role)).map((role) => ({ person, role })),
  )
  await work.audit('changed-roles', 'people', [person])
}
