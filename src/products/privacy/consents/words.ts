import { createHash } from 'node:crypto'
import type { Language } from '#shared/language/index.ts'

/** A question as somebody reads it. */
type Question = { readonly title: string; readonly text: string }

/** The words of one version. Without English, English readers get the Dutch words: they are the ones that count. */
export type ConsentWords = { readonly nl: Question; readonly en: Question | null }

/** The words somebody reads, and in which language they are. */
export const wordsIn = (words: ConsentWords, language: Language): Question & { language: Language } =>
  language === 'en' && words.en ? { ...words.en, language } : { ...words.nl, language: 'nl' }

/** What tells that a question is the same to the letter: SHA-256 over title, line break, text. */
export const hashOf = ({ title, text }: Question): string =>
  createHash('sha256').update(`${title}\n${text}`).digest('hex')

/** In which language this hash's words are; nothing when no words of this version have it. */
export const languageOf = (words: ConsentWords, hash: string): Language | null => {
  if (hashOf(words.nl) === hash) return 'nl'
  return words.en && hashOf(words.en) === hash ? 'en' : null
}
