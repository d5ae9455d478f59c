import type { Texts } from '#shared/language/index.ts'

const nl = {
  words: { map: 'Kaart', video: 'Video', social: 'Bericht van elders' },
  texts: {
    map: 'Waar de school is. De bezoeker kiest eerst.',
    video: 'Een video van een ander bedrijf. De bezoeker kiest eerst.',
    social: 'Een bericht van een ander netwerk. De bezoeker kiest eerst.',
  },
  address: 'Adres',
  addressHint: (companies: string) => `Plak het adres van ${companies}.`,
  title: 'Wat laat het zien?',
  titleHint: 'In een paar woorden, zoals: de school aan de Havenstraat.',
  problems: {
    address: (companies: string) => `Dit adres kennen we niet. Plak het hele adres, met https://, van ${companies}.`,
    title: 'Schrijf in een paar woorden wat het laat zien.',
  },
}

const en: Texts<typeof nl> = {
  words: { map: 'Map', video: 'Video', social: 'Post from elsewhere' },
  texts: {
    map: 'Where the school is. The visitor chooses first.',
    video: 'A video of another company. The visitor chooses first.',
    social: 'A post of another network. The visitor chooses first.',
  },
  address: 'Address',
  addressHint: (companies) => `Paste the address of ${companies}.`,
  title: 'What does it show?',
  titleHint: 'In a few words, such as: the school in the Havenstraat.',
  problems: {
    address: (companies) => `We do not know this address. Paste the whole address, with https://, of ${companies}.`,
    title: 'Write in a few words what it shows.',
  },
}

/** Words for who puts something of another company on a page. */
export const embedBlockTexts: { nl: Texts<typeof nl>; en: Texts<typeof nl> } = { nl, en }
