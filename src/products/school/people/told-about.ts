import { oneOf } from '#shared/database/one-of.ts'
import type { Role } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Addressee, addressee } from './addressee.ts'
import { namedReaders } from './readers.ts'
import { withRoleToday } from './with-role.ts'

/**
 * The addresses, each with its language, of who holds these roles, to tell that something about these people waits: when one of them is protected,
 * of the few who must know only. For a job.
 */
export const toldAbout = async (
  work: Work,
  people: readonly string[],
  roles: readonly Role[],
): Promise<Addressee[]> => {
  const hidden = await work.db
    .selectFrom('person')
    .select('id')
    .where('id', 'in', oneOf(people))
    .where('protected', '=', true)
    .execute()
  const named = await Promise.all(hidden.map(({ id }) => namedReaders(work, id)))
  const rows = (await withRoleToday(work, roles)).filter(({ id }) => named.every((few) => few.has(id)))
  const told: Addressee[] = []
  for (const { id } of rows) {
    const one = await addressee(work, id)
    if (one) told.push(one)
  }
  return told
}
