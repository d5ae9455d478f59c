import { leavingSoon } from '#shared/retention/forecast.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { SOON } from './queries.ts'

/** How many people a warning is about, and on which day the first of them goes. */
export type Warning = { readonly people: number; readonly first: string }

/**
 * Notes the people of whom everything goes within thirty days and about whom the school was not warned yet for that day.
 * Nothing when there are none. Who is held is not meant: of them nothing goes.
 */
export const newWarning = async (work: Work): Promise<Warning | null> => {
  const leaving = await leavingSoon(work, SOON)
  if (leaving.length === 0) return null
  const warned = await work.db
    .insertInto('retention_warning')
    .values(leaving.map(({ id, on }) => ({ person_id: id, goes_on: on, warned_at: work.now })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('goes_on')
    .execute()
  const days = warned.map(({ goes_on }) => goes_on).sort()
  return days[0] ? { people: days.length, first: days[0] } : null
}
