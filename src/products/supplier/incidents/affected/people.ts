import { oneOf } from '#shared/database/one-of.ts'
import { readCatalogue } from '#shared/retention/catalogue.ts'
import { peopleOf } from '#shared/retention/rules.ts'
import { anyTable, walk } from '#shared/retention/walk.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { allDeclarations, type Declaration, type Field } from '#shared/vault/declaration.ts'

/** People by id, each with the kinds of data that are known of them. */
export type Affected = Map<string, Set<string>>

const add = (to: Affected, person: string, kinds: Iterable<string>): void =>
  void to.set(person, new Set([...(to.get(person) ?? []), ...kinds]))

/** What was opened is about people, or about something that is: whoever takes part in a conversation. */
export const peopleBehind = async (work: Work, subjects: Affected): Promise<Affected> => {
  const people: Affected = new Map()
  const ids = [...subjects.keys()]
  const rows = await work.db.selectFrom('person').select(['id', 'merged_into']).where('id', 'in', oneOf(ids)).execute()
  for (const { id, merged_into } of rows) add(people, merged_into ?? id, subjects.get(id)!)
  for (const { ownKey, through } of allDeclarations()) {
    if (!ownKey || !through) continue
    const [table, column] = through.split('.') as [string, string]
    const { about, alsoAbout = {} } = allDeclarations().find((one) => one.table === table)!
    for (const who of [about, ...Object.keys(alsoAbout)]) {
      const found: { subject: string; person: string | null }[] = await anyTable(work)
        .selectFrom(table)
        .innerJoin('person', 'person.id', `${table}.${who}`)
        .select([`${table}.${column} as subject`, 'person.id as person'])
        .where(`${table}.${column}`, 'in', oneOf(ids))
        .execute()
      for (const { subject, person } of found) if (person) add(people, person, subjects.get(subject)!)
    }
  }
  return people
}

/** The kinds of data of a table, as its declaration says. */
const kindsOf = ({ columns }: Declaration): Set<string> =>
  new Set(
    Object.values(columns).flatMap((column) =>
      'name' in column ? Object.values<Field>(column.fields).map(({ kind }) => kind) : [column.kind],
    ),
  )

/** What the data map holds about people here, for the officer to choose from. */
export const mappedTables = (): readonly Declaration[] =>
  allDeclarations().filter(({ about, ownKey }) => about !== 'nobody' && !ownKey)

/** Everybody about whom a table holds something, by the data map; nobody for a table that it does not have. */
export const peopleIn = async (work: Work, table: string): Promise<Affected> => {
  const declaration = mappedTables().find((one) => one.table === table)
  const people: Affected = new Map()
  if (!declaration) return people
  const kinds = kindsOf(declaration)
  for (const { steps, column } of peopleOf(await readCatalogue(work), table)) {
    const { query, end } = walk(anyTable(work), table, steps)
    const rows: { person: string }[] = await query
      .innerJoin('person as found', 'found.id', `${end}.${column}`)
      .select('found.id as person')
      .distinct()
      .execute()
    for (const { person } of rows) add(people, person, kinds)
  }
  return people
}
