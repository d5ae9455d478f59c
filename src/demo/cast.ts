import type { FamilyKind } from './kinds.ts'
import type { Origin, Surname } from './names.ts'
import type { HostLabel, SchoolHost, Sex, Year } from './types.ts'

export type ChildPlan = { given: string; sex: Sex; host: SchoolHost; group: string; year: Year }

export type FamilyPlan = {
  /** Stable: the ids of the family's people are made of it. */
  key: string
  origin: Origin
  kind: FamilyKind
  surname: Surname
  children: ChildPlan[]
  /** Names of the adults in the order of their kind; who is missing gets one. */
  adults: string[]
  protectedIdentity?: true
  /** The second adult is under a restriction: from and until as days from today. */
  restriction?: { kind: 'no-information' | 'no-collection'; from: number; until: number }
  /** The first adult works at a school: that one's account serves both. */
  worksAt?: HostLabel
  /** The child with an account of the school, by given name. */
  pupilSignsIn?: string
}

type Child = [given: string, sex: 'g' | 'b', host: SchoolHost, group: string, year?: Year]

const child = ([given, sex, host, group, year]: Child): ChildPlan => ({
  given,
  sex: sex === 'g' ? 'girl' : 'boy',
  host,
  group,
  year: year ?? (Number(group) as Year),
})

function family(
  key: string,
  origin: Origin,
  kind: FamilyKind,
  surname: string,
  adults: string[],
  children: Child[],
  more: Pick<FamilyPlan, 'protectedIdentity' | 'restriction' | 'worksAt' | 'pupilSignsIn'> = {},
): FamilyPlan {
  const [men, women] = surname.split('/')
  const plans = children.map(child)
  return { key, origin, kind, surname: { men: men!, women: women ?? men! }, adults, children: plans, ...more }
}

