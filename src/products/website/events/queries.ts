import type { Work } from '#shared/tenancy/work.ts'
import type { SiteEvent } from '../blocks/block.ts'

/** What is to come, and what still goes on, in order. */
export const eventsFrom = async (work: Work, day: string): Promise<SiteEvent[]> => {
  const rows = await work.db
    .selectFrom('site_event')
    .select(['id', 'title', 'text', 'place', 'from_on as from', 'to_on as to', 'starts', 'ends'])
    .where('to_on', '>=', day)
    .orderBy('from_on')
    .orderBy('starts')
    .orderBy('id')
    .execute()
  return rows
}
