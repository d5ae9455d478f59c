import { answerItem, giveItem, takeItemBack } from '#shared/attention/item.ts'
import { oneOf } from '#shared/database/one-of.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'
import type { Placed, Placing } from './placing.ts'

export const MODULE = 'conversations'
export const REMINDER = 'conversation-reminder'

/** The topic under which open pages of a round hear that somebody booked, moved or cancelled. */
export const roundTopic = (round: string): string => `conversations/${round}`

const DAY = 86_400_000

/** What follows from new appointments: reminders, and the round leaves the list of who has booked for all children. */
export const afterChange = async (
  work: Work,
  round: string,
  placings: readonly Pick<Placing, 'guests' | 'pupil'>[],
  placed: readonly Placed[],
): Promise<void> => {
  await work.notify(roundTopic(round))
  for (const { id, starts } of placed) {
    const runAt = new Date(starts.getTime() - DAY)
    if (runAt > work.now) await work.enqueue(REMINDER, { booking: id }, { runAt, key: `${REMINDER}:${id}` })
  }
  const waits = await work.db
    .deleteFrom('conversation_wait')
    .where('round_id', '=', round)
    .where('pupil_id', 'in', oneOf(placings.map(({ pupil }) => pupil)))
    .where('guardian_id', 'in', oneOf(placings.flatMap(({ guests }) => guests)))
    .returning('id')
    .execute()
  for (const { id } of waits) await takeItemBack(work, { module: MODULE, subject: id })
}

/** The round asks nothing more of this guardian. */
export const answered = (work: Work, round: string, guardian: string): Promise<void> =>
  answerItem(work, { module: MODULE, subject: round, by: guardian })

/** Tells who waits for a time in these groups that one came free: they look, and the first to choose has it. */
export const afterFreed = async (work: Work, round: string, slots: readonly string[]): Promise<void> => {
  await work.notify(roundTopic(round))
  if (slots.length === 0) return
  const waiting = await work.db
    .selectFrom('conversation_wait as wait')
    .innerJoin('conversation_round as round', 'round.id', 'wait.round_id')
    .innerJoin('group_pupil as placed', 'placed.pupil_id', 'wait.pupil_id')
    .innerJoin('conversation_slot as slot', 'slot.group_id', 'placed.group_id')
    .select(['wait.id', 'wait.guardian_id', 'round.closes_at'])
    .distinct()
    .where('wait.round_id', '=', round)
    .where('slot.id', 'in', oneOf(slots))
    .where('slot.starts_at', '>', work.now)
    .execute()
  for (const { id, guardian_id, closes_at } of waiting)
    await giveItem(work, {
      module: MODULE,
      subject: id,
      readers: [guardian_id],
      class: 'answer',
      answerBy: dayOf(closes_at),
    })
}
