import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'

/** From here on this transaction may reach the account (row policies read it). */
export const actAsAccount = (work: Work, account: string) =>
  sql`select set_config('app.account', ${account}, true)`.execute(work.db)
