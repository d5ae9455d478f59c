import { plusDays } from '#products/school/index.ts'
import { attentionTopic, giveItem, type ItemClass, takeItemBack } from '#shared/attention/item.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Seats, Side } from './seats.ts'

export const MODULE = 'messages'
const DAY = 86_400_000
/** Where the school promised nothing, what a guardian asks stands a week ahead in the list of the team. */
const WEEK = 7

/** The topic under which the open pages of a conversation hear that something in it changed. */
export const threadTopic = (thread: string): string => `messages/${thread}`

/** The topic of somebody's list of conversations: it changes with what waits for them. */
export const listTopic = attentionTopic

/** How soon who gets a message of the school has to see it. */
export type Urgency =
  | { readonly class: Exclude<ItemClass, 'answer'> }
  | { readonly class: 'answer'; readonly answerBy: string }

const longAfter = ({ now }: Work) => new Date(now.getTime() + 60 * DAY)

/** A guardian waits for an answer: it stays in the list of these people until they gave one. */
export const tellSchool = (work: Work, thread: string, readers: readonly string[], promised: string | null = null) =>
  giveItem(work, {
    module: MODULE,
    subject: thread,
    readers,
    class: 'answer',
    answerBy: promised ?? plusDays(work.today, WEEK),
    until: longAfter(work),
  })

/**
 * Somebody wrote: the other side has it in its list, and for their own side the conversation is dealt with. What waits for the
 * school stays in the list of its team until it is answered.
 */
export const tell = async (
  work: Work,
  thread: string,
  { seats, author, side, promised, urgency }: Telling,
): Promise<void> => {
  const item = { module: MODULE, subject: thread }
  await takeItemBack(work, item)
  const others = (ids: readonly string[]) => ids.filter((id) => id !== author)
  if (side === 'home') {
    await tellSchool(work, thread, others(seats.school), promised)
    await giveItem(work, { ...item, readers: others(seats.home), class: 'to-know' })
  } else {
    await giveItem(work, {
      ...item,
      readers: others(seats.home),
      until: longAfter(work),
      ...(urgency ?? { class: 'to-know' }),
    })
  }
  await renew(work, thread, [...seats.home, ...seats.school])
}

type Telling = {
  readonly seats: Seats
  readonly author: string
  readonly side: Side
  readonly promised?: string | null
  readonly urgency?: Urgency | undefined
}

/** Open pages of a conversation, and the lists of these people, ask again. */
export const renew = async (work: Work, thread: string, people: readonly string[]): Promise<void> => {
  await work.notify(threadTopic(thread))
  for (const person of people) await work.notify(listTopic(person))
}

/** Nobody has to do anything about it any more. */
export const untell = (work: Work, thread: string): Promise<void> =>
  takeItemBack(work, { module: MODULE, subject: thread })
