import type pg from 'pg'

type Column = {
  table: string
  name: string
  type: string
  sealed: boolean
  permanent: string | null
  nullable: boolean
  defaulted: boolean
}

const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  time: 'string',
  timestamptz: 'Date',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  jsonb: 'Json',
  tsvector: 'string',
  _uuid: 'string[]',
  _text: 'string[]',
  _int2: 'number[]',
}

const COLUMNS = `
  select c.relname as "table", a.attname as name, coalesce(base.typname, t.typname) as type, t.typname = 'sealed' as sealed,
    col_description(c.oid, a.attnum) as permanent, not a.attnotnull as nullable,
    a.atthasdef or a.attidentity <> '' as defaulted
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_type base on base.oid = t.typbasetype and t.typtype = 'd'
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migration'
  order by c.relname, a.attnum`

/** Tables that carry an organisation but belong to an account: see `shared/tenancy/without-organisation.ts`. */
const typeOf = (column: Column): string => {
  if (column.sealed) return `Sealed<SealedRecords['${column.permanent ?? `${column.table}.${column.name}`}']>`
  const type = TYPES[column.type]
  if (!type)
    throw new Error(`Column ${column.table}.${column.name} has a type without a TypeScript form: ${column.type}`)
  return type
}

const lineOf = (column: Column, tenant: boolean): string => {
  const type = typeOf(column) + (column.nullable ? ' | null' : '')
  if (tenant && column.name === 'organisation_id') return `  organisation_id: ColumnType<string, never, never>`
  return `  ${column.name}: ${column.defaulted ? `Generated<${type}>` : type}`
}

const typeName = (table: string) => table.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())

/**
 * The TypeScript text of `schema.generated.ts` for a migrated database: one interface per table, the list of tenant
 * tables, sealed columns tied to the record that their module declares. A column comment gives the permanent name of a
 * sealed column that was renamed.
 */
export const typeText = async (client: pg.ClientBase, withoutOrganisation: readonly string[]): Promise<string> => {
  const { rows } = await client.query<Column>(COLUMNS)
  const tables = Map.groupBy(rows, (row) => row.table)
  const tenants = [...tables.keys()].filter((table) => !withoutOrganisation.includes(table))
  const interfaces = [...tables].map(
    ([table, columns]) =>
      `interface ${typeName(table)}Table {\n${columns.map((column) => lineOf(column, tenants.includes(table))).join('\n')}\n}`,
  )
  return `// Made from the migrated schema by generate-types.ts; bin/check says when it is out of date.
import type { ColumnType, Generated } from 'kysely'
import type { Sealed, SealedRecords } from '#shared/vault/sealed.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

${interfaces.join('\n\n')}

export interface Database {
${[...tables.keys()].map((table) => `  ${table}: ${typeName(table)}Table`).join('\n')}
}

/** Tables in which every row belongs to one organisation. */
export const tenantTables: ReadonlySet<string> = new Set([
${tenants.map((table) => `  '${table}',`).join('\n')}
])
`
}
