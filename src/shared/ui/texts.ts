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
  notFound: {
    title: 'Deze pagina is er niet',
    text: 'Misschien is het adres veranderd, of is de pagina niet voor jou.',
  },
  failed: {
    title: 'Dit ging mis bij ons',
    text: 'Je hebt niets fout gedaan. Probeer het over een paar minuten nog eens. Blijft het misgaan, bel dan school.',
  },
  unavailable: {
    title: 'Even geen verbinding',
    text: 'Schoolplein kan nu niet bij de gegevens van school. Probeer het over een minuut nog eens.',
  },
  gone: {
    title: 'Deze link werkt niet meer',
    text: 'Een link werkt één keer en niet voor altijd. Vraag school om een nieuwe.',
  },
  home: 'Naar het begin',
  again: 'Probeer opnieuw',
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
  notFound: {
    title: 'This page does not exist',
    text: 'Perhaps the address has changed, or the page is not for you.',
  },
  failed: {
    title: 'Something went wrong on our side',
    text: 'You did nothing wrong. Try again in a few minutes. If it keeps going wrong, call school.',
  },
  unavailable: {
    title: 'No connection for a moment',
    text: 'Schoolplein cannot reach the school’s data right now. Try again in a minute.',
  },
  gone: {
    title: 'This link no longer works',
    text: 'A link works once and not forever. Ask school for a new one.',
  },
  home: 'To the start',
  again: 'Try again',
}

/** The design system's own words in one language. */
export function uiTexts(language: Language): Texts<typeof nl> {
  return pick(language, { nl, en })
}
