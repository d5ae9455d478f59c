import type { Texts } from '#shared/language/index.ts'

const nl = {
  product: 'Schoolplein',
  title: 'Loop mee in een school die niet bestaat',
  text: 'Drie scholen, 500 kinderen, één schooljaar. Alle namen zijn verzonnen. Het is er altijd een schoolochtend: kwart voor negen.',
  question: 'Wie wil je zijn?',
  help: 'Eén klik en je bent binnen.',
  tour: 'Rondleiding van vijf minuten',
  tourHelp: 'Elke stap is één klik. Met "Demo: wees iemand anders", onderaan een bladzijde, kom je hier terug.',
  around: 'Bestuur en leverancier',
}

const en: Texts<typeof nl> = {
  product: 'Schoolplein',
  title: 'Walk along in a school that does not exist',
  text: 'Three schools, 500 children, one school year. All names are made up. It is always a school morning there: a quarter to nine.',
  question: 'Who do you want to be?',
  help: 'One click and you are in.',
  tour: 'A tour of five minutes',
  tourHelp: 'Each step is one click. "Demo: be someone else", at the foot of a page, brings you back here.',
  around: 'Board and supplier',
}

export const demoTexts = { nl, en }

/** The quiet link back to the start page. */
export const beSomeoneElse = { nl: 'Demo: wees iemand anders', en: 'Demo: be someone else' }

/** In the place of a password, which nobody in the demo has. */
export const itIsMe = { nl: 'Demo: ik ben het', en: 'Demo: it is me' }
