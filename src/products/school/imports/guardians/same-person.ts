import { plainLetters } from '../../people/names.ts'
import { samePhone } from './values.ts'

/** What tells one adult from another. */
export type Adult = {
  readonly givenName: string | null
  readonly initials: string | null
  readonly surname: string
  readonly email: string | null
  readonly phone: string | null
}

const bare = (text: string | null) => plainLetters(text ?? '').replace(/[^\p{L}\p{N}]+/gu, '')

type Plain = { readonly surname: string; readonly given: string; readonly letter: string | undefined }
const known = new WeakMap<Adult, Plain>()

/** The letters that count, made once per person: a list compares everyone of a name with everyone. */
const plain = (adult: Adult): Plain => {
  const before = known.get(adult)
  if (before) return before
  const { givenName, initials, surname } = adult
  const made = { surname: bare(surname), given: bare(givenName), letter: bare(initials || givenName)[0] }
  known.set(adult, made)
  return made
}

/** Two ways of writing one name: equal surnames, and given names or initials that do not contradict each other. */
export const compatible = (one: Adult, other: Adult): boolean => {
  const [mine, theirs] = [plain(one), plain(other)]
  if (mine.surname !== theirs.surname) return false
  if (mine.given.length > 1 && theirs.given.length > 1) return mine.given === theirs.given
  return mine.letter === undefined || theirs.letter === undefined || mine.letter === theirs.letter
}

/** The whole name, or nothing where only initials are known. */
export const wholeName = (adult: Adult): string | null => {
  const { given, surname } = plain(adult)
  return given.length > 1 ? `${given}|${surname}` : null
}

export const sameEmail = (one: Adult, other: Adult): boolean =>
  one.email !== null && one.email === other.email?.toLowerCase()
export const samePhoneAs = (one: Adult, other: Adult): boolean =>
  one.phone !== null && other.phone !== null && samePhone(one.phone) === samePhone(other.phone)

/** Two different addresses speak against being one person, unless a person says so. */
export const otherEmail = (one: Adult, other: Adult): boolean =>
  one.email !== null && other.email !== null && one.email.toLowerCase() !== other.email.toLowerCase()
