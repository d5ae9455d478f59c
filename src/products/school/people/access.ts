import { sql } from 'kysely'
import { accessTopic } from '#shared/access/live-address.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { tellRosterChanged } from './telling.ts'

const any = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`

/**
 * Says that what these people may see has changed. From this commit on their open pages hear nothing more under what they
 * were promised before, in every process; whatever they ask next is decided anew.
 */
export const accessChanged = async (work: Work, people: readonly string[]): Promise<void> => {
  const all = [...new Set(people)]
  if (all.length === 0) return
  await work.db
    .updateTable('person')
    .set(({ eb }) => ({ access_version: eb('access_version', '+', 1) }))
    .where('id', '=', any(all))
    .execute()
  for (const id of all) await work.notify(accessTopic(id))
  await tellRosterChanged(work)
}

/** Ends every session of these people in this organisation. */
export const endSessions = async (work: Work, people: readonly string[]): Promise<void> => {
  await work.db
    .deleteFrom('session')
    .where('organisation_id', '=', work.organisation)
    .where('person_id', '=', any(people))
    .execute()
  await accessChanged(work, people)
}

/** Ends the invitations by which these people could get an account. */
export const endInvitations = (work: Work, people: readonly string[]) =>
  work.db
    .updateTable('invitation')
    .set({ ended_at: work.now })
    .where('person_id', '=', any(people))
    .where('ended_at', 'is', null)
    .execute()

/** Ends both: from this commit on these people are nobody here. */
export const endAccess = async (work: Work, people: readonly string[]): Promise<void> => {
  if (people.length === 0) return
  await endSessions(work, people)
  await endInvitations(work, people)
}
