import pg from 'pg'

/** Rows that were taken away, and rows that others refer to: these stay, and stay unreadable. */
export type Erased = { readonly rows: number; readonly unreadable: number }

const SEALED = `
  select c.oid::regclass::text as "table", a.attname as "column", not a.attnotnull as nullable
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
  where t.typname = 'sealed' and c.relkind in ('r', 'p') and not c.relispartition and not a.attisdropped
    and c.relnamespace = 'public'::regnamespace`

/** A sealed value carries the id of its key in the 16 bytes behind its version. */
const idIn = (column: string) => `encode(substr(${pg.escapeIdentifier(column)}, 2, 16), 'hex')::uuid`

const LIVING = `create temporary table living_key on commit drop as
  select organisation_id, id, subject_id from vault_key where wrapped is not null
  union all select null, id, account_id from account_key`

/** Each row for itself: one that something else refers to without going with it makes no other row stay. */
const ERASE = `
  create function pg_temp.erase(place regclass, condition text, out rows int, out unreadable int) language plpgsql as $$
  declare
    dead tid;
  begin
    rows := 0;
    unreadable := 0;
    for dead in execute format('select ctid from %s where %s', place, condition) loop
      begin
        execute format('delete from %s where ctid = $1', place) using dead;
        rows := rows + 1;
      exception when foreign_key_violation then
        unreadable := unreadable + 1;
      end;
    end loop;
  end $$`

/**
 * Does again what was erased after a backup, in the transaction that loaded it: whatever is sealed under a key that is
 * a tombstone or missing among the living keys goes, with all that hangs on it. So does the record of a file or
 * picture whose subject has no key any more.
 */
export const eraseAgain = async (client: pg.ClientBase): Promise<Erased> => {
  await client.query(LIVING)
  await client.query('create index on living_key (id)')
  await client.query(ERASE)
  const { rows: columns } = await client.query<{ table: string; column: string; nullable: boolean }>(SEALED)
  let rows = 0
  let unreadable = 0
  const erase = async (table: string, condition: string) => {
    const { rows: counted } = await client.query<Erased>('select * from pg_temp.erase($1::regclass, $2)', [
      table,
      condition,
    ])
    rows += counted[0]!.rows
    unreadable += counted[0]!.unreadable
  }
  for (const { table, column, nullable } of columns) {
    const name = pg.escapeIdentifier(column)
    const dead = `${name} is not null and not exists (select from living_key k where k.id = ${idIn(column)})`
    if (nullable) await client.query(`update ${table} set ${name} = null where ${dead}`)
    else await erase(table, dead)
  }
  for (const table of ['file', 'image'])
    await erase(
      table,
      `not exists (select from living_key k where k.organisation_id = ${table}.organisation_id and k.subject_id = ${table}.subject_id)`,
    )
  return { rows, unreadable }
}
