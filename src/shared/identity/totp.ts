import { Secret, TOTP } from 'otpauth'
import type { Work } from '#shared/tenancy/work.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { accountVault } from './accounts.ts'
import { totpSecret } from './ways-in-data.ts'

/** RFC 6238 as every app understands it; a clock may be one step (30 seconds) off. */
const PERIOD = 30
const WINDOW = 1

const codesOf = (secret: string, names: { issuer: string; label: string } = { issuer: '', label: '' }) =>
  new TOTP({ ...names, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD })

/** A new secret: 160 bits in base32, 32 letters and digits. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** Whether a text is a secret that {@link newTotpSecret} could have made. */
export const isTotpSecret = (text: string): boolean => /^[A-Z2-7]{32}$/.test(text)

/** The address an app reads from the QR code. */
export const totpAddress = (secret: string, names: { issuer: string; label: string }): string =>
  codesOf(secret, names).toString()

/** The step (30 seconds since 1970) that a code belongs to, or nothing for a wrong code. Spaces in it do not count. */
const stepOf = (secret: string, code: string, now: Date): number | null => {
  const token = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const timestamp = now.getTime()
  const delta = codesOf(secret).validate({ token, timestamp, window: WINDOW })
  return delta === null ? null : Math.floor(timestamp / 1_000 / PERIOD) + delta
}

/** Adds codes from an app, once a first code proves that the app has the secret. Answers whether it does. */
export const addTotp = async (
  work: Work,
  ring: KeyRing,
  account: string,
  given: { secret: string; code: string },
): Promise<boolean> => {
  const step = stepOf(given.secret, given.code, work.wall)
  if (step === null) return false
  const vault = await accountVault(work, ring, account)
  const secret = vault.seal(totpSecret, account, { secret: given.secret })
  await work.db
    .insertInto('totp')
    .values({ account_id: account, secret, last_step: step, created_at: work.now })
    .execute()
  return true
}

/** Whether this is a code of the account's app that was not used before; it is used up with that. */
export const useTotp = async (work: Work, ring: KeyRing, account: string, code: string): Promise<boolean> => {
  const row = await work.db.selectFrom('totp').select('secret').where('account_id', '=', account).executeTakeFirst()
  if (!row) return false
  const vault = await accountVault(work, ring, account)
  const step = stepOf(vault.open(totpSecret, account, row.secret).secret, code, work.wall)
  if (step === null) return false
  const used = await work.db
    .updateTable('totp')
    .set({ last_step: step })
    .where('account_id', '=', account)
    .where('last_step', '<', step)
    .executeTakeFirst()
  return used.numUpdatedRows > 0n
}

/** Takes the codes from an app away. */
export const removeTotp = async (work: Work, account: string): Promise<void> => {
  await work.db.deleteFrom('totp').where('account_id', '=', account).execute()
}
