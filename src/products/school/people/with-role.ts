import type { Role } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { inForce } from './in-force.ts'
import { byGivenName, fullName } from './names.ts'
import { personRecord } from './personal-data.ts'

/** The people of the school who hold one of these roles today, their records sealed. */
export const withRoleToday = (work: Work, roles: readonly Role[]) =>
  work.db
    .selectFrom('person')
    .select(['person.id', 'person.record'])
    .where('person.state', '=', 'active')
    .where(
      'person.id',
      'in',
      work.db
        .selectFrom('person_role as held')
        .select('held.person_id')
        .where('held.role', 'in', roles)
        .where(inForce('held', work.today)),
    )
    .execute()

/** The same people by name, to choose from. */
export const namesWithRoleToday = async (
  work: Work,
  roles: readonly Role[],
): Promise<{ id: string; name: string }[]> => {
  const rows = await withRoleToday(work, roles)
  const people = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  return people
    .sort((one, other) => byGivenName(one.record, other.record))
    .map(({ id, record }) => ({ id, name: fullName(record) }))
}
