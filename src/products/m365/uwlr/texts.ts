import { plural, type Texts } from '#shared/language/index.ts'
import type { Why } from './refused.ts'

const why = {
  xml: () => 'dit is geen goede XML',
  doctype: () => 'een DOCTYPE mag niet in een bericht staan',
  'no-envelope': () => 'dit is geen SOAP-bericht',
  key: () => 'deze autorisatiesleutel kent de school niet, of hij is ingetrokken',
  missing: (name) => `${name} ontbreekt`,
  empty: (name) => `${name} is leeg of te lang`,
  date: (name) => `${name} is geen datum zoals 2026-11-27`,
  score: (name) => `${name} is geen resultaat dat de standaard kent`,
  school: () => 'deze levering is voor een andere school: de BRIN-code is niet die van deze school',
  'school-year': () => 'schooljaar moet eruitzien als 2026-2027',
  double: (name) => `${name} komt twee keer voor`,
  'no-test': (name) => `bij deze ${name} staat geen toets in het bericht`,
} satisfies Record<Why, (name: string) => string>

const nl = {
  title: 'Toetsen van leveranciers',
  text: 'Leveranciers van toetsen leveren resultaten af via UWLR 2.2.',
  none: 'Nog geen leverancier',
  noneText: 'Maak een sleutel voor een leverancier. Die geef je aan de leverancier door.',
  add: 'Maak een sleutel',
  name: 'Leverancier',
  nameHint: 'Zoals je hem noemt: de naam van de uitgever of van het programma.',
  nameProblem: 'Schrijf hoe de leverancier heet, in hoogstens 60 letters.',
  made: (name: string) => `De sleutel voor ${name}`,
  madeText: 'Geef deze sleutel aan de leverancier. Je ziet hem maar één keer.',
  address: 'Adres waar de leverancier aflevert',
  keyWord: 'Autorisatiesleutel',
  back: 'Toetsen van leveranciers',
  withdraw: 'Intrekken',
  withdrawKey: (name: string) => `Intrekken: de sleutel van ${name}`,
  withdrawn: 'ingetrokken',
  works: 'werkt',
  deliveries: 'Laatste leveringen',
  noDeliveries: 'Er is nog niets afgeleverd.',
  came: (added: number, changed: number, same: number) => `${added} nieuw, ${changed} veranderd, ${same} al bekend`,
  unknown: (count: number) =>
    `${plural('nl', count, 'resultaat', 'resultaten')} van een onbekende leerling: niet bewaard. Lees het nieuwste bestand van de leerlingadministratie in en vraag de leverancier opnieuw te leveren; dubbel komt niets.`,
  refused: (line: number, sentence: string) => `Geweigerd, er is niets bewaard. Regel ${line}: ${sentence}.`,
  state: (suppliers: number) =>
    suppliers === 0 ? 'Geen leverancier' : plural('nl', suppliers, 'leverancier', 'leveranciers'),
  why,
}

const whyEn = {
  xml: () => 'this is not well-formed XML',
  doctype: () => 'a DOCTYPE is not allowed in a message',
  'no-envelope': () => 'this is no SOAP message',
  key: () => 'the school does not know this key (autorisatiesleutel), or it was withdrawn',
  missing: (name) => `${name} is missing`,
  empty: (name) => `${name} is empty or too long`,
  date: (name) => `${name} is not a date such as 2026-11-27`,
  score: (name) => `${name} is no result that the standard knows`,
  school: () => 'this delivery is for another school: the BRIN code is not that of this school',
  'school-year': () => 'schooljaar must look like 2026-2027',
  double: (name) => `${name} is there twice`,
  'no-test': (name) => `the message has no test with this ${name}`,
} satisfies Record<Why, (name: string) => string>

const en: Texts<typeof nl> = {
  title: 'Tests of suppliers',
  text: 'Suppliers of tests deliver results over UWLR 2.2.',
  none: 'No supplier yet',
  noneText: 'Make a key for a supplier, and pass it on to them.',
  add: 'Make a key',
  name: 'Supplier',
  nameHint: 'As you call them: the name of the publisher or of the program.',
  nameProblem: 'Write what the supplier is called, in at most 60 letters.',
  made: (name) => `The key for ${name}`,
  madeText: 'Give this key to the supplier. You see it only once.',
  address: 'Address to which the supplier delivers',
  keyWord: 'Key (autorisatiesleutel)',
  back: 'Tests of suppliers',
  withdraw: 'Withdraw',
  withdrawKey: (name) => `Withdraw the key of ${name}`,
  withdrawn: 'withdrawn',
  works: 'works',
  deliveries: 'Last deliveries',
  noDeliveries: 'Nothing was delivered yet.',
  came: (added, changed, same) => `${added} new, ${changed} changed, ${same} known already`,
  unknown: (count) =>
    `${plural('en', count, 'result', 'results')} of an unknown pupil: not kept. Read in the newest file of the pupil administration and ask the supplier to deliver again; nothing comes twice.`,
  refused: (line, sentence) => `Refused, nothing was kept. Line ${line}: ${sentence}.`,
  state: (suppliers) => (suppliers === 0 ? 'No supplier' : plural('en', suppliers, 'supplier', 'suppliers')),
  why: whyEn,
}

export type UwlrTexts = Texts<typeof nl>
export const uwlrTexts = { nl, en }
