import type pg from 'pg'
import { queriesOn } from '#shared/database/connection.ts'
import { type Catalogue, leadOf, readCatalogue } from '#shared/retention/catalogue.ts'
import { ruleFaults } from '#shared/retention/rules.ts'
import { withoutOrganisation } from '#shared/tenancy/without-organisation.ts'
import { allDeclarations, type Declaration, momentWords } from '#shared/vault/declaration.ts'

type Column = { table: string; name: string; sealed: boolean; binary: boolean }
type Key = { table: string; name: string; kind: string; columns: string[]; target: string | null }
type Table = { name: string; forced: boolean; policies: { permissive: boolean; words: string }[]; owner: string }

const TABLES = `
  select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced, r.rolname as owner,
    coalesce((select json_agg(json_build_object('permissive', p.polpermissive,
      'words', coalesce(pg_get_expr(p.polqual, p.polrelid), '') || ' / ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')))
      from pg_policy p where p.polrelid = c.oid), '[]') as policies
  from pg_class c join pg_roles r on r.oid = c.relowner
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migration'`

const COLUMNS = `
  select c.relname as "table", a.attname as name, t.typname = 'sealed' as sealed, t.typname = 'bytea' as binary
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migration'`

const KEYS = `
  select c.relname as "table", i.relname as name, case when x.indisprimary then 'primary' else 'unique' end as kind, null as target,
    (select array_agg(coalesce(a.attname::text, '?') order by k.ord) from unnest(x.indkey::int[]) with ordinality k(num, ord)
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num) as columns
  from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
  where x.indisunique and c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migration'
  union all
  select c.relname, o.conname, 'foreign', f.relname,
    (select array_agg(a.attname::text order by k.ord) from unnest(o.conkey) with ordinality k(num, ord)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num)
  from pg_constraint o join pg_class c on c.oid = o.conrelid join pg_class f on f.oid = o.confrelid
  where o.contype = 'f' and c.relnamespace = 'public'::regnamespace`

const LISTS = `
  select c.relname as "table", pg_get_constraintdef(o.oid) as words
  from pg_constraint o join pg_class c on c.oid = o.conrelid
  where o.contype = 'c' and c.relnamespace = 'public'::regnamespace and array_length(o.conkey, 1) = 1`

const BELONGS = "organisation_id = (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid"
const outside: ReadonlySet<string> = new Set(withoutOrganisation)

const tableFaults = (tables: readonly Table[], columns: readonly Column[], owner: string): string[] =>
  tables.flatMap((table) => {
    const faults: string[] = []
    const tenant = !outside.has(table.name)
    if (!table.forced) faults.push(`${table.name}: row policies are not forced`)
    if (table.owner !== owner) faults.push(`${table.name}: belongs to ${table.owner}`)
    if (table.policies.length === 0) faults.push(`${table.name}: has no policy`)
    if (!tenant) return faults
    if (!columns.some((column) => column.table === table.name && column.name === 'organisation_id'))
      faults.push(`${table.name}: has no organisation and is not in the list of tables without one`)
    for (const policy of table.policies.filter((one) => one.permissive)) {
      const [read, write] = policy.words.split(' / ')
      if (!read?.includes(BELONGS) || !write?.includes(BELONGS))
        faults.push(`${table.name}: a policy is not about the organisation`)
    }
    return faults
  })

const keyFaults = (keys: readonly Key[]): string[] =>
  keys
    .filter((key) => !outside.has(key.table) && !(key.target && outside.has(key.target)))
    .filter((key) => key.columns[0] !== 'organisation_id')
    .map((key) => `${key.table}: ${key.kind} key ${key.name} does not begin with the organisation`)

const declarationFaults = (columns: readonly Column[]): string[] => {
  const declared = new Map(allDeclarations().map((one) => [one.table, one]))
  const faults = columns
    .filter((column) => column.name !== 'organisation_id')
    .flatMap((column) => {
      const place = `${column.table}.${column.name}`
      const words = declared.get(column.table)?.columns[column.name]
      if (!words) return [`${place}: is not declared`]
      if (column.binary) return [`${place}: holds bytes that are not sealed`]
      const saysSealed = 'name' in words
      return saysSealed === column.sealed ? [] : [`${place}: is declared ${saysSealed ? 'sealed' : 'plain'} and is not`]
    })
  const real = new Set(columns.map((column) => `${column.table}.${column.name}`))
  for (const { table, columns: named } of declared.values())
    for (const name of Object.keys(named))
      if (!real.has(`${table}.${name}`)) faults.push(`${table}.${name}: is declared and does not exist`)
  for (const { table, retention } of declared.values())
    for (const { after } of retention) if (!momentWords(after)) faults.push(`${table}: ${after} has no words`)
  return faults
}

