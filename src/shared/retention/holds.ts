import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { type Catalogue, readCatalogue } from './catalogue.ts'
import { peopleOf } from './rules.ts'
import { anyTable, walk } from './walk.ts'

/** What may not go: people with everything about them, and whole rules by name. */
export type Held = { readonly people: readonly string[]; readonly rules: ReadonlySet<string> }

/** Holds in force on a day, their last day included: one that was lifted or has passed holds nothing. */
const inForce = (work: Work, day: string) =>
  work.db.selectFrom('retention_hold').where('lifted_at', 'is', null).where('until_on', '>=', sql<string>`${day}::date`)

/** What is held on a day. */
export const heldOn = async (work: Work, day: string): Promise<Held> => {
  const rows = await inForce(work, day).select(['person_id', 'rule']).execute()
  return {
    people: rows.flatMap(({ person_id }) => person_id ?? []),
    rules: new Set(rows.flatMap(({ rule }) => rule ?? [])),
  }
}

/** Tables of which a rule is held: their rows go with nobody either. */
export const heldTables = ({ rules }: Held): string[] => [...new Set([...rules].map((name) => name.split(' ')[0]!))]

/** Until when a person is held; nothing for who is not. */
const ownHold = async (work: Work, person: string): Promise<string | null> => {
  const row = await inForce(work, work.today)
    .select('until_on')
    .where('person_id', '=', person)
    .orderBy('until_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.until_on ?? null
}

/**
 * Who cannot go because somebody else is held: they share a row that would go with either of them, such as a
 * guardianship.
 */
export const boundTo = async (work: Work, catalogue: Catalogue, people: readonly string[]): Promise<string[]> => {
  if (people.length === 0) return []
  const db = anyTable(work)
  const found = new Set(people)
  const tables = [
    ...new Set(catalogue.leads.filter(({ to, follows }) => to === 'person' && follows).map((one) => one.table)),
  ]
  for (const table of tables) {
    const columns = peopleOf(catalogue, table).flatMap(({ steps, column }) => (steps.length === 0 ? [column] : []))
    for (const column of columns) {
      const others = columns.filter((other) => other !== column)
      if (others.length === 0) continue
      const rows = await walk(db, table, [])
        .query.select(others.map((other) => `t.${other}`))
        .where(sql.ref(`t.${column}`), '=', sql`any(${people}::uuid[])`)
        .execute()
      for (const row of rows) for (const other of others) if (row[other]) found.add(row[other])
    }
  }
  return [...found]
}

const isIn = async (work: Work, catalogue: Catalogue, table: string, person: string): Promise<boolean> => {
  for (const { steps, column } of peopleOf(catalogue, table)) {
    const { query, end } = walk(anyTable(work), table, steps)
    const found = await query
      .select(sql`1`.as('one'))
      .where(sql.ref(`${end}.${column}`), '=', person)
      .limit(1)
      .execute()
    if (found.length > 0) return true
  }
  return false
}

/**
 * Until when somebody cannot be erased: held themselves, sharing a row with somebody who is, or in rows of a rule that is.
 * Nothing for who is free.
 */
export const heldUntil = async (work: Work, person: string): Promise<string | null> => {
  const own = await ownHold(work, person)
  if (own) return own
  const catalogue = await readCatalogue(work)
  const held = await heldOn(work, work.today)
  let bound = (await boundTo(work, catalogue, held.people)).includes(person)
  for (const table of heldTables(held)) bound ||= await isIn(work, catalogue, table, person)
  if (!bound) return null
  const last = await inForce(work, work.today)
    .select('until_on')
    .orderBy('until_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.until_on ?? null
}
