import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { type Catalogue, readCatalogue } from './catalogue.ts'
import { rulesInForce } from './deviations.ts'
import { freeRows, lookingAt, notErased } from './due.ts'
import { endsAt } from './ends.ts'
import { endOf } from './periods.ts'
import type { Rule } from './rules.ts'
import { anyTable, walk } from './walk.ts'

/** How many rows of a rule go in a month (`YYYY-MM`), and on which day the first of them. */
export type Going = { readonly rule: Rule; readonly month: string; readonly first: string; readonly rows: number }

const goingBy = async (work: Work, rule: Rule, until: string): Promise<Going[]> => {
  const { query, end } = walk(anyTable(work), rule.declaration.table, rule.steps)
  const ends = endsAt(rule, end)
  const rows: { month: string; first: string; rows: number }[] = await notErased(work, rule, query)
    .select([
      sql<string>`to_char(${ends}, 'YYYY-MM')`.as('month'),
      sql<string>`to_char(min(${ends}), 'YYYY-MM-DD')`.as('first'),
      sql<number>`count(*)::int`.as('rows'),
    ])
    .where(sql<boolean>`${ends} < ${until}::timestamp`)
    .groupBy('month')
    .orderBy('month')
    .execute()
  return rows.map((row) => ({ rule, ...row }))
}

/**
 * What will go from now on, until a day, per rule and month; what is due and still there counts in its own month. A hold
 * can keep any of it.
 */
export const forecast = async (work: Work, until: string): Promise<Going[]> => {
  const catalogue = await readCatalogue(work)
  const going: Going[] = []
  for (const rule of await rulesInForce(work, catalogue)) going.push(...(await goingBy(work, rule, until)))
  return going
}

/** People of whom everything goes within some days, and who are not held; the first to go first, no more than `most`. */
export const leavingSoon = async (work: Work, days: number, most?: number): Promise<{ id: string; on: string }[]> => {
  const catalogue: Catalogue = await readCatalogue(work)
  const asOf = new Date(`${endOf(work.today, { days })}T22:59:00Z`)
  const looking = await lookingAt(work, catalogue, asOf)
  const found: { id: string; on: string }[] = []
  for (const rule of await rulesInForce(work, catalogue)) {
    if (rule.retention.finally !== 'destroy-key') continue
    const on = sql<string>`to_char(${endsAt(rule, rule.steps.length > 0 ? `s${rule.steps.length}` : 't')}, 'YYYY-MM-DD')`
    found.push(
      ...(await freeRows(work, rule, looking)
        .select(['t.id', on.as('on')])
        .orderBy('on')
        .$if(most !== undefined, (query) => query.limit(most!))
        .execute()),
    )
  }
  return found
}