/** The families that pictures, tests and the start page know by name. */
const families: FamilyPlan[] = [
  family(
    'yildiz',
    'turkish',
    'apart',
    'Yıldız',
    ['Fenna Yıldız', 'Deniz Yıldız'],
    [
      ['Mila', 'g', 'vuurtoren', '3'],
      ['Emre', 'b', 'molen', '7'],
    ],
    { pupilSignsIn: 'Emre' },
  ),
  family(
    'owusu',
    'ghanaian',
    'coParents',
    'Owusu',
    ['Akosua Boateng', 'Kofi Owusu'],
    [
      ['Zuri', 'g', 'vuurtoren', '8'],
      ['Tobi', 'b', 'vuurtoren', '7'],
    ],
  ),
  family(
    'bouzidi',
    'moroccan',
    'together',
    'Bouzidi',
    ['Nadia El Fassi', 'Karim Bouzidi'],
    [
      ['Adam', 'b', 'vuurtoren', '8'],
      ['Sara', 'g', 'zeester', '1/2 geel', 2],
    ],
    { pupilSignsIn: 'Adam' },
  ),
  family(
    'brandsma',
    'frisian',
    'apart',
    'Brandsma',
    ['Ilse Meijerink', 'Jeroen Brandsma'],
    [
      ['Lieke', 'g', 'zeester', '7'],
      ['Siem', 'b', 'zeester', '3/4', 4],
    ],
    { pupilSignsIn: 'Lieke' },
  ),
  family(
    'wiersma',
    'frisian',
    'apart',
    'Wiersma',
    ['Marieke Abels', 'Folkert Wiersma'],
    [
      ['Femke', 'g', 'molen', '7'],
      ['Redmer', 'b', 'molen', '4'],
    ],
  ),
  // Art. 1:377c BW, one in each school.
  family(
    'veenstra',
    'frisian',
    'informationOnlyMother',
    'Veenstra',
    ['Harmen Veenstra', 'Gerda Smit'],
    [['Wybren', 'b', 'molen', '5']],
  ),
  family(
    'terlouw',
    'dutch',
    'informationOnly',
    'Terlouw',
    ['Moniek Hazelaar', 'Arjan Terlouw'],
    [['Fiene', 'g', 'vuurtoren', '8']],
  ),
  family(
    'lodewijks',
    'dutch',
    'informationOnly',
    'Lodewijks',
    ['Esther Vermaat', 'Patrick Lodewijks'],
    [['Joris', 'b', 'zeester', '6']],
  ),
  family(
    'anholt',
    'dutch',
    'apart',
    'van Anholt',
    ['Renske Dorsman', 'Wilco van Anholt'],
    [['Jurre', 'b', 'vuurtoren', '4']],
    {
      restriction: { kind: 'no-information', from: -64, until: 118 },
    },
  ),
  family('reumer', 'dutch', 'apart', 'Reumer', ['Tamara Reumer', 'Barry Klaver'], [['Isabel', 'g', 'vuurtoren', '6']], {
    restriction: { kind: 'no-information', from: -91, until: 0 },
  }),
  family('kingma', 'frisian', 'apart', 'Kingma', ['Nicole Kingma', 'Danny Overbeek'], [['Owen', 'b', 'zeester', '5']], {
    restriction: { kind: 'no-collection', from: -30, until: 60 },
  }),
  // Protected identity: names that occur nowhere else, so that a test may search for them in every byte.
  family(
    'schuilenburg',
    'dutch',
    'single',
    'Schuilenburg',
    ['Hadewych Schuilenburg'],
    [
      ['Rozemarijn', 'g', 'vuurtoren', '4'],
      ['Valentijn', 'b', 'vuurtoren', '1/2 A', 2],
    ],
    { protectedIdentity: true },
  ),
  family(
    'luwenhaven',
    'dutch',
    'single',
    'van Luwenhaven',
    ['Philippine van Luwenhaven'],
    [['Ottoline', 'g', 'zeester', '5']],
    {
      protectedIdentity: true,
    },
  ),
  family(
    'beschutsluis',
    'dutch',
    'singleFather',
    'Beschutsluis',
    ['Lieven Beschutsluis'],
    [['Leander', 'b', 'molen', '6']],
    {
      protectedIdentity: true,
    },
  ),
  // Teachers with a child at another school, and one at her own.
  family('molenaar', 'dutch', 'fathers', 'Molenaar', ['Rutger Molenaar'], [['Pippa', 'g', 'zeester', '3/4', 3]], {
    worksAt: 'vuurtoren',
  }),
  family('elzinga', 'frisian', 'together', 'Kooistra', ['Sytske Elzinga'], [['Hidde', 'b', 'vuurtoren', '1/2 B', 1]], {
    worksAt: 'molen',
  }),
  family('buijs', 'dutch', 'together', 'Buijs', ['Willeke Buijs'], [['Veerle', 'g', 'vuurtoren', '7']], {
    worksAt: 'vuurtoren',
  }),
  // Two pupils whom the office keeps an eye on: see unauthorised.ts.
  family('rijkaart', 'dutch', 'together', 'Rijkaart', [], [['Stan', 'b', 'vuurtoren', '8']]),
  family('opdam', 'dutch', 'coParents', 'Opdam', [], [['Fabienne', 'g', 'vuurtoren', '7']]),
]

type Classmate = [name: string, sex: 'g' | 'b', origin: Origin, kind?: FamilyKind, adults?: string[]]

