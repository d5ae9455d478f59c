import { guardianId, pupilId } from './households.ts'
import { organisationId } from './schools.ts'
import { staffId } from './staff.ts'
import type { Bilingual, HostLabel } from './types.ts'

export type DemoKey =
  | 'guardian'
  | 'guardian-other-home'
  | 'guardian-two-schools'
  | 'guardian-information-only'
  | 'guardian-new-terms'
  | 'guardian-two-children'
  | 'teacher'
  | 'substitute'
  | 'principal'
  | 'administrator'
  | 'privacy-officer'
  | 'pupil'
  | 'pupil-young'
  | 'board'
  | 'partner'
  | 'supplier'
  | 'supplier-support'

/** Someone whom a visitor of the demo can be: on which host, as which person of the world, and what there is to see. */
export type DemoPerson = {
  host: HostLabel
  key: DemoKey
  organisationId: string
  personId: string
  name: string
  role: Bilingual
  see: Bilingual
}

type Row = [key: DemoKey, personId: string, name: string, role?: Bilingual | undefined, see?: Bilingual | undefined]

const staff = (host: HostLabel, key: DemoKey, name: string, role?: Bilingual, see?: Bilingual): Row => [
  key,
  staffId(host, name),
  name,
  role,
  see,
]
const of = (nl: string, en: string): Bilingual => ({ nl, en })

/** What a key is called and shows where a row does not say it better. */
const usual: Record<DemoKey, [role: Bilingual, see: Bilingual]> = {
  guardian: [of('Ouder', 'Parent'), of('Ziek melden in een halve minuut', 'Reporting a child ill in half a minute')],
  'guardian-other-home': [
    of('Ouder, ander huis', 'Parent, other home'),
    of('Ziet het kind, niet de gegevens van de ander', 'Sees the child, not the other parent’s details'),
  ],
  'guardian-two-schools': [
    of('Ouder, twee scholen', 'Parent, two schools'),
    of('Eén lijst voor het hele gezin', 'One list for the whole family'),
  ],
  'guardian-information-only': [
    of('Ouder zonder gezag', 'Parent without authority'),
    of('Vraagt op, de school beslist', 'Asks, the school decides'),
  ],
  'guardian-new-terms': [
    of('Ouder', 'Parent'),
    of('Leest eerst de nieuwe gebruiksregels', 'Reads the new terms of use first'),
  ],
  'guardian-two-children': [
    of('Ouder, twee kinderen', 'Parent, two children'),
    of('Kiest tijden achter elkaar', 'Chooses times after each other'),
  ],
  teacher: [of('Leerkracht', 'Teacher'), of('De daglijst in dertig seconden', 'The day list in thirty seconds')],
  substitute: [of('Invaller', 'Substitute teacher'), of('Alleen vandaag, alleen groep 6', 'Only today, only groep 6')],
  principal: [of('Directeur', 'Principal'), of('Wat er vandaag moet gebeuren', 'What needs doing today')],
  administrator: [of('Administratie', 'Office'), of('Inlezen, bellen, uitnodigen', 'Importing, calling, inviting')],
  'privacy-officer': [
    of('Privacyfunctionaris (FG)', 'Privacy officer (DPO)'),
    of('Wie keek, wat weg moet, wat open staat', 'Who looked, what must go, what is open'),
  ],
  pupil: [of('Leerling', 'Pupil'), of('De eigen startpagina en opdrachten', 'A start page and assignments')],
  'pupil-young': [of('Leerling', 'Pupil'), of('Een startpagina met grote plaatjes', 'A start page of large pictures')],
  board: [of('Bestuurder', 'Board member'), of('Alleen wat scholen delen', 'Only what schools share')],
  partner: [of('Partner', 'Partner'), of('Scholen met een open inzagevenster', 'Schools with an open support window')],
  supplier: [of('Leverancier', 'Supplier'), of('Contracten en inzagevensters', 'Contracts and support windows')],
  'supplier-support': [
    of('Helpdesk van de leverancier', 'Supplier’s help desk'),
    of('Ziet niemand, tot iemand erom vraagt', 'Sees nobody, until somebody asks'),
  ],
}

