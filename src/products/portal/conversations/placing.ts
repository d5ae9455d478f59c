import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { oneOf } from '#shared/database/one-of.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { marksOf, type Span } from './times.ts'

/** A conversation to be placed: `replaces` is the appointment of the same side that it takes the place of. */
export type Placing = {
  readonly round: string
  readonly pupil: string
  readonly side: string
  readonly guests: readonly string[]
  readonly slot: Span & { readonly id: string }
  readonly replaces: { readonly id: string; readonly slot: string } | null
  /** An appointment of others in which these guests come no more: they came together before. */
  readonly leaves?: string
  readonly byVideo: boolean
  readonly via: 'guardian' | 'phone'
  readonly by: string
}

/** What stood in the way: the slot was given, the guests are elsewhere then, or the appointment itself was changed. */
type Clash = { readonly pupil: string; readonly why: 'taken' | 'elsewhere' | 'changed' }
export type Placed = { readonly id: string; readonly pupil: string; readonly starts: Date }

const claimed = prepared(({ db }, { person, key, now }: { person: string; key: string; now: Date }) =>
  db
    .insertInto('conversation_deed')
    .values({ person_id: person, request_key: key, done_at: now })
    .onConflict((same) => same.doNothing())
    .returning('request_key'),
)

/** Takes a form's key; false when a form with this key was dealt with before, however long ago, and nothing is to be done. */
export const claim = async (work: Work, person: string, key: string): Promise<boolean> =>
  (await claimed(work, { person, key, now: work.now })).length > 0

const half = (hex: string, from: number) => BigInt(`0x${hex.slice(from, from + 16)}`)
const lockOf = (id: string) => {
  const hex = id.replaceAll('-', '')
  return BigInt.asIntN(64, half(hex, 0) ^ half(hex, 16))
}

/**
 * Waits for its turn at these slots and people, in one order for all, so that two families who take each other's times do
 * not wait for each other for ever. What may happen is held by keys, not by this.
 */
export const inTurn = async (work: Work, ids: readonly string[]): Promise<void> => {
  const locks = [...new Set(ids.map(lockOf))].sort((one, other) => (one < other ? -1 : 1)).map(String)
  await sql`select pg_advisory_xact_lock(turn) from unnest(${locks}::bigint[]) turn`.execute(work.db)
}

/** Takes appointments away; answers the slots that came free. */
export const takeAway = async (work: Work, bookings: readonly string[]): Promise<string[]> => {
  if (bookings.length === 0) return []
  const gone = await work.db
    .deleteFrom('conversation_booking')
    .where('id', 'in', bookings)
    .returning('slot_id')
    .execute()
  return gone.map(({ slot_id }) => slot_id)
}

/** These guests come no more to an appointment, which stays for the others. */
export const leave = async (work: Work, booking: string, guests: readonly string[]): Promise<void> => {
  await work.db
    .deleteFrom('conversation_guest')
    .where('booking_id', '=', booking)
    .where('guardian_id', 'in', oneOf(guests))
    .execute()
}

const clashesOf = async (work: Work, all: readonly (Placing & { readonly id: string })[]): Promise<Clash[]> => {
  const old = all.flatMap(({ replaces }) => replaces?.id ?? [])
  if ((await takeAway(work, old)).length < old.length)
    return all.filter(({ replaces }) => replaces).map(({ pupil }) => ({ pupil, why: 'changed' }))
  for (const { leaves, guests } of all) if (leaves) await leave(work, leaves, guests)
  const booked = await work.db
    .insertInto('conversation_booking')
    .values(
      all.map(({ id, round, slot, pupil, side, byVideo, via, by }) => ({
        id,
        round_id: round,
        slot_id: slot.id,
        pupil_id: pupil,
        side,
        by_video: byVideo,
        via,
        booked_by: by,
        booked_at: work.now,
      })),
    )
    .onConflict((any) => any.doNothing())
    .returning('id')
    .execute()
  const stored = new Set(booked.map(({ id }) => id))
  const taken = all.filter(({ id }) => !stored.has(id))
  if (taken.length > 0) return taken.map(({ pupil }) => ({ pupil, why: 'taken' }))
  const marks = all.flatMap(({ id, guests, slot }) =>
    marksOf(slot).flatMap((at) => guests.map((guest) => ({ guardian_id: guest, at, booking_id: id }))),
  )
  const sat = await work.db
    .insertInto('conversation_guest')
    .values(marks)
    .onConflict((any) => any.doNothing())
    .returning('booking_id')
    .execute()
  return all
    .filter(
      ({ id, slot, guests }) =>
        sat.filter(({ booking_id }) => booking_id === id).length < marksOf(slot).length * guests.length,
    )
    .map(({ pupil }) => ({ pupil, why: 'elsewhere' }))
}

/**
 * Places conversations, all or none: a slot is given once and nobody comes to two at a time, which keys of the database
 * hold. Answers what stood in the way, with nothing changed then, or what was placed.
 */
export const place = async (
  work: Work,
  placings: readonly Placing[],
  newId: () => string = randomUUID,
): Promise<{ readonly clashes: readonly Clash[]; readonly placed: readonly Placed[] }> => {
  await inTurn(
    work,
    placings.flatMap(({ slot, replaces, guests }) => [slot.id, ...(replaces ? [replaces.slot] : []), ...guests]),
  )
  const all = placings.map((placing) => ({ ...placing, id: newId() }))
  await sql`savepoint untouched`.execute(work.db)
  const clashes = await clashesOf(work, all)
  if (clashes.length > 0) {
    await sql`rollback to savepoint untouched`.execute(work.db)
    return { clashes, placed: [] }
  }
  for (const { id, pupil } of all) await work.audit('booked-conversation', id, [pupil])
  return { clashes, placed: all.map(({ id, pupil, slot }) => ({ id, pupil, starts: slot.starts })) }
}
