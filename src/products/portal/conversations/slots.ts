import { fullName, personRecord } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import type { Span } from './times.ts'

/** A time of a round, and the appointment in it. */
export type Slot = Span & {
  readonly id: string
  readonly round: string
  readonly group: string
  readonly closed: boolean
  /** For whom of the waiting list it is kept now. */
  readonly keptFor: string | null
  readonly booking: {
    readonly id: string
    readonly pupil: string
    readonly side: string
    readonly byVideo: boolean
    readonly via: 'guardian' | 'phone'
  } | null
}

type Which = { readonly rounds: readonly string[]; readonly groups: readonly string[]; readonly now: Date }

const rowsOf = prepared(({ db }, { rounds, groups, now }: Which) =>
  db
    .selectFrom('conversation_slot as slot')
    .leftJoin('conversation_booking as booking', 'booking.slot_id', 'slot.id')
    .leftJoin('conversation_wait as kept', (join) =>
      join.onRef('kept.offered_slot', '=', 'slot.id').on('kept.offered_until', '>', now),
    )
    .select(['slot.id', 'slot.round_id', 'slot.group_id', 'slot.starts_at', 'slot.ends_at', 'slot.closed_at'])
    .select(['booking.id as booking', 'booking.pupil_id', 'booking.side', 'booking.by_video', 'booking.via'])
    .select('kept.guardian_id as kept_for')
    .where('slot.round_id', 'in', oneOf(rounds))
    .where('slot.group_id', 'in', oneOf(groups))
    .orderBy('slot.starts_at'),
)

/** The slots of these rounds for these groups, in the order of time. */
export const slotsOf = async (work: Work, rounds: readonly string[], groups: readonly string[]): Promise<Slot[]> => {
  const rows = await rowsOf(work, { rounds, groups, now: work.now })
  return rows.map((row) => ({
    id: row.id,
    round: row.round_id,
    group: row.group_id,
    starts: row.starts_at,
    ends: row.ends_at,
    closed: row.closed_at !== null,
    keptFor: row.kept_for,
    booking: row.booking
      ? {
          id: row.booking,
          pupil: row.pupil_id!,
          side: row.side!,
          byVideo: row.by_video!,
          via: row.via as 'guardian' | 'phone',
        }
      : null,
  }))
}

/** Somebody of the team in a slot, as they are called in class. */
export type Seat = { readonly slot: string; readonly teacher: string; readonly name: string; readonly left: boolean }

/** Who of the team sits in which slot of these rounds. */
export const seatsOf = async (work: Work, rounds: readonly string[]): Promise<Seat[]> => {
  const rows = await work.db
    .selectFrom('conversation_seat as seat')
    .innerJoin('conversation_slot as slot', 'slot.id', 'seat.slot_id')
    .innerJoin('person', 'person.id', 'seat.teacher_id')
    .select(['seat.slot_id', 'person.id', 'person.record', 'person.state'])
    .whereRef('seat.at', '=', 'slot.starts_at')
    .where('slot.round_id', 'in', oneOf(rounds))
    .orderBy('seat.slot_id')
    .orderBy('person.id')
    .execute()
  // One opening for each person, however many slots.
  const people = [...new Map(rows.map((row) => [row.id, row])).values()]
  const opened = await work.open(people, {
    record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname', 'calledInClass'),
  })
  const names = new Map(opened.map(({ id, record }) => [id, record.calledInClass ?? fullName(record)]))
  return rows.map(({ slot_id, id, state }) => ({
    slot: slot_id,
    teacher: id,
    name: names.get(id)!,
    left: state !== 'active',
  }))
}

/** The names in these slots, each once, who sits in most of them first. */
export const teachersIn = (seats: readonly Seat[], slots: readonly { readonly id: string }[]): string[] => {
  const ids = new Set(slots.map(({ id }) => id))
  const times = new Map<string, number>()
  for (const { slot, name } of seats) if (ids.has(slot)) times.set(name, (times.get(name) ?? 0) + 1)
  return [...times].sort(([, one], [, other]) => other - one).map(([name]) => name)
}

/** Where a group's conversations of a round are: in which room, and by which link. */
export type Place = { readonly room: string | null; readonly videoUrl: string | null }

/** The places of these rounds, by round and group. */
export const placesOf = async (work: Work, rounds: readonly string[]): Promise<ReadonlyMap<string, Place>> => {
  const rows = await work.db
    .selectFrom('conversation_place')
    .select(['round_id', 'group_id', 'room', 'video_url'])
    .where('round_id', 'in', oneOf(rounds))
    .execute()
  return new Map(rows.map((row) => [`${row.round_id} ${row.group_id}`, { room: row.room, videoUrl: row.video_url }]))
}
