import { endAccountWithoutPeople, joinPerson } from '#shared/identity/index.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { othersRunTheOffice, rolesOf } from '../../people/roles.ts'

const untie = async (work: Work, person: string): Promise<string | null> => {
  await work.db
    .deleteFrom('session')
    .where('organisation_id', '=', work.organisation)
    .where('person_id', '=', person)
    .execute()
  const tie = await work.db
    .deleteFrom('account_person')
    .where('organisation_id', '=', work.organisation)
    .where('person_id', '=', person)
    .returning('account_id')
    .executeTakeFirst()
  return tie?.account_id ?? null
}

/** The invitation by which somebody got the account they have, when it was one. */
const acceptedBy = (work: Work, person: string) =>
  work.db
    .selectFrom('invitation')
    .select(['id', 'person_id', 'moved_from', 'moved_to', 'moved'])
    .where((or) => or.or([or('person_id', '=', person), or('moved_to', '=', person)]))
    .where('accepted', '=', true)
    .where('parted_at', 'is', null)
    .orderBy('ended_at', 'desc')
    .executeTakeFirst()

type Accepted = NonNullable<Awaited<ReturnType<typeof acceptedBy>>>

/** Two who became one are two again: guardianships, and the account, go back to whose they were. */
const separate = async (work: Work, { person_id, moved_from, moved_to, moved }: Accepted, account: string) => {
  await work.db
    .updateTable('guardianship')
    .set({ guardian_id: moved_from! })
    .where('id', 'in', moved ?? [])
    .execute()
  await work.db.updateTable('person').set({ state: 'active', left_on: null }).where('id', '=', moved_from!).execute()
  await joinPerson(work, account, person_id === moved_from ? moved_to! : moved_from!)
}

/**
 * Takes an account away from a person, because the wrong one accepted: every session of it here ends at once, a new
 * invitation is possible, and a line of the log and the invitation say who did it. The account stays when it is somebody
 * elsewhere, or was somebody here before; else it goes. Refuses the own account, and the last who runs the office.
 */
export const partAccount = async (work: Work, me: Me, person: string): Promise<'done' | 'none' | 'self' | 'last'> => {
  if (person === me.id) return 'self'
  const roles = (await rolesOf(work, [person])).get(person) ?? []
  const runs = roles.includes('administrator') || roles.includes('principal')
  if (runs && !(await othersRunTheOffice(work, person))) return 'last'
  const accepted = await acceptedBy(work, person)
  const account = await untie(work, person)
  if (!account) return 'none'
  if (accepted?.moved_from) await separate(work, accepted, account)
  else await endAccountWithoutPeople(work, account)
  if (accepted)
    await work.db
      .updateTable('invitation')
      .set({ parted_at: work.now, parted_by: me.id })
      .where('id', '=', accepted.id)
      .execute()
  await work.audit('parted-account', 'invitations', [person])
  await work.notify('invitations')
  return 'done'
}
