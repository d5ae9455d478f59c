import { groupsTaughtBy, listGroups, type Named, namesOf, pupilsIn } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { claim, place, takeAway } from '../placing.ts'
import { office } from '../rules.ts'
import { type Apart, sidesOf } from '../sides.ts'
import { type Slot, slotsOf, teachersIn } from '../slots.ts'
import { afterChange, afterFreed, roundTopic } from '../telling.ts'

/** The slots in my reach: the office all, a teacher those of the own groups. */
const inReach = (work: Work, me: Me) => {
  const slots = work.db.selectFrom('conversation_slot as slot')
  return office(me) ? slots : slots.where('slot.group_id', 'in', groupsTaughtBy(work, me.id))
}

export type RoundLine = {
  readonly id: string
  readonly title: string
  readonly first: Date
  readonly last: Date
  readonly slots: number
  readonly booked: number
}

/** The rounds in my reach, the newest first, with how many times are chosen. */
export const listRounds = async (work: Work, me: Me): Promise<RoundLine[]> => {
  const rows = await inReach(work, me)
    .innerJoin('conversation_round as round', 'round.id', 'slot.round_id')
    .leftJoin('conversation_booking as booking', 'booking.slot_id', 'slot.id')
    .select(['round.id', 'round.title'])
    .select(({ fn }) => [
      fn.min('slot.starts_at').as('first'),
      fn.max('slot.starts_at').as('last'),
      fn.count<number>('slot.id').as('slots'),
      fn.count<number>('booking.id').as('booked'),
    ])
    .groupBy(['round.id', 'round.title'])
    .orderBy('first', 'desc')
    .execute()
  return rows.map(({ slots, booked, first, last, ...row }) => ({
    ...row,
    first: first as Date,
    last: last as Date,
    slots: Number(slots),
    booked: Number(booked),
  }))
}

export type Filled = Slot & {
  readonly pupil: Named | null
  /** The given names of the guardians who come. */
  readonly guests: readonly string[]
}

export type RoundPage = {
  readonly id: string
  readonly title: string
  readonly apart: Apart
  readonly doorNames: boolean
  readonly groups: readonly {
    readonly id: string
    readonly name: string
    readonly teachers: readonly string[]
    readonly slots: readonly Filled[]
  }[]
}

const guestsOf = async (work: Work, bookings: readonly string[]): Promise<ReadonlyMap<string, string[]>> => {
  const rows = await work.db
    .selectFrom('conversation_guest')
    .select(['booking_id', 'guardian_id'])
    .distinct()
    .where('booking_id', 'in', oneOf(bookings))
    .execute()
  const names = await namesOf(
    work,
    rows.map(({ guardian_id }) => guardian_id),
  )
  const found = new Map<string, string[]>()
  for (const { booking_id, guardian_id } of rows) {
    const name = names.get(guardian_id)
    if (name) found.set(booking_id, [...(found.get(booking_id) ?? []), name.givenName])
  }
  return found
}

/** One round as the team sees it: per group who comes when. Nothing when none of its groups is in my reach. */
export const findRound = async (work: Work, me: Me, id: string): Promise<RoundPage | null> => {
  const round = await work.db
    .selectFrom('conversation_round')
    .select(['id', 'title', 'apart', 'door_names'])
    .where('id', '=', id)
    .where('id', 'in', inReach(work, me).select('slot.round_id'))
    .executeTakeFirst()
  if (!round) return null
  const groups = await listGroups(work, me)
  const slots = await slotsOf(
    work,
    [id],
    groups.map((group) => group.id),
  )
  const booked = slots.flatMap(({ booking }) => booking ?? [])
  const names = await namesOf(
    work,
    booked.map(({ pupil }) => pupil),
  )
  const guests = await guestsOf(
    work,
    booked.map((booking) => booking.id),
  )
  const teachers = await teachersIn(work, [id])
  const filled = slots.map((slot) => ({
    ...slot,
    pupil: slot.booking ? (names.get(slot.booking.pupil) ?? null) : null,
    guests: slot.booking ? (guests.get(slot.booking.id) ?? []) : [],
  }))
  return {
    id,
    title: round.title,
    apart: round.apart as Apart,
    doorNames: round.door_names,
    groups: groups.flatMap((group) => {
      const own = filled.filter((slot) => slot.group === group.id)
      return own.length > 0
        ? [{ id: group.id, name: group.name, teachers: teachers.get(`${id} ${group.id}`) ?? [], slots: own }]
        : []
    }),
  }
}

