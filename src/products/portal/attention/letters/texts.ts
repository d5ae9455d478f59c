import { plural, type Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Brieven',
  text: 'Ouders zonder account of zonder mailadres krijgen op papier wat er voor hen klaarstaat.',
  none: 'Er hoeft geen brief de deur uit',
  noneText: 'Als er iets is voor een ouder zonder account, staat de brief hier.',
  waiting: (count: number) => `${plural('nl', count, 'brief', 'brieven')} om te printen`,
  waitingText: 'Print ze, en zeg daarna dat ze weg zijn. Is iets dringend? Bel dan ook.',
  to: (name: string) => `Voor ${name}`,
  download: 'Open de brieven om te printen',
  printed: 'Ze zijn geprint en gaan weg',
  before: 'Geprint',
  batch: (count: number, day: string, at: string) => `${plural('nl', count, 'brief', 'brieven')}, ${day} om ${at}`,
  again: 'Print nog een keer',
  undo: 'Zet terug',
  undoLabel: (batch: string) => `Zet terug: ${batch}`,
  urgent: 'Dringend',
  letter: {
    title: 'Wat er voor u klaarstaat',
    line: (day: string) => day,
    text: 'U heeft geen account bij Schoolplein. Daarom krijgt u dit van school op papier.',
    answerBy: (day: string) => `Graag antwoord voor ${day}. U kunt school bellen of het antwoord aan uw kind meegeven.`,
    end: 'Wilt u liever een account? Vraag school om een uitnodiging.',
    file: 'brieven',
  },
}

const en: Texts<typeof nl> = {
  title: 'Letters',
  text: 'Guardians without an account or a mail address get on paper what waits for them.',
  none: 'No letter has to go out',
  noneText: 'When there is something for a guardian without an account, the letter stands here.',
  waiting: (count) => `${plural('en', count, 'letter', 'letters')} to print`,
  waitingText: 'Print them, and say afterwards that they are gone. Is something urgent? Call as well.',
  to: (name) => `For ${name}`,
  download: 'Open the letters to print',
  printed: 'They are printed and go out',
  before: 'Printed',
  batch: (count, day, at) => `${plural('en', count, 'letter', 'letters')}, ${day} at ${at}`,
  again: 'Print once more',
  undo: 'Put back',
  undoLabel: (batch) => `Put back: ${batch}`,
  urgent: 'Urgent',
  letter: {
    title: 'What waits for you',
    line: (day) => day,
    text: 'You have no account at Schoolplein. That is why you get this from school on paper.',
    answerBy: (day) => `Please answer before ${day}. You can call the school or give the answer to your child.`,
    end: 'Would you rather have an account? Ask the school for an invitation.',
    file: 'letters',
  },
}

export type LetterTexts = Texts<typeof nl>
export const letterTexts: { nl: LetterTexts; en: LetterTexts } = { nl, en }
