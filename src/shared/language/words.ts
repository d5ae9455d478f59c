import type { Language } from './index.ts'

const locales = { nl: 'nl-NL', en: 'en-GB' } as const
const lists = {
  nl: new Intl.ListFormat(locales.nl, { type: 'conjunction' }),
  en: new Intl.ListFormat(locales.en, { type: 'conjunction' }),
}
const numbers = { nl: new Intl.NumberFormat(locales.nl), en: new Intl.NumberFormat(locales.en) }

/** "Mila", "Mila en Emre", "Mila, Emre en Zuri". */
export function listOf(language: Language, words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : lists[language].format(words)
}

/** "1.204" in Dutch, "1,204" in English. */
export function number(language: Language, value: number): string {
  return numbers[language].format(value)
}

/** "1 kind", "3 kinderen", with the number written in the language. Both languages know only one and other. */
export function plural(language: Language, count: number, one: string, other: string): string {
  return `${number(language, count)} ${count === 1 ? one : other}`
}

/** The first letter as a capital, for a day at the start of a line. A Dutch "ij" goes up whole. */
export function capital(text: string): string {
  return text.startsWith('ij') ? `IJ${text.slice(2)}` : text.slice(0, 1).toUpperCase() + text.slice(1)
}
