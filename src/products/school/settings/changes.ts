import { isDeepStrictEqual } from 'node:util'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { fullName } from '../people/names.ts'
import { personRecord } from '../people/personal-data.ts'

type SettingName = 'look' | 'hours' | 'closed-days' | 'hosts'

/**
 * A setting as one document of facts: how it is read and written, and who hears of a change. Whoever changes it goes
 * through `changeSetting`, so that every change can be told in words, seen by the other who was changing it, and put back.
 */
export type SettingStore<Document> = {
  readonly name: SettingName
  readonly read: (work: Work) => Promise<Document>
  readonly write: (work: Work, next: Document, before: Document) => Promise<void>
  /** The topics to tell. */
  readonly topics: readonly string[]
  /** Whether a change can be put back by writing what stood before; every one, unless said. */
  readonly undoable?: (before: Document, after: Document) => boolean
}

export type Change<Document> = {
  readonly number: number
  readonly before: Document
  readonly after: Document
  readonly at: Date
  /** Who did it; nobody when that person is gone. */
  readonly by: { readonly id: string; readonly name: string } | null
}

/** One at a time per organisation, without holding up whoever only refers to it. */
const lock = (work: Work) =>
  work.db
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', work.organisation)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()

/** The number of the newest change of a setting: what a form has seen. */
export const latestNumber = async (work: Work, { name }: Pick<SettingStore<never>, 'name'>): Promise<number> => {
  const row = await work.db
    .selectFrom('setting_change')
    .select(({ fn }) => fn.max<number | null>('number').as('number'))
    .where('setting', '=', name)
    .executeTakeFirstOrThrow()
  return row.number ?? 0
}

const write = async <D>(work: Work, store: SettingStore<D>, before: D, after: D): Promise<number> => {
  await store.write(work, after, before)
  const number = (await latestNumber(work, store)) + 1
  await work.db
    .insertInto('setting_change')
    .values({
      setting: store.name,
      number,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      changed_by: work.person,
      changed_at: work.now,
    })
    .execute()
  await work.audit(`changed-${store.name}`, 'settings')
  for (const topic of store.topics) await work.notify(topic)
  return number
}

/**
 * Changes a setting: `change` gets what stands there now, while nobody else can change it, and answers what it is to be,
 * or nothing to leave it. Answers the number of the change, or null when nothing changed.
 */
export const changeSetting = async <D>(
  work: Work,
  store: SettingStore<D>,
  change: (now: D) => D | null | Promise<D | null>,
): Promise<number | null> => {
  await lock(work)
  const before = await store.read(work)
  const after = await change(before)
  return after === null || isDeepStrictEqual(before, after) ? null : write(work, store, before, after)
}

/**
 * Puts back what stood before the newest change, as a change of its own. Answers its number, or null when that was not
 * the newest any more, cannot be put back, or something else changed since.
 */
export const undoSetting = async <D>(work: Work, store: SettingStore<D>, number: number): Promise<number | null> => {
  await lock(work)
  const [newest] = await rowsOf<D>(work, store, { limit: 1 })
  if (newest?.number !== number || !isUndoable(store, newest)) return null
  const now = await store.read(work)
  return isDeepStrictEqual(now, newest.after) ? write(work, store, now, newest.before) : null
}

export const isUndoable = <D>(store: SettingStore<D>, { before, after }: Pick<Change<D>, 'before' | 'after'>) =>
  store.undoable?.(before, after) ?? true

type Asked = { readonly limit: number; readonly after?: number }
type Stored<D> = Omit<Change<D>, 'by'> & { readonly changed_by: string | null }

const rowsOf = async <D>(work: Work, { name }: SettingStore<D>, { limit, after = 0 }: Asked): Promise<Stored<D>[]> => {
  const rows = await work.db
    .selectFrom('setting_change')
    .select(['number', 'before', 'after', 'changed_at', 'changed_by'])
    .where('setting', '=', name)
    .where('number', '>', after)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ changed_at, before, after, ...row }) => ({
    ...row,
    at: changed_at,
    before: before as D,
    after: after as D,
  }))
}

/** The newest changes of a setting, the newest first, with who made them; after a number, when asked. */
export const changesOf = async <D>(work: Work, store: SettingStore<D>, asked: Asked): Promise<Change<D>[]> => {
  const rows = await rowsOf(work, store, asked)
  const ids = [...new Set(rows.flatMap(({ changed_by }) => changed_by ?? []))]
  const people =
    ids.length === 0 ? [] : await work.db.selectFrom('person').select(['id', 'record']).where('id', 'in', ids).execute()
  const opened = await work.open(people, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  const names = new Map(opened.map(({ id, record }) => [id, { id, name: fullName(record) }]))
  return rows.map(({ changed_by, ...row }) => ({ ...row, by: names.get(changed_by ?? '') ?? null }))
}
