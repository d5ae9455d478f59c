import type { FilePerson } from './gather.ts'
import { type Adult, compatible, samePhoneAs, wholeName } from './same-person.ts'

/** An adult of the school: a guardian, somebody of the team, or both. */
export type KnownAdult = Adult & {
  readonly id: string
  /** The pupils this adult is or was a guardian of. */
  readonly pupils: ReadonlySet<string>
}

/** Why a person has to decide. */
export type Reason = 'same-mail' | 'same-name' | 'same-pupil'

/** `file-3` is person 3 of the same file. */
export type PersonMatch =
  | { readonly is: 'known'; readonly id: string }
  | { readonly is: 'same-as'; readonly person: number }
  | { readonly is: 'new' }
  | { readonly is: 'doubt'; readonly reason: Reason; readonly candidates: readonly string[] }

/** What a person decided: index in the file to an id of the school, `file-N`, or `new`. */
export type Choices = ReadonlyMap<number, string>

/** More are not shown: nobody chooses from a list like that. */
const MOST_CANDIDATES = 12

const inFile = (person: number) => `file-${person}`
const key = (text: string | null) => text?.toLowerCase() ?? null

/**
 * Decides who of the file is who at school, never merging two people silently. Surely one: a guardian of the same pupil
 * with that name, or the same name with the same address or telephone, and nobody else fits. The same address under
 * another name, the same name alone, and two who fit: a person decides. Somebody of the team who is a guardian too is
 * found in the same way and stays one person. `pupilOf` gives the ids of the pupils that somebody of the file belongs to.
 */
export const matchPeople = (
  known: readonly KnownAdult[],
  found: readonly FilePerson[],
  pupilsOf: (person: number) => readonly string[],
  choices: Choices = new Map(),
): PersonMatch[] => {
  const byPupil = new Map<string, KnownAdult[]>()
  for (const adult of known)
    for (const pupil of adult.pupils) byPupil.set(pupil, [...(byPupil.get(pupil) ?? []), adult])
  const byMail = Map.groupBy(known, ({ email }) => key(email))
  const byName = Map.groupBy(known, wholeName)
  const fileByMail = Map.groupBy(found.keys(), (index) => found[index]!.email)
  const fileByName = Map.groupBy(found.keys(), (index) => wholeName(found[index]!))

  const propose = (index: number): PersonMatch => {
    const person = found[index]!
    const doubt = (reason: Reason, ids: readonly string[]): PersonMatch => ({
      is: 'doubt',
      reason,
      candidates: [...new Set(ids)],
    })
    const tied = pupilsOf(index).flatMap((pupil) => byPupil.get(pupil) ?? [])
    const near = [...new Set(tied)].filter((one) => compatible(person, one))
    const mailed = person.email === null ? [] : (byMail.get(person.email) ?? [])
    const named = wholeName(person) === null ? [] : (byName.get(wholeName(person)) ?? [])
    const certain = new Set([
      ...near,
      ...mailed.filter((one) => compatible(person, one)),
      ...named.filter((one) => samePhoneAs(person, one)),
    ])
    if (certain.size === 1) return { is: 'known', id: [...certain][0]!.id }
    const ids = (all: Iterable<KnownAdult>) => [...all].map(({ id }) => id)
    if (certain.size > 1) return doubt('same-pupil', ids(certain))
    const earlier = (indexes: readonly number[] | undefined) =>
      (indexes ?? []).slice(0, MOST_CANDIDATES).filter((other) => other < index)
    const mailedInFile = person.email === null ? [] : earlier(fileByMail.get(person.email))
    const namedInFile = wholeName(person) === null ? [] : earlier(fileByName.get(wholeName(person)))
    if (mailed.length + mailedInFile.length > 0)
      return doubt('same-mail', [
        ...ids(mailed),
        ...ids(named),
        ...mailedInFile.map(inFile),
        ...namedInFile.map(inFile),
      ])
    if (named.length + namedInFile.length > 0) return doubt('same-name', [...ids(named), ...namedInFile.map(inFile)])
    return { is: 'new' }
  }

  const proposed = found.map((_, index) => propose(index))
  const claims = Map.groupBy(proposed.keys(), (index) => {
    const one = proposed[index]!
    return one.is === 'known' ? one.id : null
  })
  const settled = proposed.map((one, index): PersonMatch => {
    if (one.is !== 'known') return one
    const others = claims.get(one.id)!.filter((other) => other !== index)
    // "F. Yıldız" may be Fenna and may be Firat, when only one of them is known here.
    return others.length === 0
      ? one
      : { is: 'doubt', reason: 'same-pupil', candidates: [one.id, ...others.map(inFile)] }
  })
  return settled.map((one, index) => decided(one, choices.get(index)))
}

const decided = (match: PersonMatch, choice: string | undefined): PersonMatch => {
  if (match.is !== 'doubt' || choice === undefined) return match
  if (choice === 'new') return { is: 'new' }
  if (!match.candidates.includes(choice)) return match
  return choice.startsWith('file-')
    ? { is: 'same-as', person: Number(choice.slice('file-'.length)) }
    : { is: 'known', id: choice }
}

/** The person of the file that somebody in the end is, through what was decided; null while that one is in doubt. */
export const rootOf = (matches: readonly PersonMatch[], index: number): number | null => {
  const seen = new Set<number>()
  let at = index
  while (true) {
    const match = matches[at]
    if (!match || match.is === 'doubt' || seen.has(at)) return null
    if (match.is !== 'same-as') return at
    seen.add(at)
    at = match.person
  }
}
