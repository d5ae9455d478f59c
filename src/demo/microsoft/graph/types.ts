/** A thing in the directory, with the properties that Graph would show. */
export type Thing = { id: string; [property: string]: unknown }

export type StoredUser = Thing & {
  userPrincipalName: string
  displayName: string
  accountEnabled: boolean
  assignedLicenses: { skuId: string; disabledPlans: string[] }[]
  deletedDateTime?: string | null
}

export type StoredGroup = Thing & {
  displayName: string
  mailNickname: string
  groupTypes: string[]
  members: string[]
  owners: string[]
  /** What only an education class has; a group without it is none. */
  education?: { externalId: string | null; grade: string | null }
  team?: { isArchived: boolean; createdAt: number; specialization: string }
  madeAt: number
  deletedDateTime?: string | null
}

export type Sku = { skuId: string; skuPartNumber: string; units: number }

type Outcome = { id: string; '@odata.type': string; [property: string]: unknown }
export type StoredSubmission = {
  id: string
  status: string
  recipient: string
  submittedDateTime: string | null
  returnedDateTime: string | null
  changed: number
  outcomes: Outcome[]
}
export type StoredAssignment = Thing & {
  classId: string
  status: string
  displayName: string
  changed: number
  submissions: StoredSubmission[]
}

/** Everything a tenant holds; plain data, so that it can be written down and read back. */
export type Directory = {
  users: Record<string, StoredUser>
  groups: Record<string, StoredGroup>
  gone: Record<string, number>
  skus: Sku[]
  assignments: Record<string, StoredAssignment>
  operations: Record<string, { team: string; ready: number }>
  /** When each object last changed, by kind and id: what delta is made of. */
  changes: { kind: string; id: string; at: number; gone?: boolean }[]
  /** What the application may do here, as an administrator consented. */
  granted: string[]
  /** Roles in the directory that an administrator gave the application. */
  roles: string[]
  /** Administrators, whose passwords no application changes. */
  admins: string[]
}

export type Tenant = {
  readonly id: string
  readonly name: string
  readonly client: string
  readonly domains: readonly string[]
  readonly directory: Directory
}

/** How strict and how slow it is. */
export type Manners = {
  readonly now: () => number
  /** Milliseconds before a new group is there for everyone. */
  readonly groupAfter: number
  /** Milliseconds before a team can be made of a new group, and before it is made. */
  readonly teamAfter: number
  readonly limits: {
    /** Cost units of the directory per window. */
    readonly directory: { readonly units: number; readonly seconds: number }
    readonly writes: { readonly calls: number; readonly seconds: number }
    readonly assignments: { readonly calls: number; readonly seconds: number }
  }
  /** How long a delta token is good, in milliseconds. */
  readonly deltaFor: number
}

export const asGraph = (now: () => number = Date.now): Manners => ({
  now,
  groupAfter: 4_000,
  teamAfter: 10_000,
  limits: {
    directory: { units: 8_000, seconds: 10 },
    writes: { calls: 3_000, seconds: 150 },
    assignments: { calls: 500, seconds: 10 },
  },
  deltaFor: 7 * 86_400_000,
})

/** One request as a handler sees it. */
export type Asked = {
  readonly method: string
  readonly path: readonly string[]
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Readonly<Record<string, unknown>>
  readonly tenant: Tenant
  /** What the token says: the application by itself, or somebody through it. */
  readonly token: Token
  readonly manners: Manners
  readonly origin: string
}

export type Token = {
  readonly tenant: string
  readonly kind: 'application' | 'delegated'
  readonly permissions: readonly string[]
  readonly expires: number
}

export type Answer = {
  readonly status: number
  readonly body?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}

export const emptyDirectory = (skus: readonly Sku[] = []): Directory => ({
  users: {},
  groups: {},
  gone: {},
  skus: [...skus],
  assignments: {},
  operations: {},
  changes: [],
  granted: [],
  roles: [],
  admins: [],
})
