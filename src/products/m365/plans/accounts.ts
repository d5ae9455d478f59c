import { fullName, surnameWithPrefix } from '#products/school/index.ts'
import type { FieldChange, Written } from '../personal-data.ts'
import { type Account, fields, type Known, type Person, type TenantUser } from './known.ts'
import { MARK } from './mark.ts'
import { accountName } from './naming.ts'
import { asksAPerson, type Reason, type Step } from './steps.ts'

const MOST = 64

/** What should stand in the tenant about somebody, but for the account name. */
const wantedOf = (person: Person): Omit<Written, 'userPrincipalName'> => ({
  displayName: fullName(person),
  givenName: person.givenName.slice(0, MOST),
  surname: surnameWithPrefix(person).slice(0, MOST),
  department: person.group.slice(0, MOST),
})

/** Counts who is called what, so that a name that two have ties nobody to anybody. */
const byName = <T>(all: Iterable<T>, nameOf: (one: T) => string): ReadonlyMap<string, readonly T[]> => {
  const found = new Map<string, T[]>()
  for (const one of all) {
    const name = nameOf(one).toLowerCase()
    const others = found.get(name)
    if (others) others.push(one)
    else found.set(name, [one])
  }
  return found
}

/** Plans the accounts of people: who gets one, whose changes, who is blocked, and what somebody has to look at first. */
export class AccountPlanner {
  readonly steps: Step[] = []
  readonly #known: Known
  readonly #taken: Set<string>
  readonly #own: ReadonlyMap<string, Account>
  readonly #free: Map<string, number>
  /** Accounts of the tenant that nobody here has. */
  readonly #loose: ReadonlyMap<string, TenantUser>
  readonly #looseByName: ReadonlyMap<string, readonly TenantUser[]>
  readonly #looseByAddress: ReadonlyMap<string, TenantUser>
  readonly #looseByMark: ReadonlyMap<string, TenantUser>
  readonly #peopleByName: ReadonlyMap<string, readonly Person[]>
  readonly #linkedTo: ReadonlyMap<string, string>

