import type { Visit } from '#shared/access/visit.ts'
import { addressHash } from '#shared/identity/accounts.ts'
import { factorsOf, needsSecondFactor } from '#shared/identity/factors.ts'
import {
  accountByAddress,
  createAccount,
  joinPerson,
  passwordProblem,
  setFirstPassword,
} from '#shared/identity/index.ts'
import type { PasswordProblem } from '#shared/identity/password-policy.ts'
import { isPassword } from '#shared/identity/passwords.ts'
import { guessesOf, type IdentityParts, tryCode } from '#shared/identity/sign-in.ts'
import { Throttle } from '#shared/identity/throttle.ts'
import { becomeOne } from './becoming-one.ts'
import { endInvitation, type Invitation, personHere } from './queries.ts'

/**
 * What came of it: an account that is now the invited person (`strong`: its second factor was given), a problem by its
 * code, or a moment to wait for.
 */
export type Accepted =
  | { readonly account: string; readonly strong: boolean }
  | { readonly problem: 'taken' | 'wrong' | 'factor' | 'here' }
  | { readonly password: PasswordProblem }
  | { readonly wait: Date }

type Given = { readonly address: string; readonly password: string }

const join = async (visit: Visit, invitation: Invitation, account: string, strong: boolean): Promise<Accepted> => {
  await joinPerson(visit.work, account, invitation.person)
  await endInvitation(visit.work, invitation)
  return { account, strong }
}

/**
 * Makes an account for the invited person. That an address has an account already can only be said to somebody who holds
 * an invitation; each time it is said counts as a guess of that invitation, so that nobody tries a list of addresses.
 */
export const acceptWithNewAccount = async (
  parts: IdentityParts,
  visit: Visit,
  invitation: Invitation,
  { address, password }: Given,
): Promise<Accepted> => {
  const { work } = visit
  const problem = passwordProblem(password, { staff: invitation.staff, own: [address, visit.site.name] })
  if (problem) return { password: problem }
  const tries = new Throttle(work, parts.ring, 'account', `invitation ${invitation.id}`)
  const wait = await tries.waitUntil({ oneByOne: true })
  if (wait) return { wait }
  if (await accountByAddress(work, parts.ring, address)) {
    await tries.failed()
    return { problem: 'taken' }
  }
  const account = await createAccount(work, parts.ring, address, visit.language)
  await setFirstPassword(work, parts.ring, account, password)
  return join(visit, invitation, account, false)
}

/**
 * Ties the invited person to an account that exists, such as one of another school, by its own password and, where
 * signing in asks for one, a code: who knows a password only must not become somebody with it. Whoever is a person here
 * already, becomes one with the invited person.
 */
export const acceptWithOwnAccount = async (
  parts: IdentityParts,
  visit: Visit,
  invitation: Invitation,
  { address, password, code }: Given & { readonly code: string },
): Promise<Accepted> => {
  const { work } = visit
  const account = await accountByAddress(work, parts.ring, address)
  const hash = addressHash(parts.ring, address)
  const guesses = await guessesOf(parts, visit, { account, addressHash: hash, what: 'password' })
  const wait = await guesses.waitUntil()
  if (wait) return { wait }
  const right = await isPassword(work, parts.ring, account, password)
  if (!right || !account) {
    await guesses.failed()
    return { problem: 'wrong' }
  }
  const strong = needsSecondFactor(await factorsOf(work, account, visit.site.host), invitation)
  if (strong) {
    const tried = code ? await tryCode(parts, visit, account, code) : null
    if (tried?.outcome === 'wait') return { wait: tried.until }
    if (tried?.outcome !== 'right') return { problem: 'factor' }
  }
  const here = await personHere(work, account)
  if (!here) return join(visit, invitation, account, strong)
  if (!(await becomeOne(work, invitation, here, account))) return { problem: 'here' }
  await endInvitation(work, invitation)
  return { account, strong }
}
