import { randomUUID } from 'node:crypto'
import { plainLetters } from '#products/school/index.ts'
import type { Class, Known, Member, OwnGroup } from './known.ts'
import type { NewGroup, Reason, Step } from './steps.ts'

const NAMES = { pupils: 'Leerlingen', staff: 'Team' } as const

/** The name of a class in the tenant: with its school year, so that last year's stands beside it. */
const className = (prefix: string, { name, schoolYear }: Class) => [prefix, name, schoolYear].filter(Boolean).join(' ')

/** A mail nickname that no other group has: what it is called, and something of its id. */
const aliasOf = (name: string, id: string) =>
  `${plainLetters(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)}-${id.slice(0, 6)}`

type Wanted = {
  readonly kind: OwnGroup['kind']
  readonly schoolGroup: string | null
  readonly name: string
  readonly members: readonly string[]
  readonly owners: readonly string[]
}

/** Who has an account once this plan is carried out, and who of them gets it only now. */
export type Accounts = { readonly objects: ReadonlyMap<string, string | null>; readonly fresh: ReadonlySet<string> }

const addDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Plans groups, who is in them, and teams. */
export class GroupPlanner {
  readonly steps: Step[] = []
  readonly newGroups: NewGroup[] = []
  readonly #known: Known
  readonly #accounts: Accounts
  readonly #membersOf: ReadonlyMap<string, readonly Member[]>
  readonly #left: ReadonlySet<string>
  readonly #pupils: ReadonlySet<string>

  constructor(known: Known, accounts: Accounts) {
    this.#known = known
    this.#accounts = accounts
    this.#membersOf = Map.groupBy(known.members, (member) => member.group)
    this.#left = new Set(known.people.filter(({ left }) => left).map(({ id }) => id))
    this.#pupils = new Set(known.people.filter(({ kind }) => kind === 'pupil').map(({ id }) => id))
  }

  plan(): void {
    const wanted = this.#wanted()
    const bySchoolGroup = new Map(this.#known.groups.map((one) => [one.schoolGroup ?? one.kind, one]))
    const current = new Set<string>()
    for (const one of wanted) {
      const own = bySchoolGroup.get(one.schoolGroup ?? one.kind)
      if (own) current.add(own.id)
      this.#group(one, own)
    }
    for (const own of this.#known.groups)
      if (own.kind === 'class' && own.object && !current.has(own.id)) this.#over(own)
  }

  #wanted(): Wanted[] {
    const { wishes, people, classes } = this.#known
    const here = people.filter(({ left }) => !left)
    const idsOf = (kind: 'pupil' | 'staff') => here.filter((one) => one.kind === kind).map(({ id }) => id)
    const named = (name: string) => [wishes.groupPrefix, name].filter(Boolean).join(' ')
    const all: Wanted[] = [
      { kind: 'pupils', schoolGroup: null, name: named(NAMES.pupils), members: idsOf('pupil'), owners: [] },
    ]
    if (wishes.makesStaff)
      all.push({ kind: 'staff', schoolGroup: null, name: named(NAMES.staff), members: idsOf('staff'), owners: [] })
    for (const one of classes.filter(({ pupils }) => pupils.length > 0)) {
      // Office needs a teacher as a member too, or shows half of the class.
      const members = [...new Set([...one.pupils, ...one.teachers])]
      all.push({
        kind: 'class',
        schoolGroup: one.id,
        name: className(wishes.groupPrefix, one),
        members,
        owners: one.teachers,
      })
    }
    return all
  }

  #group(wanted: Wanted, own: OwnGroup | undefined): void {
    const id = own?.id ?? randomUUID()
    const isNew = !own?.object
    if (!own)
      this.newGroups.push({ id, kind: wanted.kind, schoolGroup: wanted.schoolGroup, alias: aliasOf(wanted.name, id) })
    if (isNew) {
      this.steps.push({
        action: 'make-group',
        category: 'new',
        reason: 'not-there-yet',
        group: id,
        groupName: wanted.name,
      })
    } else if (!this.#known.tenant.groups.has(own.object!)) {
      return void this.#conflict(id, 'group-deleted-by-hand', own.writtenName ?? wanted.name)
    } else this.#name(own, wanted.name)
    this.#members(id, own, wanted)
    this.#team(id, own, wanted)
  }

