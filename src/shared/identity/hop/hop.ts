import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Me } from '#shared/identity/me.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { actAsAccount } from '../act-as-account.ts'
import { type Began, hashOfToken, thisSession } from '../session.ts'
import './personal-data.ts'

const KEPT = 60_000

export type OtherSchool = { readonly id: string; readonly name: string; readonly host: string }

/** The other organisations in which this account is somebody, by name, each with its main host. */
export const otherSchools = async (work: Work, me: Me): Promise<OtherSchool[]> =>
  work.db
    .selectFrom('account_person')
    .innerJoin('organisation', 'organisation.id', 'account_person.organisation_id')
    .innerJoin('host', 'host.organisation_id', 'organisation.id')
    .distinctOn(['organisation.name', 'organisation.id'])
    .select(['organisation.id', 'organisation.name', 'host.name as host'])
    .where('account_person.account_id', '=', me.account)
    .where('organisation.id', '<>', work.organisation)
    .orderBy('organisation.name')
    .orderBy('organisation.id')
    .orderBy('host.main', 'desc')
    .orderBy('host.name')
    .execute()

/**
 * A token that begins a session of this account at another organisation: once, there, within 60 seconds. It carries how
 * this session began, so that it makes nobody stronger. Only its hash is stored; the account must be somebody there.
 */
export const newHop = async (work: Work, me: Me, to: OtherSchool): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  const began = await thisSession(work)
  await work.db
    .insertInto('hop_token')
    .values({
      token_hash: hashOfToken(token),
      account_id: me.account,
      organisation_id: to.id,
      strong: me.ownFactor,
      confirmed_at: began?.confirmedAt ?? null,
      tenant_id: began?.through?.tenant ?? null,
      tenant_strong: began?.through?.strong ?? false,
      expires_at: new Date(work.wall.getTime() + KEPT),
    })
    .execute()
  return token
}

export type Hop = Began & { readonly strong: boolean }

/**
 * Uses a token up: of two at once one gets it. Nothing for a token that is unknown, used, too old, or of another host.
 * From here on this transaction may reach the account.
 */
export const useHop = async (work: Work, token: string): Promise<Hop | null> => {
  const hash = hashOfToken(token)
  await sql`select set_config('app.hop', ${hash}, true)`.execute(work.db)
  const row = await work.db
    .deleteFrom('hop_token')
    .where('token_hash', '=', hash)
    .where('organisation_id', '=', work.organisation)
    .returning(['account_id', 'strong', 'confirmed_at', 'tenant_id', 'tenant_strong', 'expires_at'])
    .executeTakeFirst()
  if (!row || row.expires_at <= work.wall) return null
  await actAsAccount(work, row.account_id)
  return {
    account: row.account_id,
    strong: row.strong,
    confirmedAt: row.confirmed_at,
    through: row.tenant_id ? { tenant: row.tenant_id, strong: row.tenant_strong, session: null } : null,
  }
}

const elsewhere = prepared(({ db }, { account, organisation }: { account: string; organisation: string }) =>
  db
    .selectFrom('account_person')
    .select(['organisation_id as organisation', 'person_id as person'])
    .where('account_id', '=', account)
    .where('organisation_id', '<>', organisation)
    .orderBy('organisation_id'),
)

/** Who this account is at other organisations. */
export const peopleElsewhere = async (work: Work, me: Me): Promise<{ organisation: string; person: string }[]> =>
  elsewhere(work, { account: me.account, organisation: work.organisation })
