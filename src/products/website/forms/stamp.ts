import { createHash, randomUUID } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'

/** A form that was open longer than this gets a new stamp before it is sent. */
const LIVES = 24 * 3_600_000

/** Nobody reads and fills in a form this fast. */
const TOO_QUICK = 3_000

/** The name of its hidden field. */
export const stampField = 'stamp'

const markOf = (work: Work, form: string, key: string, at: string) =>
  work.hash('form stamp', `${form} ${key} ${at}`).slice(0, 32)

/**
 * When a form was shown, and a key that makes sending it twice one message; signed, so that neither can be made up. It is in the
 * page itself: no cookie, nothing of another company, no puzzle.
 */
export const makeStamp = (work: Work, form: string): string => {
  const [key, at] = [randomUUID(), work.now.getTime().toString(36)]
  return `${key}.${at}.${markOf(work, form, key, at)}`
}

export type Stamp = { readonly key: string; readonly tooQuick: boolean }

/** What a stamp says; nothing when it is not one of ours, of another form, or too old. */
export const readStamp = (work: Work, form: string, stamp: string): Stamp | null => {
  const [key = '', at = '', mark] = stamp.split('.')
  if (mark !== markOf(work, form, key, at)) return null
  const age = work.now.getTime() - Number.parseInt(at, 36)
  return age > LIVES ? null : { key, tooQuick: age < TOO_QUICK }
}

/** An id that follows from a stamp and what was sent with it: the same twice is one message, something else is another. */
export const idOf = (work: Work, key: string, content: unknown): string => {
  const hash = work.hash('form message', `${key} ${JSON.stringify(content)}`)
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/**
 * The token of the link in the copy that a sender gets. It follows from the message's id by a key outside the database, so that no
 * job and no copy of the database holds one.
 */
export const linkToken = (work: Work, submission: string): string =>
  Buffer.from(work.hash('form message link', submission), 'hex').toString('base64url')

/** What the database knows a token by. */
export const hashOfLink = (token: string): string => createHash('sha256').update(token).digest('hex')
