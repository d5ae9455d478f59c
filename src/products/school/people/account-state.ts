import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'

/** Whether somebody can sign in: has an account, holds an open invitation, let one expire, or was never invited. */
export type AccountState =
  | { readonly is: 'account' | 'none' }
  | { readonly is: 'invited' | 'expired'; readonly until: Date }

/** Of each of these people whether they can sign in. */
export const accountStates = async (
  work: Work,
  people: readonly string[],
): Promise<ReadonlyMap<string, AccountState>> => {
  const states = new Map<string, AccountState>(people.map((id) => [id, { is: 'none' }]))
  if (people.length === 0) return states
  const [invitations, accounts] = await Promise.all([
    work.db
      .selectFrom('invitation')
      .select(['person_id', 'expires_at'])
      .where('person_id', 'in', oneOf(people))
      .where('ended_at', 'is', null)
      .execute(),
    work.db
      .selectFrom('account_person')
      .select('person_id')
      .where('organisation_id', '=', work.organisation)
      .where('person_id', 'in', oneOf(people))
      .execute(),
  ])
  for (const { person_id, expires_at } of invitations)
    states.set(person_id, { is: expires_at > work.now ? 'invited' : 'expired', until: expires_at })
  for (const { person_id } of accounts) states.set(person_id, { is: 'account' })
  return states
}
