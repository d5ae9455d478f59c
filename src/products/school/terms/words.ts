import type { Language } from '#shared/language/index.ts'

/** The text of one version. Without English, English readers get the Dutch text: it is the one that counts. */
export type Words = { readonly nl: string; readonly en: string | null }

/** The words somebody reads, and in which language they are. */
export const wordsIn = (words: Words, language: Language): { language: Language; text: string } =>
  language === 'en' && words.en ? { language, text: words.en } : { language: 'nl', text: words.nl }
