import { type RawBuilder, sql } from 'kysely'

/**
 * Whether a row with `from_on` and `to_on` is in force on a day (`YYYY-MM-DD`): both days count, and no last day means
 * for as long as nobody ends it. `table` is the name under which the table takes part in the query.
 */
export const inForce = (table: string, day: string): RawBuilder<boolean> =>
  sql`(${sql.ref(`${table}.from_on`)} <= ${day}::date and ${notEnded(table, day)})`

/** Whether a row with `to_on` is in force on a day or begins later. */
export const notEnded = (table: string, day: string): RawBuilder<boolean> =>
  sql`(${sql.ref(`${table}.to_on`)} is null or ${sql.ref(`${table}.to_on`)} >= ${day}::date)`

/** The day before a day, both as `YYYY-MM-DD`. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** The day after a day, both as `YYYY-MM-DD`. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Whether somebody is at school on a day: has not left, and the last day that may be planned has not passed. */
export const atSchool = (table: string, day: string): RawBuilder<boolean> =>
  sql`(${sql.ref(`${table}.state`)} = 'active'
    and (${sql.ref(`${table}.left_on`)} is null or ${sql.ref(`${table}.left_on`)} >= ${day}::date))`
