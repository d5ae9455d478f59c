import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Channel } from './issuing.ts'
import type { Member } from './members.ts'

export type Standing = {
  readonly is: 'account' | 'invited' | 'expired' | 'none'
  readonly channel: Channel | null
  readonly sent: Date | null
  readonly until: Date | null
  readonly mail: 'waiting' | 'sent' | 'refused' | 'stopped' | null
  readonly asked: boolean
}

const NOBODY: Standing = { is: 'none', channel: null, sent: null, until: null, mail: null, asked: false }

/** Of each of these people how far they are: an account, an open invitation (how, when, until when), an expired one, none. */
export const standingsOf = async (work: Work, people: readonly string[]): Promise<ReadonlyMap<string, Standing>> => {
  const all = new Map<string, Standing>(people.map((id) => [id, NOBODY]))
  if (people.length === 0) return all
  const [invitations, accounts] = await Promise.all([
    work.db
      .selectFrom('invitation')
      .select(['person_id', 'channel', 'created_at', 'expires_at', 'mail', 'asked_again_at'])
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
  for (const row of invitations)
    all.set(row.person_id, {
      is: row.expires_at > work.now ? 'invited' : 'expired',
      channel: row.channel as Channel,
      sent: row.created_at,
      until: row.expires_at,
      mail: row.mail as Standing['mail'],
      asked: row.asked_again_at !== null,
    })
  for (const { person_id } of accounts) all.set(person_id, { ...NOBODY, is: 'account' })
  return all
}

/** Whether a press on "invite all" is for them: no account, no invitation that still works, may be written to, not protected. */
export const isToInvite = (member: Member, standing: Standing): boolean =>
  (standing.is === 'none' || standing.is === 'expired') && member.reachable && !member.protected

/** What the office has to look at: a mail that did not arrive or does not leave, somebody who asks for a new code. */
export const needsAttention = (standing: Standing): boolean =>
  standing.asked || (standing.is !== 'account' && (standing.mail === 'refused' || standing.mail === 'waiting'))
