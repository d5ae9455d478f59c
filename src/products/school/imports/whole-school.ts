import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'

/**
 * Lets a step of the office's own transaction see everyone, as a command or job does. Only for comparing and storing the
 * school's file: a protected pupil whom the office need not know must neither be added twice nor leave. What it answers
 * may hold such people, so nobody's name is shown from it without asking who may be seen.
 */
export const wholeSchool = async <T>(work: Work, run: () => Promise<T>): Promise<T> => {
  const { rows } = await sql<{ before: string | null }>`select current_setting('app.system', true) as before`.execute(
    work.db,
  )
  await sql`set local app.system = 'on'`.execute(work.db)
  const result = await run()
  if (rows[0]?.before !== 'on') await sql`set local app.system = 'off'`.execute(work.db)
  return result
}
