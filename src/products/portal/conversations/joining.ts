import { dayOf, type Work } from '#shared/tenancy/work.ts'
import { inTurn, leave, takeAway } from './placing.ts'
import { type Apart, type Side, sidesOf } from './sides.ts'
import { guestsOf, tell } from './telling.ts'
import { marksOf } from './times.ts'
import { afterFreed } from './waiting.ts'

type Appointment = {
  readonly id: string
  readonly slot: string
  readonly starts: Date
  readonly ends: Date
  readonly side: string
  readonly guests: readonly string[]
}

const appointmentsOf = async (work: Work, round: string, pupil: string): Promise<Appointment[]> => {
  const rows = await work.db
    .selectFrom('conversation_booking as booking')
    .innerJoin('conversation_slot as slot', 'slot.id', 'booking.slot_id')
    .select(['booking.id', 'booking.side', 'slot.id as slot', 'slot.starts_at as starts', 'slot.ends_at as ends'])
    .where('booking.round_id', '=', round)
    .where('booking.pupil_id', '=', pupil)
    .where('slot.starts_at', '>', work.now)
    .orderBy('booking.booked_at')
    .execute()
  const guests = await guestsOf(
    work,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, guests: guests.get(row.id) ?? [] }))
}

/** Which appointment each side keeps: its own, and where two become one, that of whom `yields` does not name. */
const keptBy = (sides: readonly Side[], all: readonly Appointment[], yields: readonly string[]) => {
  const kept = new Map<Side, Appointment>()
  const gives = ({ guests }: { guests: readonly string[] }) => guests.some((guest) => yields.includes(guest))
  for (const one of [...all].sort((a, b) => Number(gives(a)) - Number(gives(b)))) {
    const theirs = sides
      .filter((side) => !kept.has(side) && side.guests.some((guest) => one.guests.includes(guest)))
      .sort((a, b) => Number(gives(a)) - Number(gives(b)) || Number(b.id === one.side) - Number(a.id === one.side))
    if (theirs[0]) kept.set(theirs[0], one)
  }
  return kept
}

const seat = async (work: Work, { id, starts, ends }: Appointment, guests: readonly string[]): Promise<boolean> => {
  const marks = marksOf({ starts, ends }).flatMap((at) =>
    guests.map((guardian_id) => ({ guardian_id, at, booking_id: id })),
  )
  if (marks.length === 0) return true
  const sat = await work.db
    .insertInto('conversation_guest')
    .values(marks)
    .onConflict((any) => any.doNothing())
    .returning('at')
    .execute()
  return sat.length === marks.length
}

/**
 * Brings the appointments of a pupil in line with who comes with whom today: after a wish, a move or the end of somebody's
 * authority. What two homes had apart becomes one appointment, what they had together stays for one of them: not for whom
 * `yields` names. Who comes no more is told. False, with the caller to undo it, when somebody is elsewhere at that time.
 */
const align = async (
  work: Work,
  round: { readonly id: string; readonly apart: Apart },
  pupil: string,
  yields: readonly string[] = [],
): Promise<boolean> => {
  await inTurn(work, [round.id, pupil])
  const sides = (await sidesOf(work, [round], [pupil]))(round.id).all(pupil)
  const all = await appointmentsOf(work, round.id, pupil)
  const kept = keptBy(sides, all, yields)
  const gone = all.filter((one) => ![...kept.values()].includes(one))
  await takeAway(
    work,
    gone.map(({ id }) => id),
  )
  for (const { id } of gone) await work.audit('cancelled-conversation', id, [pupil])
  for (const [side, one] of kept) {
    const out = one.guests.filter((guest) => !side.guests.includes(guest))
    if (out.length > 0) await leave(work, one.id, out)
  }
  for (const [side, one] of kept) {
    const more = side.guests.filter((guest) => !one.guests.includes(guest))
    if (!(await seat(work, one, more))) return false
    if (one.side !== side.id)
      await work.db.updateTable('conversation_booking').set({ side: side.id }).where('id', '=', one.id).execute()
    const was = gone.find(({ guests }) => guests.some((guest) => more.includes(guest)))?.starts ?? one.starts
    await tell(work, { round: round.id, pupil, kind: 'moved', was, now: one.starts, readers: more })
  }
  const comes = new Set([...kept].flatMap(([side]) => side.guests))
  const speaks = new Set(sides.flatMap(({ guests }) => guests))
  for (const { guests, starts } of all) {
    const readers = guests.filter((guest) => !comes.has(guest) && speaks.has(guest))
    await tell(work, { round: round.id, pupil, kind: 'parted', was: starts, now: null, readers })
  }
  if (gone.length > 0) await afterFreed(work, round.id)
  return true
}

