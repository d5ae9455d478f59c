import { type RawBuilder, sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import type { Catalogue } from './catalogue.ts'
import { boundTo, type Held, heldOn, heldTables } from './holds.ts'
import { cutOff } from './periods.ts'
import { peopleOf, type Rule } from './rules.ts'
import { anyTable, placesNaming, type Walked, walk } from './walk.ts'

/** What the rows of one rule are looked at with: the moment, and who is held. */
export type Looking = {
  readonly catalogue: Catalogue
  readonly asOf: Date
  /** The clock on the wall, which the database keeps tombstones by: a demo that plays a later day does not move it. */
  readonly wall: Date
  readonly held: Held
  /** Who is held, and who cannot go because of them. */
  readonly bound: readonly string[]
}

/** How a run looks at the rows of an organisation. */
export const lookingAt = async (work: Work, catalogue: Catalogue, asOf: Date): Promise<Looking> => {
  const held = await heldOn(work, work.today)
  return { catalogue, asOf, wall: work.wall, held, bound: await boundTo(work, catalogue, held.people) }
}

/** The moment that counts for a rule. */
export const momentFor = ({ declaration }: Rule, { asOf, wall }: Pick<Looking, 'asOf' | 'wall'>): Date =>
  declaration.table === 'vault_key' && wall < asOf ? wall : asOf

/** That the moment has passed; two conditions rather than one sum, so that an index on the column serves. */
const hasPassed = ({ retention, column, keep, type }: Rule, end: string, asOf: Date): RawBuilder<boolean> => {
  const over = cutOff(asOf, keep)
  const upTo = type === 'date' ? sql`${over.day}::date` : sql`${over.moment}::timestamptz`
  const first = sql.ref(`${end}.${column}`)
  if (!retention.otherwise) return sql<boolean>`${first} <= ${upTo}`
  return sql<boolean>`(${first} <= ${upTo} or (${first} is null and ${sql.ref(`${end}.${retention.otherwise}`)} <= ${upTo}))`
}

/** Keys of rows that rows of a held rule hang on, or of people whom they are about. */
const keptBelow = (work: Work, { declaration }: Rule, { catalogue, held }: Looking): RawBuilder<boolean>[] =>
  heldTables(held).flatMap((table) => {
    const kept = (key: string, from: string, query: Walked) =>
      sql<boolean>`${sql.ref(`t.${key}`)} not in (${query.select(sql.ref(from).as('kept')).where(sql.ref(from), 'is not', null)})`
    if (declaration.table === 'person')
      return peopleOf(catalogue, table).map(({ steps, column }) => {
        const { query, end } = walk(anyTable(work), table, steps)
        return kept('id', `${end}.${column}`, query)
      })
    return catalogue.leads
      .filter((lead) => lead.table === table && lead.to === declaration.table && lead.follows)
      .map(({ key, column }) => kept(key, `t.${column}`, walk(anyTable(work), table, []).query))
  })

/** That a row is about nobody who is held, and takes no row along that is. */
const isFree = (work: Work, { declaration, people }: Rule, { catalogue, held, bound }: Looking) => {
  const { table } = declaration
  const who = table === 'person' ? bound : held.people
  if (who.length === 0) return []
  const own = people.map(
    (path) => sql<boolean>`t.ctid <> all(array(${placesNaming(anyTable(work), table, path, who)}))`,
  )
  const below = table === 'person' ? [] : catalogue.leads.filter(({ to, follows }) => to === table && follows)
  const children = below.flatMap((lead) =>
    peopleOf(catalogue, lead.table).map(({ steps, column }) => {
      const { query, end } = walk(anyTable(work), lead.table, steps)
      const ids = query
        .select(`t.${lead.column}`)
        .where(sql.ref(`${end}.${column}`), '=', sql`any(${who}::uuid[])`)
        .where(`t.${lead.column}`, 'is not', null)
      return sql<boolean>`${sql.ref(`t.${lead.key}`)} <> all(array(${ids}))`
    }),
  )
  return [...own, ...children]
}

/** Somebody whose row had to stay, since others refer to it, was erased before and is not met again. */
const erased = (work: Work) =>
  work.db.selectFrom('vault_key').select('subject_id').where('destroyed_at', 'is not', null)

/** Leaves out what a rule was carried out on already, though the row is still there. */
export const notErased = (work: Work, { retention }: Rule, query: Walked): Walked => {
  const { empties, finally: then } = retention
  if (then === 'destroy-key') return query.where('t.id', 'not in', erased(work))
  return empties ? query.where((or) => or.or(empties.map((column) => or(`t.${column}`, 'is not', null)))) : query
}

/** The rows, as `t`, that are due by a rule, held or not. */
const dueRows = (work: Work, rule: Rule, looking: Pick<Looking, 'asOf' | 'wall'>): Walked => {
  const { query, end } = walk(anyTable(work), rule.declaration.table, rule.steps)
  return notErased(work, rule, query.where(hasPassed(rule, end, momentFor(rule, looking))))
}

/** Of these, the ones that may go. */
export const freeRows = (work: Work, rule: Rule, looking: Looking) => {
  const rows = dueRows(work, rule, looking)
  if (looking.held.rules.has(rule.name)) return rows.where(sql<boolean>`false`)
  return [...isFree(work, rule, looking), ...keptBelow(work, rule, looking)].reduce(
    (query, condition) => query.where(condition),
    rows,
  )
}

const count = async (query: Walked): Promise<number> => {
  const row = await query.select(sql<string>`count(*)`.as('count')).executeTakeFirstOrThrow()
  return Number(row.count)
}

/** How many rows of a rule are due, and how many of them are held. */
export const countDue = async (work: Work, rule: Rule, looking: Looking): Promise<{ due: number; held: number }> => {
  const all = await count(dueRows(work, rule, looking))
  const free =
    all === 0 || looking.held.people.length + looking.held.rules.size === 0
      ? all
      : await count(freeRows(work, rule, looking))
  return { due: all, held: all - free }
}
