import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { accountVault } from './accounts.ts'
import { actAsAccount } from './act-as-account.ts'
import { newChallenge, useChallenge } from './challenge.ts'
import { passkeyName } from './ways-in-data.ts'

/** Where a passkey is made and used: WebAuthn's relying party id (the host) and origin (with scheme and port). */
export type Party = { readonly host: string; readonly origin: string; readonly name: string }

/** Fingerprint, face or code of the device is demanded, so that having the device is not enough: two factors in one. */
const VERIFIED = { userVerification: 'required' } as const

/** EdDSA, ES256 and RS256: what devices in use make. */
const ALGORITHMS = [-8, -7, -257]

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))

type Answer = { readonly id: string; readonly response: { readonly clientDataJSON: string } }

/** A device's answer as it was posted, and the challenge it says to answer; nothing for what is no answer at all. */
const parsed = <Kind extends Answer>(posted: string): { response: Kind; challenge: string } | null => {
  try {
    const response = JSON.parse(posted) as Kind
    const { challenge } = JSON.parse(Buffer.from(response.response.clientDataJSON, 'base64url').toString())
    return typeof challenge === 'string' && typeof response.id === 'string' ? { response, challenge } : null
  } catch {
    return null
  }
}

/** Nothing for an answer that is not right: the library throws then, and there is nothing more to be told about it. */
const verifiedOrNot = <T>(verifying: Promise<T>): Promise<T | null> => verifying.catch(() => null)

const passkeysOf = (work: Work, account: string, host: string) =>
  work.db.selectFrom('passkey').select(['id', 'transports']).where('account_id', '=', account).where('host', '=', host)

/** What a browser needs to ask the device for a new passkey of this host. `userName` is shown by the device. */
export const registrationOptions = async (
  work: Work,
  ring: KeyRing,
  party: Party,
  who: { account: string; userName: string },
) =>
  generateRegistrationOptions({
    rpName: party.name,
    rpID: party.host,
    userName: who.userName,
    userID: new Uint8Array(Buffer.from(who.account)),
    challenge: newChallenge(ring, work.now, { host: party.host, account: who.account }),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: await passkeysOf(work, who.account, party.host).execute(),
    authenticatorSelection: { residentKey: 'required', ...VERIFIED },
  })

/** Adds the passkey that a device made for an account. Answers whether it was one, asked for here and just now. */
export const addPasskey = async (
  work: Work,
  ring: KeyRing,
  party: Party,
  given: { account: string; answer: string; name: string },
): Promise<boolean> => {
  const { account } = given
  const answer = parsed<RegistrationResponseJSON>(given.answer)
  if (!answer) return false
  const { response, challenge } = answer
  if (!(await useChallenge(work, ring, challenge, { host: party.host, account }))) return false
  const verified = await verifiedOrNot(
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.host,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  )
  if (!verified?.verified) return false
  const { id, publicKey, counter } = verified.registrationInfo.credential
  const vault = await accountVault(work, ring, account)
  const added = await work.db
    .insertInto('passkey')
    .values({
      id,
      account_id: account,
      host: party.host,
      public_key: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports: response.response.transports ?? [],
      name: vault.seal(passkeyName, id, { name: given.name }),
      created_at: work.now,
      used_at: work.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** What a browser needs to ask the device for a passkey: any of this host, or one of the account that confirms. */
export const authenticationOptions = async (work: Work, ring: KeyRing, party: Party, account: string | null) =>
  generateAuthenticationOptions({
    rpID: party.host,
    challenge: newChallenge(ring, work.now, { host: party.host, account }),
    ...VERIFIED,
    ...(account ? { allowCredentials: await passkeysOf(work, account, party.host).execute() } : {}),
  })

/**
 * The account whose passkey answered, or nothing. For signing in `account` is null and the passkey says whose it is; for
 * a confirmation it must be that account's. The transaction may reach the account afterwards.
 */
export const accountByPasskey = async (
  work: Work,
  ring: KeyRing,
  party: Party,
  given: { answer: string; account: string | null },
): Promise<string | null> => {
  const answer = parsed<AuthenticationResponseJSON>(given.answer)
  if (!answer) return null
  const { response, challenge } = answer
  await sql`select set_config('app.passkey', ${response.id}, true)`.execute(work.db)
  const row = await work.db
    .selectFrom('passkey')
    .select(['id', 'account_id', 'public_key', 'counter', 'transports'])
    .where('id', '=', response.id)
    .where('host', '=', party.host)
    .executeTakeFirst()
  if (!row || (given.account && row.account_id !== given.account)) return null
  if (!(await useChallenge(work, ring, challenge, { host: party.host, account: given.account }))) return null
  const verified = await verifiedOrNot(
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.host,
      credential: {
        id: row.id,
        publicKey: bytesOf(row.public_key),
        counter: row.counter,
        transports: row.transports,
      },
    }),
  )
  if (!verified?.verified) return null
  await actAsAccount(work, row.account_id)
  await work.db
    .updateTable('passkey')
    .set({ counter: verified.authenticationInfo.newCounter, used_at: work.now })
    .where('id', '=', row.id)
    .execute()
  return row.account_id
}

export type PasskeyRow = {
  readonly id: string
  readonly name: string
  readonly host: string
  readonly since: Date
  readonly used: Date
}

/** An account's passkeys of every host, the oldest first. */
export const listPasskeys = async (work: Work, ring: KeyRing, account: string): Promise<PasskeyRow[]> => {
  const rows = await work.db
    .selectFrom('passkey')
    .select(['id', 'name', 'host', 'created_at', 'used_at'])
    .where('account_id', '=', account)
    .orderBy('created_at')
    .execute()
  if (rows.length === 0) return []
  const vault = await accountVault(work, ring, account)
  return rows.map(({ id, name, host, created_at, used_at }) => ({
    id,
    host,
    ...vault.open(passkeyName, id, name),
    since: created_at,
    used: used_at,
  }))
}

/** Gives a passkey of the account another name. Answers whether there was one. */
export const renamePasskey = async (
  work: Work,
  ring: KeyRing,
  given: { account: string; id: string; name: string },
): Promise<boolean> => {
  const vault = await accountVault(work, ring, given.account)
  const renamed = await work.db
    .updateTable('passkey')
    .set({ name: vault.seal(passkeyName, given.id, { name: given.name }) })
    .where('account_id', '=', given.account)
    .where('id', '=', given.id)
    .executeTakeFirst()
  return renamed.numUpdatedRows > 0n
}

/** Removes a passkey of the account. Answers whether there was one. */
export const removePasskey = async (work: Work, account: string, id: string): Promise<boolean> => {
  const removed = await work.db
    .deleteFrom('passkey')
    .where('account_id', '=', account)
    .where('id', '=', id)
    .executeTakeFirst()
  return removed.numDeletedRows > 0n
}
