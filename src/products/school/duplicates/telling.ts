import type { Work } from '#shared/tenancy/work.ts'

/** Two records of one person: whose id stays, and whose goes. */
export type Merged = { readonly kept: string; readonly gone: string }

type Told = (work: Work, merged: Merged) => Promise<void>

const told = new Map<string, Told>()

/**
 * Says what a module does when two records turn out to be one person, in that transaction, once the rows of who goes name
 * who stays. A row that would have been there twice still names who goes: which of the two holds is the module's to decide.
 * `name` is the module's; a name twice is a mistake and throws.
 */
export const whenMerged = (name: string, tell: Told): void => {
  if (told.has(name)) throw new Error(`Module ${name} hears of merging twice`)
  told.set(name, tell)
}

/** Tells every module that two people are one from here on. */
export const tellMerged = async (work: Work, merged: Merged): Promise<void> => {
  for (const tell of told.values()) await tell(work, merged)
}
