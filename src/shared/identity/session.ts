import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Language } from '#shared/language/index.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
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

/** How somebody came in through Microsoft: by which tenant, whether a second factor was given there, and in which session. */
export type Through = { readonly tenant: string; readonly strong: boolean; readonly session: string | null }

export type Session = {
  account: string
  person: string
  strong: boolean
  ownFactor: boolean
  tenant: string | null
  elsewhere: boolean
  language: Language
}

const livingSession = prepared(({ db }, { organisation, now }: { organisation: string; now: Date }) =>
  db
    .selectFrom('session')
    .select(['account_id', 'person_id', 'strong', 'tenant_id', 'tenant_strong', 'language', 'seen_at'])
    .select([
      sql`set_config('app.account', account_id::text, true)`.as('account'),
      sql`set_config('app.person', person_id::text, true)`.as('person'),
    ])
    // After the account is told to the policies: they show its other people from then on.
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('account_person as other')
          .select('other.person_id')
          .whereRef('other.account_id', '=', 'session.account_id')
          .whereRef('other.organisation_id', '<>', 'session.organisation_id'),
      ).as('elsewhere'),
    )
    .where('token_hash', '=', thisToken)
    .where('organisation_id', '=', organisation)
    .where('expires_at', '>', now)
    .where('pending', '=', false)
    // Who was parted from the person since is nobody here, however long the session would still last.
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('account_person as tie')
          .select('tie.person_id')
          .whereRef('tie.account_id', '=', 'session.account_id')
          .whereRef('tie.person_id', '=', 'session.person_id')
          .where('tie.organisation_id', '=', organisation),
      ),
    ),
)

/**
 * Finds the session whose hash the transaction was opened with and tells the row policies who is asking. Answers nothing
 * for a token that is unknown, expired or of another organisation.
 */
export const findSession = async (work: Work): Promise<Session | null> => {
  const [row] = await livingSession(work, { organisation: work.organisation, now: work.now })
  if (!row) return null
  if (work.now.getTime() - row.seen_at.getTime() > SEEN_EVERY) await touch(work)
  return {
    account: row.account_id,
    person: row.person_id,
    strong: row.strong || row.tenant_strong,
    ownFactor: row.strong,
    tenant: row.tenant_id,
    elsewhere: Boolean(row.elsewhere),
    language: row.language as Language,
  }
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
 * `confirmedAt`: when a password or passkey was last given, now unless said; never, for who came through Microsoft.
 */
export const beginSession = async (
  work: Work,
  who: {
    account: string
    person: string
    strong: boolean
    language: Language
    device: string
    pending?: boolean
    through?: Through | null
    confirmedAt?: Date | null
  },
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
      confirmed_at: who.confirmedAt === undefined ? work.now : who.confirmedAt,
      tenant_id: who.through?.tenant ?? null,
      tenant_strong: who.through?.strong ?? false,
      tenant_session: who.through?.session ?? null,
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

/** How a session began: what another one that takes its place must not make stronger. */
export type Began = { readonly account: string; readonly through: Through | null; readonly confirmedAt: Date | null }

const beganAs = (row: {
  account_id: string
  tenant_id: string | null
  tenant_strong: boolean
  tenant_session: string | null
  confirmed_at: Date | null
}): Began => ({
  account: row.account_id,
  through: row.tenant_id ? { tenant: row.tenant_id, strong: row.tenant_strong, session: row.tenant_session } : null,
  confirmedAt: row.confirmed_at,
})

const howItBegan = (work: Work) =>
  work.db
    .selectFrom('session')
    .select(['account_id', 'tenant_id', 'tenant_strong', 'tenant_session', 'confirmed_at'])
    .where('token_hash', '=', thisToken)
    .where('organisation_id', '=', work.organisation)

/** Whose second factor this browser still has to give; nothing when it gave no password, or too long ago. */
export const findPending = async (work: Work): Promise<Began | null> => {
  const row = await howItBegan(work).where('pending', '=', true).where('expires_at', '>', work.now).executeTakeFirst()
  if (!row) return null
  await actAsAccount(work, row.account_id)
  return beganAs(row)
}

/** How the session of this browser began; nothing where there is none. */
export const thisSession = async (work: Work): Promise<Began | null> => {
  const row = await howItBegan(work).where('pending', '=', false).executeTakeFirst()
  return row ? beganAs(row) : null
}

/** Whether a password or passkey was given in this session in the last ten minutes. */
export const isFresh = async (work: Work): Promise<boolean> => {
  const row = await work.db
    .selectFrom('session')
    .select('confirmed_at')
    .where('token_hash', '=', thisToken)
    .executeTakeFirst()
  const at = row?.confirmed_at
  return at != null && work.now.getTime() - at.getTime() <= FRESH
}

/** Notes that a password or passkey was given in this session just now. */
export const confirmSession = async (work: Work): Promise<void> => {
  await work.db.updateTable('session').set({ confirmed_at: work.now }).where('token_hash', '=', thisToken).execute()
}
