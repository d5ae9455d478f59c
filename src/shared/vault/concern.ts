import { type Language, listOf, type Words } from '#shared/language/index.ts'
import type { Kind } from './declaration.ts'
import { kindWords } from './kind-words.ts'
import { type PurposeName, purposes } from './purpose.ts'

/** What a restriction can be about: a kind of data, or what data are used for (art. 18 and 21 GDPR). */
export type Concern = `kind:${Kind}` | `purpose:${PurposeName}`

/** Kinds that one can ask not to be used for now; the others are what a system runs on. */
const kinds = ['contact', 'image', 'health', 'family', 'results'] as const satisfies readonly Kind[]

/** Everything that can be chosen: kinds first. */
export const concerns: readonly Concern[] = [
  ...kinds.map((kind): Concern => `kind:${kind}`),
  ...(Object.keys(purposes) as PurposeName[]).map((purpose): Concern => `purpose:${purpose}`),
]

const pictures: Words = { nl: 'foto’s', en: 'pictures' }

/** A concern as people read it: "contactgegevens", "aanwezigheid". */
export const concernWords: Readonly<Record<string, Words>> = Object.fromEntries([
  ...kinds.map((kind) => [`kind:${kind}`, kind === 'image' ? pictures : kindWords[kind]]),
  ...Object.entries(purposes).map(([purpose, { name }]) => [`purpose:${purpose}`, name]),
])

/** Some of them in a sentence; nothing when it is about everything. */
export const concernsIn = (language: Language, some: readonly string[]): string =>
  listOf(
    language,
    some.flatMap((one) => concernWords[one]?.[language].toLocaleLowerCase(language) ?? []),
  )
