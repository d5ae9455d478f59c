import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { photosOf } from '../photos/queries.ts'
import { type AccountState, accountStates } from './account-state.ts'
import { byGivenName, bySurname, fullName, nameMatcher } from './names.ts'
import { personRecord } from './personal-data.ts'
import { peopleInReachOf } from './reach.ts'
import { rolesOf } from './roles.ts'
import { office } from './rules.ts'
import { childNamesOf, homeGroupsOf } from './ties.ts'

export const kinds = ['pupils', 'guardians', 'team'] as const
export type Kind = (typeof kinds)[number]

/** Which people somebody wants to see; `name` is what was typed, `page` counts from 1. */
export type Wanted = {
  readonly kind: Kind
  readonly state: 'active' | 'left'
  readonly name: string
  readonly page: number
}

export type Listed = {
  readonly id: string
  readonly name: string
  /** Group names of a pupil, children's given names of a guardian, roles of a colleague. */
  readonly with: readonly string[]
  /** Whether they can sign in; only for the office and only about adults. */
  readonly account?: AccountState | undefined
  readonly photo?: string | undefined
}

/** Most schools fit on one page, to look through and to print; its HTML stays under 15 kB compressed. */
const ON_A_PAGE = 300

/** The people of one kind within a query; the subquery's column is matched with `person.id`. */
const ofKind = (work: Work, kind: Kind) => {
  if (kind === 'guardians') return work.db.selectFrom('guardianship as tie').select('tie.guardian_id as id')
  if (kind === 'team')
    return work.db.selectFrom('person_role as held').select('held.person_id as id').where('held.role', '!=', 'pupil')
  return work.db
    .selectFrom('group_pupil as placed')
    .select('placed.pupil_id as id')
    .union(work.db.selectFrom('person_role as held').select('held.person_id as id').where('held.role', '=', 'pupil'))
}

/**
 * One page of the people that somebody may look up, and how many there are. Names are opened and searched in memory:
 * no index of them exists (DESIGN.md, "Sealed").
 */
export const listPeople = async (work: Work, me: Me, { kind, state, name, page }: Wanted) => {
  const rows = await work.db
    .selectFrom('person')
    .select(['person.id', 'person.record'])
    .where('person.state', '=', state)
    .where('person.merged_into', 'is', null)
    .where('person.id', 'in', peopleInReachOf(work, me))
    .where('person.id', 'in', ofKind(work, kind))
    .execute()
  const people = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  const order = office(me) ? bySurname : byGivenName
  const matches = nameMatcher(name)
  const found = people
    .map(({ id, record }) => ({ id, ...record, name: fullName(record) }))
    .filter((person) => matches(person.name))
    .sort(order)
  const pages = Math.max(1, Math.ceil(found.length / ON_A_PAGE))
  const shown = found.slice((Math.min(page, pages) - 1) * ON_A_PAGE, Math.min(page, pages) * ON_A_PAGE)
  const ids = shown.map(({ id }) => id)
  const tied = kind === 'pupils' ? homeGroupsOf : kind === 'guardians' ? childNamesOf : rolesOf
  const ties = await tied(work, ids)
  const accounts = kind === 'pupils' ? undefined : await accountStates(work, ids)
  const photos = kind === 'team' ? await photosOf(work, me, ids) : undefined
  const listed = shown.map(
    (person): Listed => ({
      id: person.id,
      name: person.name,
      with: ties.get(person.id) ?? [],
      account: accounts?.get(person.id),
      photo: photos?.get(person.id),
    }),
  )
  return { people: listed, count: found.length, page: Math.min(page, pages), pages }
}
