import type { TileColour, TileSymbol } from '#shared/ui/index.ts'
import { countsFrom, id, internal, ordinary, personalData, plain, sealed, unshown } from '#shared/vault/declaration.ts'

export type TileWords = {
  readonly title: string
  readonly address: string
  readonly symbol: TileSymbol
  readonly colour: TileColour
}

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'own_tile.words': TileWords
  }
}

/** Sealed under the person's key. */
export const ownTileWords = sealed('own_tile.words', {
  title: ordinary('naam van de tegel', 'name of the tile'),
  address: ordinary('adres', 'address'),
  symbol: unshown('ordinary'),
  colour: unshown('ordinary'),
})

const chosen = plain(
  'ordinary',
  'een link die school of een leerkracht voor iedereen neerzette, over niemand',
  'a link that the school or a teacher put there for all, about no person',
)
const place = internal('activity', 'de plaats in de rij', 'the place in the row')
const removed = internal(
  'activity',
  'wanneer iets is weggehaald, en niet wat',
  'when something was removed, and not what',
)

const shared = { purpose: 'digital-learning', module: 'tiles' } as const

personalData('tile', {
  ...shared,
  what: { nl: 'tegels van school en van groepen', en: 'tiles of the school and of groups' },
  about: 'nobody',
  seenBy: { nl: 'leerlingen en het team', en: 'pupils and the team' },
  retention: [
    { after: 'tile.removed_at', keep: { days: 1 }, finally: 'delete', because: 'it can be put back for a day' },
  ],
  columns: {
    id,
    group_id: id,
    for_whom: chosen('voor wie', 'for whom', {
      everyone: ['iedereen', 'everyone'],
      pupils: ['leerlingen', 'pupils'],
      team: ['het team', 'the team'],
    }),
    title: chosen('naam van de tegel', 'name of the tile'),
    address: chosen('adres', 'address'),
    symbol: chosen('plaatje', 'picture'),
    colour: chosen('kleur', 'colour'),
    position: place,
    removed_at: removed,
  },
})

personalData('own_tile', {
  ...shared,
  what: { nl: 'eigen tegels', en: 'own tiles' },
  about: 'person_id',
  source: 'person',
  seenBy: { nl: 'alleen wie ze maakte', en: 'only who made them' },
  retention: [
    { after: 'own_tile.removed_at', keep: { days: 1 }, finally: 'delete', because: 'it can be put back for a day' },
  ],
  columns: { id, person_id: id, words: ownTileWords, position: place, removed_at: removed },
})

countsFrom('tile.removed_at', { nl: 'nadat de tegel is weggehaald', en: 'after the tile was removed' })
countsFrom('own_tile.removed_at', { nl: 'nadat de tegel is weggehaald', en: 'after the tile was removed' })
