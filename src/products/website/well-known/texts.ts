import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Een zwakke plek melden',
  text: 'Wie een lek in de website vindt, leest in security.txt waar hij het meldt. Vul je niets in, dan staat daar het adres voor privacy.',
  contact: 'Waar meldt iemand het?',
  contactHint:
    'Een mailadres, een telefoonnummer met +31, of een pagina die met https:// begint. Iedereen kan dit lezen.',
  policy: 'Pagina met jullie afspraken over melden',
  policyHint: 'Begint met https://.',
  save: 'Bewaar',
  saved: 'Bewaard. Het staat nu in security.txt.',
  see: 'Bekijk security.txt',
  problems: {
    contact: 'Typ een mailadres (naam@school.nl), een nummer (+31 6 12345678) of een adres dat met https:// begint.',
    policy: 'Dit adres moet met https:// beginnen.',
  },
}

const en: Texts<typeof nl> = {
  title: 'Reporting a weakness',
  text: 'Who finds a leak in the website reads in security.txt where to report it. If you fill in nothing, the address for privacy stands there.',
  contact: 'Where is it reported?',
  contactHint:
    'A mail address, a telephone number with +31, or a page that begins with https://. Everyone can read this.',
  policy: 'Page with your rules for reporting',
  policyHint: 'Begins with https://.',
  save: 'Save',
  saved: 'Saved. It stands in security.txt now.',
  see: 'See security.txt',
  problems: {
    contact: 'Type a mail address (name@school.nl), a number (+31 6 12345678) or an address that begins with https://.',
    policy: 'This address must begin with https://.',
  },
}

export const wellKnownTexts = { nl, en }
