import { joinPerson } from '#shared/identity/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { rolesOf } from '../people/roles.ts'
import type { Invitation } from './queries.ts'

/** The pupils somebody is guardian of, whenever. */
const pupilsOf = async (work: Work, guardian: string): Promise<ReadonlySet<string>> => {
  const rows = await work.db.selectFrom('guardianship').select('pupil_id').where('guardian_id', '=', guardian).execute()
  return new Set(rows.map((row) => row.pupil_id))
}

/** Whether both may be seen by who accepts: a protected person is never made one with another unseen. */
const bothOpen = async (work: Work, people: readonly string[]): Promise<boolean> => {
  const rows = await work.db
    .selectFrom('person')
    .select('id')
    .where('id', 'in', [...people])
    .where('state', '=', 'active')
    .where('protected', '=', false)
    .execute()
  return rows.length === people.length
}

/**
 * Somebody who is a person here already accepts an invitation for another: a colleague who is a parent, a parent who was
 * entered twice. Both are one from now on (docs/decisions/0006): the guardianships move to the colleague, or else to the
 * person whose account it is. Refuses two colleagues, a pupil, a protected person, and two guardians of the same child,
 * which only the office can put right. The office can take it back (`partAccount`).
 */
export const becomeOne = async (
  work: Work,
  invitation: Invitation,
  here: string,
  account: string,
): Promise<boolean> => {
  const roles = (await rolesOf(work, [here])).get(here) ?? []
  const staffHere = roles.length > 0
  if (roles.includes('pupil') || (invitation.staff && staffHere)) return false
  if (!(await bothOpen(work, [here, invitation.person]))) return false
  const [to, from] = invitation.staff ? [invitation.person, here] : [here, invitation.person]
  const had = await pupilsOf(work, to)
  if ([...(await pupilsOf(work, from))].some((pupil) => had.has(pupil))) return false
  const moved = await work.db
    .updateTable('guardianship')
    .set({ guardian_id: to })
    .where('guardian_id', '=', from)
    .returning('id')
    .execute()
  await work.db.updateTable('person').set({ state: 'left', left_on: work.today }).where('id', '=', from).execute()
  await work.db
    .updateTable('invitation')
    .set({ moved_from: from, moved_to: to, moved: moved.map(({ id }) => id) })
    .where('id', '=', invitation.id)
    .execute()
  if (from === here) {
    await work.db
      .deleteFrom('session')
      .where('organisation_id', '=', work.organisation)
      .where('person_id', '=', here)
      .execute()
    await work.db
      .deleteFrom('account_person')
      .where('organisation_id', '=', work.organisation)
      .where('person_id', '=', here)
      .execute()
    await joinPerson(work, account, invitation.person)
  }
  await work.audit('became-one-person', 'invitations', [to, from])
  return true
}
