import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Language } from '#shared/language/index.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Ground, Work } from '#shared/tenancy/work.ts'
import { type DataKey, lookupHash, openText, sealText, unwrapKey, wrapKey } from '#shared/vault/crypto.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import type { SealedValue } from '#shared/vault/sealed.ts'
import { accountAddress } from './personal-data.ts'

/** Accounts belong to no organisation: their own keys are wrapped under this name. */
const ACCOUNTS = 'accounts'

/** One form for every way to type an address: outer spaces and capitals do not make another account. */
const normalised = (address: string) => address.trim().toLowerCase()

/** The keyed hash under which an account is found by its address; only sign-in asks for it. */
export const addressHash = (ring: KeyRing, address: string): string => lookupHash(ring, ACCOUNTS, normalised(address))

/** From here on this transaction may reach the account (row policies read it). */
export const actAsAccount = (work: Work, account: string) =>
  sql`select set_config('app.account', ${account}, true)`.execute(work.db)

/** Makes an account with its own key and address; refuses (unique key) an address that has one. */
export const createAccount = async (
  work: Work,
  ring: KeyRing,
  address: string,
  language: Language,
): Promise<string> => {
  const id = randomUUID()
  const key: DataKey = { id: randomUUID(), subject: id, raw: randomBytes(32) }
  await actAsAccount(work, id)
  const sealed = sealText(key, ACCOUNTS, accountAddress.name, id, JSON.stringify({ address: address.trim() }))
  await work.db
    .insertInto('account')
    .values({ id, address: sealed as never, address_hash: addressHash(ring, address), language })
    .execute()
  await work.db
    .insertInto('account_key')
    .values({
      account_id: id,
      id: key.id,
      wrapped: wrapKey(ring, ACCOUNTS, ring.current, key),
      generation: ring.current,
    })
    .execute()
  return id
}

/** Says that an account is a person of the transaction's organisation. */
export const joinPerson = (work: Work, account: string, person: string) =>
  work.db
    .insertInto('account_person')
    .values({ account_id: account, organisation_id: work.organisation, person_id: person })
    .execute()

/** The account's own address, to show to its owner or to send mail to. */
export const openAddress = async (work: Work, ring: KeyRing, account: string): Promise<string | null> => {
  await actAsAccount(work, account)
  const row = await work.db
    .selectFrom('account')
    .innerJoin('account_key', 'account_key.account_id', 'account.id')
    .select(['account.address', 'account_key.id', 'account_key.wrapped', 'account_key.generation'])
    .where('account.id', '=', account)
    .executeTakeFirst()
  if (!row) return null
  const key = unwrapKey(ring, ACCOUNTS, {
    id: row.id,
    subject: account,
    wrapped: row.wrapped,
    generation: row.generation,
  })
  const text = openText(key.raw, ACCOUNTS, accountAddress.name, account, row.address as unknown as SealedValue)
  return (JSON.parse(text) as { address: string }).address
}

/** Makes an account that is these people, each in its own organisation: for the demo world, the tests and set-up. */
export const addAccount = async (
  ground: Ground,
  given: { address: string; language: Language; persons: readonly { organisation: string; person: string }[] },
): Promise<string> => {
  let account: string | undefined
  for (const { organisation, person } of given.persons) {
    account = await asSystem(ground, organisation, 'add account', async (work) => {
      const id = account ?? (await createAccount(work, ground.ring, given.address, given.language))
      await joinPerson(work, id, person)
      return id
    })
  }
  return account!
}
