import { type Kysely, sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import type { Path, Step } from './rules.ts'

// biome-ignore lint/suspicious/noExplicitAny: tables are known at run time only; the plugin and the policies hold all the same
export type AnyDatabase = Kysely<any>

/** Queries on tables that only the declarations name. They are held to the organisation like any other. */
export const anyTable = ({ db }: Work): AnyDatabase => db as unknown as AnyDatabase

/** The rows of a table as `t`, with the rows that steps lead to joined under `prefix1`, `prefix2`, …; the last one's name. */
export const walk = (db: AnyDatabase, table: string, steps: readonly Step[], prefix = 's') => {
  let query = db.selectFrom(`${table} as t`)
  let from = 't'
  for (const [at, { column, to, key }] of steps.entries()) {
    const name = `${prefix}${at + 1}`
    query = query.innerJoin(`${to} as ${name}`, `${name}.${key}`, `${from}.${column}`)
    from = name
  }
  return { query, end: from }
}

/** A query on the rows of any table, as `t`. */
export type Walked = ReturnType<typeof walk>['query']

/** Where the rows of a table stand that name one of these people along a path. */
export const placesNaming = (db: AnyDatabase, table: string, { steps, column }: Path, people: readonly string[]) => {
  const { query, end } = walk(db, table, steps)
  return query.select(sql`t.ctid`.as('ctid')).where(sql.ref(`${end}.${column}`), '=', sql`any(${people}::uuid[])`)
}

/** That a row stands at one of the places that another query finds. */
export const standsAt = (table: string, places: { toOperationNode: unknown }) =>
  sql<boolean>`${sql.ref(`${table}.ctid`)} = any(array(${places as never}))`
