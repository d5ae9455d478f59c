import type { Work } from '#shared/tenancy/work.ts'

type Told = (work: Work) => Promise<void>

const told: Told[] = []

/** Says what a module does when holidays or days off change, in that transaction. */
export const whenClosedDaysChange = (tell: Told): void => void told.push(tell)

/** Tells every module that the days without school changed. */
export const tellClosedDaysChanged = async (work: Work): Promise<void> => {
  for (const tell of told) await tell(work)
}
