import type { Language, Texts } from '#shared/language/index.ts'
import { pick } from '#shared/language/index.ts'

const nl = {
  skip: 'Naar de inhoud',
  menu: 'Hoofdmenu',
  me: 'Ik',
  more: 'Meer',
  product: 'Schoolplein',
  optional: 'Hoeft niet',
  busy: 'Bezig',
  choose: 'Kies',
  readers: 'Wie dit leest',
  names: 'Bekijk de namen',
  undo: 'Ongedaan maken',
  copy: 'Kopieer',
  copied: 'Gekopieerd',
  print: 'Print',
  previous: 'Vorige',
  next: 'Volgende',
  page: (page: number, of: number) => `Pagina ${page} van ${of}`,
  pages: 'Pagina’s',
  step: (step: number, of: number) => `Stap ${step} van ${of}`,
  steps: 'Stappen',
  done: 'klaar',
  or: 'of',
  waiting: 'Geen verbinding. School heeft je melding nog niet. We versturen hem zodra het kan.',
  resend: 'Nu opnieuw versturen',
  tooMuch: 'Er staan fouten in het formulier. Wat je hebt ingevuld, staat er nog.',
}

const en: Texts<typeof nl> = {
  skip: 'Skip to content',
  menu: 'Main menu',
  me: 'Me',
  more: 'More',
  product: 'Schoolplein',
  optional: 'Optional',
  busy: 'Working',
  choose: 'Choose',
  readers: 'Who reads this',
  names: 'See the names',
  undo: 'Undo',
  copy: 'Copy',
  copied: 'Copied',
  print: 'Print',
  previous: 'Previous',
  next: 'Next',
  page: (page, of) => `Page ${page} of ${of}`,
  pages: 'Pages',
  step: (step, of) => `Step ${step} of ${of}`,
  steps: 'Steps',
  done: 'done',
  or: 'or',
  waiting: 'No connection. School does not have your message yet. We will send it as soon as we can.',
  resend: 'Send again now',
  tooMuch: 'There are mistakes in the form. What you typed is still there.',
}

/** The design system's own words in one language. */
export function uiTexts(language: Language): Texts<typeof nl> {
  return pick(language, { nl, en })
}
