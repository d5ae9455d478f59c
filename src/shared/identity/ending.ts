import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { endAccountWithoutPeople } from './accounts.ts'

/** The account that somebody of this organisation signs in with. */
export const accountOf = async (work: Work, person: string): Promise<string | null> => {
  const row = await work.db
    .selectFrom('account_person')
    .select('account_id')
    .where('person_id', '=', person)
    .where('organisation_id', '=', work.organisation)
    .executeTakeFirst()
  return row?.account_id ?? null
}

/**
 * After somebody of an account was erased here: the account ends with its key when it is nobody else, at no organisation.
 * Whom this transaction acts for stays as it was.
 */
export const endAccountOf = async (work: Work, account: string): Promise<'stays' | 'erased'> => {
  const { rows } = await sql<{ own: string | null }>`select current_setting('app.account', true) as own`.execute(
    work.db,
  )
  await endAccountWithoutPeople(work, account)
  const row = await work.db.selectFrom('account').select('id').where('id', '=', account).executeTakeFirst()
  await sql`select set_config('app.account', ${rows[0]?.own ?? ''}, true)`.execute(work.db)
  return row ? 'stays' : 'erased'
}
