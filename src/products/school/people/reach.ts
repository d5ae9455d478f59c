import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { pupilsTaughtBy } from '../organisations/group-days.ts'
import { inForce } from './in-force.ts'
import { accountsKeeper, office, teaching } from './rules.ts'

/**
 * The people somebody of the team may look up, as a query of ids: the office everyone, a teacher the pupils of the groups
 * taught today, ICT the team. Who is protected is in it for the few who must know only (row policy of `person`).
 */
export const peopleInReachOf = (work: Work, me: Me) => {
  const people = work.db.selectFrom('person as reached').select('reached.id')
  if (office(me)) return people
  const team = work.db
    .selectFrom('person_role as held')
    .select('held.person_id')
    .where('held.role', '!=', 'pupil')
    .where(inForce('held', work.today))
  return people.where(({ or, eb, lit }) =>
    or([
      teaching(me) ? eb('reached.id', 'in', pupilsTaughtBy(work, me.id)) : lit(false),
      accountsKeeper(me) ? eb('reached.id', 'in', team) : lit(false),
    ]),
  )
}
