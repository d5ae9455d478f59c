import type { Work } from '#shared/tenancy/work.ts'

/** What an account can prove itself with besides a password. */
export type Factors = {
  readonly totp: boolean
  /** Recovery codes that are left. */
  readonly codes: number
  /** Passkeys of this host. */
  readonly passkeysHere: number
  /** Other hosts for which there are passkeys: they cannot be used here (WebAuthn). */
  readonly passkeysAt: readonly string[]
}

/** What an account has on a host. The account must be reached in this transaction. */
export const factorsOf = async (work: Work, account: string, host: string): Promise<Factors> => {
  const [totp, codes, passkeys] = await Promise.all([
    work.db.selectFrom('totp').select('account_id').where('account_id', '=', account).execute(),
    work.db.selectFrom('recovery_code').select('code_hash').where('account_id', '=', account).execute(),
    work.db.selectFrom('passkey').select('host').where('account_id', '=', account).execute(),
  ])
  return {
    totp: totp.length > 0,
    codes: codes.length,
    passkeysHere: passkeys.filter((passkey) => passkey.host === host).length,
    passkeysAt: [...new Set(passkeys.map((passkey) => passkey.host))].filter((other) => other !== host),
  }
}

/** How many ways there are besides the password. Recovery codes are no way of their own. */
export const countFactors = ({ totp, passkeysHere, passkeysAt }: Factors): number =>
  (totp ? 1 : 0) + passkeysHere + passkeysAt.length

/**
 * Whether a right password is not enough: who has codes from an app always gives one; who works here also when there is
 * only a passkey, of whatever host, so that a password alone never adds a second factor beside an existing one. For
 * guardians a passkey is there for ease.
 */
export const needsSecondFactor = (factors: Factors, who: { staff: boolean }): boolean =>
  factors.totp || (who.staff && countFactors(factors) > 0)
