import { randomInt } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'
import { lookupHash } from '#shared/vault/crypto.ts'
import type { KeyRing } from '#shared/vault/ring.ts'

const CODES = 10
const LENGTH = 10
/** Letters and digits that are not taken for each other (Crockford's base32): 50 bits in ten of them. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** However it is typed over: capitals, dashes and spaces do not count, o is zero, i and l are one. */
const oneForm = (code: string) =>
  code
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1')

const hashOf = (ring: KeyRing, account: string, code: string) =>
  lookupHash(ring, 'recovery code', `${account} ${oneForm(code)}`)

const newCode = () => {
  const signs = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return `${signs.slice(0, 5)}-${signs.slice(5)}`
}

/** Makes ten new codes and throws the old ones away. They are shown once: only their keyed hashes are kept. */
export const renewRecoveryCodes = async (work: Work, ring: KeyRing, account: string): Promise<string[]> => {
  const codes = Array.from({ length: CODES }, newCode)
  await removeRecoveryCodes(work, account)
  await work.db
    .insertInto('recovery_code')
    .values(codes.map((code) => ({ account_id: account, code_hash: hashOf(ring, account, code) })))
    .execute()
  return codes
}

/** Whether this is one of the account's codes; it works no more after that. */
export const useRecoveryCode = async (work: Work, ring: KeyRing, account: string, code: string): Promise<boolean> => {
  if (oneForm(code).length !== LENGTH) return false
  const used = await work.db
    .deleteFrom('recovery_code')
    .where('account_id', '=', account)
    .where('code_hash', '=', hashOf(ring, account, code))
    .executeTakeFirst()
  return used.numDeletedRows > 0n
}

/** Throws an account's codes away. */
export const removeRecoveryCodes = async (work: Work, account: string): Promise<void> => {
  await work.db.deleteFrom('recovery_code').where('account_id', '=', account).execute()
}
