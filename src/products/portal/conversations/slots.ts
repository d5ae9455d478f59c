import { fullName, personRecord } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import type { Span } from './times.ts'

/** A time of a round, and the appointment in it. */
export type Slot = Span & {
  readonly id: string
  readonly round: string
  readonly group: string
  readonly closed: boolean
  readonly booking: {
    readonly id: string
    readonly pupil: string
    readonly side: string
    readonly byVideo: boolean
    readonly via: 'guardian' | 'phone'
  } | null
}

/** The slots of these rounds for these groups, in the order of time. */
export const slotsOf = async (work: Work, rounds: readonly string[], groups: readonly string[]): Promise<Slot[]> => {
  const rows = await work.db
    .selectFrom('conversation_slot as slot')
    .leftJoin('conversation_booking as booking', 'booking.slot_id', 'slot.id')
    .select(['slot.id', 'slot.round_id', 'slot.group_id', 'slot.starts_at', 'slot.ends_at', 'slot.closed_at'])
    .select(['booking.id as booking', 'booking.pupil_id', 'booking.side', 'booking.by_video', 'booking.via'])
    .where('slot.round_id', 'in', oneOf(rounds))
    .where('slot.group_id', 'in', oneOf(groups))
    .orderBy('slot.starts_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    round: row.round_id,
    group: row.group_id,
    starts: row.starts_at,
    ends: row.ends_at,
    closed: row.closed_at !== null,
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

/** Who of the team sits in each group's slots of these rounds, as they are called in class: by round and group. */
export const teachersIn = async (work: Work, rounds: readonly string[]): Promise<ReadonlyMap<string, string[]>> => {
  const rows = await work.db
    .selectFrom('conversation_seat as seat')
    .innerJoin('conversation_slot as slot', 'slot.id', 'seat.slot_id')
    .innerJoin('person', 'person.id', 'seat.teacher_id')
    .select(['slot.round_id', 'slot.group_id', 'person.id', 'person.record'])
    .distinctOn(['slot.round_id', 'slot.group_id', 'person.id'])
    .where('slot.round_id', 'in', oneOf(rounds))
    .orderBy('slot.round_id')
    .orderBy('slot.group_id')
    .orderBy('person.id')
    .execute()
  const opened = await work.open(rows, {
    record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname', 'calledInClass'),
  })
  const found = new Map<string, string[]>()
  for (const { round_id, group_id, record } of opened) {
    const key = `${round_id} ${group_id}`
    found.set(key, [...(found.get(key) ?? []), record.calledInClass ?? fullName(record)])
  }
  return found
}
