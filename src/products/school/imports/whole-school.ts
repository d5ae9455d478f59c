import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'

/**
 * Lets a step of the office's own transaction see everyone, as a command or job does. Only for comparing and storing the
 * school's file: a protected pupil whom the office need not know must neither be added twice nor leave. What it answers
 * may hold such people, so nobody's name is shown from it without asking who may be seen.
 */
export const wholeSchool = async <T>(work: Work, run: () => Promise<T>): Promise<T> => {
  await sql`set local app.system = 'on'`.execute(work.db)
  const result = await run()
  await sql`set local app.system = 'off'`.execute(work.db)
  return result
}
