import { type Named, namesOf, pupilsIn } from '#products/school/index.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { claim, place, takeAway } from '../placing.ts'
import { sidesOf } from '../sides.ts'
import type { Slot } from '../slots.ts'
import { afterChange, guestsOf, roundTopic, tell } from '../telling.ts'
import { afterFreed } from '../waiting.ts'
import type { RoundGroup, RoundPage } from './queries.ts'

/** Takes a free time out of the round, or puts it back in; what is booked stays as it is. */
export const setClosed = async (work: Work, round: string, slot: Slot, closed: boolean): Promise<void> => {
  await work.db
    .updateTable('conversation_slot')
    .set({ closed_at: closed ? work.now : null })
    .where('id', '=', slot.id)
    .execute()
  await work.audit(closed ? 'closed-slot' : 'opened-slot', slot.id)
  if (closed) await work.notify(roundTopic(round))
  else await afterFreed(work, round)
}

export type Caller = {
  readonly value: string
  readonly pupil: string
  readonly side: string
  readonly guests: readonly string[]
  readonly name: Named
  readonly who: readonly string[]
  /** What they have already, from which they move. */
  readonly has: Slot | null
}

/** Whom I can write down by hand: every side of every pupil of the group, with the conversation it has already. */
export const callersFor = async (work: Work, page: RoundPage, group: RoundGroup): Promise<Caller[]> => {
  const pupils = await pupilsIn(work, [group.id])
  const sides = (await sidesOf(work, [page], pupils))(page.id)
  const all = pupils.flatMap((pupil) => sides.all(pupil).map((side) => ({ pupil, side, value: `${pupil}.${side.id}` })))
  const names = await namesOf(work, [...pupils, ...all.flatMap(({ side }) => side.guests)])
  return all
    .flatMap(({ pupil, side, value }) => {
      const name = names.get(pupil)
      const who = side.guests.flatMap((guest) => names.get(guest)?.givenName ?? [])
      const has = group.slots.find(({ booking }) => booking?.pupil === pupil && booking.side === side.id) ?? null
      return name ? [{ value, pupil, side: side.id, guests: side.guests, name, who, has }] : []
    })
    .sort((one, other) => one.name.name.localeCompare(other.name.name, 'nl'))
}

/**
 * Writes down an appointment that was agreed by telephone, or moves the one they had; a time kept for the waiting list may be
 * given too. False when the time is taken or the family is elsewhere then.
 */
export const writeDown = async (
  work: Work,
  me: Me,
  { key, page, slot, caller }: { key: string; page: RoundPage; slot: Slot; caller: Caller },
): Promise<boolean> => {
  if (!(await claim(work, me.id, key))) return true
  const { pupil, side, guests, has } = caller
  const placing = {
    round: page.id,
    pupil,
    side,
    guests,
    slot,
    replaces: has?.booking ? { id: has.booking.id, slot: has.id } : null,
    byVideo: has?.booking?.byVideo ?? false,
    via: 'phone',
    by: me.id,
    was: has?.starts ?? null,
  } as const
  const { clashes, placed } = await place(work, [placing])
  if (clashes.length > 0) return false
  await work.db
    .updateTable('conversation_wait')
    .set({ offered_until: work.now })
    .where('offered_slot', '=', slot.id)
    .where('offered_until', '>', work.now)
    .execute()
  await afterChange(work, page.id, [placing], placed)
  await afterFreed(work, page.id)
  return true
}

/** Takes an appointment away, by hand; who would have come is told. */
export const cancelByHand = async (work: Work, round: string, slot: Slot): Promise<void> => {
  if (!slot.booking) return
  const { id, pupil } = slot.booking
  const guests = await guestsOf(work, [id])
  await takeAway(work, [id])
  await work.audit('cancelled-conversation', id, [pupil])
  await tell(work, { round, pupil, kind: 'cancelled', was: slot.starts, now: null, readers: guests.get(id) ?? [] })
  await afterFreed(work, round)
}
