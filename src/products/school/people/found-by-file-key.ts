import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { personRecord } from './personal-data.ts'

/**
 * The pupils who are in a group today, by the numbers under which other systems know them: the ECK iD and the number in the pupil
 * administration. Found in memory, since no such number stands in plain text; opens nothing else.
 */
export const pupilsByFileKeys = async (work: Work): Promise<ReadonlyMap<string, string>> => {
  const rows = await work.db
    .selectFrom('person')
    .select(['person.id', 'person.record'])
    .where('person.state', '=', 'active')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('group_pupil').select('group_pupil.pupil_id').whereRef('group_pupil.pupil_id', '=', 'person.id'),
      ),
    )
    .execute()
  const people = await work.open(rows, { record: reading(personRecord, 'id', 'eckId', 'sourceKey') })
  return new Map(
    people.flatMap(({ id, record }) =>
      [record.eckId, record.sourceKey].flatMap((key): [string, string][] => (key ? [[key, id]] : [])),
    ),
  )
}