/** Groep 5 of De Vuurtoren: 28 pupils with 51 guardians, in the order of the pictures. */
const groep5: Classmate[] = [
  ['Amira Benali', 'g', 'moroccan'],
  ['Bram de Boer', 'b', 'dutch'],
  ['Casper Vink', 'b', 'dutch', 'coParents'],
  ['Daan Bakker', 'b', 'dutch'],
  ['Elif Kaya', 'g', 'turkish'],
  ['Fatou Diallo', 'g', 'ghanaian', 'together', ['Aminata Diallo', 'Mamadou Diallo']],
  ['Finn van der Meulen', 'b', 'dutch', 'apart'],
  ['Guusje Prins', 'g', 'dutch', 'together', ['Annelot Schaap', 'Joost Prins']],
  ['Hugo Martens', 'b', 'dutch'],
  ['Imani Okafor', 'g', 'ghanaian', 'together', ['Ngozi Okafor', 'Chidi Okafor']],
  ['Isa de Wit', 'g', 'dutch', 'single'],
  ['Jayden Pinas', 'b', 'surinamese', 'single'],
  ['Julia Nowak', 'g', 'polish', 'single'],
  ['Kees Dekker', 'b', 'dutch', 'coParents'],
  ['Lina Kowalska', 'g', 'polish', 'together', ['Agnieszka Kowalska', 'Marcin Kowalski']],
  ['Lotte Smit', 'g', 'dutch'],
  ['Maryam Karimi', 'g', 'persian'],
  ['Mees Verhoeven', 'b', 'dutch', 'mothers'],
  ['Noor Haddad', 'g', 'syrian'],
  ['Olivier Janssen', 'b', 'dutch'],
  ['Parsa Rezaei', 'b', 'persian'],
  ['Pien Kuipers', 'g', 'dutch', 'singleFather'],
  ['Ravi Ramdin', 'b', 'surinamese', 'together', ['Anjali Ramdin', 'Vikash Ramdin']],
  ['Saar Postma', 'g', 'frisian', 'coParents'],
  ['Sofia Bondarenko', 'g', 'ukrainian', 'single'],
  ['Thijs Hoekstra', 'b', 'frisian'],
  ['Tygo Mulder', 'b', 'dutch', 'together', ['Sanne Mulder', 'Dirk Mulder']],
  ['Yusuf Demir', 'b', 'turkish'],
]

/** Groep 7 of De Molen, but for Emre Yıldız and Femke Wiersma, who have families above. */
const groep7: Classmate[] = [
  ['Abel Visser', 'b', 'dutch'],
  ['Aya El Amrani', 'g', 'moroccan'],
  ['Björn Kok', 'b', 'dutch'],
  ['Chantal Pinas', 'g', 'surinamese', 'single'],
  ['Dex van Loon', 'b', 'dutch', 'step'],
  ['Esther Boateng', 'g', 'ghanaian'],
  ['Gijs Mulder', 'b', 'dutch'],
  ['Hanna Lewandowska', 'g', 'polish', 'together', ['Joanna Lewandowska', 'Piotr Lewandowski']],
  ['Ivo de Graaf', 'b', 'dutch', 'coParents'],
  ['Jesse Brouwer', 'b', 'dutch'],
  ['Kaan Özdemir', 'b', 'turkish'],
  ['Liv Dijkstra', 'g', 'frisian'],
  ['Mats Jansen', 'b', 'dutch', 'apart'],
  ['Nadia Rahimi', 'g', 'persian'],
  ['Oskar Vos', 'b', 'dutch', 'withGrandparent'],
  ['Puck Scholten', 'g', 'dutch'],
  ['Quinten Bos', 'b', 'dutch'],
  ['Roos Meijer', 'g', 'dutch', 'coParents'],
  ['Selin Acar', 'g', 'turkish'],
  ['Teun Schipper', 'b', 'dutch'],
  ['Wanjiru Kamau', 'g', 'ghanaian', 'together', ['Grace Kamau', 'Peter Kamau']],
  ['Zofia Wójcik', 'g', 'polish'],
]

const classOf = (host: SchoolHost, group: string, classmates: Classmate[]): FamilyPlan[] =>
  classmates.map(([name, sex, origin, kind = 'together', adults = []]) => {
    const [given, ...surname] = name.split(' ') as [string, ...string[]]
    const key = `${host}-${group}-${given.toLowerCase()}`
    return family(key, origin, kind, surname.join(' '), adults, [[given, sex, host, group]])
  })

/** Every family with a name of its own. */
export const cast: FamilyPlan[] = [...families, ...classOf('vuurtoren', '5', groep5), ...classOf('molen', '7', groep7)]
