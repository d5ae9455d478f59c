import { createHmac, randomUUID } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'

/**
 * The salt of today, one for all processes. At midnight it is thrown away, and with it the way back from a number to whom it was
 * made of; it stands in an unlogged table, so in no backup (PROMISES P51; docs/decisions/0053).
 */
export const saltOfToday = async (work: Work): Promise<string> => {
  await work.db.deleteFrom('site_salt').where('day', '<', work.today).execute()
  await work.db
    .insertInto('site_salt')
    .values({ day: work.today, salt: randomUUID() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await work.db
    .selectFrom('site_salt')
    .select('salt')
    .where('day', '=', work.today)
    .executeTakeFirstOrThrow()
  return row.salt
}

/** A number for whoever this text names, of today and this organisation only; as a uuid. */
export const numberOf = (salt: string, organisation: string, text: string): string => {
  const hash = createHmac('sha256', salt).update(`${organisation} ${text}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
