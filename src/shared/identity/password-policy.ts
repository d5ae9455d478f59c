import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#shared/root.ts'

/** What is wrong with a password; the texts say it in words. */
export type PasswordProblem = 'short' | 'long' | 'common' | 'pattern' | 'own'

/** The shortest password in characters: staff see other people's children. */
export const leastLength = ({ staff }: { staff: boolean }): number => (staff ? 12 : 10)

/** Long enough for any sentence; a bound, because somebody has to hash it. */
const MOST = 200
/** What has to stand beside a common word to make a password of it. */
const ENOUGH_LETTERS = 4
const ROWS = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
]
const SEQUENCES = ROWS.flatMap((row) => [row, [...row].reverse().join('')])
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

let words: ReadonlySet<string> | undefined

/** Lower-case words that many people build a password on; one file, read once. */
const commonWords = () =>
  (words ??= new Set(
    readFileSync(join(root, 'src/shared/identity/common-words.txt'), 'utf8')
      .replaceAll(/^#.*$/gm, '')
      .split(/\s+/)
      .filter(Boolean),
  ))

const withoutAccents = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '')

/** "W3lk0m!" as "welkom": digits and signs between or beside letters are read as the letters they stand for. */
const unmasked = (text: string) => text.replaceAll(/[013457@$!]/g, (sign) => LOOKS_LIKE[sign]!)

const lettersOf = (text: string) => text.replaceAll(/[^\p{L}]/gu, '')

/** The longest of these words that stands in a text, taken out of it. */
const without = (text: string, isWord: (part: string) => boolean): string => {
  for (let length = Math.min(text.length, 24); length >= 4; length--) {
    for (let start = 0; start + length <= text.length; start++) {
      if (isWord(text.slice(start, start + length))) return text.slice(0, start) + text.slice(start + length)
    }
  }
  return text
}

const isBuiltOn = (text: string, isWord: (part: string) => boolean): boolean =>
  [lettersOf(text), lettersOf(unmasked(text)), lettersOf(unmasked(text.replace(/[\d\W_]+$/u, '')))].some((letters) => {
    const rest = without(letters, isWord)
    return rest.length < letters.length && rest.length < ENOUGH_LETTERS
  })

/** Digits only, one part over and over, few different characters, or what stands beside each other on a keyboard or in a row. */
const isPattern = (text: string): boolean => {
  if (/^[\d\p{P}\p{Z}]+$/u.test(text) || /^(.{1,6})\1+.{0,2}$/u.test(text) || new Set(text).size < 5) return true
  let left = text
  for (const row of SEQUENCES) {
    for (let length = row.length; length >= 4; length--) {
      for (let start = 0; start + length <= row.length; start++)
        left = left.replace(row.slice(start, start + length), '')
    }
  }
  return left.length < text.length && left.replaceAll(/\d/g, '').length < ENOUGH_LETTERS
}

/** The words of an address or a name, and what stands before an @ or the whole name as one word. */
const partsOf = (own: string): string[] => {
  const text = withoutAccents(own.toLowerCase())
  return [...text.split(/[^\p{L}]+/u), lettersOf(text.split('@')[0]!)]
}

/**
 * What is wrong with a new password, or nothing. Length decides, not a mix of signs (NIST 800-63B 3.1.1.2): refused are
 * words that everyone tries first, also with digits around or signs in them, patterns, and `own` words: the address and
 * the school's name. All of Unicode counts, in characters as people see them.
 */
export const passwordProblem = (
  password: string,
  { staff, own }: { staff: boolean; own: readonly string[] },
): PasswordProblem | null => {
  const form = password.trim().normalize('NFC')
  const length = [...form].length
  if (length < leastLength({ staff })) return 'short'
  if (length > MOST) return 'long'
  const text = withoutAccents(form.toLowerCase())
  if (isPattern(text)) return 'pattern'
  const ownWords = new Set(own.flatMap(partsOf))
  if (isBuiltOn(text, (part) => ownWords.has(part))) return 'own'
  return isBuiltOn(text, (part) => commonWords().has(part)) ? 'common' : null
}
