import { sql } from 'kysely'
import type { Visit } from '#shared/access/visit.ts'
import { hashOfAddress } from '#shared/identity/accounts.ts'
import { passwordProblem } from '#shared/identity/index.ts'
import type { PasswordProblem } from '#shared/identity/password-policy.ts'
import { isPassword } from '#shared/identity/passwords.ts'
import { replaceAccount, resetFactors } from '#shared/identity/recovering.ts'
import { guessesOf, type IdentityParts } from '#shared/identity/sign-in.ts'
import { Throttle } from '#shared/identity/throttle.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { hashOfCode } from '../invitations/code.ts'
import { fullName } from '../people/names.ts'
import { personRecord } from '../people/personal-data.ts'
import { accountOfPerson, isStaff, type Lost } from './queries.ts'

export type OpenRecovery = {
  readonly id: string
  readonly person: string
  readonly account: string
  readonly name: string
  readonly staff: boolean
  readonly lost: Lost
}

/**
 * The approved recovery of a code, held until the end of the transaction so that it works once. From here on the
 * transaction acts as the person it is about. Nothing for a code that is wrong, used, stopped or expired, and for somebody
 * who left or has no account any more.
 */
export const findRecovery = async (work: Work, code: string): Promise<OpenRecovery | null> => {
  const row = await work.db
    .selectFrom('account_recovery')
    .select(['id', 'person_id', 'lost'])
    .where('code_hash', '=', hashOfCode(code))
    .where('state', '=', 'approved')
    .where('expires_at', '>', work.now)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  const { id, person_id: person } = row
  await sql`select set_config('app.person', ${person}, true)`.execute(work.db)
  work.person = person
  const rows = await work.db
    .selectFrom('person')
    .select(['id', 'record'])
    .where('id', '=', person)
    .where('state', '=', 'active')
    .execute()
  const [found] = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  const account = await accountOfPerson(work, person)
  if (!found || !account) return null
  return {
    id,
    person,
    account,
    name: fullName(found.record),
    staff: await isStaff(work, person),
    lost: row.lost as Lost,
  }
}

/** What came of it: the account that is now this person, a problem by its code, or a moment to wait for. */
export type Recovered =
  | { readonly account: string }
  | { readonly problem: 'wrong' | 'taken' }
  | { readonly password: PasswordProblem }
  | { readonly wait: Date }

const used = async (work: Work, { id, person }: OpenRecovery) => {
  await work.db
    .updateTable('account_recovery')
    .set({ state: 'used', ended_at: work.now })
    .where('id', '=', id)
    .execute()
  await work.audit('used-recovery', 'recoveries', [person])
}

/** The code stands for the second factor that was lost; the password is still the owner's to give. */
export const recoverFactor = async (
  parts: IdentityParts,
  visit: Visit,
  recovery: OpenRecovery,
  password: string,
): Promise<Recovered> => {
  const { work } = visit
  const { account } = recovery
  const addressHash = await hashOfAddress(work, account)
  const guesses = await guessesOf(parts, visit, { account, addressHash, what: 'password' })
  const wait = await guesses.waitUntil()
  if (wait) return { wait }
  if (!(await isPassword(work, parts.ring, account, password))) {
    await guesses.failed()
    return { problem: 'wrong' }
  }
  await resetFactors(work, parts.ring, account)
  await used(work, recovery)
  return { account }
}

/**
 * A new account for who lost everything. That an address has an account is said only to who holds a letter; each time
 * counts as a guess, so that nobody tries a list of addresses.
 */
export const recoverEverything = async (
  parts: IdentityParts,
  visit: Visit,
  recovery: OpenRecovery,
  { address, password }: { address: string; password: string },
): Promise<Recovered> => {
  const { work, language } = visit
  const problem = passwordProblem(password, { staff: recovery.staff, own: [address, visit.site.name] })
  if (problem) return { password: problem }
  const tries = new Throttle(work, parts.ring, 'account', `recovery ${recovery.id}`)
  const wait = await tries.waitUntil({ oneByOne: true })
  if (wait) return { wait }
  const { person, account } = recovery
  const made = await replaceAccount(work, parts.ring, { person, account, address, password, language })
  if (made === 'taken') {
    await tries.failed()
    return { problem: 'taken' }
  }
  await used(work, recovery)
  return { account: made }
}
