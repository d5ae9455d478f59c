import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Language } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { actAsAccount } from './act-as-account.ts'

const MINUTE = 60_000
const DAY = 1_440 * MINUTE
const KEPT = 90 * DAY
const SEEN_EVERY = 10 * MINUTE
/** How long the second factor of a sign-in may take. */
const PENDING = 10 * MINUTE
/** How long a password or passkey counts as given just now (ASVS 7.5.3). */
const FRESH = 10 * MINUTE

const thisToken = sql<string>`current_setting('app.session', true)`

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
    .where('token_hash', '=', thisToken)
    .where('organisation_id', '=', work.organisation)
    .where('expires_at', '>', work.now)
    .where('pending', '=', false)
    // Who was parted from the person since is nobody here, however long the session would still last.
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('account_person as tie')
          .select('tie.person_id')
          .whereRef('tie.account_id', '=', 'session.account_id')
          .whereRef('tie.person_id', '=', 'session.person_id')
          .where('tie.organisation_id', '=', work.organisation),
      ),
    )
    .executeTakeFirst()
  if (!row) return null
  if (work.now.getTime() - row.seen_at.getTime() > SEEN_EVERY) await touch(work)
  return { account: row.account_id, person: row.person_id, strong: row.strong, language: row.language as Language }
}

const touch = (work: Work) =>
  work.db
    .updateTable('session')
    .set({ seen_at: work.now, expires_at: later(work, KEPT) })
    .where('token_hash', '=', thisToken)
    .execute()

const later = (work: Work, ms: number) => new Date(work.now.getTime() + ms)

/**
 * Begins a session of one person on this organisation's host and answers its token (256 bits, base64url), which
 * `cookieHeader` gives to the browser; only the hash is stored. `strong`: a second factor or passkey was given. `device`
 * names browser and system, nothing finer. A `pending` session waits for its second factor and opens nothing else.
 */
export const beginSession = async (
  work: Work,
  who: { account: string; person: string; strong: boolean; language: Language; device: string; pending?: boolean },
): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await actAsAccount(work, who.account)
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
      pending: who.pending ?? false,
      created_at: work.now,
      seen_at: work.now,
      confirmed_at: work.now,
      expires_at: later(work, who.pending ? PENDING : KEPT),
    })
    .execute()
  if (!who.pending) {
    await work.db.updateTable('account').set({ last_active_on: work.today }).where('id', '=', who.account).execute()
  }
  return token
}

/** Ends the session of this browser, pending or not. */
export const endThisSession = async (work: Work): Promise<void> => {
  await work.db.deleteFrom('session').where('token_hash', '=', thisToken).execute()
}

/** Whose second factor this browser still has to give; nothing when it gave no password, or too long ago. */
export const findPending = async (work: Work): Promise<{ account: string } | null> => {
  const row = await work.db
    .selectFrom('session')
    .select('account_id')
    .where('token_hash', '=', thisToken)
    .where('organisation_id', '=', work.organisation)
    .where('pending', '=', true)
    .where('expires_at', '>', work.now)
    .executeTakeFirst()
  if (!row) return null
  await actAsAccount(work, row.account_id)
  return { account: row.account_id }
}

/** Whether a password or passkey was given in this session in the last ten minutes. */
export const isFresh = async (work: Work): Promise<boolean> => {
  const row = await work.db
    .selectFrom('session')
    .select('confirmed_at')
    .where('token_hash', '=', thisToken)
    .executeTakeFirst()
  return row !== undefined && work.now.getTime() - row.confirmed_at.getTime() <= FRESH
}

/** Notes that a password or passkey was given in this session just now. */
export const confirmSession = async (work: Work): Promise<void> => {
  await work.db.updateTable('session').set({ confirmed_at: work.now }).where('token_hash', '=', thisToken).execute()
}
