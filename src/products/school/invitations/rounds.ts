import type { Me } from '#shared/identity/me.ts'
import { actAsPerson } from '#shared/tenancy/act-as-person.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { withOwnAddress } from './addresses.ts'
import { issueInvitations } from './issuing.ts'
import { everyoneOf, type Whom } from './members.ts'
import { isToInvite, standingsOf } from './states.ts'

/** How a round reaches people: everyone a letter, who has an own address a mail and the others a letter, or only mail. */
export const roundChannels = ['best', 'letter', 'mail'] as const
export type RoundChannel = (typeof roundChannels)[number]

export const roundTopic = (round: string) => `invitation-round/${round}`

/** Whom a press would invite now. */
const toInvite = async (work: Work, whom: Whom): Promise<string[]> => {
  const members = await everyoneOf(work, whom)
  const standings = await standingsOf(
    work,
    members.map(({ id }) => id),
  )
  return members.filter((member) => isToInvite(member, standings.get(member.id)!)).map(({ id }) => id)
}

/**
 * Begins a round as a job and answers its id. The same form sent twice, and a second press while one is under way, answer
 * the round that is there: nobody is invited twice. Nothing when there is nobody to invite.
 */
export const startRound = async (
  work: Work,
  me: Me,
  round: Whom & { readonly channel: RoundChannel; readonly requestKey: string },
): Promise<string | null> => {
  const people = await toInvite(work, round)
  if (people.length > 0) {
    const made = await work.db
      .insertInto('invitation_round')
      .values({
        request_key: round.requestKey,
        whom: round.whom,
        group_id: round.group,
        channel: round.channel,
        started_by: me.id,
        started_at: work.now,
        planned: people.length,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made) {
      await work.audit('started-inviting', 'invitations')
      await work.enqueue('invite-round', { round: made.id })
      await work.notify('invitations')
      return made.id
    }
  }
  const there = await work.db
    .selectFrom('invitation_round')
    .select('id')
    .where((or) => or.or([or('request_key', '=', round.requestKey), or('finished_at', 'is', null)]))
    .orderBy('started_at', 'desc')
    .executeTakeFirst()
  return there?.id ?? null
}

export type Round = Whom & {
  readonly id: string
  readonly channel: RoundChannel
  readonly startedBy: string
  readonly started: Date
  readonly finished: Date | null
  readonly planned: number
  readonly letters: number
  readonly mails: number
}

const rounds = (work: Work) =>
  work.db
    .selectFrom('invitation_round')
    .select(['id', 'whom', 'group_id as group', 'channel', 'started_by as startedBy', 'started_at as started'])
    .select(['finished_at as finished', 'planned', 'letters', 'mails'])

export const findRound = async (work: Work, id: string): Promise<Round | null> =>
  ((await rounds(work).where('id', '=', id).executeTakeFirst()) as Round | undefined) ?? null

/** The round that is under way. */
export const roundUnderWay = async (work: Work): Promise<Round | null> =>
  ((await rounds(work).where('finished_at', 'is', null).executeTakeFirst()) as Round | undefined) ?? null

/** What is left of a round, and who of them has an address of their own: seen as who started it sees the school. */
export const restOf = async (work: Work, round: Round): Promise<{ people: string[]; mailed: ReadonlySet<string> }> => {
  await actAsPerson(work, round.startedBy)
  const people = await toInvite(work, round)
  if (round.channel === 'letter') return { people, mailed: new Set() }
  const all = await everyoneOf(work, round.whom === 'team' ? round : { whom: 'school', group: null })
  const ids = new Set([...all.map(({ id }) => id), ...people])
  return { people, mailed: await withOwnAddress(work, [...ids]) }
}

/** Invites some of a round's people, in one transaction with its count: a job that begins again finds who is left. */
export const inviteSome = async (
  work: Work,
  round: Round,
  some: readonly string[],
  mailed: ReadonlySet<string>,
): Promise<void> => {
  await actAsPerson(work, round.startedBy)
  const left = new Set(await toInvite(work, round))
  const invited = some
    .filter((id) => left.has(id) && (round.channel !== 'mail' || mailed.has(id)))
    .map((person) => ({ person, channel: mailed.has(person) ? ('mail' as const) : ('letter' as const) }))
  if (invited.length === 0) return
  const issued = new Set((await issueInvitations(work, invited, round.startedBy, round.id)).map(({ person }) => person))
  const count = (channel: string) => invited.filter((one) => one.channel === channel && issued.has(one.person)).length
  await work.db
    .updateTable('invitation_round')
    .set((set) => ({
      letters: set('letters', '+', count('letter')),
      mails: set('mails', '+', count('mail')),
    }))
    .where('id', '=', round.id)
    .execute()
  await work.notify(roundTopic(round.id))
}

/** Everyone of the round was seen to. */
export const finishRound = async (work: Work, round: string): Promise<void> => {
  await work.db
    .updateTable('invitation_round')
    .set({ finished_at: work.now })
    .where('id', '=', round)
    .where('finished_at', 'is', null)
    .execute()
  await work.notify(roundTopic(round))
  await work.notify('invitations')
}
