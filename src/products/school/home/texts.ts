import type { Texts } from '#shared/language/index.ts'

const nl = {
  today: 'Vandaag',
  nothing: 'Niets te doen',
  nothingText: 'Als er iets voor je is, staat het hier.',
}

const en: Texts<typeof nl> = {
  today: 'Today',
  nothing: 'Nothing to do',
  nothingText: 'When there is something for you, it stands here.',
}

export const homeTexts = { nl, en, place: { nl: nl.today, en: en.today } }
