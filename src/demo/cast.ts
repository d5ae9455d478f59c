import { classmates } from './classmates.ts'
import { type FamilyPlan, family } from './family-plan.ts'

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
    { pupilsSignIn: ['Emre', 'Mila'] },
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
    { pupilsSignIn: ['Adam'] },
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
    { pupilsSignIn: ['Lieke'] },
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

/** Every family with a name of its own. */
export const cast: FamilyPlan[] = [...families, ...classmates]
