import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { lookupHash } from '#shared/vault/crypto.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { actAsAccount } from '../act-as-account.ts'

/** Who somebody is at Microsoft: `oid` within `tid`. It never changes, unlike a mail address, which goes to the next one. */
export type MicrosoftIdentity = { readonly tenant: string; readonly object: string }

const hashOf = (ring: KeyRing, { tenant, object }: MicrosoftIdentity) =>
  lookupHash(ring, 'microsoft identity', `${tenant} ${object}`)

/** The account that is linked to a Microsoft account, or nothing. From here on this transaction may reach it. */
export const accountByIdentity = async (
  work: Work,
  ring: KeyRing,
  identity: MicrosoftIdentity,
): Promise<string | null> => {
  const hash = hashOf(ring, identity)
  await sql`select set_config('app.identity', ${hash}, true)`.execute(work.db)
  const row = await work.db
    .selectFrom('microsoft_identity')
    .select('account_id')
    .where('identity_hash', '=', hash)
    .executeTakeFirst()
  if (row) await actAsAccount(work, row.account_id)
  return row?.account_id ?? null
}

/**
 * Which of these objects of a tenant people of this organisation sign in with: person by object id. Nothing is opened and
 * no account is reached; the row policy shows who belongs here.
 */
export const linkedObjects = async (
  work: Work,
  ring: KeyRing,
  tenant: string,
  objects: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await work.db
    .selectFrom('microsoft_identity')
    .innerJoin('account_person', 'account_person.account_id', 'microsoft_identity.account_id')
    .select(['microsoft_identity.identity_hash', 'account_person.person_id'])
    .where('account_person.organisation_id', '=', work.organisation)
    .where('microsoft_identity.tenant_id', '=', tenant)
    .execute()
  if (rows.length === 0) return new Map()
  const people = new Map(rows.map((row) => [row.identity_hash, row.person_id]))
  return new Map(
    objects.flatMap((object) => {
      const person = people.get(hashOf(ring, { tenant, object }))
      return person ? [[object, person] as const] : []
    }),
  )
}

/** Links a Microsoft account to an account. Answers no when either has another one already. */
export const linkIdentity = async (
  work: Work,
  ring: KeyRing,
  account: string,
  identity: MicrosoftIdentity,
): Promise<boolean> => {
  const hash = hashOf(ring, identity)
  const linked = await work.db
    .insertInto('microsoft_identity')
    .values({ identity_hash: hash, account_id: account, tenant_id: identity.tenant, created_at: work.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return linked.numInsertedOrUpdatedRows === 1n
}

/** Since when an account is linked to somebody of a tenant; nothing when it is not. The account must be reached. */
export const linkedSince = async (work: Work, account: string, tenant: string): Promise<Date | null> => {
  const row = await work.db
    .selectFrom('microsoft_identity')
    .select('created_at')
    .where('account_id', '=', account)
    .where('tenant_id', '=', tenant)
    .executeTakeFirst()
  return row?.created_at ?? null
}

/** Takes the link away and ends what was opened through it, here and on every other host, but for this session. */
export const unlinkIdentity = async (work: Work, account: string, tenant: string): Promise<void> => {
  await work.db
    .deleteFrom('microsoft_identity')
    .where('account_id', '=', account)
    .where('tenant_id', '=', tenant)
    .execute()
  await work.db
    .deleteFrom('session')
    .where('account_id', '=', account)
    .where('tenant_id', '=', tenant)
    .where(sql<boolean>`token_hash <> current_setting('app.session', true)`)
    .execute()
}

/** How many people of the organisation have linked a Microsoft account of this tenant. */
export const countLinked = async (work: Work, tenant: string): Promise<number> => {
  const row = await work.db
    .selectFrom('microsoft_identity')
    .innerJoin('account_person', 'account_person.account_id', 'microsoft_identity.account_id')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('account_person.organisation_id', '=', work.organisation)
    .where('microsoft_identity.tenant_id', '=', tenant)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** The keyed hash of Microsoft's own session, under which signing out there ends ours. */
export const tenantSessionHash = (ring: KeyRing, tenant: string, session: string): string =>
  lookupHash(ring, 'microsoft session', `${tenant} ${session}`)
