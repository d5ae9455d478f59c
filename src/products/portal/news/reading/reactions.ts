import { type Named, namesOf } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { guardiansWhoRead } from '../readers.ts'
import type { Item, Reaction } from './queries.ts'

/** I opened it; with `confirmed` I said so. */
export const noteRead = async (work: Work, me: Me, id: string, confirmed = false): Promise<void> => {
  await work.db
    .insertInto('news_read')
    .values({ news_id: id, person_id: me.id, at: work.now, confirmed })
    .onConflict((same) => {
      const known = same.columns(['organisation_id', 'news_id', 'person_id'])
      return confirmed ? known.doUpdateSet({ confirmed }) : known.doNothing()
    })
    .execute()
}

/** My reaction; the same once more takes it back. */
export const react = async (work: Work, me: Me, id: string, reaction: Reaction): Promise<void> => {
  const { numDeletedRows } = await work.db
    .deleteFrom('news_reaction')
    .where('news_id', '=', id)
    .where('person_id', '=', me.id)
    .where('reaction', '=', reaction)
    .executeTakeFirstOrThrow()
  if (numDeletedRows > 0n) return
  const said = { reaction, at: work.now }
  await work.db
    .insertInto('news_reaction')
    .values({ news_id: id, person_id: me.id, ...said })
    .onConflict((same) => same.columns(['organisation_id', 'news_id', 'person_id']).doUpdateSet(said))
    .execute()
}

export type Figures = {
  readonly of: number
  readonly read: number
  readonly confirmed: number
  /** Who has not read it, only where the sender asked for something; those whose name is secret as a number. */
  readonly unread: { readonly named: readonly (Named & { readonly id: string })[]; readonly secret: number } | null
}

/** How many guardians read it; by name only where it is urgent or asks for an answer, which its readers are told. */
export const figuresOf = async (work: Work, item: Item, groups: readonly string[]): Promise<Figures> => {
  const guardians = await guardiansWhoRead(work, { wholeSchool: item.wholeSchool, groups })
  const rows = await work.db
    .selectFrom('news_read')
    .select(['person_id', 'confirmed'])
    .where('news_id', '=', item.id)
    .where('person_id', 'in', oneOf(guardians))
    .execute()
  const asked = item.class === 'answer' ? rows.filter(({ confirmed }) => confirmed) : rows
  const done = new Set(asked.map(({ person_id }) => person_id))
  const waiting = guardians.filter((id) => !done.has(id))
  const names = item.class === 'to-know' ? null : await namesOf(work, waiting)
  const named = [...(names ?? [])]
    .map(([id, name]) => ({ id, ...name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'))
  return {
    of: guardians.length,
    read: rows.length,
    confirmed: rows.filter(({ confirmed }) => confirmed).length,
    unread: names && { named, secret: waiting.length - names.size },
  }
}
