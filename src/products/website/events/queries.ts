import { schoolDays } from '#products/school/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { SiteEvent } from '../blocks/block.ts'

/** Days without school, as the school's own calendar has them: holidays, study days and days off. */
const closedFrom = async (work: Work, day: string): Promise<SiteEvent[]> =>
  (await schoolDays(work)).closures
    .filter(({ to }) => to >= day)
    .map(({ name, from, to }) => ({
      id: `closed-${from}-${to}`,
      title: name,
      text: '',
      place: '',
      from,
      to,
      starts: null,
      ends: null,
      noSchool: true,
    }))

const began = ({ from, starts }: SiteEvent) => `${from} ${starts ?? ''}`

/** What editors put in the agenda that is to come, or still goes on, in order. */
export const eventsFrom = async (work: Work, day: string): Promise<Omit<SiteEvent, 'noSchool'>[]> => {
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

/** The whole agenda of the site: what editors put in it, and days without school. */
export const agendaFrom = async (work: Work, day: string): Promise<SiteEvent[]> =>
  [...(await eventsFrom(work, day)), ...(await closedFrom(work, day))].sort((one, other) =>
    began(one) < began(other) ? -1 : 1,
  )
