import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { byGivenName, fullName, plainLetters } from './names.ts'
import { personRecord } from './personal-data.ts'
import { childNamesOf, homeGroupsOf } from './ties.ts'

/** What somebody new is about to be called; a date of birth or an address says more than a name. */
export type Looks = {
  readonly givenName: string
  readonly surname: string
  readonly birthDate?: string | null
  readonly email?: string | null
}

/** Somebody who is here already and might be the same. */
export type Lookalike = {
  readonly id: string
  readonly name: string
  readonly left: boolean
  readonly birthDate: string | null
  /** Groups of a pupil, children's given names of an adult. */
  readonly with: readonly string[]
  /** The same name and the same day of birth: one person is not added twice. */
  readonly certain: boolean
}

const sameText = (one: string, other: string) => plainLetters(one.trim()) === plainLetters(other.trim())

const sameAddress = (one: Looks, other: Looks) => Boolean(one.email && other.email && sameText(one.email, other.email))

const sameSurname = (one: Looks, other: Looks) => sameText(one.surname, other.surname)
const sameGivenName = (one: Looks, other: Looks) => sameText(one.givenName, other.givenName)
const sameInitial = (one: Looks, other: Looks) => sameText(one.givenName.slice(0, 1), other.givenName.slice(0, 1))

/** Born on another day is somebody else, whatever the name. */
const bornApart = (one: Looks, other: Looks) =>
  Boolean(one.birthDate && other.birthDate && one.birthDate !== other.birthDate)

/**
 * Whether two look like one: the same surname with the same given name or initial, or the same address. Twins with one
 * initial do, which is why nobody is merged for it: a person says whether they are the same.
 */
const lookAlike = (one: Looks, other: Looks): boolean =>
  sameAddress(one, other) || (sameSurname(one, other) && sameInitial(one, other) && !bornApart(one, other))

const known = (work: Work, kind: 'pupil' | 'adult') => {
  const pupils = work.db
    .selectFrom('group_pupil as placed')
    .select('placed.pupil_id as id')
    .union(work.db.selectFrom('person_role as held').select('held.person_id as id').where('held.role', '=', 'pupil'))
  return work.db
    .selectFrom('person')
    .select(['person.id', 'person.record', 'person.state'])
    .where('person.merged_into', 'is', null)
    .where('person.id', kind === 'pupil' ? 'in' : 'not in', pupils)
    .execute()
}

/** Everyone of a kind who looks like somebody about to be added, also who left. */
export const lookalikesOf = async (work: Work, kind: 'pupil' | 'adult', looks: Looks): Promise<Lookalike[]> => {
  const fields = kind === 'pupil' ? (['birthDate'] as const) : (['email'] as const)
  const people = await work.open(await known(work, kind), {
    record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname', ...(fields as readonly 'birthDate'[])),
  })
  const found = people.filter(({ record }) => lookAlike(looks, record)).sort((a, b) => byGivenName(a.record, b.record))
  const ids = found.map(({ id }) => id)
  const ties = await (kind === 'pupil' ? homeGroupsOf : childNamesOf)(work, ids)
  return found.map(({ id, record, state }) => ({
    id,
    name: fullName(record),
    left: state === 'left',
    birthDate: record.birthDate ?? null,
    with: ties.get(id) ?? [],
    certain: Boolean(looks.birthDate) && looks.birthDate === record.birthDate && sameGivenName(looks, record),
  }))
}
