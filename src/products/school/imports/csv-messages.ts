import type { Texts } from '#shared/language/index.ts'

// What can be wrong with any CSV file. Never the value that was found: it may be somebody's name.

const nl = {
  'csv-empty': 'Het bestand is leeg. Maak het opnieuw.',
  'csv-large': (limit: number) =>
    `Het bestand is te groot: meer dan ${limit} MB. Een bestand van één school is veel kleiner.`,
  'csv-binary': 'Dit is geen CSV-bestand: er staan tekens in die niet in een tekst horen.',
  'csv-workbook':
    'Dit is een Excel-bestand of een zip, geen CSV. Open het, kies Opslaan als, en bewaar het als CSV UTF-8.',
  'csv-encoding':
    'Hier staan tekens in een andere codering dan de rest van het bestand. Bewaar het bestand opnieuw als CSV UTF-8.',
  'csv-quote':
    'Hier begint een tekst met een aanhalingsteken (") die niet goed eindigt. In een tekst hoort een aanhalingsteken dubbel ("").',
  'csv-long': (limit: number) => `Deze regel is te lang: meer dan ${limit} kB. Dit is geen gewone lijst.`,
  'csv-lines': (limit: number) => `Het bestand heeft meer dan ${limit} regels. Dat is te veel voor één school.`,
  'csv-columns': (limit: number) => `Deze regel heeft te veel kolommen: meer dan ${limit}. Dit is geen gewone lijst.`,
}

const en: Texts<typeof nl> = {
  'csv-empty': 'The file is empty. Make it again.',
  'csv-large': (limit) => `The file is too large: more than ${limit} MB. A file of one school is much smaller.`,
  'csv-binary': 'This is not a CSV file: it holds characters that do not belong in a text.',
  'csv-workbook': 'This is an Excel file or a zip, not CSV. Open it, choose Save as, and save it as CSV UTF-8.',
  'csv-encoding':
    'Here are characters in another encoding than the rest of the file. Save the file again as CSV UTF-8.',
  'csv-quote':
    'Here a text begins with a quotation mark (") and does not end well. Within a text a quotation mark has to be doubled ("").',
  'csv-long': (limit) => `This line is too long: more than ${limit} kB. This is no ordinary list.`,
  'csv-lines': (limit) => `The file has more than ${limit} lines. That is too many for one school.`,
  'csv-columns': (limit) => `This line has too many columns: more than ${limit}. This is no ordinary list.`,
}

export type CsvCode = keyof typeof nl
export const csvMessages = { nl, en }
