import { sql } from 'kysely'
import type { Work } from './work.ts'

/**
 * From here on this transaction sees no more than a person does, although nobody is signed in: a job that somebody started
 * finds nobody whom they may not know, and the log says that they looked.
 */
export const actAsPerson = async (work: Work, person: string): Promise<void> => {
  await sql`select set_config('app.system', 'off', true), set_config('app.person', ${person}, true)`.execute(work.db)
  work.person = person
}
