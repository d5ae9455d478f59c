import { type RawBuilder, sql } from 'kysely'
import type { Rule } from './rules.ts'

/**
 * When the period of a row ends, in Dutch time, by PostgreSQL's own arithmetic: from the row forwards, where the run
 * counts from today backwards. A date lasts until its midnight. `end`: the row that holds the moment.
 */
export const endsAt = ({ keep, type, column, retention }: Rule, end: string): RawBuilder<Date> => {
  const at = (name: string) => sql.ref(`${end}.${name}`)
  const from = retention.otherwise ? sql`coalesce(${at(column)}, ${at(retention.otherwise)})` : at(column)
  const local = type === 'date' ? sql`${from}::timestamp` : sql`(${from} at time zone 'Europe/Amsterdam')`
  const { years = 0, months = 0, days = 0, until } = keep
  const length = sql`make_interval(${years}::int, ${months}::int, 0, ${days}::int)`
  if (until) {
    const turn = sql`to_date(extract(year from ${local})::text || ${`-${until}`}, 'YYYY-MM-DD')::timestamp`
    const first = sql`case when to_char(${local}, 'MM-DD') < ${until} then ${turn} else ${turn} + interval '1 year' end`
    const more = type === 'date' && days > 0 ? sql`interval '1 day'` : sql`interval '0'`
    return sql<Date>`((${first}) + ${length} + ${more})`
  }
  return type === 'date' ? sql<Date>`(${local} + ${length} + interval '1 day')` : sql<Date>`(${local} + ${length})`
}
