import type { Language } from '#shared/language/index.ts'

export type Role =
  | 'teacher'
  | 'substitute'
  | 'support'
  | 'principal'
  | 'administrator'
  | 'ict'
  | 'privacy-officer'
  | 'board'
  | 'pupil'
  | 'guardian'
  | 'guardian-information-only'
  | 'partner'
  | 'supplier'
  | 'supplier-support'

const GUARDED: ReadonlySet<Role> = new Set(['pupil', 'guardian', 'guardian-information-only'])

/** Who is signed in, in this organisation. */
export class Me {
  readonly id: string
  readonly account: string
  readonly givenName: string
  readonly name: string
  readonly language: Language
  /** Whether a second factor or a passkey was given in this session, here or to a Microsoft that the organisation trusts. */
  readonly strong: boolean
  /** Whether it was given here: what Microsoft asked does not open what belongs to the account alone. */
  readonly ownFactor: boolean
  /** The tenant through whose Microsoft this session was opened. */
  readonly tenant: string | null
  /** Whether the account is also somebody at another organisation. */
  readonly elsewhere: boolean
  readonly roles: ReadonlySet<Role>
  /** Counts the changes of what this person may see: what an open page was promised before one no longer counts. */
  readonly accessVersion: number
  /** Whether a version of the terms of use waits for this person's word. */
  readonly owesTerms: boolean
  /** What the school keeps from this person for a while; nothing for nearly everyone. */
  readonly barred: 'writing' | 'everything' | null

  constructor(from: {
    id: string
    account: string
    givenName: string
    name: string
    language: Language
    strong: boolean
    ownFactor?: boolean
    tenant?: string | null
    elsewhere?: boolean
    roles: readonly Role[]
    accessVersion: number
    owesTerms?: boolean
    barred?: 'writing' | 'everything' | null
  }) {
    this.id = from.id
    this.account = from.account
    this.givenName = from.givenName
    this.name = from.name
    this.language = from.language
    this.strong = from.strong
    this.ownFactor = from.ownFactor ?? from.strong
    this.tenant = from.tenant ?? null
    this.elsewhere = from.elsewhere ?? false
    this.roles = new Set(from.roles)
    this.accessVersion = from.accessVersion
    this.owesTerms = from.owesTerms ?? false
    this.barred = from.barred ?? null
  }

  is(...roles: readonly Role[]): boolean {
    return roles.some((role) => this.roles.has(role))
  }

  /** Anyone who works here: for them a second factor or a passkey is no choice (PROMISES P31). */
  get staff(): boolean {
    return [...this.roles].some((role) => !GUARDED.has(role))
  }
}
