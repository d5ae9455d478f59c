import { oneOf } from '#shared/database/one-of.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { fullName } from './names.ts'
import { personRecord } from './personal-data.ts'

export type Named = { readonly name: string; readonly givenName: string; readonly left: boolean }

const named = prepared(({ db }, { ids }: { ids: readonly string[] }) =>
  db.selectFrom('person').select(['id', 'record', 'state']).where('id', 'in', oneOf(ids)),
)

/**
 * The names of these people by id. Who is not in it is not there for whoever asks: never known, erased, or protected and
 * not to be known by them.
 */
export const namesOf = async (work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, Named>> => {
  if (ids.length === 0) return new Map()
  const rows = await named(work, { ids: [...new Set(ids)] })
  const people = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  return new Map(
    people.map(({ id, record, state }) => [
      id,
      { name: fullName(record), givenName: record.givenName, left: state === 'left' },
    ]),
  )
}
