import type pg from 'pg'
import type { Site } from '#shared/tenancy/sites.ts'
import type { Theme } from '#shared/ui/theme.ts'
import type { Opener } from './opening.ts'

/** What a page needs to be made: a transaction that has begun, for somebody whose name and roles are known. */
export type Asked = {
  readonly client: pg.ClientBase
  readonly site: Site
  readonly me: { readonly id: string; readonly roles: readonly string[] }
  readonly opener: Opener
  readonly now: Date
  readonly today: string
  /** Subjects that were opened; the log gets them. */
  readonly opened: Set<string>
}

/** The inside of a page. */
export type Made = {
  readonly title: string
  readonly content: string
  readonly wide?: boolean
  readonly live?: string
  /** How many things wait, beside the word of the place. */
  readonly count?: number
  /** Schools whose colours stand on the page too. */
  readonly otherThemes?: readonly Theme[]
}

/** A page by hand; nothing when it is not there for who asks. */
export type ReferencePage = {
  readonly address: RegExp
  /** How the log names it, and which kinds of data it opens. */
  readonly place: string
  readonly kinds: readonly string[]
  readonly make: (asked: Asked, params: readonly string[]) => Promise<Made | null>
}

const SPECIAL = /["&<]/
const ENTITY: Readonly<Record<string, string>> = { '"': '&quot;', '&': '&amp;', '<': '&lt;' }

export const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replaceAll(/["&<]/g, (sign) => ENTITY[sign]!) : text

/** A name as it is sealed. */
export type NameRecord = { readonly givenName: string; readonly prefix: string; readonly surname: string }
