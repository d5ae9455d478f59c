import { sql } from 'kysely'
import { task } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { removeImage } from './images/index.ts'
import { removeFile } from './stored.ts'

const AT_ONCE = 200
const DAY = 86_400_000

/** The tables and columns that lead to a table, from the real catalogue: whoever keeps a picture says so by a foreign key. What goes with it is a part of it. */
const leadsTo = async (work: Work, table: 'image' | 'stored_file') => {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.relname as "table", a.attname as "column"
    from pg_constraint o join pg_class c on c.oid = o.conrelid join pg_class f on f.oid = o.confrelid
    join lateral unnest(o.conkey, o.confkey) as k (own, other) on true
    join pg_attribute a on a.attrelid = o.conrelid and a.attnum = k.own
    join pg_attribute b on b.attrelid = o.confrelid and b.attnum = k.other
    where o.contype = 'f' and f.relname = ${table} and b.attname = 'id'
      and o.confdeltype <> 'c'`.execute(work.db)
  return rows
}

/** Pictures or documents that no row leads to. */
const aloneIn = async (work: Work, table: 'image' | 'stored_file') => {
  let query = work.db.selectFrom(table).select(`${table}.id`)
  for (const lead of await leadsTo(work, table))
    query = query.where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom(lead.table as 'upload')
            .select(sql.lit(1).as('one'))
            .whereRef(`${lead.table}.${lead.column}` as never, '=', `${table}.id` as never),
        ),
      ),
    )
  return query
}

/** Those with a key of their own that no row leads to: what they were added to is gone. */
const orphansOf = async (work: Work, table: 'image' | 'stored_file'): Promise<string[]> => {
  const rows = await (await aloneIn(work, table))
    .whereRef(`${table}.subject_id`, '=', `${table}.id`)
    .where(`${table}.created_at`, '<', new Date(work.now.getTime() - DAY))
    .limit(AT_ONCE)
    .execute()
  return rows.map(({ id }) => id)
}

/** Takes those of these pictures or documents away that no row leads to any more; answers how many. */
export const removeAlone = async (work: Work, table: 'image' | 'stored_file', ids: readonly string[]) => {
  if (ids.length === 0) return 0
  const rows = await (await aloneIn(work, table)).where(`${table}.id`, 'in', [...ids]).execute()
  for (const { id } of rows) await (table === 'image' ? removeImage(work, id) : removeFile(work, id))
  return rows.length
}

/** Takes pictures and documents away with their keys, when what they belonged to went: by retention, by hand, by erasure. */
export const orphanTask = task(
  'files-orphans',
  (job) =>
    job.inOrganisation(async (work) => {
      for (const id of await orphansOf(work, 'image')) await removeImage(work, id)
      for (const id of await orphansOf(work, 'stored_file')) await removeFile(work, id)
    }),
  '47 4 * * *',
)
