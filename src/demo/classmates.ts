import { type FamilyPlan, family } from './family-plan.ts'
import type { FamilyKind } from './kinds.ts'
import type { Origin } from './names.ts'
import type { SchoolHost } from './types.ts'

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

/** The families of the two groups that the pictures show in full. */
export const classmates: FamilyPlan[] = [...classOf('vuurtoren', '5', groep5), ...classOf('molen', '7', groep7)]
