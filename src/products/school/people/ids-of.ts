import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'

/** The ids of these people, with those under which they were known before two records turned out to be one person. */
export const idsOf = async (work: Work, people: readonly string[]): Promise<string[]> => {
  const same = await work.db.selectFrom('person').select('id').where('merged_into', 'in', oneOf(people)).execute()
  return [...people, ...same.map(({ id }) => id)]
}
