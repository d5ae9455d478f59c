import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

/** A table as a backup holds it. */
export type Table = { readonly name: string; readonly columns: readonly string[]; readonly rows: number }

/**
 * Not in the data: keys stand apart; what is unlogged lives for a day at most and must be nowhere else; a session that was ended after the backup must not come back to life; the schema
 * says itself which migrations made it.
 */
const KEY_TABLES: readonly string[] = ['vault_generation', 'vault_key', 'account_key']
const LEFT_OUT = [...KEY_TABLES, 'session', 'schema_migration']

const TABLES = `
  select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p' and c.relnamespace = 'public'::regnamespace
  group by c.relname order by c.relname`

type Named = Omit<Table, 'rows'>

/** The tables of the schema: those of the data and those of the keys. */
export const tablesOf = async (client: pg.ClientBase): Promise<{ data: Named[]; keys: Named[] }> => {
  const { rows } = await client.query<Named>(TABLES)
  return {
    data: rows.filter(({ name }) => !LEFT_OUT.includes(name)),
    keys: rows.filter(({ name }) => KEY_TABLES.includes(name)),
  }
}

const quoted = pg.escapeIdentifier
const listed = (columns: readonly string[]) => columns.map(quoted).join(', ')
const fileOf = (folder: string, name: string) => join(folder, 'tables', `${name}.copy.gz`)

/** Writes all rows to the folder `tables` (it must be there), as PostgreSQL's COPY text, compressed. */
export const writeTable = async (client: pg.ClientBase, folder: string, { name, columns }: Named): Promise<Table> => {
  const source = client.query(copyTo(`copy (select ${listed(columns)} from ${quoted(name)}) to stdout`))
  await pipeline(source, createGzip(), createWriteStream(fileOf(folder, name), { mode: 0o600, flush: true }))
  // How many there were is said behind the last row: once something else is answered, it has arrived.
  await client.query('select')
  return { name, columns, rows: source.rowCount }
}

/** Reads all rows into a table of the same columns, `into` where it has another name. Refuses another number of rows. */
export const readTable = async (client: pg.ClientBase, folder: string, table: Table, into = table.name) => {
  const target = client.query(copyFrom(`copy ${quoted(into)} (${listed(table.columns)}) from stdin`))
  await pipeline(createReadStream(fileOf(folder, table.name)), createGunzip(), target)
  if (target.rowCount !== table.rows)
    throw new Error(`Table ${table.name} holds another number of rows than was written`)
}
