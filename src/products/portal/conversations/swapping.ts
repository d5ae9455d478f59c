import { randomUUID } from 'node:crypto'
import { giveItem, takeItemBack } from '#shared/attention/item.ts'
import { oneOf } from '#shared/database/one-of.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'
import { type Placing, place } from './placing.ts'
import { afterChange, guestsOf, MODULE, tell } from './telling.ts'
import { marksOf, type Span } from './times.ts'

/** How many families one appointment can ask at a time: asking all of them would be a round robin of pings. */
const AT_ONCE = 3

/** What one family asked another: nobody reads of the other more than the time. */
export type Swap = {
  readonly id: string
  readonly offered: Appointment
  readonly wanted: Appointment
  readonly askedBy: string
}

type Appointment = {
  readonly id: string
  readonly round: string
  readonly pupil: string
  readonly side: string
  readonly slot: Span & { readonly id: string }
  readonly byVideo: boolean
  readonly via: 'guardian' | 'phone'
}

const appointmentsOf = async (work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, Appointment>> => {
  const rows = await work.db
    .selectFrom('conversation_booking as booking')
    .innerJoin('conversation_slot as slot', 'slot.id', 'booking.slot_id')
    .select(['booking.id', 'booking.round_id', 'booking.pupil_id', 'booking.side', 'booking.by_video', 'booking.via'])
    .select(['slot.id as slot', 'slot.starts_at', 'slot.ends_at'])
    .where('booking.id', 'in', oneOf(ids))
    .where('slot.starts_at', '>', work.now)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        round: row.round_id,
        pupil: row.pupil_id,
        side: row.side,
        slot: { id: row.slot, starts: row.starts_at, ends: row.ends_at },
        byVideo: row.by_video,
        via: row.via as 'guardian' | 'phone',
      },
    ]),
  )
}

/** What is asked of and by these appointments that are still to come. */
export const swapsOf = async (work: Work, bookings: readonly string[]): Promise<Swap[]> => {
  if (bookings.length === 0) return []
  const rows = await work.db
    .selectFrom('conversation_swap')
    .select(['id', 'offered_booking', 'wanted_booking', 'asked_by'])
    .where((or) => or.or([or('offered_booking', 'in', oneOf(bookings)), or('wanted_booking', 'in', oneOf(bookings))]))
    .orderBy('asked_at')
    .execute()
  const all = await appointmentsOf(
    work,
    rows.flatMap(({ offered_booking, wanted_booking }) => [offered_booking, wanted_booking]),
  )
  return rows.flatMap(({ id, offered_booking, wanted_booking, asked_by }) => {
    const [offered, wanted] = [all.get(offered_booking), all.get(wanted_booking)]
    return offered && wanted ? [{ id, offered, wanted, askedBy: asked_by }] : []
  })
}

type Mine = Span & { readonly booking: { readonly id: string } | null }

/**
 * Asks the family that has a time for it, in return for mine. Answers why not: `elsewhere` when we have another
 * conversation then, `many` when others have been asked already. Asked twice is asked once.
 */
export const askSwap = async (
  work: Work,
  {
    by,
    guests,
    mine,
    wanted,
    closesAt,
  }: { by: string; guests: readonly string[]; mine: Mine; wanted: Mine; closesAt: Date },
): Promise<'asked' | 'elsewhere' | 'many'> => {
  const [offered, asked] = [mine.booking!.id, wanted.booking!.id]
  const before = await swapsOf(work, [offered])
  if (before.some((one) => one.wanted.id === asked)) return 'asked'
  if (before.filter((one) => one.offered.id === offered).length >= AT_ONCE) return 'many'
  const busy = await work.db
    .selectFrom('conversation_guest')
    .select('at')
    .where('guardian_id', 'in', oneOf(guests))
    .where('booking_id', '<>', offered)
    .execute()
  const marks = new Set(marksOf(wanted).map((at) => at.getTime()))
  if (busy.some(({ at }) => marks.has(at.getTime()))) return 'elsewhere'
  const id = randomUUID()
  const made = await work.db
    .insertInto('conversation_swap')
    .values({ id, offered_booking: offered, wanted_booking: asked, asked_by: by, asked_at: work.now })
    .onConflict((same) => same.doNothing())
    .returning('id')
    .execute()
  if (made.length === 0) return 'asked'
  const until = new Date(Math.min(+closesAt, +mine.starts, +wanted.starts))
  const readers = (await guestsOf(work, [asked])).get(asked) ?? []
  await giveItem(work, { module: MODULE, subject: id, class: 'answer', answerBy: dayOf(until), until, readers })
  await work.audit('asked-conversation-swap', id)
  return 'asked'
}

/** Ends a question; `kept` when the other family keeps its own time, which the asker then reads. */
export const endSwap = async (work: Work, { id, offered, askedBy }: Swap, kept: boolean): Promise<void> => {
  await work.db.deleteFrom('conversation_swap').where('id', '=', id).execute()
  await takeItemBack(work, { module: MODULE, subject: id })
  const { round, pupil, slot } = offered
  if (kept) await tell(work, { round, pupil, kind: 'kept', was: slot.starts, now: slot.starts, readers: [askedBy] })
}

/** Two families take each other's time, both or neither. False when one of them is elsewhere then, or has changed its own. */
export const swap = async (work: Work, { id, offered, wanted }: Swap, by: string): Promise<boolean> => {
  const guests = await guestsOf(work, [offered.id, wanted.id])
  const takes = (one: Appointment, other: Appointment): Placing & { was: Date } => ({
    round: one.round,
    pupil: one.pupil,
    side: one.side,
    guests: guests.get(one.id) ?? [],
    slot: other.slot,
    replaces: { id: one.id, slot: one.slot.id },
    byVideo: one.byVideo,
    via: one.via,
    by,
    was: one.slot.starts,
  })
  const both = [takes(offered, wanted), takes(wanted, offered)]
  const { clashes, placed } = await place(work, both)
  if (clashes.length > 0) return false
  await takeItemBack(work, { module: MODULE, subject: id })
  await work.audit('swapped-conversations', id, [offered.pupil, wanted.pupil])
  await afterChange(work, offered.round, both, placed, 'swapped')
  return true
}
