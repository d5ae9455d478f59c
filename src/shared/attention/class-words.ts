import type { Language } from '#shared/language/index.ts'
import type { ItemClass } from './item.ts'

/** How soon something has to be seen, as its sender chooses it: the word, and what then happens. */
export const classWords: Readonly<
  Record<Language, Readonly<Record<ItemClass, readonly [word: string, hint: string]>>>
> = {
  nl: {
    'to-know': ['Goed om te weten', 'Gaat mee in het overzicht van het gezin'],
    answer: ['Antwoord nodig', 'Je kiest voor wanneer'],
    urgent: ['Dringend', 'Meteen een melding'],
  },
  en: {
    'to-know': ['Good to know', 'Goes along in the family’s digest'],
    answer: ['Needs an answer', 'You choose by when'],
    urgent: ['Urgent', 'A notification at once'],
  },
}
