import type { Work } from '#shared/tenancy/work.ts'
import type { Audience, Use } from './kinds.ts'

/** Whether school may use something of a pupil from now on. */
export type ConsentChange = {
  readonly use: Use
  readonly purpose: string
  readonly audience: Audience
  readonly pupil: string
  readonly may: boolean
}

/** What a module does about changes, in the transaction in which they happen. */
export type ConsentTold = (work: Work, changes: readonly ConsentChange[]) => Promise<void>

const told = new Map<string, ConsentTold>()

/**
 * Says what a module does when school may use something no longer, or may from now on: also with what it published before.
 * It is called within the transaction of the answer: where it throws, nothing was answered. Files and other systems follow
 * by a job that it adds. `name` is the module's; a name twice is a mistake and throws.
 */
export const whenConsentChanges = (name: string, tell: ConsentTold): void => {
  if (told.has(name)) throw new Error(`Module ${name} hears of consent twice`)
  told.set(name, tell)
}

/** Tells every module, and open pages that something changed. */
export const tellChanges = async (work: Work, changes: readonly ConsentChange[]): Promise<void> => {
  if (changes.length === 0) return
  for (const tell of told.values()) await tell(work, changes)
}
