import { childrenSpokenForBy, type Named, namesOf } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Apart, type Side, sidesOf } from '../sides.ts'
import { type Slot, slotsOf, teachersIn } from '../slots.ts'
import { marksOf } from '../times.ts'

export type ChildIn = {
  readonly pupil: string
  readonly name: Named
  readonly teachers: readonly string[]
  readonly side: Side
  /** The appointment that I come to. */
  readonly mine: Slot | null
  /** What I can choose: free, still to come, and I am nowhere else then. */
  readonly free: readonly Slot[]
  /** All of this round for this child's group, to know whether a slot that was sent belongs to it. */
  readonly slots: readonly Slot[]
  readonly waits: boolean
}

export type FamilyRound = {
  readonly id: string
  readonly title: string
  readonly minutes: number
  readonly apart: Apart
  readonly video: boolean
  /** For this family: earlier for who has several children in it. */
  readonly opensAt: Date
  readonly closesAt: Date
  readonly open: boolean
  readonly children: readonly ChildIn[]
}

const placesOf = (work: Work, pupils: readonly string[]) =>
  work.db
    .selectFrom('group_pupil')
    .select(['pupil_id', 'group_id'])
    .where('pupil_id', 'in', oneOf(pupils))
    .where('from_on', '<=', work.today)
    .where((or) => or.or([or('to_on', 'is', null), or('to_on', '>=', work.today)]))
    .execute()

const roundsFor = (work: Work, groups: readonly string[]) =>
  work.db
    .selectFrom('conversation_round as round')
    .select(['round.id', 'title', 'minutes', 'apart', 'video', 'siblings_at', 'opens_at', 'closes_at'])
    .where('round.id', 'in', ({ selectFrom }) =>
      selectFrom('conversation_slot as offered')
        .select('offered.round_id')
        .where('offered.group_id', 'in', oneOf(groups))
        .where('offered.ends_at', '>', work.now),
    )
    .orderBy('opens_at')
    .execute()

/** When these people are at a conversation already: marks by the appointment they belong to. */
const marksTaken = (work: Work, guardians: readonly string[]) =>
  work.db
    .selectFrom('conversation_guest')
    .select(['guardian_id', 'at', 'booking_id'])
    .where('guardian_id', 'in', oneOf(guardians))
    .execute()

/** Every round that is not over for the children I speak for, with what I can choose for each. */
export const myRounds = async (work: Work, me: Me): Promise<FamilyRound[]> => {
  const spokenFor = await childrenSpokenForBy(work, me.id).execute()
  const pupils = [...new Set(spokenFor.map(({ pupil_id }) => pupil_id))]
  if (pupils.length === 0) return []
  const [places, names] = await Promise.all([placesOf(work, pupils), namesOf(work, pupils)])
  const groups = [...new Set(places.map(({ group_id }) => group_id))]
  const rounds = await roundsFor(work, groups)
  const ids = rounds.map(({ id }) => id)
  if (ids.length === 0) return []
  const slots = await slotsOf(work, ids, groups)
  const teachers = await teachersIn(work, ids)
  const waits = await work.db
    .selectFrom('conversation_wait')
    .select(['round_id', 'pupil_id'])
    .where('guardian_id', '=', me.id)
    .execute()
  const found: FamilyRound[] = []
  for (const round of rounds) {
    const apart = round.apart as Apart
    const sides = await sidesOf(work, pupils, apart)
    const guests = pupils.flatMap((pupil) => sides.of(pupil, me.id)?.guests ?? [])
    const taken = await marksTaken(work, [...new Set(guests)])
    const children = pupils.flatMap((pupil): ChildIn[] => {
      const group = places.find(
        (one) => one.pupil_id === pupil && slots.some((slot) => slot.round === round.id && slot.group === one.group_id),
      )?.group_id
      const [name, side] = [names.get(pupil), sides.of(pupil, me.id)]
      if (!group || !name || !side) return []
      const own = slots.filter((slot) => slot.round === round.id && slot.group === group)
      const mine = own.find(({ booking }) => booking?.pupil === pupil && booking.side === side.id) ?? null
      const busy = new Set(
        taken
          .filter((mark) => mark.booking_id !== mine?.booking?.id && side.guests.includes(mark.guardian_id))
          .map(({ at }) => at.getTime()),
      )
      const free = own.filter(
        (slot) =>
          !slot.closed &&
          (slot.booking === null || slot === mine) &&
          slot.starts > work.now &&
          !marksOf(slot).some((at) => busy.has(at.getTime())),
      )
      const waiting = waits.some((wait) => wait.round_id === round.id && wait.pupil_id === pupil)
      const taught = teachers.get(`${round.id} ${group}`) ?? []
      return [{ pupil, name, teachers: taught, side, mine, free, slots: own, waits: waiting }]
    })
    if (children.length === 0) continue
    const opensAt = children.length > 1 ? round.siblings_at : round.opens_at
    found.push({
      id: round.id,
      title: round.title,
      minutes: round.minutes,
      apart,
      video: round.video,
      opensAt,
      closesAt: round.closes_at,
      open: opensAt <= work.now && work.now < round.closes_at,
      children: children.sort((one, other) => one.name.givenName.localeCompare(other.name.givenName, 'nl')),
    })
  }
  return found
}

/**
 * Times after each other for children without an appointment: the first way in which each follows the one before within
 * `within` minutes. Nothing for fewer than two children, or where there is none.
 */
export const afterEachOther = (children: readonly ChildIn[], within = 10): ReadonlyMap<string, Slot> | null => {
  const open = children.filter(({ mine }) => !mine)
  if (open.length < 2) return null
  const follow = (chosen: readonly [string, Slot][], left: readonly ChildIn[]): readonly [string, Slot][] | null => {
    if (left.length === 0) return chosen
    const last = chosen.at(-1)?.[1]
    for (const child of left)
      for (const slot of child.free) {
        const gap = last ? slot.starts.getTime() - last.ends.getTime() : 0
        if (gap < 0 || gap > within * 60_000) continue
        const whole = follow(
          [...chosen, [child.pupil, slot]],
          left.filter((one) => one !== child),
        )
        if (whole) return whole
      }
    return null
  }
  const found = follow([], open)
  return found && new Map(found)
}

/** The free slot nearest to a moment: what is offered when somebody else was first. */
export const nearest = (free: readonly Slot[], to: Date): Slot | null =>
  free.reduce<Slot | null>(
    (best, slot) =>
      best && Math.abs(best.starts.getTime() - to.getTime()) <= Math.abs(slot.starts.getTime() - to.getTime())
        ? best
        : slot,
    null,
  )
