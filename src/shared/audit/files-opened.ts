import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'

/**
 * A file is a page about one person: the address names somebody, and data of that person were opened there. Lists of a
 * group or of the whole school are none, however many people stand on them; nor are the faces that a list shows.
 */
const isFile = sql<boolean>`(action = 'opened' and about is not null and person_id is not null and kinds <> '{image}')`

/** Somebody opened a file: in the order of the chain. */
export type FileOpened = {
  readonly sequence: number
  readonly at: Date
  readonly viewer: string
  readonly role: string | null
  readonly about: string
}

const columns = ['sequence', 'at', 'person_id as viewer', 'role', 'about'] as const

/** The files opened in the lines after one of the chain, and up to which line was looked: at most `most` lines. */
export const filesOpenedAfter = async (
  work: Work,
  sequence: number,
  most: number,
): Promise<{ files: FileOpened[]; upTo: number }> => {
  const rows = await work.db
    .selectFrom('audit_line')
    .select([...columns, isFile.as('file')])
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(most)
    .execute()
  const files = rows.filter(({ file }) => file) as unknown as FileOpened[]
  return { files, upTo: rows.at(-1)?.sequence ?? sequence }
}

/** The files that one person opened in a stretch of time, both ends in it; only what is in the chain. */
export const filesOpenedBy = async (work: Work, viewer: string, from: Date, to: Date): Promise<FileOpened[]> =>
  (await work.db
    .selectFrom('audit_line')
    .select([...columns])
    .where(sql<boolean>`${isFile} and sequence is not null`)
    .where('person_id', '=', viewer)
    .where('at', '>=', from)
    // The database knows microseconds, a Date only milliseconds.
    .where('at', '<', new Date(to.getTime() + 1))
    .orderBy('at')
    .execute()) as unknown as FileOpened[]

/** The number of the last line of the chain that was written before a moment; 0 when there is none. */
export const chainedBefore = async (work: Work, moment: Date): Promise<number> => {
  const row = await work.db
    .selectFrom('audit_line')
    .select('sequence')
    .where(sql<boolean>`action = 'opened' and sequence is not null`)
    .where('at', '<', moment)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.sequence ?? 0
}

/** Per role: how many files somebody opens in their busiest hour of a day, in the middle of all days, and how many days that is. */
export const usualFiles = (work: Work, from: Date): Promise<{ role: string; files: number; days: number }[]> => {
  const day = sql<string>`date_trunc('day', at at time zone 'Europe/Amsterdam')`
  const hours = work.db
    .selectFrom('audit_line')
    .select(['role', day.as('day'), sql<number>`count(distinct about)`.as('files'), 'person_id'])
    .where(sql<boolean>`${isFile} and sequence is not null and role is not null`)
    .where('at', '>=', from)
    .groupBy(['role', 'person_id', day, sql`date_trunc('hour', at)`])
  const busiest = work.db
    .selectFrom(hours.as('hour'))
    .select(['role', 'day', sql<number>`max(files)`.as('files')])
    .groupBy(['role', 'day', 'person_id'])
  return work.db
    .selectFrom(busiest.as('busiest'))
    .select([
      sql<string>`role`.as('role'),
      sql<number>`(percentile_disc(0.5) within group (order by files))::int`.as('files'),
      sql<number>`count(distinct day)::int`.as('days'),
    ])
    .groupBy('role')
    .execute()
}
