import { createHash, randomBytes } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'

/** Crockford's base32: no I, L, O or U, so that a code can be read from paper and aloud. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Eighty bits: beyond guessing, and short enough to type from a letter. */
const LENGTH = 16

const inLetters = (bytes: Uint8Array): string => [...bytes].map((byte) => LETTERS[byte % 32]).join('')

/** A new code at random: five bits a letter. */
export const newCode = (letters = 24): string => inLetters(randomBytes(letters))

/**
 * The code of an invitation. It is kept nowhere: a key outside the database makes it from the invitation's random id, so that
 * a letter can be printed again and a mail tried again with the same code, and nobody reads one from the database or a backup.
 */
export const codeOf = (work: Work, invitation: string): string =>
  inLetters(Buffer.from(work.hash('invitation code', invitation), 'hex').subarray(0, LENGTH))

/** Longer than any code: what is pasted in its place stays a wrong one, and fits in an address. */
const LONGEST = 40

/** A code as somebody typed it: small letters, spaces, dashes, and letters that look like digits are forgiven. */
export const readCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
    .slice(0, LONGEST)

/** A code as it is printed: in groups of four. */
export const printed = (code: string): string => code.match(/.{1,4}/g)!.join('-')

/** What the database keeps of a code: enough to know it again, not to read it. */
export const hashOfCode = (code: string): string => createHash('sha256').update(readCode(code)).digest('hex')