const rows: Record<HostLabel, Row[]> = {
  vuurtoren: [
    ['guardian-two-schools', guardianId('yildiz', 0, 'vuurtoren'), 'Fenna Yıldız'],
    ['guardian', guardianId('yildiz', 0, 'vuurtoren'), 'Fenna Yıldız'],
    [
      'guardian-other-home',
      guardianId('yildiz', 1, 'vuurtoren'),
      'Deniz Yıldız',
      undefined,
      of('Ziet Mila, niet de gegevens van Fenna', 'Sees Mila, not Fenna’s details'),
    ],
    ['guardian-information-only', guardianId('terlouw', 1, 'vuurtoren'), 'Arjan Terlouw'],
    ['guardian-new-terms', guardianId('reumer', 0, 'vuurtoren'), 'Tamara Reumer'],
    ['guardian-two-children', guardianId('owusu', 0, 'vuurtoren'), 'Akosua Boateng'],
    staff('vuurtoren', 'teacher', 'Hatice Aydın', of('Leerkracht groep 5', 'Teacher of groep 5')),
    staff('vuurtoren', 'substitute', 'Marit Groot'),
    staff('vuurtoren', 'principal', 'Anouk Visser'),
    staff('vuurtoren', 'administrator', 'Wim Postma'),
    staff('vuurtoren', 'privacy-officer', 'Roos Tuinstra'),
    ['pupil', pupilId('bouzidi', 'Adam'), 'Adam Bouzidi', of('Leerling groep 8', 'Pupil of groep 8')],
    ['pupil-young', pupilId('yildiz', 'Mila'), 'Mila Yıldız', of('Leerling groep 3', 'Pupil of groep 3')],
  ],
  zeester: [
    ['guardian', guardianId('brandsma', 0, 'zeester'), 'Ilse Meijerink'],
    ['guardian-other-home', guardianId('brandsma', 1, 'zeester'), 'Jeroen Brandsma'],
    ['guardian-two-schools', guardianId('bouzidi', 0, 'zeester'), 'Nadia El Fassi'],
    ['guardian-information-only', guardianId('lodewijks', 1, 'zeester'), 'Patrick Lodewijks'],
    staff('zeester', 'teacher', 'Sevgi Bulut', of('Leerkracht groep 8', 'Teacher of groep 8')),
    staff('zeester', 'principal', 'Karim Haddou'),
    staff('zeester', 'administrator', 'Trudy van Oosten'),
    staff('zeester', 'privacy-officer', 'Roos Tuinstra'),
    ['pupil', pupilId('brandsma', 'Lieke'), 'Lieke Brandsma', of('Leerling groep 7', 'Pupil of groep 7')],
  ],
  molen: [
    [
      'pupil',
      pupilId('yildiz', 'Emre'),
      'Emre Yıldız',
      of('Leerling groep 7', 'Pupil of groep 7'),
      of('Zijn startpagina en opdrachten', 'His start page and assignments'),
    ],
    staff(
      'molen',
      'teacher',
      'Sem Hofman',
      of('Leerkracht groep 7', 'Teacher of groep 7'),
      of('Resultaten zonder ranglijst', 'Results without ranking'),
    ),
    ['guardian-information-only', guardianId('veenstra', 1, 'molen'), 'Gerda Smit'],
    ['guardian', guardianId('wiersma', 0, 'molen'), 'Marieke Abels'],
    ['guardian-other-home', guardianId('wiersma', 1, 'molen'), 'Folkert Wiersma'],
    ['guardian-two-schools', guardianId('yildiz', 0, 'molen'), 'Fenna Yıldız'],
    staff('molen', 'principal', 'Hessel Terpstra'),
    staff('molen', 'administrator', 'Gonda Noordermeer'),
    staff('molen', 'privacy-officer', 'Bas Zwart'),
  ],
  kompas: [
    staff('kompas', 'privacy-officer', 'Roos Tuinstra'),
    staff('kompas', 'board', 'Idris Mensah', of('Bestuurder van Kompas', 'Board member of Kompas')),
  ],
  wieken: [
    staff('wieken', 'board', 'Annet Hiemstra', of('Bestuurder van De Wieken', 'Board member of De Wieken')),
    staff('wieken', 'privacy-officer', 'Bas Zwart'),
  ],
  supplier: [staff('supplier', 'supplier', 'Lotte Kramer'), staff('supplier', 'supplier-support', 'Niek Steenbergen')],
  partner: [staff('partner', 'partner', 'Ilona Wagenaar')],
}

/** Everyone whom a visitor can be, by host, who is most worth seeing first; one person may hold several keys. */
export const demoPeopleToBe: DemoPerson[] = (Object.entries(rows) as [HostLabel, Row[]][]).flatMap(([host, list]) =>
  list.map(([key, personId, name, role = usual[key][0], see = usual[key][1]]) => ({
    host,
    key,
    organisationId: organisationId(host),
    personId,
    name,
    role,
    see,
  })),
)

/** Who `POST /demo/sign-in` with `person=KEY` signs in on a host; `undefined` where that host knows no such key. */
export function demoPerson(host: string, key: string): DemoPerson | undefined {
  return demoPeopleToBe.find((person) => person.host === host && person.key === key)
}

/** The twelve of the start page, in its three blocks; the others are reached by their key. */
export const startPage: { title: Bilingual; hosts: HostLabel[]; people: DemoPerson[] }[] = [
  block(
    of('De Vuurtoren', 'De Vuurtoren'),
    ['vuurtoren'],
    ['guardian-two-schools', 'guardian-other-home', 'teacher', 'substitute', 'principal', 'administrator'],
  ),
  block(of('De Molen', 'De Molen'), ['molen'], ['pupil', 'teacher', 'guardian-information-only']),
  block(of('Eromheen', 'Around them'), ['kompas', 'supplier'], ['privacy-officer', 'board', 'supplier']),
]

function block(title: Bilingual, hosts: HostLabel[], keys: DemoKey[]) {
  return {
    title,
    hosts,
    people: keys.map((key) => demoPeopleToBe.find((person) => hosts.includes(person.host) && person.key === key)!),
  }
}