/** One slot of a round in my reach, with its round. */
export const findSlot = async (work: Work, me: Me, round: string, slot: string) => {
  const page = await findRound(work, me, round)
  const found = page?.groups.flatMap(({ slots }) => slots).find(({ id }) => id === slot)
  return page && found ? { page, slot: found } : null
}

/** Takes a free time out of the round, or puts it back in; what is booked stays as it is. */
export const setClosed = async (work: Work, round: string, slot: Slot, closed: boolean): Promise<void> => {
  await work.db
    .updateTable('conversation_slot')
    .set({ closed_at: closed ? work.now : null })
    .where('id', '=', slot.id)
    .execute()
  await work.audit(closed ? 'closed-slot' : 'opened-slot', slot.id)
  if (closed) await work.notify(roundTopic(round))
  else await afterFreed(work, round, [slot.id])
}

export type Caller = {
  readonly value: string
  readonly pupil: string
  readonly side: string
  readonly guests: readonly string[]
  readonly name: Named
  readonly who: readonly string[]
}

/** Whom I can write down by hand: every side of every pupil of the slot's group that has no conversation yet. */
export const callersFor = async (work: Work, page: RoundPage, group: string): Promise<Caller[]> => {
  const pupils = await pupilsIn(work, [group])
  const sides = await sidesOf(work, pupils, page.apart)
  const booked = new Set(
    page.groups.flatMap(({ slots }) =>
      slots.flatMap(({ booking }) => (booking ? `${booking.pupil}.${booking.side}` : [])),
    ),
  )
  const all = pupils.flatMap((pupil) => sides.all(pupil).map((side) => ({ pupil, side, value: `${pupil}.${side.id}` })))
  const names = await namesOf(work, [...pupils, ...all.flatMap(({ side }) => side.guests)])
  return all
    .flatMap(({ pupil, side, value }) => {
      const name = names.get(pupil)
      const who = side.guests.flatMap((guest) => names.get(guest)?.givenName ?? [])
      return name && !booked.has(value) ? [{ value, pupil, side: side.id, guests: side.guests, name, who }] : []
    })
    .sort((one, other) => one.name.name.localeCompare(other.name.name, 'nl'))
}

/** Writes down an appointment that was agreed by telephone; false when the time or the family is taken. */
export const writeDown = async (
  work: Work,
  me: Me,
  { key, page, slot, caller }: { key: string; page: RoundPage; slot: Slot; caller: Caller },
): Promise<boolean> => {
  if (!(await claim(work, me.id, key))) return true
  const placing = {
    round: page.id,
    pupil: caller.pupil,
    side: caller.side,
    guests: caller.guests,
    slot,
    replaces: null,
    byVideo: false,
    via: 'phone',
    by: me.id,
  } as const
  const { clashes, placed } = await place(work, [placing])
  if (clashes.length > 0) return false
  await afterChange(work, page.id, [placing], placed)
  return true
}

/** Takes an appointment away, by hand. */
export const cancelByHand = async (work: Work, round: string, slot: Slot): Promise<void> => {
  if (!slot.booking) return
  const freed = await takeAway(work, [slot.booking.id])
  await work.audit('cancelled-conversation', slot.booking.id, [slot.booking.pupil])
  await afterFreed(work, round, freed)
}