  #conflict(group: string, reason: Reason, groupName: string): void {
    this.steps.push({ action: 'rename-group', category: 'conflict', reason, group, groupName })
  }

  #name(own: OwnGroup, wanted: string): void {
    const there = this.#known.tenant.groups.get(own.object!)!
    if (own.kept || there === wanted) return
    if (there !== own.writtenName) return void this.#conflict(own.id, 'group-renamed-by-hand', there)
    this.steps.push({
      action: 'rename-group',
      category: 'change',
      reason: 'other-group-name',
      group: own.id,
      groupName: wanted,
    })
  }

  #members(group: string, own: OwnGroup | undefined, wanted: Wanted): void {
    const before = new Map((this.#membersOf.get(group) ?? []).map((member) => [member.person, member]))
    const there = own?.object ? this.#known.tenant.members.get(own.object) : undefined
    const owning = own?.object ? this.#known.tenant.owners.get(own.object) : undefined
    const owners = new Set(wanted.owners)
    for (const person of wanted.members) {
      if (!this.#accounts.objects.has(person)) continue
      const member = before.get(person)
      before.delete(person)
      const owner = owners.has(person)
      const object = this.#accounts.objects.get(person)
      const isThere = object ? there?.has(object) === true && (!owner || owning?.has(object) === true) : false
      if (!member || member.owner !== owner) this.#add(group, person, owner, !own?.object)
      else if (!isThere && !member.kept) this.#takenOut(group, person)
    }
    for (const { person, kept, owner } of before.values()) if (!kept) this.#remove(group, person, owner)
  }

  #add(group: string, person: string, owner: boolean, isNewGroup: boolean): void {
    const quiet = isNewGroup || this.#accounts.fresh.has(person)
    const reason = owner ? 'teaches-group' : 'in-group'
    this.steps.push({ action: 'add-member', category: quiet ? null : 'move', reason, group, person })
  }

  #takenOut(group: string, person: string): void {
    this.steps.push({ action: 'add-member', category: 'conflict', reason: 'taken-out-by-hand', group, person })
  }

  #remove(group: string, person: string, owner: boolean): void {
    const reason = this.#left.has(person) ? 'left-school' : owner ? 'teaches-no-more' : 'other-group'
    const category = reason === 'left-school' ? null : 'move'
    this.steps.push({ action: 'remove-member', category, reason, group, person })
  }

  #team(group: string, own: OwnGroup | undefined, { kind, owners }: Wanted): void {
    const wants = this.#known.wishes.makesTeams && kind === 'class' && own?.team !== 'there'
    if (!wants || !owners.some((person) => this.#accounts.objects.has(person))) return
    const category = own?.object ? 'new' : null
    this.steps.push({ action: 'make-team', category, reason: 'class-needs-team', group })
  }

  /** A class of a school year that is over: archived, pupils out; its teachers keep it for a while. */
  #over(own: OwnGroup): void {
    const { wishes, today, tenant } = this.#known
    if (own.closedOn || !tenant.groups.has(own.object!)) return
    const members = this.#membersOf.get(own.id) ?? []
    if (!own.archivedOn) {
      this.steps.push({ action: 'archive-team', category: 'change', reason: 'school-year-over', group: own.id })
      for (const { person } of members.filter((one) => this.#pupils.has(one.person)))
        this.steps.push({ action: 'remove-member', category: null, reason: 'school-year-over', group: own.id, person })
    } else if (addDays(own.archivedOn, wishes.teachersKeepDays) <= today)
      for (const { person } of members)
        this.steps.push({
          action: 'remove-member',
          category: 'change',
          reason: 'teachers-time-over',
          group: own.id,
          person,
        })
  }
}
