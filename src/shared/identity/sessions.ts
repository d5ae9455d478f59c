import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'

export type SessionRow = {
  /** The hash of its token; ends it, and is of no use for anything else. */
  readonly hash: string
  readonly device: string
  readonly organisation: string
  readonly since: Date
  readonly seen: Date
  /** Whether it is the one that asks. */
  readonly here: boolean
}

/** False, and never unknown, for a request without a session: a mailed link must end them all. */
const isThis = sql<boolean>`session.token_hash is not distinct from current_setting('app.session', true)`

/** Where an account is signed in, on every host, the last used first. */
export const sessionsOf = async (work: Work, account: string): Promise<SessionRow[]> =>
  work.db
    .selectFrom('session')
    .innerJoin('organisation', 'organisation.id', 'session.organisation_id')
    .select([
      'session.token_hash as hash',
      'session.device',
      'organisation.name as organisation',
      'session.created_at as since',
      'session.seen_at as seen',
      isThis.as('here'),
    ])
    .where('session.account_id', '=', account)
    .where('session.pending', '=', false)
    .where('session.expires_at', '>', work.now)
    .orderBy('session.seen_at', 'desc')
    .execute()

/** Ends one session of an account. Answers whether there was one. */
export const endSession = async (work: Work, account: string, hash: string): Promise<boolean> => {
  const ended = await work.db
    .deleteFrom('session')
    .where('account_id', '=', account)
    .where('token_hash', '=', hash)
    .executeTakeFirst()
  return ended.numDeletedRows > 0n
}

/** What is under way to another school would become a session of the next minute. */
const endHops = (work: Work, account: string) =>
  work.db.deleteFrom('hop_token').where('account_id', '=', account).execute()

/** Ends every session of an account but the one that asks, on every host. */
export const endOtherSessions = async (work: Work, account: string): Promise<void> => {
  await endHops(work, account)
  await work.db
    .deleteFrom('session')
    .where('account_id', '=', account)
    .where((not) => not.not(isThis))
    .execute()
}

/** Ends every session of an account, on every host, this one too. */
export const endAllSessions = async (work: Work, account: string): Promise<void> => {
  await endHops(work, account)
  await work.db.deleteFrom('session').where('account_id', '=', account).execute()
}

/** Ends the sessions here that came from one session at Microsoft. */
export const endTenantSessions = async (work: Work, tenantSession: string): Promise<void> => {
  await work.db
    .deleteFrom('session')
    .where('organisation_id', '=', work.organisation)
    .where('tenant_session', '=', tenantSession)
    .execute()
}
