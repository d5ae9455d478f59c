import { clock, dayLong, type Language, type Texts } from '#shared/language/index.ts'

const moment = (language: Language) => (at: Date) => `${dayLong(language, at)}, ${clock(language, at)}`

const nl = {
  heading: 'Wie wijzigt dit, en wat is er gewijzigd',
  may: (who: string) => `Wijzigen mag: ${who}.`,
  none: 'Hier is nog niets gewijzigd.',
  gone: 'Iemand die hier niet meer is',
  system: 'Schoolplein zelf',
  when: moment('nl'),
  undo: 'Zet terug',
  undoLabel: (what: string) => `Zet terug: ${what}`,
  saved: 'Bewaard. Iedereen ziet het meteen.',
  same: 'Dit stond er al zo.',
  undone: 'Teruggezet.',
  notUndone: 'Dit is daarna nog een keer gewijzigd. Kijk hieronder wat er nu staat.',
  meanwhile: (who: string, when: string) => `${who} wijzigde dit terwijl jij bezig was (${when}):`,
  meanwhileThen:
    'In het formulier staat nu wat jij wijzigde, en verder wat er nu geldt. Bewaar opnieuw als dat zo goed is.',
}

const en: Texts<typeof nl> = {
  heading: 'Who changes this, and what was changed',
  may: (who) => `May change this: ${who}.`,
  none: 'Nothing was changed here yet.',
  gone: 'Somebody who is not here any more',
  system: 'Schoolplein itself',
  when: moment('en'),
  undo: 'Put back',
  undoLabel: (what) => `Put back: ${what}`,
  saved: 'Kept. Everyone sees it at once.',
  same: 'It stood there like this already.',
  undone: 'Put back.',
  notUndone: 'This was changed again since. See below what stands there now.',
  meanwhile: (who, when) => `${who} changed this while you were busy (${when}):`,
  meanwhileThen:
    'The form now holds what you changed, and otherwise what counts now. Keep it again when that is right.',
}

export type ChangesTexts = Texts<typeof nl>
export const changesTexts: { nl: ChangesTexts; en: ChangesTexts } = { nl, en }
