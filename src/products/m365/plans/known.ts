import type { Written, WrittenField } from '../personal-data.ts'
import type { Name } from './naming.ts'

/** Somebody as the school knows them today. */
export type Person = Name & {
  readonly id: string
  readonly kind: 'pupil' | 'staff'
  readonly email: string | null
  /** Not at school any more, or no longer with a role that asks for an account. */
  readonly left: boolean
  readonly isProtected: boolean
  /** The home group of a pupil. */
  readonly group: string
}

/** A class as the school knows it today. */
export type Class = {
  readonly id: string
  readonly name: string
  readonly year: string | null
  readonly schoolYear: string
  readonly pupils: readonly string[]
  readonly teachers: readonly string[]
}

/** What the school wants of its tenant. */
export type Wishes = {
  readonly domain: string
  readonly pupilPattern: string
  readonly staffPattern: string
  readonly pupilSku: string | null
  readonly staffSku: string | null
  readonly makesStaff: boolean
  readonly makesTeams: boolean
  readonly groupPrefix: string
  readonly keepBlockedDays: number
  readonly teachersKeepDays: number
}

/** An account of which we know. */
export type Account = {
  readonly person: string
  readonly object: string
  readonly state: 'active' | 'blocked' | 'removed'
  readonly written: Written
  readonly licence: string | null
  readonly kept: readonly string[]
  readonly blockedOn: string | null
}

/** A group of ours, made or to be made. */
export type OwnGroup = {
  readonly id: string
  readonly kind: 'class' | 'pupils' | 'staff'
  readonly schoolGroup: string | null
  readonly alias: string
  readonly object: string | null
  readonly writtenName: string | null
  readonly kept: boolean
  readonly team: 'none' | 'asked' | 'there'
  readonly archivedOn: string | null
  readonly closedOn: string | null
}

/** Whom we put into a group. */
export type Member = {
  readonly group: string
  readonly person: string
  readonly owner: boolean
  readonly kept: boolean
}

/** An account as it stands in the tenant. */
export type TenantUser = Written & {
  readonly id: string
  readonly employeeId: string | null
  readonly mail: string | null
  readonly accountEnabled: boolean
  readonly licences: readonly string[]
}

export type Tenant = {
  readonly users: ReadonlyMap<string, TenantUser>
  /** Account names that somebody had who was deleted less than thirty days ago. */
  readonly goneNames: readonly string[]
  readonly gone: ReadonlySet<string>
  /** The names of groups by id. */
  readonly groups: ReadonlyMap<string, string>
  /** Who is in our groups there, by the group's object. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>
  readonly owners: ReadonlyMap<string, ReadonlySet<string>>
  readonly freeLicences: ReadonlyMap<string, number>
}

export type Known = {
  readonly today: string
  readonly wishes: Wishes
  readonly people: readonly Person[]
  readonly classes: readonly Class[]
  readonly accounts: readonly Account[]
  readonly groups: readonly OwnGroup[]
  readonly members: readonly Member[]
  /** Whom of these objects people sign in with already: person by object. */
  readonly linked: ReadonlyMap<string, string>
  readonly tenant: Tenant
  /** The mark by which an account in the tenant is known to be made for somebody here. */
  readonly markOf: (person: string) => string
}

export const fields: readonly WrittenField[] = [
  'userPrincipalName',
  'displayName',
  'givenName',
  'surname',
  'department',
]
