import { type Named, namesOf } from '#products/school/index.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Place, placesOf, type Slot, seatsOf, teachersIn } from '../slots.ts'
import { placesInLine } from '../waiting.ts'
import { type Choices, choicesOfMine, type RoundChoices } from './choices.ts'

export type ChildIn = Choices & {
  readonly name: Named
  readonly teachers: readonly string[]
  readonly place: Place | null
  /** Which one I am on the waiting list. */
  readonly waits: number | null
  /** What is kept for me, and until when. */
  readonly kept: { readonly slot: Slot; readonly until: Date } | null
}

export type FamilyRound = RoundChoices<ChildIn>

/** The same as {@link choicesOfMine}, with names, teachers, rooms and places in line. */
export const myRounds = async (work: Work, me: Me): Promise<FamilyRound[]> => {
  const rounds = await choicesOfMine(work, me)
  if (rounds.length === 0) return []
  const ids = rounds.map(({ id }) => id)
  const [names, seats, places, waits] = await Promise.all([
    namesOf(work, [...new Set(rounds.flatMap(({ children }) => children.map(({ pupil }) => pupil)))]),
    seatsOf(work, ids),
    placesOf(work, ids),
    placesInLine(work, ids),
  ])
  return rounds.map((round) => {
    const children = round.children.flatMap((child): ChildIn[] => {
      const name = names.get(child.pupil)
      if (!name) return []
      const wait = waits.find(
        (one) => one.round === round.id && one.pupil === child.pupil && child.side.guests.includes(one.guardian),
      )
      const slot = wait?.offered ? child.free.find(({ id }) => id === wait.offered!.slot) : undefined
      return [
        {
          ...child,
          name,
          teachers: teachersIn(seats, child.mine ? [child.mine] : child.slots),
          place: places.get(`${round.id} ${child.group}`) ?? null,
          waits: wait?.number ?? null,
          kept: slot ? { slot, until: wait!.offered!.until } : null,
        },
      ]
    })
    children.sort((one, other) => one.name.givenName.localeCompare(other.name.givenName, 'nl'))
    return { ...round, children }
  })
}

/**
 * Times after each other for children without an appointment: the first way in which each follows the one before within
 * `within` minutes. Nothing for fewer than two children, or where there is none.
 */
export const afterEachOther = (children: readonly Choices[], within = 10): ReadonlyMap<string, Slot> | null => {
  const open = children.filter(({ mine }) => !mine)
  if (open.length < 2) return null
  const follow = (chosen: readonly [string, Slot][], left: readonly Choices[]): readonly [string, Slot][] | null => {
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
