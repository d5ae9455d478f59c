import type { Texts } from '#shared/language/index.ts'

const nl = {
  word: 'Formulier',
  which: 'Welk formulier?',
  choose: 'Kies een formulier.',
  make: 'Maak een formulier, of zet er een open',
}

const en: Texts<typeof nl> = {
  word: 'Form',
  which: 'Which form?',
  choose: 'Choose a form.',
  make: 'Make a form, or open one',
}

/** Words for who puts a form on a page. */
export const blockWords = { nl, en }
