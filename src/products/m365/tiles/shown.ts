import { isOn } from '#shared/access/switch.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pupil } from '../rules.ts'
import { listsToSee, type TileList } from './lists.ts'
import { type Tile, tilesIn } from './queries.ts'
import { starts, team } from './rules.ts'

export const MODULE = 'tiles'

/** What stands on somebody's start page: tiles list by list, without the empty ones. */
export type ShownTiles = {
  /** Somebody of groups 1 to 4: pictures first. */
  readonly young: boolean
  readonly lists: readonly { readonly list: TileList; readonly tiles: readonly Tile[] }[]
}

/**
 * The tiles of who is signed in: of their groups of today (that they are in, or teach), of the school, and their own. Null where
 * the school does without tiles, and for who has none (guardians). `MyTiles` shows them.
 */
export const tilesFor = async ({
  work,
  me,
  site,
}: Pick<Visit<string, Me>, 'work' | 'me' | 'site'>): Promise<ShownTiles | null> => {
  if (!isOn(MODULE, site) || !starts(me)) return null
  const { lists, young } = await listsToSee(work, me)
  const shown = []
  for (const list of lists) {
    const tiles = (await tilesIn(work, list)).filter(
      ({ forWhom }) => forWhom === 'everyone' || (forWhom === 'team' ? team(me) : pupil(me)),
    )
    if (tiles.length > 0) shown.push({ list, tiles })
  }
  return { young, lists: shown }
}
