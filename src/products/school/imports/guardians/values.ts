import { z } from 'zod'
import { plainLetters } from '../../people/names.ts'

export type ValueProblem = 'email' | 'phone' | 'date' | 'authority' | 'livesWith' | 'name' | 'long' | 'language'
/** A value as it is kept, or why it is not; null for an empty cell. */
export type Value<T> = { readonly value: T } | { readonly problem: ValueProblem } | null

const mail = z.email().max(254)
const read =
  <T>(problem: ValueProblem, parse: (text: string) => T | undefined) =>
  (cell: string): Value<T> => {
    if (cell === '') return null
    const value = parse(cell)
    return value === undefined ? { problem } : { value }
  }

const LONGEST_NAME = 100

/** A name as people write it. What a spreadsheet would take for a formula is no name. */
export const nameIn = (cell: string): Value<string> => {
  if (cell === '' || cell === '-') return null
  if (cell.length > LONGEST_NAME) return { problem: 'long' }
  return /^[=+@\t-]/.test(cell) || !/\p{L}/u.test(cell) ? { problem: 'name' } : { value: cell.replace(/\s+/g, ' ') }
}

export const emailIn = read('email', (text) => {
  const address = text.toLowerCase().replace(/^mailto:/, '')
  return mail.safeParse(address).success ? address : undefined
})

/** Digits decide whether two numbers are one; what is kept is what was written. */
export const phoneIn = read('phone', (text) => {
  const number = text.replace(/^'/, '').replace(/[./]/g, ' ').replace(/\s+/g, ' ')
  return /^\+?[\d ()-]{6,20}$/.test(number) && /\d{6}/.test(number.replace(/\D/g, '')) ? number : undefined
})

/** One number written in several ways: 06-12345678, +31 6 12345678, 0031612345678. */
export const samePhone = (phone: string): string => phone.replace(/\D/g, '').replace(/^(0031|31(?=\d{9}$))/, '0')

const days = [/^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})/, /^(?<d>\d{1,2})[-/. ](?<m>\d{1,2})[-/. ](?<y>\d{4})/]

export const dateIn = read('date', (text) => {
  const { y, m, d } = days.map((pattern) => pattern.exec(text)?.groups).find(Boolean) ?? {}
  const day = y && m && d ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : ''
  return z.iso.date().safeParse(day).success ? day : undefined
})

const YES = /^(j|ja|y|yes|true|waar|1|x|volledig|beide)$/
const NO = /^(n|nee|neen|no|false|onwaar|0|geen)$/
const UNKNOWN = /^(\?|onb|onbekend|unknown|niet bekend|nvt|n v t)$/
const word = (text: string) =>
  plainLetters(text)
    .replace(/[^a-z0-9?]+/g, ' ')
    .trim()

export const authorityIn = read('authority', (text): 'yes' | 'no' | 'unknown' | undefined => {
  const said = word(text)
  if (YES.test(said)) return 'yes'
  if (NO.test(said)) return 'no'
  return UNKNOWN.test(said) ? 'unknown' : undefined
})

export const yesOrNoIn = read('livesWith', (text) => {
  const said = word(text)
  return YES.test(said) ? true : NO.test(said) ? false : undefined
})

/** Anything but a clear no: what might be secret is treated as secret. */
export const isSecret = (cell: string): boolean => cell !== '' && !NO.test(word(cell))

const PREFIXES = /^(van|von|de|den|der|ter|ten|te|het|'t|in|op|aan|bij|el|al|la|le|du|da|dos|di|d')$/i
const TITLES = /^(dhr|mevr|mw|hr|de heer|heer|mevrouw|mr|mrs|ms)\.? +/i

export type WholeName = { readonly givenName: string; readonly prefix: string; readonly surname: string }

/** Takes a whole name apart: "Mevr. Fenna de Vries", "Vries, Fenna de", "Vries, de, F.". */
export const partsOfName = (name: string): WholeName => {
  const bare = name.replace(TITLES, '')
  const [last = '', ...rest] = bare.split(',').map((part) => part.trim())
  const words = (rest.length > 0 ? rest.join(' ') : bare).split(' ').filter(Boolean)
  if (rest.length > 0) {
    const isPrefix = (one: string) => PREFIXES.test(one)
    return {
      givenName: words.filter((one) => !isPrefix(one)).join(' '),
      prefix: words.filter(isPrefix).join(' '),
      surname: last,
    }
  }
  if (words.length < 2) return { givenName: '', prefix: '', surname: bare }
  const from = words.findIndex((one, at) => at > 0 && PREFIXES.test(one))
  const start = from < 0 ? words.length - 1 : from
  let end = start
  while (end < words.length - 1 && PREFIXES.test(words[end]!)) end++
  return {
    givenName: words.slice(0, start).join(' '),
    prefix: words.slice(start, end).join(' '),
    surname: words.slice(end).join(' '),
  }
}
