import type { TileList } from '#products/m365/tiles/lists.ts'
import { type Audience, addTile } from '#products/m365/tiles/queries.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { TileColour, TileSymbol } from '#shared/ui/index.ts'
import { pupilId } from './households.ts'
import type { Part } from './part.ts'
import { staffId } from './staff.ts'
import type { Year } from './types.ts'

type Plan = readonly [title: string, site: string, symbol: TileSymbol, colour: TileColour, forWhom?: Audience]

const ofSchool: readonly Plan[] = [
  ['Bibliotheek', 'bibliotheek', 'book', 'blue'],
  ['Jeugdnieuws', 'jeugdnieuws', 'globe', 'teal'],
  ['Typen', 'vlot-typen', 'letters', 'purple', 'pupils'],
  ['Muziek', 'zing-mee', 'music', 'pink', 'pupils'],
  ['Leerlingvolgsysteem', 'volgsysteem', 'folder', 'grey', 'team'],
  ['Verlof en verzuim', 'personeel', 'calendar', 'green', 'team'],
  ['Bestellen', 'schoolspullen', 'pencil', 'orange', 'team'],
  ['Gymrooster', 'gymrooster', 'ball', 'yellow', 'team'],
]

/** What a group does on the screen, by its youngest year. */
const ofGroups: readonly { readonly from: Year; readonly tiles: readonly Plan[] }[] = [
  {
    from: 1,
    tiles: [
      ['Prentenboek', 'prentenboeken', 'book', 'orange'],
      ['Tellen', 'tellen-maar', 'numbers', 'green'],
      ['Puzzel', 'puzzelhoek', 'puzzle', 'blue'],
      ['Luisteren', 'voorlezen', 'headphones', 'pink'],
    ],
  },
  {
    from: 3,
    tiles: [
      ['Lezen', 'leesbos', 'book', 'orange'],
      ['Rekenen', 'rekeneiland', 'numbers', 'green'],
      ['Schrijven', 'letterlijn', 'pencil', 'blue'],
      ['Klok', 'klokkijken', 'clock', 'yellow'],
      ['Liedjes', 'liedjesklas', 'music', 'pink'],
    ],
  },
  {
    from: 5,
    tiles: [
      ['Rekenen', 'rekeneiland', 'numbers', 'green'],
      ['Taal', 'taalhaven', 'letters', 'blue'],
      ['Topografie', 'kaartweter', 'globe', 'teal'],
      ['Natuur', 'buitenlab', 'leaf', 'green'],
    ],
  },
  {
    from: 7,
    tiles: [
      ['Rekenen', 'rekeneiland', 'numbers', 'green'],
      ['Begrijpend lezen', 'tekstduiker', 'magnifier', 'blue'],
      ['Engels', 'hello-class', 'chat', 'pink'],
      ['Techniek', 'proefjeslab', 'flask', 'purple'],
      ['Verkeer', 'fietsexamen', 'bus', 'yellow'],
    ],
  },
]

const ownOf = (): Readonly<Record<string, readonly Plan[]>> => ({
  [pupilId('bouzidi', 'Adam')]: [
    ['Spreekbeurt', 'walvisweetjes', 'star', 'teal'],
    ['Schaken', 'schaakles', 'puzzle', 'grey'],
  ],
  [pupilId('yildiz', 'Emre')]: [['Voetbal', 'balgevoel', 'ball', 'green']],
  [pupilId('yildiz', 'Mila')]: [['Paarden', 'manege-kids', 'heart', 'pink']],
  [staffId('vuurtoren', 'Hatice Aydın')]: [
    ['Digibord', 'digibordlessen', 'tablet', 'blue'],
    ['Ideeën', 'lesideeen', 'star', 'yellow'],
  ],
})

const add = async (work: Work, list: TileList, plans: readonly Plan[]): Promise<void> => {
  for (const [title, site, symbol, colour, forWhom = 'everyone'] of plans)
    await addTile(work, list, { title, address: `https://www.${site}.example/`, symbol, colour, forWhom })
}

/** The start pages of the demo's schools: tiles of school, of each home group, and of a few people. */
export const writeTiles = async (work: Work, part: Part): Promise<void> => {
  if (part.organisation.kind !== 'school') return
  await add(work, { kind: 'school', key: 'school' }, ofSchool)
  for (const { id, name, years } of part.groups) {
    const youngest = Math.min(...years)
    const tiles = ofGroups.findLast(({ from }) => from <= youngest)?.tiles
    if (tiles && years.length > 0) await add(work, { kind: 'group', key: id, name }, tiles)
  }
  const here = new Set([...part.pupils, ...part.staff].map(({ id }) => id))
  for (const [person, tiles] of Object.entries(ownOf()))
    if (here.has(person)) await add(work, { kind: 'own', key: 'own', person }, tiles)
}