  constructor(known: Known) {
    const { tenant, accounts, linked, people } = known
    this.#known = known
    this.#own = new Map(accounts.filter(({ state }) => state !== 'removed').map((one) => [one.person, one]))
    const owned = new Set([...this.#own.values()].map(({ object }) => object))
    const loose = [...tenant.users.values()].filter(({ id }) => !owned.has(id))
    this.#loose = new Map(loose.map((user) => [user.id, user]))
    this.#taken = new Set(
      [...[...tenant.users.values()].map((user) => user.userPrincipalName), ...tenant.goneNames].map((one) =>
        one.toLowerCase(),
      ),
    )
    this.#free = new Map(tenant.freeLicences)
    this.#looseByName = byName(loose, (user) => user.displayName)
    this.#looseByAddress = new Map(
      loose.flatMap((user) =>
        [user.userPrincipalName, user.mail ?? ''].filter(Boolean).map((one) => [one.toLowerCase(), user] as const),
      ),
    )
    this.#looseByMark = new Map(loose.flatMap((user) => (user.employeeId ? [[user.employeeId, user] as const] : [])))
    this.#peopleByName = byName(
      people.filter(({ left }) => !left),
      fullName,
    )
    this.#linkedTo = new Map([...linked].map(([object, person]) => [person, object]))
  }

  plan(): readonly Step[] {
    for (const person of this.#known.people) {
      if (person.kind === 'staff' && !this.#known.wishes.makesStaff && !this.#own.has(person.id)) continue
      const own = this.#own.get(person.id)
      if (person.left) this.#leaver(person, own)
      else if (own) this.#present(person, own)
      else this.#newcomer(person)
    }
    return this.steps
  }

  #add(step: Step): void {
    this.steps.push(step)
  }

  #conflict(person: Person, reason: Reason, more: Partial<Step> = {}): void {
    this.#add({ action: 'change-account', category: 'conflict', reason, person: person.id, ...more })
  }

  #leaver(person: Person, own: Account | undefined): void {
    if (!own) return
    const { today, wishes, tenant } = this.#known
    const there = tenant.users.has(own.object)
    if (own.state === 'active')
      return void this.#add({ action: 'block-account', category: 'leave', reason: 'left-school', person: person.id })
    const until = new Date(`${own.blockedOn}T12:00:00Z`)
    until.setUTCDate(until.getUTCDate() + wishes.keepBlockedDays)
    if (!there || until.toISOString().slice(0, 10) <= today)
      this.#add({ action: 'remove-account', category: 'leave', reason: 'kept-long-enough', person: person.id })
  }

  #present(person: Person, own: Account): void {
    const user = this.#known.tenant.users.get(own.object)
    if (!user) return void this.#conflict(person, 'deleted-by-hand')
    if (own.state === 'blocked')
      this.#add({ action: 'unblock-account', category: 'new', reason: 'came-back', person: person.id })
    else if (!user.accountEnabled && !own.kept.includes('accountEnabled')) this.#conflict(person, 'blocked-by-hand')
    this.#compare(person, own, user)
    this.#licence(person, user.licences)
  }

  /** Three sides: what we wrote, what stands there, what should. Only what nobody touched is changed. */
  #compare(person: Person, own: Account, user: TenantUser): void {
    const wanted: Written = { ...wantedOf(person), userPrincipalName: own.written.userPrincipalName }
    const changes: FieldChange[] = []
    const byHand: FieldChange[] = []
    for (const field of fields) {
      if (own.kept.includes(field) || user[field] === wanted[field]) continue
      const touched = user[field] !== own.written[field]
      const list = touched ? byHand : changes
      list.push({ field, from: user[field], to: wanted[field] })
    }
    if (changes.length > 0) {
      const moved =
        changes.every(({ field }) => field === 'department') && changes[0]!.from !== '' && person.group !== ''
      const reason = moved ? 'other-group' : 'other-details'
      this.#add({ action: 'change-account', category: moved ? 'move' : 'change', reason, person: person.id, changes })
    }
    if (byHand.length > 0) this.#conflict(person, 'changed-by-hand', { changes: byHand })
  }

  /** A licence for who has none; the ones that are left are dealt out in the order of the plan. */
  #licence(person: Person, has: readonly string[], isNew = false): void {
    const { pupilSku, staffSku } = this.#known.wishes
    const sku = person.kind === 'pupil' ? pupilSku : staffSku
    if (!sku || has.includes(sku)) return
    const left = this.#free.get(sku) ?? 0
    const step = { action: 'give-licence', person: person.id } as const
    if (left <= 0) return void this.#add({ ...step, category: 'conflict', reason: 'no-licences-left' })
    this.#free.set(sku, left - 1)
    this.#add({ ...step, category: isNew ? null : 'change', reason: 'no-licence-yet' })
  }

  /** Whether an account in the tenant is this person's: only what cannot be somebody else's is taken without asking. */
  #match(person: Person): { user: TenantUser; reason: Reason } | 'several' | null {
    const mark = this.#looseByMark.get(this.#known.markOf(person.id))
    if (mark) return { user: mark, reason: 'made-by-us-before' }
    const linked = this.#loose.get(this.#linkedTo.get(person.id) ?? '')
    if (linked) return { user: linked, reason: 'signs-in-with-it' }
    const addressed = person.email ? this.#looseByAddress.get(person.email.toLowerCase()) : undefined
    if (addressed && !addressed.employeeId) return { user: addressed, reason: 'same-address' }
    const called = (this.#looseByName.get(fullName(person).toLowerCase()) ?? []).filter((user) => !user.employeeId)
    const alike = this.#peopleByName.get(fullName(person).toLowerCase()) ?? []
    if (called.length === 0) return null
    return called.length === 1 && alike.length === 1 ? { user: called[0]!, reason: 'same-name' } : 'several'
  }

  /** Why somebody has to look before an account is made: who says to make it gets what stands in the step. */
  #doubt(person: Person, several: boolean): Reason | null {
    if (person.isProtected) return 'protected'
    if (several) return 'several-look-alike'
    return this.#isForeign(person) ? 'made-by-other-school' : null
  }

  #newcomer(person: Person): void {
    const match = this.#match(person)
    if (match && match !== 'several' && !person.isProtected) return void this.#link(person, match.user, match.reason)
    const { address, numbered } = this.#newName(person)
    const written: Written = { ...wantedOf(person), userPrincipalName: address }
    const doubt = this.#doubt(person, match === 'several')
    if (doubt) return void this.#conflict(person, doubt, { written })
    const reason = numbered ? 'number-in-name' : 'not-there-yet'
    this.#add({ action: 'make-account', category: 'new', reason, person: person.id, written })
    this.#licence(person, [], true)
  }

  /** An account that another school of the same tenant made for somebody of this very name and address: two keep it. */
  #isForeign(person: Person): boolean {
    const called = this.#looseByName.get(fullName(person).toLowerCase()) ?? []
    return called.some((user) => user.employeeId?.startsWith(MARK))
  }

  #link(person: Person, user: TenantUser, reason: Reason): void {
    const written: Written = {
      userPrincipalName: user.userPrincipalName,
      displayName: user.displayName,
      givenName: user.givenName,
      surname: user.surname,
      department: user.department,
    }
    const step: Step = { action: 'link-account', category: 'new', reason, person: person.id, written, object: user.id }
    this.#add(asksAPerson(step) ? { ...step, changes: this.#instead(person, written) } : step)
    this.#licence(person, user.licences, true)
  }

  /** What an account of their own would be, for who says that it is somebody else's. */
  #instead(person: Person, there: Written): FieldChange[] {
    const own: Written = { ...wantedOf(person), userPrincipalName: this.#newName(person).address }
    return fields.map((field) => ({ field, from: there[field], to: own[field] }))
  }

  #newName(person: Person) {
    const { wishes, today } = this.#known
    const isPupil = person.kind === 'pupil'
    const pattern = isPupil ? wishes.pupilPattern : wishes.staffPattern
    const otherwise = isPupil ? 'leerling' : 'collega'
    return accountName({ pattern, domain: wishes.domain, year: today, otherwise }, person, this.#taken)
  }
}
