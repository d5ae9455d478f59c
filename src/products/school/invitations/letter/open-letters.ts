import { oneOf } from '#shared/database/one-of.ts'
import { type Language, listOf } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { whoHasASay } from '../../people/guardians-of.ts'
import { bySurname, fullName } from '../../people/names.ts'
import { personRecord } from '../../people/personal-data.ts'
import { codeOf } from '../code.ts'
import { type Tie, tiesToday } from '../members.ts'
import { languagesOf } from './choice.ts'
import type { Letter } from './document.ts'

const collator = new Intl.Collator('nl', { numeric: true })

export type Wanted = {
  readonly round?: string
  readonly group?: string
  readonly person?: string
}

/** Invitations by letter that still work, of people who are at school and whom who asks may know. */
const openRows = async (work: Work, { round, group, person }: Wanted) => {
  let query = work.db
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.person_id')
    .select(['invitation.id as invitation', 'invitation.expires_at', 'person.id', 'person.record', 'person.protected'])
    .where('invitation.channel', '=', 'letter')
    .where('invitation.ended_at', 'is', null)
    .where('invitation.expires_at', '>', work.now)
    .where('person.state', '=', 'active')
  if (round) query = query.where('invitation.round_id', '=', round)
  if (person) query = query.where('person.id', '=', person)
  // A pile of letters goes through many hands: a protected person's is printed by itself.
  else query = query.where('person.protected', '=', false)
  if (group) {
    const guardians = (await tiesToday(work, { group })).map((tie) => tie.person)
    query = query.where('person.id', 'in', oneOf(guardians))
  }
  return query.execute()
}

/** Who has a say about a child, and the children by whom each letter finds its way: no others are named on one. */
const childrenByGuardian = async (work: Work, ties: readonly Tie[]) => {
  const pupils = [...new Set(ties.map((tie) => tie.pupil))]
  const say = new Set((await whoHasASay(work, pupils)).map(({ pupil, guardian }) => `${pupil} ${guardian}`))
  const own = ties.filter((tie) => say.has(`${tie.pupil} ${tie.person}`))
  const named = own.filter((tie) => !tie.protected)
  const rows = await work.db
    .selectFrom('person')
    .select(['id', 'record'])
    .where('id', 'in', oneOf(named.map((tie) => tie.pupil)))
    .where('protected', '=', false)
    .execute()
  const opened = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  const names = new Map(opened.map((row) => [row.id, fullName(row.record)]))
  const children = named.flatMap((tie) => (names.has(tie.pupil) ? [{ ...tie, name: names.get(tie.pupil)! }] : []))
  return { children: Map.groupBy(children, (tie) => tie.person), withASay: new Set(own.map((tie) => tie.person)) }
}

/** "Groep 5: Mila Yıldız. Groep 7: Emre Yıldız": names in full, so that twins with the same initials are two. */
const sortLine = (language: Language, children: readonly (Tie & { name: string })[]): string =>
  [...Map.groupBy(children, (child) => child.groupName)]
    .sort(([one], [other]) => collator.compare(one, other))
    .map(([group, own]) => `${group}: ${listOf(language, own.map(({ name }) => name).sort(collator.compare))}`)
    .join('. ')

/**
 * The letters of invitations that still work, in the order in which they are handed out: by group, child and name. Who has
 * no say about a child, such as a parent without authority, gets a letter that names no child and no group.
 */
export const openLetters = async (
  work: Work,
  wanted: Wanted,
  language: Language,
): Promise<{ person: string; letter: Letter }[]> => {
  const rows = await openRows(work, wanted)
  if (rows.length === 0) return []
  const people = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  const ids = people.map(({ id }) => id)
  const ties = await tiesToday(work, { guardians: ids })
  const { children, withASay } = await childrenByGuardian(work, ties)
  const languages = await languagesOf(work, ids)
  const guards = new Set(ties.map((tie) => tie.person))
  const sorted = people
    .map((person) => ({ ...person, sort: sortLine(language, children.get(person.id) ?? []) }))
    .sort((one, other) => collator.compare(one.sort, other.sort) || bySurname(one.record, other.record))
  await work.audit('printed-letters', 'invitations', ids)
  return sorted.map((person) => ({
    person: person.id,
    letter: {
      name: fullName(person.record),
      sort: person.sort,
      language: languages.get(person.id) ?? 'nl',
      to: withASay.has(person.id) ? 'guardian' : guards.has(person.id) ? 'informed' : 'staff',
      code: codeOf(work, person.invitation),
      until: person.expires_at,
    },
  }))
}
