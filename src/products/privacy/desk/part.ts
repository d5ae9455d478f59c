import type { Rule } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Language, Words } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'

/** How a part of the desk stands now: plain data, which the desk shows in one way. Facts and counts, never a name. */
export type Standing = {
  /** `act`: somebody must do something now; `waits`: by a date; `fine`: nothing to do. */
  readonly state: 'act' | 'waits' | 'fine'
  /** One sentence. */
  readonly says: string
  /** What it is made of, the most urgent first. */
  readonly lines?: readonly { readonly title: string; readonly text?: string; readonly to?: string }[]
}

/** A table of facts that prove something, for the yearly review of a board: words, counts, dates; no personal data. */
export type Evidence = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** What a module of this product puts on the officer's desk, and into the evidence for a board. */
export type DeskPart = {
  readonly order: number
  readonly title: Words
  /** Who has it on the desk; everyone whose desk it is, unless said. */
  readonly rule?: Rule<false>
  /** Where the officer goes on. */
  readonly address: string
  readonly stands: (visit: Visit<string, Me>) => Promise<Standing>
  /** What this proves: articles of the GDPR and subjects of the Normenkader IBP FO, as their readers know them. */
  readonly norms: readonly string[]
  readonly evidence: (work: Work, language: Language) => Promise<Evidence>
}
