import { oneOf } from '#shared/database/one-of.ts'
import type { OnADay, Work } from '#shared/tenancy/work.ts'
import { inForce } from './in-force.ts'

type Authority = 'yes' | 'no' | 'unknown'

/**
 * Who has authority over which pupil today, as a part of a query. Also those who may see nothing here (a restriction on
 * information): a decision is theirs all the same, and is asked on paper. For what a guardian may see, ask `childrenOf`.
 */
export const withAuthority = (work: OnADay) =>
  work.db
    .selectFrom('guardianship as tie')
    .select(['tie.pupil_id', 'tie.guardian_id as person_id'])
    .where('tie.authority', '=', 'yes')
    .where(inForce('tie', work.today))

/** What school knows of a guardian's authority over each of these pupils. */
export const authorityOver = async (
  work: Work,
  guardian: string,
  pupils: readonly string[],
): Promise<ReadonlyMap<string, Authority>> => {
  const rows = await work.db
    .selectFrom('guardianship as tie')
    .select(['tie.pupil_id', 'tie.authority'])
    .where('tie.guardian_id', '=', guardian)
    .where('tie.pupil_id', 'in', oneOf(pupils))
    .where(inForce('tie', work.today))
    .execute()
  return new Map(rows.map(({ pupil_id, authority }) => [pupil_id, authority as Authority]))
}
