import type { Texts } from '#shared/language/index.ts'

const nl = {
  text: 'Tekst',
  heading: 'Kop',
  words: 'Woorden op de knop',
  link: {
    page: 'Waar de knop naartoe gaat',
    address: 'Of een ander adres',
    addressHint: 'Bijvoorbeeld https://www.voorbeeld.nl.',
  },
  problems: {
    text: 'Schrijf hier iets, of haal dit blok weg.',
    heading: 'Schrijf een kop van ten hoogste 120 letters.',
    long: 'Deze tekst is te lang.',
    words: 'Zet in ten hoogste 60 letters op de knop wat er gebeurt.',
    link: 'Kies een pagina, of typ een adres dat begint met https://.',
  },
}

const en: Texts<typeof nl> = {
  text: 'Text',
  heading: 'Heading',
  words: 'Words on the button',
  link: {
    page: 'Where the button leads',
    address: 'Or another address',
    addressHint: 'For example https://www.example.com.',
  },
  problems: {
    text: 'Write something here, or remove this block.',
    heading: 'Write a heading of at most 120 letters.',
    long: 'This text is too long.',
    words: 'Say on the button, in at most 60 letters, what will happen.',
    link: 'Choose a page, or type an address that begins with https://.',
  },
}

/** Words of the forms in which blocks are filled in. */
export const blockTexts: { nl: Texts<typeof nl>; en: Texts<typeof nl> } = { nl, en }
