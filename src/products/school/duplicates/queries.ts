import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { type Child, pupilsOf } from '../guardianships/queries.ts'
import { inForce } from '../people/in-force.ts'
import { bySurname, fullName, plainLetters } from '../people/names.ts'
import { findPerson, type Person } from '../people/person.ts'
import { personRecord } from '../people/personal-data.ts'
import { peopleInReachOf } from '../people/reach.ts'
import { childNamesOf } from '../people/ties.ts'

/** What is compared, and what is chosen between when two are joined. */
export const fields = ['givenName', 'prefix', 'surname', 'email', 'phone'] as const
export type Field = (typeof fields)[number]

type Adult = { readonly id: string; readonly name: string } & Readonly<Record<Field, string>>

/** Adults who are here and whom I may look up, or one of them. */
const adults = async (work: Work, me: Me, id?: string): Promise<Adult[]> => {
  const rows = await work.db
    .selectFrom('person')
    .select(['person.id', 'person.record'])
    .where('person.state', '=', 'active')
    .where('person.id', 'in', peopleInReachOf(work, me))
    .where('person.id', 'not in', work.db.selectFrom('group_pupil as placed').select('placed.pupil_id'))
    .$if(id !== undefined, (query) => query.where('person.id', '=', id!))
    .execute()
  const people = await work.open(rows, { record: reading(personRecord, 'id', ...fields) })
  return people
    .sort((one, other) => bySurname(one.record, other.record))
    .map(({ id, record }) => ({
      ...record,
      id,
      email: record.email ?? '',
      phone: record.phone ?? '',
      name: fullName(record),
    }))
}

const digits = (phone: string) => phone.replace(/\D/g, '').replace(/^(0031|31|0)/, '')

/** What two must have in common to be one: name, address, or a telephone number with surname and initial. */
const marks = (one: Adult): string[] => {
  const surname = plainLetters(one.surname)
  const given = plainLetters(one.givenName)
  return [
    `name ${given} ${surname}`,
    ...(one.email ? [`email ${plainLetters(one.email)}`] : []),
    ...(one.phone ? [`phone ${digits(one.phone)} ${given.slice(0, 1)} ${surname}`] : []),
  ]
}

const inOrder = (one: string, other: string) => (one < other ? ([one, other] as const) : ([other, one] as const))
const pairKey = (one: string, other: string) => inOrder(one, other).join(' ')

const toldApart = async (work: Work): Promise<ReadonlySet<string>> => {
  const rows = await work.db.selectFrom('told_apart').select(['one_id', 'other_id']).execute()
  return new Set(rows.map((row) => pairKey(row.one_id, row.other_id)))
}

export type Pair = readonly [one: Named, other: Named]
type Named = { readonly id: string; readonly name: string; readonly children: readonly string[] }

/** Adults who may be one person known twice, but for those of whom somebody said that they are not. */
export const possibleDuplicates = async (work: Work, me: Me): Promise<Pair[]> => {
  const people = await adults(work, me)
  const apart = await toldApart(work)
  const byMark = new Map<string, Adult[]>()
  for (const one of people) for (const mark of marks(one)) byMark.set(mark, [...(byMark.get(mark) ?? []), one])
  const pairs = new Map<string, [Adult, Adult]>()
  for (const alike of byMark.values())
    for (const [index, one] of alike.entries())
      for (const other of alike.slice(index + 1))
        if (!apart.has(pairKey(one.id, other.id))) pairs.set(pairKey(one.id, other.id), [one, other])
  const children = await childNamesOf(work, [...new Set([...pairs.values()].flat().map(({ id }) => id))])
  const named = ({ id, name }: Adult): Named => ({ id, name, children: children.get(id) ?? [] })
  return [...pairs.values()].map(([one, other]) => [named(one), named(other)])
}

/** Says that two are not the same, so that nobody is asked again. */
export const tellApart = async (work: Work, me: Me, one: string, other: string): Promise<void> => {
  const [first, second] = inOrder(one, other)
  await work.db
    .insertInto('told_apart')
    .values({ one_id: first, other_id: second, decided_by: me.id, decided_at: work.now })
    .onConflict((same) => same.doNothing())
    .execute()
  await work.audit('told-apart', 'people', [one, other])
}

export type Side = {
  readonly person: Person
  readonly values: Readonly<Record<Field, string>>
  readonly children: readonly Child[]
  /** Since when an account is this person, and when it was last used; nothing without one. */
  readonly account: { readonly since: Date; readonly seen: Date | null } | null
}

const accountOf = async (work: Work, person: string): Promise<Side['account']> => {
  const row = await work.db
    .selectFrom('account_person')
    .select('created_at as since')
    .where('organisation_id', '=', work.organisation)
    .where('person_id', '=', person)
    .executeTakeFirst()
  if (!row) return null
  const used = await work.db
    .selectFrom('session')
    .select(({ fn }) => fn.max('seen_at').as('seen'))
    .where('organisation_id', '=', work.organisation)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return { since: row.since, seen: used?.seen ?? null }
}

const sideOf = async (work: Work, me: Me, id: string): Promise<Side | null> => {
  const person = await findPerson(work, me, id)
  if (!person || person.isPupil || person.left) return null
  const [one] = await adults(work, me, id)
  if (!one) return null
  const values = Object.fromEntries(fields.map((field) => [field, one[field]])) as Side['values']
  return { person, values, children: await pupilsOf(work, id), account: await accountOf(work, id) }
}

/** Two adults who are here, whom I may look up, side by side. */
export const sidesOf = async (work: Work, me: Me, one: string, other: string): Promise<[Side, Side] | null> => {
  if (one === other) return null
  const [left, right] = [await sideOf(work, me, one), await sideOf(work, me, other)]
  return left && right && [left, right]
}

/** The guardianships of today of two people for one pupil. */
export type Shared = { readonly pupil: string; readonly kept: string; readonly gone: string }

/** The pupils of whom both are a guardian now. */
export const sharedPupils = async (work: Work, kept: string, gone: string): Promise<Shared[]> => {
  const rows = await work.db
    .selectFrom('guardianship as kept')
    .innerJoin('guardianship as gone', 'gone.pupil_id', 'kept.pupil_id')
    .select(['kept.pupil_id as pupil', 'kept.id as kept', 'gone.id as gone'])
    .where('kept.guardian_id', '=', kept)
    .where('gone.guardian_id', '=', gone)
    .where(inForce('kept', work.today))
    .where(inForce('gone', work.today))
    .execute()
  return rows
}
