import type { Language } from '#shared/language/index.ts'

/** The languages in which a letter can be written; those of the screens come first. */
export const letterLanguages = ['nl', 'en', 'tr', 'pl', 'uk', 'ar'] as const
export type LetterLanguage = (typeof letterLanguages)[number]

/** What each language calls itself, and what the office calls it. */
export const languageNames: Readonly<
  Record<LetterLanguage, { readonly own: string } & Readonly<Record<Language, string>>>
> = {
  nl: { own: 'Nederlands', nl: 'Nederlands', en: 'Dutch' },
  en: { own: 'English', nl: 'Engels', en: 'English' },
  tr: { own: 'Türkçe', nl: 'Turks', en: 'Turkish' },
  pl: { own: 'Polski', nl: 'Pools', en: 'Polish' },
  uk: { own: 'Українська', nl: 'Oekraïens', en: 'Ukrainian' },
  ar: { own: 'العربية', nl: 'Arabisch', en: 'Arabic' },
}

export const isLetterLanguage = (text: string): text is LetterLanguage =>
  (letterLanguages as readonly string[]).includes(text)

/** The writing direction of a letter. */
export const directionOf = (language: LetterLanguage): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

const LOCALES = { nl: 'nl-NL', en: 'en-GB', tr: 'tr-TR', pl: 'pl-PL', uk: 'uk-UA', ar: 'ar-u-nu-latn-ca-gregory' }
const made = new Map<LetterLanguage, Intl.DateTimeFormat>()

/** "vrijdag 18 december 2026", in the letter's language. */
export const dayIn = (language: LetterLanguage, at: Date): string => {
  const known = made.get(language)
  const format =
    known ??
    new Intl.DateTimeFormat(LOCALES[language], {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'Europe/Amsterdam',
    })
  if (!known) made.set(language, format)
  return format.format(at)
}
