import { sql } from 'kysely'
import type { WhoIs } from '#shared/access/identify.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Language, Words } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { urls } from '#src/urls.ts'
import { accountByAddress, addressHash, hashOfAddress } from './accounts.ts'
import { cookieHeader, readCookie } from './cookie.ts'
import { deviceWords, isKnownDevice, rememberDevice } from './device.ts'
import { factorsOf, needsSecondFactor } from './factors.ts'
import { type Guesser, Guesses } from './guesses.ts'
import { Me } from './me.ts'
import type { Microsoft } from './microsoft/provider.ts'
import { ownPath } from './own-path.ts'
import { isPassword } from './passwords.ts'
import { useRecoveryCode } from './recovery-codes.ts'
import { type Began, beginSession, endThisSession } from './session.ts'
import { useTotp } from './totp.ts'

/** What identity needs of the others: the keys, who a person is (people are the school product's), and where Microsoft is. */
export type IdentityParts = {
  readonly ring: KeyRing
  readonly whoIs: WhoIs
  readonly microsoft: Microsoft
  /** Where one press shows that it is you: in the demo, whose people have no password. */
  readonly practice?: Practice | undefined
}
export type Practice = { readonly address: string; readonly word: Words }

/** Somebody who may be signed in here. */
export type Owner = {
  readonly account: string
  readonly person: string
  readonly staff: boolean
  /** Of the office or ICT: with a passkey they come in also when the school's Microsoft does not work. */
  readonly rescuer: boolean
  readonly language: Language
}

/** The person that an account is in this organisation today; nothing when it is none, or one that left. */
export const ownerOf = async (
  parts: Pick<IdentityParts, 'whoIs'>,
  work: Work,
  account: string,
): Promise<Owner | null> => {
  const row = await work.db
    .selectFrom('account_person')
    .innerJoin('account', 'account.id', 'account_person.account_id')
    .select(['account.language', sql`set_config('app.person', person_id::text, true)`.as('reached')])
    .where('account_person.account_id', '=', account)
    .where('account_person.organisation_id', '=', work.organisation)
    .executeTakeFirst()
  if (!row) return null
  const who = await parts.whoIs(work)
  if (!who) return null
  const language = row.language as Language
  const me = new Me({ ...who, account, language, strong: false, roles: [...who.roles] as never })
  return { account, person: who.id, staff: me.staff, rescuer: me.is('administrator', 'ict'), language }
}

/** The mark by which an account knows this browser, when it has one. */
export const deviceCookie = (visit: Visit) => readCookie(visit.request.headers, visit.secure, 'device')

/** The counts under which a guess of this visitor at an account's code or password falls. */
export const guessesOf = async (
  parts: IdentityParts,
  visit: Visit,
  at: { account: string | null; addressHash: string; what: Guesser['what'] },
): Promise<Guesses> => {
  const device = deviceCookie(visit)
  const known = await isKnownDevice(visit.work, at.account, device)
  return new Guesses(visit.work, parts.ring, {
    addressHash: at.addressHash,
    what: at.what,
    knownDevice: known ? device : undefined,
    from: visit.from,
  })
}

export type Attempt =
  | { readonly outcome: 'right'; readonly owner: Owner }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'wait'; readonly until: Date }

/**
 * Tries an address with a password. An address that nobody has, a wrong password and an account that is nobody here cost
 * the same work and come to the same answer. A wrong guess was counted: its answer must be kept (`keeps`).
 */
export const tryPassword = async (
  parts: IdentityParts,
  visit: Visit,
  given: { address: string; password: string },
): Promise<Attempt> => {
  const { work } = visit
  const account = await accountByAddress(work, parts.ring, given.address)
  const hash = addressHash(parts.ring, given.address)
  const guesses = await guessesOf(parts, visit, { account, addressHash: hash, what: 'password' })
  const until = await guesses.waitUntil()
  if (until) return { outcome: 'wait', until }
  const right = await isPassword(work, parts.ring, account, given.password)
  const owner = right && account ? await ownerOf(parts, work, account) : null
  if (owner) return { outcome: 'right', owner }
  await guesses.failed()
  return { outcome: 'wrong' }
}

