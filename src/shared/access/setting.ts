import type { Me } from '#shared/identity/me.ts'
import type { Words } from '#shared/language/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import type { IconName } from '#shared/ui/icon-names.ts'
import type { Rule } from './rule.ts'
import type { Visit } from './visit.ts'

/** The headings of the settings home, in their order there. */
export const settingSections = ['school', 'days', 'addresses', 'roster', 'sign-in'] as const
export type SettingSection = (typeof settingSections)[number]

/** A module's line on the settings home: shown to whom its rule allows, under its heading, in ascending order. */
export type Setting = {
  readonly order: number
  readonly section: SettingSection
  readonly address: string
  readonly word: Words
  /** What one finds there, in one sentence. */
  readonly text: Words
  readonly icon: IconName
  readonly rule: Rule<false>
  /** Only organisations of these kinds have it; every kind, unless said. */
  readonly kinds?: readonly Site['kind'][]
  /** How it stands now, in a few words: it takes the place of `text`. Facts only, nothing about a person. */
  readonly now?: (visit: Visit<string, Me>) => Promise<string | null>
}

/** Days whose meaning changes: without school from now on, and with school from now on. */
export type ChangedDays = { readonly closed: readonly string[]; readonly opened: readonly string[] }

/** What a module says to who changed school days: what that does to what it holds, or nothing when it does nothing. */
export type DaysTold = (visit: Visit<string, Me>, days: ChangedDays) => Promise<string | null>
