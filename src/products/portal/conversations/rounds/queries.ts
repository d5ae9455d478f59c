import { groupsTaughtBy, listGroups, type Named, namesOf } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { office } from '../rules.ts'
import type { Apart } from '../sides.ts'
import { type Place, placesOf, type Seat, type Slot, seatsOf, slotsOf, teachersIn } from '../slots.ts'
import { guestsOf } from '../telling.ts'
import { placesInLine } from '../waiting.ts'

/** The slots in my reach: the office all, others those of the groups they teach today and those in which they sit. */
const inReach = (work: Work, me: Me) => {
  const slots = work.db.selectFrom('conversation_slot as slot')
  if (office(me)) return slots
  return slots.where((or) =>
    or.or([
      or('slot.group_id', 'in', groupsTaughtBy(work, me.id)),
      or('slot.id', 'in', (own) =>
        own.selectFrom('conversation_seat as own').select('own.slot_id').where('own.teacher_id', '=', me.id),
      ),
    ]),
  )
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
  readonly seats: readonly Seat[]
}

export type RoundGroup = {
  readonly id: string
  readonly name: string
  readonly teachers: readonly string[]
  readonly place: Place | null
  readonly waiting: number
  /** Whether I arrange its conversations: those of my own groups; who only sits in one sees it. */
  readonly mine: boolean
  readonly slots: readonly Filled[]
}

export type RoundPage = {
  readonly id: string
  readonly title: string
  readonly apart: Apart
  readonly doorNames: boolean
  readonly opensAt: Date
  readonly closesAt: Date
  /** Whether I arrange all of it, and not a part. */
  readonly mine: boolean
  readonly groups: readonly RoundGroup[]
}

/** One round as the team sees it: per group who comes when. Nothing when none of its slots is in my reach. */
export const findRound = async (work: Work, me: Me, id: string): Promise<RoundPage | null> => {
  const reach = await inReach(work, me).select(['slot.id', 'slot.group_id']).where('slot.round_id', '=', id).execute()
  if (reach.length === 0) return null
  const groupIds = [...new Set(reach.map(({ group_id }) => group_id))]
  const mine = new Set(reach.map((slot) => slot.id))
  const arranged = new Set((await listGroups(work, me)).map((group) => group.id))
  const [round, others, groups, all, seats, places, line] = await Promise.all([
    work.db.selectFrom('conversation_round').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    work.db.selectFrom('conversation_slot').select('group_id').distinct().where('round_id', '=', id).execute(),
    work.db
      .selectFrom('school_group')
      .select(['id', 'name'])
      .where('id', 'in', oneOf(groupIds))
      .orderBy('name')
      .execute(),
    slotsOf(work, [id], groupIds),
    seatsOf(work, [id]),
    placesOf(work, [id]),
    placesInLine(work, [id]),
  ])
  const slots = all.filter((slot) => mine.has(slot.id))
  const booked = slots.flatMap(({ booking }) => booking ?? [])
  const guests = await guestsOf(
    work,
    booked.map((booking) => booking.id),
  )
  const names = await namesOf(work, [...booked.map(({ pupil }) => pupil), ...[...guests.values()].flat()])
  const filled = slots.map((slot): Filled => {
    const come = slot.booking ? (guests.get(slot.booking.id) ?? []) : []
    return {
      ...slot,
      pupil: slot.booking ? (names.get(slot.booking.pupil) ?? null) : null,
      guests: come.flatMap((guest) => names.get(guest)?.givenName ?? []),
      seats: seats.filter((seat) => seat.slot === slot.id),
    }
  })
  return {
    id,
    title: round.title,
    apart: round.apart as Apart,
    doorNames: round.door_names,
    opensAt: round.opens_at,
    closesAt: round.closes_at,
    mine: others.every(({ group_id }) => arranged.has(group_id)),
    groups: groups.map((group) => {
      const own = filled.filter((slot) => slot.group === group.id)
      const place = places.get(`${id} ${group.id}`) ?? null
      const waiting = line.filter((one) => one.group === group.id).length
      return { ...group, mine: arranged.has(group.id), teachers: teachersIn(seats, own), place, waiting, slots: own }
    }),
  }
}

/** One group of a round that I arrange, with its round. */
export const findRoundGroup = async (work: Work, me: Me, round: string, group: string) => {
  const page = await findRound(work, me, round)
  const found = page?.groups.find(({ id, mine }) => id === group && mine)
  return page && found ? { page, group: found } : null
}

/** One slot of a round in my reach, with its group and round. */
export const findSlot = async (work: Work, me: Me, round: string, slot: string) => {
  const page = await findRound(work, me, round)
  for (const group of page?.groups ?? []) {
    const found = group.slots.find(({ id }) => id === slot)
    if (page && found) return { page, group, slot: found }
  }
  return null
}
