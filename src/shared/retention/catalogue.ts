import { sql } from 'kysely'
import type { Asking } from '#shared/tenancy/work.ts'

/** A column that leads to a row of another table; `follows`: its row goes when that row goes. */
export type Lead = {
  readonly table: string
  readonly column: string
  readonly to: string
  readonly key: string
  readonly follows: boolean
}

type Column = { readonly type: string; readonly empty: boolean }

/** What the engine has to know of the real database: what leads where, and of which type a column is. */
export type Catalogue = {
  readonly leads: readonly Lead[]
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, Column>>
}

/** Of several leads of a column those come first that take the row along, and one to the same table comes last. */
const leads = sql<Lead>`
  select c.relname as "table", a.attname as "column", f.relname as "to", b.attname as "key", o.confdeltype = 'c' as follows
  from pg_constraint o
  join pg_class c on c.oid = o.conrelid join pg_class f on f.oid = o.confrelid
  join lateral unnest(o.conkey, o.confkey) as k (own, other) on true
  join pg_attribute a on a.attrelid = o.conrelid and a.attnum = k.own
  join pg_attribute b on b.attrelid = o.confrelid and b.attnum = k.other
  where o.contype = 'f' and c.relnamespace = 'public'::regnamespace and a.attname <> 'organisation_id'
  order by 1, 2, follows desc, o.confrelid = o.conrelid`

const columns = sql<{ table: string; column: string } & Column>`
  select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type, not a.attnotnull as empty
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`

/** Reads the catalogue; every role may. */
export const readCatalogue = async ({ db }: Asking): Promise<Catalogue> => {
  const [found, all] = [await leads.execute(db), await columns.execute(db)]
  const tables = Map.groupBy(all.rows, ({ table }) => table)
  return {
    leads: found.rows,
    columns: new Map([...tables].map(([table, some]) => [table, new Map(some.map((one) => [one.column, one]))])),
  }
}

/** Where a column of a table leads. */
export const leadOf = ({ leads: all }: Catalogue, table: string, column: string): Lead | undefined =>
  all.find((one) => one.table === table && one.column === column)

/** Tables so that a row comes before whatever it goes with. */
export const childrenFirst = ({ leads: all, columns: tables }: Catalogue): string[] => {
  const ordered: string[] = []
  const visit = (table: string, above: readonly string[]) => {
    if (ordered.includes(table) || above.includes(table)) return
    for (const lead of all) if (lead.to === table) visit(lead.table, [...above, table])
    ordered.push(table)
  }
  for (const table of [...tables.keys()].sort()) visit(table, [])
  return ordered
}
