import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { guestsOf, roundTopic, tell } from '../telling.ts'
import { marksOf } from '../times.ts'
import type { Filled } from './queries.ts'

/** Asks somebody of the team into these slots; answers those in which they sit now: not where they sit elsewhere then. */
const sit = async (work: Work, slots: readonly Filled[], teacher: string): Promise<ReadonlySet<string>> => {
  const marks = slots.flatMap((slot) => marksOf(slot).map((at) => ({ teacher_id: teacher, at, slot_id: slot.id })))
  if (marks.length === 0) return new Set()
  await work.db
    .insertInto('conversation_seat')
    .values(marks)
    .onConflict((any) => any.doNothing())
    .execute()
  const rows = await work.db
    .selectFrom('conversation_seat')
    .select(['slot_id', 'at'])
    .where('teacher_id', '=', teacher)
    .where('slot_id', 'in', oneOf(slots.map(({ id }) => id)))
    .execute()
  const sits = (slot: Filled) => rows.filter(({ slot_id }) => slot_id === slot.id).length === marksOf(slot).length
  const whole = slots.filter(sits).map(({ id }) => id)
  // Half a conversation is none: where only some of its marks were free, the others are given back.
  const half = slots.filter(({ id }) => !whole.includes(id)).map(({ id }) => id)
  await stand(work, half, teacher)
  return new Set(whole)
}

const stand = (work: Work, slots: readonly string[], teacher: string) =>
  work.db
    .deleteFrom('conversation_seat')
    .where('teacher_id', '=', teacher)
    .where('slot_id', 'in', oneOf(slots))
    .execute()

const tellFamilies = async (work: Work, round: string, slots: readonly Filled[]): Promise<void> => {
  const booked = slots.flatMap(({ booking, starts }) => (booking ? [{ ...booking, starts }] : []))
  const guests = await guestsOf(
    work,
    booked.map(({ id }) => id),
  )
  for (const { id, pupil, starts } of booked)
    await tell(work, { round, pupil, kind: 'teacher', was: starts, now: starts, readers: guests.get(id) ?? [] })
  await work.notify(roundTopic(round))
}

/** Adds a colleague to these slots, beside who sits there; answers in how many of them they sit now. Families are told. */
export const addColleague = async (
  work: Work,
  round: string,
  slots: readonly Filled[],
  teacher: string,
): Promise<number> => {
  const sits = await sit(work, slots, teacher)
  await work.audit('added-to-conversations', round, [teacher])
  await tellFamilies(
    work,
    round,
    slots.filter(({ id, seats }) => sits.has(id) && !seats.some((seat) => seat.teacher === teacher)),
  )
  return sits.size
}

/** Takes somebody out of these slots; false, with nothing changed, where nobody would be left. */
export const removeColleague = async (
  work: Work,
  round: string,
  slots: readonly Filled[],
  teacher: string,
): Promise<boolean> => {
  const own = slots.filter(({ seats }) => seats.some((seat) => seat.teacher === teacher))
  if (own.some(({ seats }) => seats.length < 2)) return false
  await stand(
    work,
    own.map(({ id }) => id),
    teacher,
  )
  await work.audit('removed-from-conversations', round, [teacher])
  await tellFamilies(work, round, own)
  return true
}

/**
 * Hands the conversations of somebody who is ill or left over to a colleague, all of these slots or none. Answers the slots in
 * which the colleague sits elsewhere; the caller undoes it then.
 */
export const handOver = async (
  work: Work,
  round: string,
  slots: readonly Filled[],
  { from, to }: { from: string; to: string },
): Promise<readonly Filled[]> => {
  const own = slots.filter(({ seats }) => seats.some((seat) => seat.teacher === from))
  await stand(
    work,
    own.map(({ id }) => id),
    from,
  )
  const sits = await sit(work, own, to)
  const busy = own.filter(({ id }) => !sits.has(id))
  if (busy.length > 0) return busy
  await work.audit('handed-over-conversations', round, [from, to])
  await tellFamilies(work, round, own)
  return []
}
