import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { bySurname, fullName, nameMatcher } from './names.ts'
import { personRecord } from './personal-data.ts'

/** Everyone of the school, also who left, of whose name each typed word begins a word; by surname, `most` of them. */
export const peopleNamed = async (work: Work, typed: string, most: number): Promise<{ id: string; name: string }[]> => {
  const rows = await work.db.selectFrom('person').select(['id', 'record']).where('merged_into', 'is', null).execute()
  const people = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  const matches = nameMatcher(typed)
  return people
    .filter(({ record }) => matches(fullName(record)))
    .sort((one, other) => bySurname(one.record, other.record))
    .slice(0, most)
    .map(({ id, record }) => ({ id, name: fullName(record) }))
}
