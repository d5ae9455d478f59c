import { plainLetters } from '../../people/names.ts'
import type { FilePupil } from './read.ts'

/** A pupil of the school, as a file of guardians may name one. */
export type KnownPupil = {
  readonly id: string
  readonly key: string | null
  readonly givenName: string
  readonly prefix: string
  readonly surname: string
  readonly birthDate: string | null
  /** Names of the groups of this school year. */
  readonly groups: readonly string[]
}

/** Who a pupil of the file is: surely one, perhaps one of some, or nobody here. */
export type PupilMatch =
  | { readonly is: 'sure'; readonly id: string }
  | { readonly is: 'doubt'; readonly candidates: readonly string[] }
  | { readonly is: 'unknown' }

const sure = (id: string): PupilMatch => ({ is: 'sure', id })
const bare = (text: string) =>
  plainLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const nameOf = (givenName: string, surname: string) => `${bare(givenName)}|${bare(surname)}`
const group = (text: string) => bare(text).replace(/^(groep|group|klas) /, '')

/**
 * Decides who each pupil of the file is, and never guesses. The number of the administration is enough, unless the name is
 * altogether another one. A name is enough together with the day of birth or the group; by itself, or with several of
 * that name, a person decides. A day of birth that differs is another child.
 */
export const matchPupils = (known: readonly KnownPupil[], found: readonly FilePupil[]): PupilMatch[] => {
  const byKey = new Map(known.flatMap((pupil) => (pupil.key === null ? [] : [[pupil.key, pupil] as const])))
  const byName = Map.groupBy(known, ({ givenName, surname }) => nameOf(givenName, surname))
  return found.map(({ key, givenName, surname, birthDate, group: inGroup }): PupilMatch => {
    const keyed = key === null ? undefined : byKey.get(key)
    if (keyed) {
      const otherGiven = givenName !== null && bare(givenName) !== bare(keyed.givenName)
      const otherSurname = surname !== null && bare(surname) !== bare(keyed.surname)
      const otherDay = birthDate !== null && keyed.birthDate !== null && birthDate !== keyed.birthDate
      return otherGiven && (otherSurname || otherDay) ? { is: 'doubt', candidates: [keyed.id] } : sure(keyed.id)
    }
    if (givenName === null || surname === null) return { is: 'unknown' }
    const candidates = (byName.get(nameOf(givenName, surname)) ?? []).filter(
      (one) => birthDate === null || one.birthDate === null || one.birthDate === birthDate,
    )
    if (candidates.length === 0) return { is: 'unknown' }
    const certain = candidates.filter(
      (one) =>
        (birthDate !== null && one.birthDate === birthDate) ||
        (inGroup !== null && one.groups.some((name) => group(name) === group(inGroup))),
    )
    // Two of one name are told apart only when exactly one has the day or the group.
    if (certain.length === 1) return sure(certain[0]!.id)
    return { is: 'doubt', candidates: candidates.map(({ id }) => id) }
  })
}
