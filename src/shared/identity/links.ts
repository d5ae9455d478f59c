import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { lookupHash } from '#shared/vault/crypto.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { accountVault } from './accounts.ts'
import { actAsAccount } from './act-as-account.ts'
import { linkAddress } from './passing-data.ts'
import { hashOfToken } from './session.ts'

/** How long a mailed link works. */
const LIVES = 60 * 60_000

export type LinkPurpose = 'password' | 'address'

/**
 * The token of a link (256 bits, base64url). It follows from the link's id by a key outside the database: a mail that is
 * sent again is the same mail, no job holds a token, and a copy of the database holds none either.
 */
export const tokenOfLink = (ring: KeyRing, id: string): string =>
  Buffer.from(lookupHash(ring, 'account link', id), 'hex').toString('base64url')

type NewLink = { readonly id: string; readonly account: string } & (
  | { readonly purpose: 'password' }
  | { readonly purpose: 'address'; readonly address: string }
)

/**
 * Makes a link of an account that works on this organisation's host, for an hour from now. Made again under the same id it
 * lives anew, unless it was used or replaced. Answers whether it works.
 */
export const makeLink = async (work: Work, ring: KeyRing, link: NewLink): Promise<boolean> => {
  const { id, account, purpose } = link
  const expires = new Date(work.now.getTime() + LIVES)
  const vault = await accountVault(work, ring, account)
  const made = await work.db
    .insertInto('account_link')
    .values({
      id,
      account_id: account,
      organisation_id: work.organisation,
      purpose,
      token_hash: hashOfToken(tokenOfLink(ring, id)),
      address: purpose === 'address' ? vault.seal(linkAddress, id, { address: link.address }) : null,
      created_at: work.now,
      expires_at: expires,
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ expires_at: expires }).where('account_link.ended_at', 'is', null),
    )
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export type Link = { readonly id: string; readonly account: string; readonly address: string | null }

/**
 * The link of a token, held until the transaction ends, so that of two who use it at once the second finds it used. From
 * here on the transaction may reach its account. Nothing for a token that is unknown, used, replaced, expired, for
 * something else or of another host. It is used up by {@link endLinks} only: mail programs open links that nobody pressed.
 */
export const findLink = async (
  work: Work,
  ring: KeyRing,
  token: string,
  purpose: LinkPurpose,
): Promise<Link | null> => {
  await sql`select set_config('app.link', ${hashOfToken(token)}, true)`.execute(work.db)
  const row = await work.db
    .selectFrom('account_link')
    .select(['id', 'account_id', 'address'])
    .where('token_hash', '=', hashOfToken(token))
    .where('organisation_id', '=', work.organisation)
    .where('purpose', '=', purpose)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', work.now)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  await actAsAccount(work, row.account_id)
  const vault = row.address && (await accountVault(work, ring, row.account_id))
  const address = vault && row.address ? vault.open(linkAddress, row.id, row.address).address : null
  return { id: row.id, account: row.account_id, address }
}

/** The new address that still has to be confirmed, and until when; nothing when none has. */
export const openAddressLink = async (
  work: Work,
  ring: KeyRing,
  account: string,
): Promise<{ id: string; address: string; until: Date } | null> => {
  const row = await work.db
    .selectFrom('account_link')
    .select(['id', 'address', 'expires_at'])
    .where('account_id', '=', account)
    .where('purpose', '=', 'address')
    .where('ended_at', 'is', null)
    .where('expires_at', '>', work.now)
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  if (!row?.address) return null
  const vault = await accountVault(work, ring, account)
  return { id: row.id, address: vault.open(linkAddress, row.id, row.address).address, until: row.expires_at }
}

/**
 * Ends the links of an account, or those for one thing: after any change of what opens it no older mail may open it. The
 * transaction must reach the account.
 */
export const endLinks = async (work: Work, account: string, purpose?: LinkPurpose): Promise<void> => {
  await work.db
    .updateTable('account_link')
    .set({ ended_at: work.now })
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .$if(purpose !== undefined, (query) => query.where('purpose', '=', purpose!))
    .execute()
}