/** A column that only takes the values of a list is shown in words: each value has its own. */
const listFaults = (lists: readonly { table: string; words: string }[]): string[] => {
  const declared = new Map(allDeclarations().map((one) => [one.table, one]))
  return lists.flatMap(({ table, words }) => {
    const [, column, values] = /\(\(?(\w+) = ANY \(ARRAY\[(.+?)\]/.exec(words) ?? []
    const label = column && declared.get(table)?.columns[column]
    if (!column || !values || !label || 'name' in label || !label.label) return []
    return [...values.matchAll(/'([^']+)'/g)].flatMap(([, value]) =>
      label.label?.values?.[value!] ? [] : [`${table}.${column}: has no words for ${value}`],
    )
  })
}

/** A table about people says where it has things from, and names no column that is not there. */
const peopleFaults = (all: readonly Declaration[]): string[] => {
  const real = new Set(all.flatMap(({ table, columns }) => Object.keys(columns).map((name) => `${table}.${name}`)))
  return all
    .filter(({ about }) => about !== 'nobody')
    .flatMap(({ table, about, through, alsoAbout = {}, source }) => {
      const own = [
        about,
        ...Object.entries(alsoAbout).flatMap(([who, theirs]) => [...(through ? [] : [who]), ...theirs]),
      ]
      const named = [...own.map((name) => `${table}.${name}`), ...(through ? [through] : [])]
      return [
        ...named.filter((name) => !real.has(name)).map((name) => `${table}: is about ${name}, which is not declared`),
        ...(source ? [] : [`${table}: does not say from whom it comes`]),
      ]
    })
}

/** What `about` and `through` hold is the same row's id; otherwise nobody would find what is about them there. */
const throughFaults = (catalogue: Catalogue): string[] => {
  const rowOf = (table: string, column: string) => leadOf(catalogue, table, column)?.to ?? table
  return allDeclarations().flatMap(({ table, about, through }) => {
    if (!through) return []
    const [other, column] = through.split('.') as [string, string]
    return about === column || rowOf(table, about) === rowOf(other, column)
      ? []
      : [`${table}: ${about} is no ${through}`]
  })
}

/** Rules that the night's run could not carry out, and what the role that serves requests may not do for them. */
const retentionFaults = async (client: pg.ClientBase): Promise<string[]> => {
  const faults = ruleFaults(await readCatalogue({ db: queriesOn(client) }))
  for (const { table, retention } of allDeclarations())
    for (const { finally: then, empties } of retention)
      for (const column of then === 'anonymise' ? (empties ?? []) : [null]) {
        const asks = column
          ? `select has_column_privilege('schoolplein_app', $1, '${column}', 'update') as may`
          : `select has_table_privilege('schoolplein_app', $1, 'delete') as may`
        const { rows } = await client.query<{ may: boolean }>(asks, [table])
        if (!rows[0]?.may) faults.push(`${table}: the run may not ${column ? `empty ${column}` : 'delete'}`)
      }
  return faults
}

/** Everything in the real catalogue that breaks the design: keys, forced policies, ownership, declarations, words. */
export const catalogueFaults = async (client: pg.ClientBase, owner: string): Promise<string[]> => {
  const tables = (await client.query<Table>(TABLES)).rows
  const columns = (await client.query<Column>(COLUMNS)).rows
  const keys = (await client.query<Key>(KEYS)).rows
  const lists = (await client.query<{ table: string; words: string }>(LISTS)).rows
  return [
    ...tableFaults(tables, columns, owner),
    ...keyFaults(keys),
    ...declarationFaults(columns),
    ...listFaults(lists),
    ...peopleFaults(allDeclarations()),
    ...throughFaults(await readCatalogue({ db: queriesOn(client) })),
    ...(await retentionFaults(client)),
  ].sort()
}
