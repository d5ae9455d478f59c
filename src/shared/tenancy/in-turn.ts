import { sql } from 'kysely'
import type { Work } from './work.ts'

/** Whoever does the same at one moment in this organisation waits here until the other's transaction has ended. */
export const inTurn = async (work: Work, what: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${work.organisation} ${what}`}, 75))`.execute(work.db)
}
