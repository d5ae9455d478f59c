import type { Work } from '#shared/tenancy/work.ts'

type Told = (work: Work) => Promise<void>

const told = new Map<string, Told>()

/**
 * Says what a module does when somebody joins, leaves, or gets another role or group, in that transaction: a job, nothing
 * slow. `name` is the module's; a name twice is a mistake and throws.
 */
export const whenRosterChanges = (name: string, tell: Told): void => {
  if (told.has(name)) throw new Error(`Module ${name} hears of the roster twice`)
  told.set(name, tell)
}

/** Tells every module that the roster changed. */
export const tellRosterChanged = async (work: Work): Promise<void> => {
  for (const tell of told.values()) await tell(work)
}
