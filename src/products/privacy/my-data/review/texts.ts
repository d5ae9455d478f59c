import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Teksten bekijken voor een download',
  text: 'Iemand vraagt zijn gegevens op. In deze teksten kan iets over een ander staan. Jij ziet alleen die teksten.',
  none: 'Er wacht niets',
  noneText: 'Vraagt iemand een download met teksten waarin een ander kan staan, dan zie je dat hier.',
  row: (asker: string, day: string) => `${asker} vroeg erom. Antwoord voor ${day}.`,
  back: 'Alle downloads die wachten',
  about: (name: string) => `Teksten over ${name}`,
  aboutText: (asker: string, day: string) =>
    `${asker} krijgt deze teksten. Haal weg wat over een ander gaat. Antwoord voor ${day}.`,
  how: 'Mag deze tekst mee?',
  hows: { whole: 'De hele tekst mag mee', words: 'Een paar woorden weg', none: 'De hele tekst weg' },
  words: 'Welke woorden weg?',
  wordsHint: 'Precies zoals ze in de tekst staan, met een komma ertussen. Bijvoorbeeld: Sem, de moeder van Sem.',
  release: 'Geef vrij en maak de download',
  problems: {
    how: 'Kies of deze tekst mee mag.',
    words: 'Schrijf welke woorden weg moeten.',
    missing: (word: string) => `“${word}” staat niet in deze tekst. Schrijf het precies zoals het er staat.`,
  },
  today: (count: string) => `${count} met teksten om te bekijken`,
  copies: { one: 'download', other: 'downloads' },
  desk: 'Downloads van gegevens',
  deskNone: 'Geen download wacht op school.',
}

const en: Texts<typeof nl> = {
  title: 'Look at texts for a download',
  text: 'Somebody asks for their data. These texts may say something about somebody else. You see only these texts.',
  none: 'Nothing waits',
  noneText: 'When somebody asks for a download with texts that may name another, you see it here.',
  row: (asker, day) => `${asker} asked for it. Answer before ${day}.`,
  back: 'All downloads that wait',
  about: (name) => `Texts about ${name}`,
  aboutText: (asker, day) => `${asker} gets these texts. Take out what is about somebody else. Answer before ${day}.`,
  how: 'May this text go along?',
  hows: { whole: 'The whole text may go along', words: 'Take out a few words', none: 'Take out the whole text' },
  words: 'Which words?',
  wordsHint: 'Exactly as they stand in the text, with a comma between them. For example: Sem, the mother of Sem.',
  release: 'Release and make the download',
  problems: {
    how: 'Choose whether this text may go along.',
    words: 'Write which words have to go.',
    missing: (word) => `“${word}” does not stand in this text. Write it exactly as it stands there.`,
  },
  today: (count) => `${count} with texts to look at`,
  copies: { one: 'download', other: 'downloads' },
  desk: 'Downloads of data',
  deskNone: 'No download waits for the school.',
}

export type ReviewTexts = Texts<typeof nl>
export const reviewTexts: { nl: ReviewTexts; en: ReviewTexts } = { nl, en }