type Tried = { readonly outcome: 'right' | 'wrong' } | { readonly outcome: 'wait'; readonly until: Date }

/** Tries the password of somebody who is signed in, to be sure it is still them. Counted like {@link tryPassword}. */
export const tryOwnPassword = async (
  parts: IdentityParts,
  visit: Visit<string, Me>,
  password: string,
): Promise<Tried> => {
  const { work } = visit
  const { account } = visit.me
  const hash = await hashOfAddress(work, account)
  const guesses = await guessesOf(parts, visit, { account, addressHash: hash, what: 'password' })
  const until = await guesses.waitUntil()
  if (until) return { outcome: 'wait', until }
  if (await isPassword(work, parts.ring, account, password)) return { outcome: 'right' }
  await guesses.failed()
  return { outcome: 'wrong' }
}

/** Tries a code of an account's app, or one of its recovery codes; it is used up when it is right. Counted like {@link tryPassword}. */
export const tryCode = async (parts: IdentityParts, visit: Visit, account: string, code: string): Promise<Tried> => {
  const { work } = visit
  const hash = await hashOfAddress(work, account)
  const guesses = await guessesOf(parts, visit, { account, addressHash: hash, what: 'code' })
  const until = await guesses.waitUntil()
  if (until) return { outcome: 'wait', until }
  const right =
    (await useTotp(work, parts.ring, account, code)) || (await useRecoveryCode(work, parts.ring, account, code))
  if (right) return { outcome: 'right' }
  await guesses.failed()
  return { outcome: 'wrong' }
}

/**
 * Signs somebody in whose password was right: at once, or after their second factor. The session of this browser ends
 * and a new one begins, so that nobody can plant one (ASVS 7.2.4).
 */
export const enterWithPassword = async (visit: Visit, owner: Owner, next: string | undefined): Promise<Response> => {
  const factors = await factorsOf(visit.work, owner.account, visit.site.host)
  if (needsSecondFactor(factors, owner)) {
    await begin(visit, owner, { strong: false, pending: true })
    return visit.seeOther(urls.secondFactor({ next: ownPath(next) }))
  }
  return enter(visit, owner, { strong: false, next })
}

/**
 * Begins a session in this browser, remembers the browser, and goes where the person wanted to be. `began`: how they came
 * in, when that was not with a password or passkey just now.
 */
export const enter = async (
  visit: Visit,
  owner: Owner,
  { strong, next, began }: { strong: boolean; next: string | undefined; began?: Began | null | undefined },
): Promise<Response> => {
  await Promise.all([
    begin(visit, owner, { strong, pending: false, began }),
    rememberThisDevice(visit, owner.account),
    visit.work.audit('signed-in', 'sign-in', [owner.person]),
  ])
  const to = ownPath(next) ?? urls.home()
  return visit.seeOther(owner.staff && !strong && !began?.through?.strong ? urls.secondFactor({ next: to }) : to)
}

/** Notes that the account was signed in with this browser, and gives it the mark to know it by. */
export const rememberThisDevice = async (visit: Visit, account: string): Promise<void> => {
  const device = deviceWords(visit.request.headers.get('user-agent'))
  const mark = await rememberDevice(visit.work, account, { cookie: deviceCookie(visit), device })
  visit.header('Set-Cookie', cookieHeader(visit.secure, 'device', mark))
}

/**
 * Ends the session of this browser and begins another one, with a token of its own. `began`: how they came in, when that
 * was not with a password or passkey just now.
 */
export const begin = async (
  visit: Visit,
  who: { account: string; person: string; language: Language },
  {
    began,
    ...how
  }: { strong: boolean; pending: boolean; began?: Pick<Began, 'through' | 'confirmedAt'> | null | undefined },
): Promise<void> => {
  await endThisSession(visit.work)
  const device = deviceWords(visit.request.headers.get('user-agent'))
  const token = await beginSession(visit.work, {
    account: who.account,
    person: who.person,
    language: who.language,
    device,
    ...how,
    ...(began ? { through: began.through, confirmedAt: began.confirmedAt } : {}),
  })
  visit.header('Set-Cookie', cookieHeader(visit.secure, 'session', token))
}
