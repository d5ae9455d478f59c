import { timingSafeEqual } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'

const HOUR = 3_600_000

const signed = (work: Work, person: string, at: string) => work.hash('m365 consent', `${person} ${at}`)

/** What Microsoft brings back with its answer: who asked, and when, as a keyed hash. */
export const consentState = (work: Work, person: string): string => {
  const at = String(work.wall.getTime())
  return `${at}.${signed(work, person, at)}`
}

/** Whether an answer belongs to a question that this very person asked in the last hour. */
export const isOwnConsent = (work: Work, person: string, state: string): boolean => {
  const [at = '', hash = ''] = state.split('.')
  const wanted = signed(work, person, at)
  const fresh = /^\d+$/.test(at) && work.wall.getTime() - Number(at) <= HOUR
  return fresh && hash.length === wanted.length && timingSafeEqual(Buffer.from(hash), Buffer.from(wanted))
}
