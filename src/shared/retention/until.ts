import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { readCatalogue } from './catalogue.ts'
import { rulesInForce } from './deviations.ts'
import { endsAt } from './ends.ts'
import { anyTable, placesNaming, standsAt, walk } from './walk.ts'

/** Until when the rows of a table about somebody stay: the last of their ends, and whether of some the clock does not run yet. */
export type Until = { readonly table: string; readonly last: string | null; readonly waits: boolean }

/**
 * Until when what these tables hold about somebody is kept, by the periods in force here: of each table the rule that takes
 * its rows away. `waits`: what begins the period has not happened (somebody is still at school). Opens nothing.
 */
export const untilWhen = async (work: Work, person: string, tables: readonly string[]): Promise<Until[]> => {
  const found: Until[] = []
  for (const rule of await rulesInForce(work, await readCatalogue(work))) {
    const { declaration, steps, people, retention } = rule
    const path = people[0]
    if (!path || retention.empties || !tables.includes(declaration.table)) continue
    const { query, end } = walk(anyTable(work), declaration.table, steps)
    const ends = endsAt(rule, end)
    const row: { last: string | null; ends: number; rows: number } = await query
      .select(sql<string | null>`to_char(max(${ends}), 'YYYY-MM-DD')`.as('last'))
      .select([sql<number>`count(${ends})::int`.as('ends'), sql<number>`count(*)::int`.as('rows')])
      .where(standsAt('t', placesNaming(anyTable(work), declaration.table, path, [person])))
      .executeTakeFirstOrThrow()
    if (row.rows === 0) continue
    const before = found.findIndex(({ table }) => table === declaration.table)
    const now = { table: declaration.table, last: row.last, waits: row.ends < row.rows }
    // With two rules a row goes by the one that is over first.
    if (before < 0) found.push(now)
    else if (found[before]!.waits && !now.waits) found[before] = now
  }
  return found
}
