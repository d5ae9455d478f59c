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
  picture: {
    label: 'Foto of tekening',
    none: 'Geen foto',
    add: 'Voeg een foto toe aan de website',
    unnamed: 'Foto zonder beschrijving',
  },
  pictures: 'Foto’s',
  caption: 'Zin onder de foto',
  documents: 'Documenten',
  addDocument: 'Voeg een document toe aan de website',
  count: 'Hoeveel er staan',
  noSchool: 'Geen school',
  noEvents: 'Er staat nu niets in de agenda.',
  question: 'Vraag',
  answer: 'Antwoord',
  signs: 'Een lege regel begint een alinea, een streepje (-) een lijst.',
  name: 'Naam',
  role: 'Wat die doet',
  item: (number: number) => `Vraag ${number}`,
  column: (number: number) => `Kolom ${number}`,
  person: (number: number) => `Persoon ${number}`,
  hours: (from: string, until: string | null) =>
    until ? `Van ${hour(from)} tot ${hour(until)} uur` : `Om ${hour(from)} uur`,
  until: (day: string) => `Tot en met ${day}`,
  problems: {
    text: 'Schrijf hier iets, of haal dit blok weg.',
    heading: 'Schrijf een kop van ten hoogste 120 letters.',
    long: 'Deze tekst is te lang.',
    words: 'Zet in ten hoogste 60 letters op de knop wat er gebeurt.',
    link: 'Kies een pagina, of typ een adres dat begint met https://.',
    picture: 'Kies een foto.',
    pictures: 'Kies ten minste één foto.',
    documents: 'Kies ten minste één document.',
    count: 'Vul een getal in.',
    items: 'Vul er ten minste één in.',
    people: 'Vul ten minste één naam in.',
  },
}

function hour(time: string) {
  return time.slice(0, 5).replace(/^0/, '').replace(':', '.')
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
  picture: {
    label: 'Photo or drawing',
    none: 'No picture',
    add: 'Add a picture to the website',
    unnamed: 'Picture without a description',
  },
  pictures: 'Pictures',
  caption: 'Line under the picture',
  documents: 'Documents',
  addDocument: 'Add a document to the website',
  count: 'How many there are',
  noSchool: 'No school',
  noEvents: 'There is nothing in the agenda now.',
  question: 'Question',
  answer: 'Answer',
  signs: 'An empty line begins a paragraph, a dash (-) a list.',
  name: 'Name',
  role: 'What they do',
  item: (number) => `Question ${number}`,
  column: (number) => `Column ${number}`,
  person: (number) => `Person ${number}`,
  hours: (from, until) => (until ? `From ${from.slice(0, 5)} to ${until.slice(0, 5)}` : `At ${from.slice(0, 5)}`),
  until: (day) => `Until ${day}`,
  problems: {
    text: 'Write something here, or remove this block.',
    heading: 'Write a heading of at most 120 letters.',
    long: 'This text is too long.',
    words: 'Say on the button, in at most 60 letters, what will happen.',
    link: 'Choose a page, or type an address that begins with https://.',
    picture: 'Choose a picture.',
    pictures: 'Choose at least one picture.',
    documents: 'Choose at least one document.',
    count: 'Fill in a number.',
    items: 'Fill in at least one.',
    people: 'Fill in at least one name.',
  },
}

/** Words of the forms in which blocks are filled in. */
export const blockTexts: { nl: Texts<typeof nl>; en: Texts<typeof nl> } = { nl, en }
