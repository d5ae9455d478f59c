import { sql } from 'kysely'
import type { Visit } from '#shared/access/visit.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { accountByAddress, accountVault, addressHash, openAddress } from '../accounts.ts'
import { actAsAccount } from '../act-as-account.ts'
import { forgetDevices } from '../device.ts'
import { noteChange } from '../events.ts'
import { countFactors, factorsOf } from '../factors.ts'
import { endLinks } from '../links.ts'
import { isPassword } from '../passwords.ts'
import { endOtherSessions } from '../sessions.ts'
import { guessesOf, type IdentityParts, tryCode } from '../sign-in.ts'
import { passkeyName, totpSecret } from '../ways-in-data.ts'

export type Proven =
  | { readonly account: string; readonly strong: boolean }
  | { readonly problem: 'wrong' | 'factor' | 'code' | 'same' }
  | { readonly wait: Date }

/**
 * Whether somebody who is signed in owns another account too: by its password and, where it has anything besides one, a
 * code of its app or a recovery code. Counted like signing in: a wrong guess must be kept.
 */
export const proveOther = async (
  parts: IdentityParts,
  visit: Visit,
  mine: string,
  given: { address: string; password: string; code: string },
): Promise<Proven> => {
  const { work } = visit
  const account = await accountByAddress(work, parts.ring, given.address)
  const hash = addressHash(parts.ring, given.address)
  const guesses = await guessesOf(parts, visit, { account, addressHash: hash, what: 'password' })
  const wait = await guesses.waitUntil()
  if (wait) return { wait }
  if (!(await isPassword(work, parts.ring, account, given.password)) || !account) {
    await guesses.failed()
    return { problem: 'wrong' }
  }
  if (account === mine) return { problem: 'same' }
  const strong = countFactors(await factorsOf(work, account, visit.site.host)) > 0
  if (!strong) return { account, strong }
  if (!given.code) return { problem: 'factor' }
  const tried = await tryCode(parts, visit, account, given.code)
  if (tried.outcome === 'wait') return { wait: tried.until }
  return tried.outcome === 'right' ? { account, strong } : { problem: 'code' }
}

/** Holds both accounts, always in the same order, so that two who merge at once come after each other. */
const holdBoth = async (work: Work, accounts: readonly string[]): Promise<boolean> => {
  for (const account of [...accounts].sort()) {
    await actAsAccount(work, account)
    const row = await work.db
      .selectFrom('account')
      .select('id')
      .where('id', '=', account)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return false
  }
  return true
}

const schoolsOf = async (work: Work, account: string) => {
  await actAsAccount(work, account)
  return work.db
    .selectFrom('account_person')
    .innerJoin('organisation', 'organisation.id', 'account_person.organisation_id')
    .select(['organisation.id', 'organisation.name'])
    .where('account_person.account_id', '=', account)
    .execute()
}

/** Passkeys and links to Microsoft, and codes from an app where the kept account has none, sealed anew under its key. */
const moveWaysIn = async (work: Work, ring: KeyRing, from: string, to: string): Promise<void> => {
  const old = await accountVault(work, ring, from)
  const passkeys = await work.db.deleteFrom('passkey').where('account_id', '=', from).returningAll().execute()
  const [totp] = await work.db.deleteFrom('totp').where('account_id', '=', from).returningAll().execute()
  const linked = await work.db.deleteFrom('microsoft_identity').where('account_id', '=', from).returningAll().execute()
  const kept = await accountVault(work, ring, to)
  for (const identity of linked) {
    await work.db
      .insertInto('microsoft_identity')
      .values({ ...identity, account_id: to })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  for (const passkey of passkeys) {
    const name = kept.seal(passkeyName, passkey.id, old.open(passkeyName, passkey.id, passkey.name))
    await work.db
      .insertInto('passkey')
      .values({ ...passkey, account_id: to, name })
      .execute()
  }
  if (!totp) return
  const secret = kept.seal(totpSecret, to, old.open(totpSecret, from, totp.secret))
  await work.db
    .insertInto('totp')
    .values({ ...totp, account_id: to, secret })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Nothing moves while a token to another school, good for a minute, still says that the old account is somebody there. */
const movePeople = async (work: Work, from: string, to: string): Promise<boolean> => {
  await actAsAccount(work, to)
  await sql`select set_config('app.merged', ${from}, true)`.execute(work.db)
  await work.db.deleteFrom('hop_token').where('expires_at', '<', sql<Date>`now()`).execute()
  await sql`savepoint before_moving`.execute(work.db)
  try {
    await work.db.updateTable('account_person').set({ account_id: to }).where('account_id', '=', from).execute()
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '23503')) throw error
    await sql`rollback to savepoint before_moving`.execute(work.db)
    return false
  }
}

/**
 * Makes two accounts of one owner one: `mine` keeps its address and password and becomes all people of `other`, with its
 * passkeys; the other one is gone, with every session but this. Refuses, by the schools' names, when both are somebody at the same
 * school: an account is one person there (decision 6). `other` must have been proven in this transaction.
 */
export const mergeAccounts = async (
  work: Work,
  ring: KeyRing,
  mine: string,
  other: string,
): Promise<'done' | 'gone' | 'busy' | { readonly both: readonly string[] }> => {
  if (!(await holdBoth(work, [mine, other]))) return 'gone'
  const theirs = await schoolsOf(work, other)
  const own = new Set((await schoolsOf(work, mine)).map(({ id }) => id))
  const both = theirs.filter(({ id }) => own.has(id)).map(({ name }) => name)
  if (both.length > 0) return { both }
  const former = (await openAddress(work, ring, other)) ?? undefined
  if (!(await movePeople(work, other, mine))) return 'busy'
  await moveWaysIn(work, ring, other, mine)
  await actAsAccount(work, other)
  await work.db.deleteFrom('account').where('id', '=', other).execute()
  await actAsAccount(work, mine)
  await endOtherSessions(work, mine)
  await forgetDevices(work, mine)
  await endLinks(work, mine)
  await noteChange(work, ring, mine, 'accounts-merged', former)
  return 'done'
}