type Until = { readonly id: string; readonly apart: Apart; readonly closesAt: Date }

/** Tells the other home that this one wishes to come together, when it does not wish so too. */
const askOthers = async (work: Work, round: Until, pupil: string, guardian: string): Promise<void> => {
  const sides = (await sidesOf(work, [round], [pupil]))(round.id)
  if (sides.homes(pupil, guardian)?.joined !== false) return
  const mine = sides.of(pupil, guardian)?.guests ?? []
  const readers = sides.all(pupil).flatMap(({ guests }) => guests.filter((guest) => !mine.includes(guest)))
  const [was, answerBy] = [round.closesAt, dayOf(new Date(round.closesAt.getTime() - 1))]
  await tell(work, { round: round.id, pupil, kind: 'together', was, now: null, readers, answerBy })
}

/** Writes down what a guardian wishes, and brings the appointments in line. False when somebody is elsewhere then. */
export const wish = async (
  work: Work,
  round: Until,
  { pupil, guardian, wish }: { pupil: string; guardian: string; wish: Apart },
): Promise<boolean> => {
  await work.db
    .insertInto('conversation_wish')
    .values({ round_id: round.id, pupil_id: pupil, guardian_id: guardian, wish, wished_at: work.now })
    .onConflict((same) =>
      same
        .columns(['organisation_id', 'round_id', 'pupil_id', 'guardian_id'])
        .doUpdateSet(({ ref }) => ({ wish: ref('excluded.wish'), wished_at: ref('excluded.wished_at') })),
    )
    .execute()
  await work.audit('wished-about-conversation', round.id, [pupil])
  if (!(await align(work, round, pupil, [guardian]))) return false
  if (wish === 'together') await askOthers(work, round, pupil, guardian)
  return true
}

/** Every appointment to come whose guests are not the ones who speak for the pupil today: brought in line, each night. */
export const alignAll = async (work: Work): Promise<void> => {
  const rows = await work.db
    .selectFrom('conversation_booking as booking')
    .innerJoin('conversation_slot as slot', 'slot.id', 'booking.slot_id')
    .innerJoin('conversation_round as round', 'round.id', 'booking.round_id')
    .select(['booking.id', 'booking.pupil_id', 'booking.side', 'round.id as round', 'round.apart'])
    .where('slot.starts_at', '>', work.now)
    .execute()
  const pupils = [...new Set(rows.map(({ pupil_id }) => pupil_id))]
  const rounds = [...new Map(rows.map((row) => [row.round, { id: row.round, apart: row.apart as Apart }])).values()]
  const sidesIn = await sidesOf(work, rounds, pupils)
  const guests = await guestsOf(
    work,
    rows.map(({ id }) => id),
  )
  const wrong = new Map<string, { round: (typeof rounds)[number]; pupil: string }>()
  for (const { id, pupil_id: pupil, side, round } of rows) {
    const now = sidesIn(round).all(pupil)
    const come = [...(guests.get(id) ?? [])].sort().join()
    if (now.some((one) => one.id === side && [...one.guests].sort().join() === come)) continue
    wrong.set(`${round} ${pupil}`, { round: rounds.find((one) => one.id === round)!, pupil })
  }
  for (const { round, pupil } of wrong.values()) await align(work, round, pupil)
}
