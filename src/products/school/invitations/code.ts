import { createHash, randomBytes } from 'node:crypto'

/** Crockford's base32: no I, L, O or U, so that a code can be read from paper and aloud. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A new code: five random bits a letter, so that 24 letters are far beyond guessing. */
export const newCode = (letters = 24): string => [...randomBytes(letters)].map((byte) => LETTERS[byte % 32]).join('')

/** A code as somebody typed it: small letters, spaces, dashes, and letters that look like digits are forgiven. */
export const readCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')

/** A code as it is printed: in groups of four. */
export const printed = (code: string): string => code.match(/.{1,4}/g)!.join('-')

/** What the database keeps of a code: enough to know it again, not to read it. */
export const hashOfCode = (code: string): string => createHash('sha256').update(readCode(code)).digest('hex')
