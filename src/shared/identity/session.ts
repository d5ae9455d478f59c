import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Language } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'

const DAYS = 90
const SEEN_EVERY_MINUTES = 10

/** What the database keeps of a token. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

export type Session = { account: string; person: string; strong: boolean; language: Language }

/**
 * Finds the session whose hash the transaction was opened with and tells the row policies who is asking. Answers nothing
 * for a token that is unknown, expired or of another organisation.
 */
export const findSession = async (work: Work): Promise<Session | null> => {
  const row = await work.db
    .selectFrom('session')
    .select(['account_id', 'person_id', 'strong', 'language', 'seen_at'])
    .select([
      sql`set_config('app.account', account_id::text, true)`.as('account'),
      sql`set_config('app.person', person_id::text, true)`.as('person'),
    ])
    .where('token_hash', '=', sql<string>`current_setting('app.session', true)`)
    .where('organisation_id', '=', work.organisation)
    .where('expires_at', '>', work.now)
    .executeTakeFirst()
  if (!row) return null
  if (work.now.getTime() - row.seen_at.getTime() > SEEN_EVERY_MINUTES * 60_000) await touch(work)
  return { account: row.account_id, person: row.person_id, strong: row.strong, language: row.language as Language }
}

const touch = (work: Work) =>
  work.db
    .updateTable('session')
    .set({ seen_at: work.now, expires_at: expiry(work.now) })
    .where('token_hash', '=', sql<string>`current_setting('app.session', true)`)
    .execute()

const expiry = (now: Date) => new Date(now.getTime() + DAYS * 86_400_000)

/**
 * Begins a session of one person on this organisation's host and answers its token (256 bits, base64url); only the
 * hash is stored. `strong`: a second factor or passkey was given. `device` names browser and system, nothing finer.
 */
export const beginSession = async (
  work: Work,
  who: { account: string; person: string; strong: boolean; language: Language; device: string },
): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await sql`select set_config('app.account', ${who.account}, true)`.execute(work.db)
  await work.db
    .insertInto('session')
    .values({
      token_hash: hashOfToken(token),
      account_id: who.account,
      organisation_id: work.organisation,
      person_id: who.person,
      strong: who.strong,
      language: who.language,
      device: who.device,
      seen_at: work.now,
      expires_at: expiry(work.now),
    })
    .execute()
  return token
}
