import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Placing, place, takeAway } from '../placing.ts'
import { afterChange, afterFreed } from '../telling.ts'
import { type FamilyRound, myRounds } from './queries.ts'

/** What a guardian picked for one child: the slot, and the appointment that the page showed at that moment. */
export type Pick = {
  readonly pupil: string
  readonly slot: string
  readonly was: string | null
  readonly byVideo: boolean
}

type Why = 'taken' | 'elsewhere' | 'changed'
export type Outcome =
  | { readonly kind: 'booked' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly why: ReadonlyMap<string, Why> }

/** What each pick means now, or why it cannot be; nothing when it is not of this family. */
const placingsOf = (round: FamilyRound, picks: readonly Pick[], me: Me, now: Date) => {
  const placings: Placing[] = []
  const why = new Map<string, Why>()
  for (const { pupil, slot: id, was, byVideo } of picks) {
    const child = round.children.find((one) => one.pupil === pupil)
    const slot = child?.slots.find((one) => one.id === id)
    if (!child || !slot) return null
    const mine = child.mine?.booking ?? null
    if ((mine?.id ?? null) !== was) why.set(pupil, 'changed')
    else if (slot.closed || slot.starts <= now || (slot.booking && slot !== child.mine)) why.set(pupil, 'taken')
    else if (slot !== child.mine || mine?.byVideo !== byVideo)
      placings.push({
        round: round.id,
        pupil,
        side: child.side.id,
        guests: child.side.guests,
        slot,
        replaces: mine && { id: mine.id, slot: child.mine!.id },
        byVideo: byVideo && round.video,
        via: 'guardian',
        by: me.id,
      })
  }
  return { placings, why }
}

/** Books and moves for a family, everything that was picked or nothing. */
export const book = async (work: Work, me: Me, round: FamilyRound, picks: readonly Pick[]): Promise<Outcome> => {
  const meant = placingsOf(round, picks, me, work.now)
  if (!meant) return { kind: 'unknown' }
  if (meant.why.size > 0) return { kind: 'refused', why: meant.why }
  if (meant.placings.length === 0) return { kind: 'booked' }
  const { clashes, placed } = await place(work, meant.placings)
  if (clashes.length > 0) return { kind: 'refused', why: new Map(clashes.map(({ pupil, why }) => [pupil, why])) }
  const freed = meant.placings.flatMap(({ replaces }) => replaces?.slot ?? [])
  await afterFreed(work, round.id, freed)
  await afterChange(work, round.id, meant.placings, placed)
  return { kind: 'booked' }
}

/** Cancels an appointment I come to that is still to come; false when there is none. */
export const cancel = async (work: Work, me: Me, id: string): Promise<boolean> => {
  for (const round of await myRounds(work, me))
    for (const child of round.children) {
      const { mine } = child
      if (mine?.booking?.id !== id || mine.starts <= work.now) continue
      const freed = await takeAway(work, [id])
      if (freed.length === 0) return false
      await work.audit('cancelled-conversation', id, [child.pupil])
      await afterFreed(work, round.id, freed)
      return true
    }
  return false
}
