import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { openText } from '#shared/vault/crypto.ts'
import type { SealedValue } from '#shared/vault/sealed.ts'
import { microsoftSecret } from './personal-data.ts'

/** Which tenant an organisation has at Microsoft, as which application we ask there, and what it trusts. */
export type Connection = {
  readonly tenant: string
  readonly client: string
  readonly secret: string
  /** Whether a second factor that Microsoft asked counts here. */
  readonly trustsMfa: boolean
  /** Until when Entra honours the secret, as somebody read there; nothing when nobody said so. */
  readonly secretEndsOn: string | null
  readonly changedAt: Date
}

/** The organisation's connection with its secret opened; nothing when there is none. The secret is nobody's data, so no log. */
export const connectionOf = async (work: Work): Promise<Connection | null> => {
  const row = await work.db
    .selectFrom('microsoft_connection')
    .select(['tenant_id', 'client_id', 'secret', 'trusts_mfa', 'secret_ends_on', 'changed_at'])
    .executeTakeFirst()
  if (!row) return null
  const { organisation } = work
  const key = (await work.keys.ofSubjects([organisation])).get(organisation)!
  const text = openText(key.raw, organisation, microsoftSecret.name, organisation, row.secret as unknown as SealedValue)
  return {
    tenant: row.tenant_id,
    client: row.client_id,
    secret: (JSON.parse(text) as { secret: string }).secret,
    trustsMfa: row.trusts_mfa,
    secretEndsOn: row.secret_ends_on,
    changedAt: row.changed_at,
  }
}

/** Stores what the office filled in. Sessions that came through another tenant than this one end. */
export const saveConnection = async (work: Work, given: Omit<Connection, 'changedAt'>): Promise<void> => {
  const { organisation } = work
  const values = {
    tenant_id: given.tenant,
    client_id: given.client,
    secret: await work.seal(microsoftSecret, { subject: organisation, row: organisation }, { secret: given.secret }),
    trusts_mfa: given.trustsMfa,
    secret_ends_on: given.secretEndsOn,
    changed_at: work.now,
  }
  await work.db
    .insertInto('microsoft_connection')
    .values(values)
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(values))
    .execute()
  await endSessions(work, given.tenant)
  await work.audit('microsoft-connected', 'microsoft')
}

/** Ends the connection, and every session here that came through it. People stay linked, in case it comes back. */
export const removeConnection = async (work: Work): Promise<void> => {
  await work.db.deleteFrom('microsoft_connection').execute()
  await endSessions(work, null)
  await allow(work, 'off')
  await work.audit('microsoft-disconnected', 'microsoft')
}

const endSessions = async (work: Work, allBut: string | null): Promise<void> => {
  await work.db
    .deleteFrom('session')
    .where('organisation_id', '=', work.organisation)
    .where('tenant_id', 'is not', null)
    .where(sql<boolean>`tenant_id is distinct from ${allBut}::uuid`)
    .execute()
}

/** Says how people may sign in here, and tells every process. */
export const allow = async (work: Work, microsoft: 'off' | 'offered' | 'team'): Promise<void> => {
  await work.db.updateTable('organisation').set({ microsoft }).where('id', '=', work.organisation).execute()
  await work.notify('sites')
}

/** How the organisation lets people in now; the site that came with a request may be a minute old. */
export const allowed = async (work: Work): Promise<string> => {
  const row = await work.db
    .selectFrom('organisation')
    .select('microsoft')
    .where('id', '=', work.organisation)
    .executeTakeFirstOrThrow()
  return row.microsoft
}
