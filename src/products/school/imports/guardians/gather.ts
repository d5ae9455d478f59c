import type { LetterLanguage } from '../../invitations/letter/languages.ts'
import type { Entry } from './read.ts'
import { type Adult, compatible, otherEmail, sameEmail, samePhoneAs, wholeName } from './same-person.ts'

/** Somebody of the file: every line that is surely about one person. */
export type FilePerson = Adult & {
  readonly prefix: string
  readonly language: LetterLanguage | null
  readonly entries: readonly Entry[]
}

const longest = (texts: readonly (string | null)[]) =>
  texts.filter((text) => text !== null).sort((one, other) => other.length - one.length)[0] ?? null
const first = <T>(all: readonly (T | null)[]): T | null => all.find((one) => one !== null) ?? null

/** What several lines together say of one person. */
export const personOf = (entries: readonly Entry[]): FilePerson => ({
  givenName: longest(entries.map((one) => one.givenName)),
  initials: longest(entries.map((one) => one.initials)),
  prefix: entries[0]!.prefix,
  surname: entries[0]!.surname,
  email: first(entries.map((one) => one.email)),
  phone: first(entries.map((one) => one.phone)),
  language: first(entries.map((one) => one.language)),
  entries,
})

/**
 * Puts the lines of one person together, so that a guardian of three children is one person: the same name with the same
 * address or the same telephone, twice for one pupil, or beside the same other guardian. Two who share an address under
 * two names stay two. What might be one person and is not sure stays apart; `matchPeople` then asks.
 */
export const gather = (entries: readonly Entry[]): FilePerson[] => {
  const groups: Entry[][] = []
  const partners = partnersOf(entries)
  const near = new Map<string, Entry[][]>()
  for (const entry of entries) {
    const surname = entry.surname.toLowerCase()
    const candidates = near.get(surname) ?? []
    const mine = candidates.find((group) => group.every((other) => isOne(entry, other, partners)))
    if (mine) mine.push(entry)
    else {
      const group = [entry]
      groups.push(group)
      near.set(surname, [...candidates, group])
    }
  }
  return groups.map(personOf)
}

/** Per entry the names of those who stand beside it as guardians of the same pupil. */
const partnersOf = (entries: readonly Entry[]) => {
  const byPupil = Map.groupBy(entries, ({ pupil }) => pupil)
  return (entry: Entry): readonly Entry[] => byPupil.get(entry.pupil)!.filter((other) => other !== entry)
}

const sure = (one: Entry, other: Entry) => sameEmail(one, other) || samePhoneAs(one, other)

const isOne = (one: Entry, other: Entry, partnersIn: (entry: Entry) => readonly Entry[]): boolean => {
  if (!compatible(one, other) || otherEmail(one, other)) return false
  const name = wholeName(one)
  const sameName = name === wholeName(other) && (name !== null || one.initials === other.initials)
  if (!sameName) return false
  if (sure(one, other)) return one.pupil !== other.pupil || one.slot === other.slot
  // Two parents of one child may have one letter: initials alone are not enough.
  if (name === null) return false
  if (one.pupil === other.pupil) return one.slot === other.slot
  const beside = partnersIn(one)
  return partnersIn(other).some((partner) => {
    const theirs = wholeName(partner)
    return (
      theirs !== null &&
      theirs !== name &&
      beside.some((mine) => wholeName(mine) === theirs && !otherEmail(mine, partner))
    )
  })
}
