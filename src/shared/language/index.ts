/** The languages of the application. Dutch is written first; English is complete. */
export type Language = 'nl' | 'en'

export const languages = ['nl', 'en'] as const satisfies readonly Language[]

/** A few words in every language. */
export type Words = { readonly [L in Language]: string }

type Widened<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Made
    ? (...given: Given) => Made extends string ? string : Made
    : T extends object
      ? { readonly [Key in keyof T]: Widened<T[Key]> }
      : T

/** The shape a second language must fill: `const en: Texts<typeof nl>`. Words may differ, keys and parameters may not. */
export type Texts<T> = Widened<T>

/** The texts of one language: `const t = pick(language, { nl, en })`, once per view and never per row. */
export function pick<T>(language: Language, texts: Record<Language, T>): T {
  return texts[language]
}

/** The first language of an `Accept-Language` header that we have; `otherwise` when there is none. */
export function preferredLanguage(header: string | undefined, otherwise: Language): Language {
  const asked = (header ?? '').split(',').map((part) => part.trim().slice(0, 2))
  return asked.find((one): one is Language => languages.includes(one as Language)) ?? otherwise
}

/** The writing direction, for `<html dir>`. */
export function dir(_language: Language): 'ltr' | 'rtl' {
  return 'ltr'
}

export {
  clock,
  clockShort,
  dayLong,
  dayParts,
  dayShort,
  monthLong,
  type When,
  weekdayShort,
} from './dates.ts'
export { capital, listOf, number, plural } from './words.ts'
