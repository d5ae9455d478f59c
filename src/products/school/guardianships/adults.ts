import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { fullName, nameMatcher } from '../people/names.ts'
import { personRecord } from '../people/personal-data.ts'

const SHOWN = 12

/** Adults of the school, who may become somebody's guardian: everyone who is no pupil, also who left and comes back. */
const adults = (work: Work) =>
  work.db
    .selectFrom('person')
    .select(['person.id', 'person.record', 'person.state'])
    .where('person.merged_into', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('group_pupil').select('pupil_id').whereRef('pupil_id', '=', 'person.id'))),
    )

const named = async (work: Work, rows: Awaited<ReturnType<ReturnType<typeof adults>['execute']>>) => {
  const people = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  return people.map(({ id, record, state }) => ({ id, name: fullName(record), left: state === 'left' }))
}

/** Adults by the beginning of their names; at most twelve, none when nothing was typed. */
export const searchAdults = async (work: Work, name: string) => {
  if (!name.trim()) return []
  const matches = nameMatcher(name)
  return (await named(work, await adults(work).execute())).filter((one) => matches(one.name)).slice(0, SHOWN)
}

/** One adult by id. */
export const findAdult = async (work: Work, id: string) =>
  (await named(work, await adults(work).where('person.id', '=', id).execute()))[0] ?? null
