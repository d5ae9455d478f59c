import { randomUUID } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import type { TileList } from './lists.ts'
import { ownTileWords, type TileWords } from './personal-data.ts'

export const audiences = ['everyone', 'pupils', 'team'] as const
export type Audience = (typeof audiences)[number]

/** A tile; an own one and a group's are for everyone who sees their list. */
export type Tile = TileWords & { readonly id: string; readonly forWhom: Audience }
export type NewTile = Omit<Tile, 'id'>

/** No list has more: a page of pictures that one must search is no start page. */
const MOST = 40

const groupOf = (list: TileList): string | null => (list.kind === 'group' ? list.key : null)

const shared = (work: Work, list: TileList) =>
  work.db.selectFrom('tile').where('group_id', 'is not distinct from', groupOf(list)).where('removed_at', 'is', null)

const own = (work: Work, person: string) =>
  work.db.selectFrom('own_tile').where('person_id', '=', person).where('removed_at', 'is', null)

/** The tiles of a list, in their order. */
export const tilesIn = async (work: Work, list: TileList): Promise<Tile[]> => {
  if (list.kind !== 'own') {
    const rows = await shared(work, list)
      .select(['id', 'for_whom', 'title', 'address', 'symbol', 'colour'])
      .orderBy('position')
      .orderBy('id')
      .execute()
    return rows.map(({ for_whom, ...row }) => ({ ...row, forWhom: for_whom }) as Tile)
  }
  const rows = await own(work, list.person).select(['id', 'words']).orderBy('position').orderBy('id').execute()
  const opened = await work.open(rows, {
    words: reading(ownTileWords, 'id', 'title', 'address', 'symbol', 'colour'),
  })
  return opened.map(({ id, words }) => ({ ...words, id, forWhom: 'everyone' }))
}

/** The ids of a list in their order, kept from changing until this transaction ends. */
const idsIn = async (work: Work, list: TileList): Promise<string[]> => {
  const rows =
    list.kind === 'own'
      ? await own(work, list.person).select('id').orderBy('position').orderBy('id').forUpdate().execute()
      : await shared(work, list).select('id').orderBy('position').orderBy('id').forUpdate().execute()
  return rows.map(({ id }) => id)
}

/** Changes a row of this list, and of no other. Answers whether it was there. */
const update = async (
  work: Work,
  list: TileList,
  id: string,
  values: { readonly position?: number; readonly removed_at?: Date | null },
): Promise<boolean> => {
  const { numUpdatedRows } =
    list.kind === 'own'
      ? await work.db
          .updateTable('own_tile')
          .set(values)
          .where('id', '=', id)
          .where('person_id', '=', list.person)
          .executeTakeFirst()
      : await work.db
          .updateTable('tile')
          .set(values)
          .where('id', '=', id)
          .where('group_id', 'is not distinct from', groupOf(list))
          .executeTakeFirst()
  return numUpdatedRows > 0n
}

const wordsOf = ({ title, address, symbol, colour }: NewTile): TileWords => ({ title, address, symbol, colour })

/** What is done to the tiles of the school or a group stands in the log; one's own are nobody's business. */
const note = async (work: Work, list: TileList, what: string): Promise<void> => {
  if (list.kind !== 'own') await work.audit(`${what}-tile`, `tiles/${list.key}`)
}

/** Puts a tile at the end of a list. Answers false, and adds nothing, when the list is full. */
export const addTile = async (work: Work, list: TileList, tile: NewTile): Promise<boolean> => {
  const position = (await idsIn(work, list)).length
  if (position >= MOST) return false
  const id = randomUUID()
  if (list.kind === 'own') {
    const words = await work.seal(ownTileWords, { subject: list.person, row: id }, wordsOf(tile))
    await work.db.insertInto('own_tile').values({ id, person_id: list.person, words, position }).execute()
  } else {
    await work.db
      .insertInto('tile')
      .values({ id, group_id: groupOf(list), for_whom: tile.forWhom, ...wordsOf(tile), position })
      .execute()
  }
  await note(work, list, 'added')
  return true
}

/** Writes other words on a tile of this list. Answers false when it is not there. */
export const changeTile = async (work: Work, list: TileList, id: string, tile: NewTile): Promise<boolean> => {
  if (!(await idsIn(work, list)).includes(id)) return false
  if (list.kind === 'own') {
    const words = await work.seal(ownTileWords, { subject: list.person, row: id }, wordsOf(tile))
    await work.db.updateTable('own_tile').set({ words }).where('id', '=', id).execute()
  } else {
    await work.db
      .updateTable('tile')
      .set({ for_whom: tile.forWhom, ...wordsOf(tile) })
      .where('id', '=', id)
      .execute()
  }
  await note(work, list, 'changed')
  return true
}

/** One place up or down; at the end it stays where it is. Answers false when it is not in this list. */
export const moveTile = async (work: Work, list: TileList, id: string, by: 'up' | 'down'): Promise<boolean> => {
  const ids = await idsIn(work, list)
  const at = ids.indexOf(id)
  if (at < 0) return false
  const to = Math.min(ids.length - 1, Math.max(0, at + (by === 'up' ? -1 : 1)))
  ids.splice(to, 0, ...ids.splice(at, 1))
  for (const [position, one] of ids.entries()) await update(work, list, one, { position })
  return true
}

/** Takes a tile away; it can be put back. Answers false when it is not in this list. */
export const removeTile = async (work: Work, list: TileList, id: string): Promise<boolean> => {
  const gone = await update(work, list, id, { removed_at: work.now })
  if (gone) await note(work, list, 'removed')
  return gone
}

/** Puts a removed tile back at its place. Answers false when it is gone. */
export const restoreTile = async (work: Work, list: TileList, id: string): Promise<boolean> => {
  const back = await update(work, list, id, { removed_at: null })
  if (back) await note(work, list, 'restored')
  return back
}
