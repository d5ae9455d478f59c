import { pupilsSpokenForBy } from '#products/school/index.ts'
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

const groupsToday = prepared(({ db }, { pupils, today }: { pupils: readonly string[]; today: string }) =>
  db
    .selectFrom('group_pupil')
    .select(['pupil_id', 'group_id'])
    .where('pupil_id', 'in', oneOf(pupils))
    .where('from_on', '<=', today)
    .where((or) => or.or([or('to_on', 'is', null), or('to_on', '>=', today)])),
)

const roundsFor = prepared(({ db }, { groups, now }: { groups: readonly string[]; now: Date }) =>
  db
    .selectFrom('conversation_round as round')
    .select(['round.id', 'title', 'minutes', 'apart', 'video', 'siblings_at', 'opens_at', 'closes_at'])
    .where('round.id', 'in', ({ selectFrom }) =>
      selectFrom('conversation_slot as offered')
        .select('offered.round_id')
        .where('offered.group_id', 'in', oneOf(groups))
        .where('offered.ends_at', '>', now),
    )
    .orderBy('opens_at'),
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
  const pupils = await pupilsSpokenForBy(work, me.id)
  if (pupils.length === 0) return []
  const places = await groupsToday(work, { pupils, today: work.today })
  const groups = [...new Set(places.map(({ group_id }) => group_id))]
  const rows = await roundsFor(work, { groups, now: work.now })
  if (rows.length === 0) return []
  const rounds = rows.map((row) => ({ ...row, apart: row.apart as Apart }))
  const [slots, sidesIn] = await Promise.all([
    slotsOf(
      work,
      rounds.map(({ id }) => id),
      groups,
    ),
    sidesOf(work, rounds, pupils),
  ])
  const guests = rounds.flatMap(({ id }) => pupils.flatMap((pupil) => sidesIn(id).of(pupil, me.id)?.guests ?? []))
  const taken = await marksTaken(work, { guardians: [...new Set([me.id, ...guests])], now: work.now })
  return rounds.flatMap((round): RoundChoices[] => {
    const sides = sidesIn(round.id)
    const ownSlots = (group: string) => slots.filter((slot) => slot.round === round.id && slot.group === group)
    const children = pupils.flatMap((pupil): Choices[] => {
      const side = sides.of(pupil, me.id)
      const group = places.find((one) => one.pupil_id === pupil && ownSlots(one.group_id).length > 0)?.group_id
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
