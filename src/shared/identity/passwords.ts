import type { Work } from '#shared/tenancy/work.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { forgetDevices } from './device.ts'
import { checkPassword, hashPassword, isOutdated } from './hashing.ts'
import { endOtherSessions } from './sessions.ts'

const store = async (work: Work, account: string, hash: string): Promise<void> => {
  await work.db
    .insertInto('password')
    .values({ account_id: account, hash, changed_at: work.now })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ hash, changed_at: work.now }))
    .execute()
}

const storedHash = async (work: Work, account: string | null): Promise<string | null> => {
  const row = await work.db
    .selectFrom('password')
    .select('hash')
    .where('account_id', '=', account ?? '00000000-0000-0000-0000-000000000000')
    .executeTakeFirst()
  return row?.hash ?? null
}

/** Whether an account has a password; one that only ever used a passkey has none. */
export const hasPassword = async (work: Work, account: string): Promise<boolean> =>
  (await storedHash(work, account)) !== null

/**
 * Whether this is the account's password, with the same work when there is no account. A hash made with other figures
 * than today's is made anew. The route must wait its turn (`turns: passwordTurns`).
 */
export const isPassword = async (
  work: Work,
  ring: KeyRing,
  account: string | null,
  password: string,
): Promise<boolean> => {
  const hash = await storedHash(work, account)
  const right = await checkPassword(ring, hash, password)
  if (right && account && hash && isOutdated(hash)) {
    await work.db
      .updateTable('password')
      .set({ hash: await hashPassword(ring, password) })
      .where('account_id', '=', account)
      .execute()
  }
  return right
}

/**
 * Gives a new account its password. The account must be reached in this transaction (`createAccount` and
 * `accountByAddress` do), the password checked with `passwordProblem`, and the route wait its turn (`turns: passwordTurns`).
 * Refuses (unique key) an account that has one: an invitation never replaces a password.
 */
export const setFirstPassword = async (work: Work, ring: KeyRing, account: string, password: string): Promise<void> => {
  const hash = await hashPassword(ring, password)
  await work.db.insertInto('password').values({ account_id: account, hash, changed_at: work.now }).execute()
}

/** Replaces the password: every other session ends and every device is an unknown one. */
export const changePassword = async (work: Work, ring: KeyRing, account: string, password: string): Promise<void> => {
  await store(work, account, await hashPassword(ring, password))
  await endOtherSessions(work, account)
  await forgetDevices(work, account)
}
