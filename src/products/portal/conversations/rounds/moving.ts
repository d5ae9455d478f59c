import { takeItemBack } from '#shared/attention/item.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { takeAway } from '../placing.ts'
import { guestsOf, MODULE, remindOf, roundTopic, tell } from '../telling.ts'
import { marksOf, type Span } from '../times.ts'
import type { Filled, RoundPage } from './queries.ts'

type Moved = { readonly slot: Filled; readonly to: Span }

const putGuests = async (work: Work, moved: readonly Moved[]): Promise<ReadonlySet<string>> => {
  const bookings = moved.flatMap(({ slot }) => slot.booking?.id ?? [])
  const guests = await guestsOf(work, bookings)
  await work.db.deleteFrom('conversation_guest').where('booking_id', 'in', oneOf(bookings)).execute()
  const lost = new Set<string>()
  for (const { slot, to } of moved) {
    if (!slot.booking) continue
    const { id } = slot.booking
    const marks = marksOf(to).flatMap((at) =>
      (guests.get(id) ?? []).map((guardian_id) => ({ guardian_id, at, booking_id: id })),
    )
    if (marks.length === 0) continue
    const put = await work.db
      .insertInto('conversation_guest')
      .values(marks)
      .onConflict((any) => any.doNothing())
      .returning('at')
      .execute()
    if (put.length < marks.length) lost.add(id)
  }
  return lost
}

const putSeats = async (work: Work, moved: readonly Moved[]): Promise<boolean> => {
  const ids = moved.map(({ slot }) => slot.id)
  await work.db.deleteFrom('conversation_seat').where('slot_id', 'in', oneOf(ids)).execute()
  const marks = moved.flatMap(({ slot, to }) =>
    slot.seats.flatMap(({ teacher }) => marksOf(to).map((at) => ({ teacher_id: teacher, at, slot_id: slot.id }))),
  )
  if (marks.length === 0) return true
  const put = await work.db
    .insertInto('conversation_seat')
    .values(marks)
    .onConflict((any) => any.doNothing())
    .returning('at')
    .execute()
  return put.length === marks.length
}

/**
 * Moves slots with everything in them so that the first begins at a moment; every family is told. A family that is elsewhere
 * then loses its appointment and is asked to choose again. Answers `teacher` or `overlap`, for the caller to undo it, when
 * somebody of the team sits elsewhere or the group has other times there.
 */
export const moveSlots = async (
  work: Work,
  round: string,
  { slots, others, to }: { slots: readonly Filled[]; others: readonly Filled[]; to: Date },
): Promise<'moved' | 'teacher' | 'overlap'> => {
  const shift = to.getTime() - slots[0]!.starts.getTime()
  if (shift === 0) return 'moved'
  const later = (at: Date) => new Date(at.getTime() + shift)
  const moved = slots.map((slot) => ({ slot, to: { starts: later(slot.starts), ends: later(slot.ends) } }))
  if (others.some((other) => moved.some((one) => other.starts < one.to.ends && one.to.starts < other.ends)))
    return 'overlap'
  // The one that goes furthest first, so that none lands where another still is.
  for (const { slot, to: span } of shift > 0 ? moved.toReversed() : moved)
    await work.db
      .updateTable('conversation_slot')
      .set({ starts_at: span.starts, ends_at: span.ends })
      .where('id', '=', slot.id)
      .execute()
  if (!(await putSeats(work, moved))) return 'teacher'
  const guests = await guestsOf(
    work,
    slots.flatMap(({ booking }) => booking?.id ?? []),
  )
  const lost = await putGuests(work, moved)
  await takeAway(work, [...lost])
  for (const { slot, to: span } of moved) {
    if (!slot.booking) continue
    const { id, pupil } = slot.booking
    const now = lost.has(id) ? null : span.starts
    const kind = lost.has(id) ? 'cancelled' : 'moved'
    await tell(work, { round, pupil, kind, was: slot.starts, now, readers: guests.get(id) ?? [] })
    if (now) await remindOf(work, id, now)
  }
  await work.audit('moved-conversations', round)
  await work.notify(roundTopic(round))
  return 'moved'
}

/**
 * Calls a round off: what nobody has chosen in goes as if it never was; else every appointment to come is taken away, guardians
 * are told and choose no more. It stays to be read who was in it.
 */
export const callOff = async (work: Work, page: RoundPage): Promise<'gone' | 'off'> => {
  const slots = page.groups.flatMap((group) => group.slots)
  await takeItemBack(work, { module: MODULE, subject: page.id })
  await work.audit('called-off-conversation-round', page.id)
  if (slots.every(({ booking }) => !booking)) {
    await work.db.deleteFrom('conversation_round').where('id', '=', page.id).execute()
    return 'gone'
  }
  await cancelSlots(
    work,
    page.id,
    slots.filter(({ starts }) => starts > work.now),
  )
  const closesAt = new Date(Math.max(+work.now, +page.opensAt + 60_000))
  await work.db.updateTable('conversation_round').set({ closes_at: closesAt }).where('id', '=', page.id).execute()
  return 'off'
}

/** Takes all appointments of these slots away and closes them; every family is told to choose again. */
export const cancelSlots = async (work: Work, round: string, slots: readonly Filled[]): Promise<void> => {
  const booked = slots.flatMap(({ booking, starts }) => (booking ? [{ ...booking, starts }] : []))
  const ids = booked.map(({ id }) => id)
  const guests = await guestsOf(work, ids)
  await takeAway(work, ids)
  await work.db
    .updateTable('conversation_slot')
    .set({ closed_at: work.now })
    .where('id', 'in', oneOf(slots.map(({ id }) => id)))
    .execute()
  for (const { id, pupil, starts } of booked) {
    await tell(work, { round, pupil, kind: 'cancelled', was: starts, now: null, readers: guests.get(id) ?? [] })
    await work.audit('cancelled-conversation', id, [pupil])
  }
  await work.notify(roundTopic(round))
}
