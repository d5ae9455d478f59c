import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { oneOf } from '#shared/database/one-of.ts'
import type { Language } from '#shared/language/index.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Ground, Work } from '#shared/tenancy/work.ts'
import { type DataKey, lookupHash, openText, readKeys, sealText, wrapKey } from '#shared/vault/crypto.ts'
import type { SealedField } from '#shared/vault/declaration.ts'
import { underCurrentGeneration } from '#shared/vault/generation.ts'
import { ACCOUNTS, type KeyRing } from '#shared/vault/ring.ts'
import type { Sealed, SealedRecords, SealedValue } from '#shared/vault/sealed.ts'
import { actAsAccount } from './act-as-account.ts'
import { accountAddress } from './personal-data.ts'

/** One form for every way to type an address: outer spaces and capitals do not make another account. */
const normalised = (address: string) => address.trim().toLowerCase()

/** The keyed hash under which an account is found by its address; only sign-in asks for it. */
export const addressHash = (ring: KeyRing, address: string): string => lookupHash(ring, ACCOUNTS, normalised(address))

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
  await underCurrentGeneration(work.db, ring, (generation) =>
    work.db
      .insertInto('account_key')
      .values({ account_id: id, id: key.id, wrapped: wrapKey(ring, ACCOUNTS, generation, key), generation })
      .execute(),
  )
  return id
}

/** Says that an account is a person of the transaction's organisation. */
export const joinPerson = (work: Work, account: string, person: string) =>
  work.db
    .insertInto('account_person')
    .values({ account_id: account, organisation_id: work.organisation, person_id: person })
    .execute()

/** Which of these people can sign in at this organisation. */
export const withAccount = async (work: Work, people: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await work.db
    .selectFrom('account_person')
    .select('person_id')
    .where('organisation_id', '=', work.organisation)
    .where('person_id', 'in', oneOf(people))
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

/** Removes an account that is nobody any more, in no organisation, with its key, password and all; keeps any other. */
export const endAccountWithoutPeople = async (work: Work, account: string): Promise<void> => {
  await actAsAccount(work, account)
  await work.db
    .deleteFrom('account')
    .where('id', '=', account)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('account_person').select('person_id').whereRef('account_id', '=', 'account.id'))),
    )
    .execute()
}

/** The account of an address, or nothing. From here on this transaction may reach it. */
export const accountByAddress = async (work: Work, ring: KeyRing, address: string): Promise<string | null> => {
  const hash = addressHash(ring, address)
  await sql`select set_config('app.address_hash', ${hash}, true)`.execute(work.db)
  const row = await work.db
    .selectFrom('account')
    .select(['id', sql`set_config('app.account', id::text, true)`.as('reached')])
    .where('address_hash', '=', hash)
    .executeTakeFirst()
  return row?.id ?? null
}

/** The keyed hash of an account's address, under which guesses at it are counted. */
export const hashOfAddress = async (work: Work, account: string): Promise<string> => {
  await actAsAccount(work, account)
  const row = await work.db
    .selectFrom('account')
    .select('address_hash')
    .where('id', '=', account)
    .executeTakeFirstOrThrow()
  return row.address_hash
}

/** The account's data key; throws for an account that is not there. */
const keyOf = async (work: Work, ring: KeyRing, account: string): Promise<DataKey> => {
  await actAsAccount(work, account)
  const [key] = await readKeys(ring, ACCOUNTS, () =>
    work.db
      .selectFrom('account_key')
      .select(['id', 'account_id as subject', 'wrapped', 'generation'])
      .where('account_id', '=', account)
      .execute(),
  )
  if (!key) throw new Error('This account is gone')
  return key
}

/** Seals and opens what belongs to an account: under its own key, so that it outlives any one school. */
export const accountVault = async (work: Work, ring: KeyRing, account: string) => {
  const key = await keyOf(work, ring, account)
  return {
    seal: <Name extends keyof SealedRecords>(
      field: SealedField<Name>,
      row: string,
      record: SealedRecords[Name],
    ): Sealed<SealedRecords[Name]> => sealText(key, ACCOUNTS, field.name, row, JSON.stringify(record)) as never,
    open: <Name extends keyof SealedRecords>(
      field: SealedField<Name>,
      row: string,
      value: Sealed<SealedRecords[Name]>,
    ): SealedRecords[Name] => JSON.parse(openText(key.raw, ACCOUNTS, field.name, row, value as unknown as SealedValue)),
  }
}

/** The account's own address and language, to show to its owner or to send mail to; nothing when it is gone. */
export const openAccount = async (
  work: Work,
  ring: KeyRing,
  account: string,
): Promise<{ address: string; language: Language } | null> => {
  await actAsAccount(work, account)
  const row = await work.db
    .selectFrom('account')
    .select(['address', 'language'])
    .where('id', '=', account)
    .executeTakeFirst()
  if (!row) return null
  const vault = await accountVault(work, ring, account)
  return { ...vault.open(accountAddress, account, row.address), language: row.language as Language }
}

/** The account's own address; nothing when the account is gone. */
export const openAddress = async (work: Work, ring: KeyRing, account: string): Promise<string | null> =>
  (await openAccount(work, ring, account))?.address ?? null

/**
 * Gives an account another address and answers the former one; nothing, and the transaction must end without keeping
 * anything, when another account has it.
 */
export const changeAddress = async (
  work: Work,
  ring: KeyRing,
  account: string,
  address: string,
): Promise<string | null> => {
  const former = await openAddress(work, ring, account)
  if (former === null || (await accountByAddress(work, ring, address))) return null
  const vault = await accountVault(work, ring, account)
  try {
    await work.db
      .updateTable('account')
      .set({
        address: vault.seal(accountAddress, account, { address: address.trim() }),
        address_hash: addressHash(ring, address),
      })
      .where('id', '=', account)
      .execute()
    return former
  } catch (error) {
    if (isTaken(error)) return null
    throw error
  }
}

/** A unique key refused it: somebody else was first at the same moment. */
const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505'

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
