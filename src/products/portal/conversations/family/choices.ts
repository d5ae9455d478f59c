import { childrenSpokenForBy } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Apart, type Homes, type Side, sidesOf } from '../sides.ts'
import { type Slot, slotsOf } from '../slots.ts'
import { marksOf } from '../times.ts'

/** A child of mine in a round: what I have, and what I can choose. */
export type Choices = {
  readonly pupil: string
  readonly group: string
  readonly side: Side
  readonly homes: Homes | null
  /** The appointment that I come to. */
  readonly mine: Slot | null
  /** What I can choose: free or kept for us, still to come, and none of us is elsewhere then. */
  readonly free: readonly Slot[]
  /** All of this round for this child's group, to know whether a slot that was sent belongs to it. */
  readonly slots: readonly Slot[]
}

export type RoundChoices<Child = Choices> = {
  readonly id: string
  readonly title: string
  readonly minutes: number
  readonly apart: Apart
  readonly video: boolean
  /** For this family: earlier for who has several children in it. */
  readonly opensAt: Date
  readonly closesAt: Date
  readonly open: boolean
  readonly children: readonly Child[]
}

/** The rounds that are not over for the groups of the pupils for whom a guardian speaks; a line for each pupil and group. */
const roundsOfMine = prepared(({ db }, { guardian, today, now }: { guardian: string; today: string; now: Date }) =>
  db
    .selectFrom('group_pupil as placed')
    .innerJoin('conversation_slot as offered', 'offered.group_id', 'placed.group_id')
    .innerJoin('conversation_round as round', 'round.id', 'offered.round_id')
    .select(['placed.pupil_id', 'placed.group_id', 'round.id', 'round.title', 'round.minutes', 'round.apart'])
    .select(['round.video', 'round.siblings_at', 'round.opens_at', 'round.closes_at'])
    .distinct()
    .where('offered.ends_at', '>', now)
    .where('placed.pupil_id', 'in', childrenSpokenForBy({ db, today }, guardian))
    .where('placed.from_on', '<=', today)
    .where((or) => or.or([or('placed.to_on', 'is', null), or('placed.to_on', '>=', today)]))
    .orderBy('round.opens_at')
    .orderBy('round.id'),
)

/** When these people are at a conversation already: marks by the appointment they belong to. */
const marksTaken = prepared(({ db }, { guardians, now }: { guardians: readonly string[]; now: Date }) =>
  db
    .selectFrom('conversation_guest')
    .select(['guardian_id', 'at', 'booking_id'])
    .where('guardian_id', 'in', oneOf(guardians))
    .where('at', '>', now),
)

type Taken = Awaited<ReturnType<typeof marksTaken>>

const choicesOf = (
  work: Work,
  me: Me,
  of: Pick<Choices, 'pupil' | 'group' | 'side' | 'homes' | 'slots'>,
  taken: Taken,
) => {
  const comesTo = new Set(taken.filter(({ guardian_id }) => guardian_id === me.id).map(({ booking_id }) => booking_id))
  const { pupil, side, slots } = of
  const mine =
    slots.find(({ booking }) => booking?.pupil === pupil && comesTo.has(booking.id)) ??
    slots.find(({ booking }) => booking?.pupil === pupil && booking.side === side.id) ??
    null
  const busy = new Set(
    taken
      .filter((mark) => mark.booking_id !== mine?.booking?.id && side.guests.includes(mark.guardian_id))
      .map(({ at }) => at.getTime()),
  )
  const free = slots.filter(
    (slot) =>
      !slot.closed &&
      (slot.booking === null || slot === mine) &&
      (slot.keptFor === null || side.guests.includes(slot.keptFor)) &&
      slot.starts > work.now &&
      !marksOf(slot).some((at) => busy.has(at.getTime())),
  )
  return { ...of, mine, free }
}

/** Every round that is not over for the children I speak for, with what I can choose for each; ids only, nothing is opened. */
export const choicesOfMine = async (work: Work, me: Me): Promise<RoundChoices[]> => {
  const places = await roundsOfMine(work, { guardian: me.id, today: work.today, now: work.now })
  if (places.length === 0) return []
  const rounds = [...new Map(places.map((row) => [row.id, { ...row, apart: row.apart as Apart }])).values()]
  const pupils = [...new Set(places.map(({ pupil_id }) => pupil_id))]
  const groups = [...new Set(places.map(({ group_id }) => group_id))]
  const ids = rounds.map(({ id }) => id)
  const [slots, sidesIn] = await Promise.all([slotsOf(work, ids, groups), sidesOf(work, rounds, pupils)])
  const guests = rounds.flatMap(({ id }) => pupils.flatMap((pupil) => sidesIn(id).of(pupil, me.id)?.guests ?? []))
  const taken = await marksTaken(work, { guardians: [...new Set([me.id, ...guests])], now: work.now })
  return rounds.flatMap((round): RoundChoices[] => {
    const sides = sidesIn(round.id)
    const ownSlots = (group: string) => slots.filter((slot) => slot.round === round.id && slot.group === group)
    const children = pupils.flatMap((pupil): Choices[] => {
      const side = sides.of(pupil, me.id)
      const group = places.find((one) => one.id === round.id && one.pupil_id === pupil)?.group_id
      if (!group || !side) return []
      return [
        choicesOf(work, me, { pupil, group, side, homes: sides.homes(pupil, me.id), slots: ownSlots(group) }, taken),
      ]
    })
    if (children.length === 0) return []
    const opensAt = children.length > 1 ? round.siblings_at : round.opens_at
    const { id, title, minutes, apart, video, closes_at: closesAt } = round
    const open = opensAt <= work.now && work.now < closesAt
    return [{ id, title, minutes, apart, video, opensAt, closesAt, open, children }]
  })
}
