import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { bySurname, fullName, nameMatcher } from './names.ts'
import { personRecord } from './personal-data.ts'

const names = reading(personRecord, 'id', 'givenName', 'prefix', 'surname')

/** The names of these people, of those whom I may know. */
export const namesOf = async (work: Work, people: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(people)]
  if (ids.length === 0) return new Map()
  const rows = await work.db.selectFrom('person').select(['id', 'record']).where('id', 'in', ids).execute()
  const opened = await work.open(rows, { record: names })
  return new Map(opened.map(({ id, record }) => [id, fullName(record)]))
}

/** Everyone of the school, also who left, of whose name each typed word begins a word; by surname, `most` of them. */
export const peopleNamed = async (work: Work, typed: string, most: number): Promise<{ id: string; name: string }[]> => {
  const rows = await work.db.selectFrom('person').select(['id', 'record']).where('merged_into', 'is', null).execute()
  const matches = nameMatcher(typed)
  return (await work.open(rows, { record: names }))
    .filter(({ record }) => matches(fullName(record)))
    .sort((one, other) => bySurname(one.record, other.record))
    .slice(0, most)
    .map(({ id, record }) => ({ id, name: fullName(record) }))
}
