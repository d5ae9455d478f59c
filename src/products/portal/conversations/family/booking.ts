import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { leave, type Placing, place, takeAway } from '../placing.ts'
import { afterChange, guestsOf, tell } from '../telling.ts'
import { afterFreed } from '../waiting.ts'
import { type Choices, choicesOfMine, type RoundChoices } from './choices.ts'

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

/** Whether the appointment I come to is of a side that is mine no more, so that it stays for the others. */
const ofOthers = ({ mine, side }: Choices) => mine?.booking?.side !== undefined && mine.booking.side !== side.id

/** What each pick means now, or why it cannot be; nothing when it is not of this family. */
const placingsOf = (round: RoundChoices, picks: readonly Pick[], me: Me, now: Date) => {
  const placings: (Placing & { was: Date | null })[] = []
  const why = new Map<string, Why>()
  for (const { pupil, slot: id, was, byVideo } of picks) {
    const child = round.children.find((one) => one.pupil === pupil)
    const slot = child?.slots.find((one) => one.id === id)
    if (!child || !slot) return null
    const mine = child.mine?.booking ?? null
    const { guests } = child.side
    const kept = slot.keptFor !== null && !guests.includes(slot.keptFor)
    if ((mine?.id ?? null) !== was) why.set(pupil, 'changed')
    else if (slot.closed || kept || slot.starts <= now || (slot.booking && slot !== child.mine)) why.set(pupil, 'taken')
    else if (slot !== child.mine || mine?.byVideo !== byVideo)
      placings.push({
        round: round.id,
        pupil,
        side: child.side.id,
        guests,
        slot,
        replaces: mine && !ofOthers(child) ? { id: mine.id, slot: child.mine!.id } : null,
        ...(mine && ofOthers(child) ? { leaves: mine.id } : {}),
        byVideo: byVideo && round.video,
        via: 'guardian',
        by: me.id,
        was: child.mine?.starts ?? null,
      })
  }
  return { placings, why }
}

/** Books and moves for a family, everything that was picked or nothing. */
export const book = async (work: Work, me: Me, round: RoundChoices, picks: readonly Pick[]): Promise<Outcome> => {
  const meant = placingsOf(round, picks, me, work.now)
  if (!meant) return { kind: 'unknown' }
  if (meant.why.size > 0) return { kind: 'refused', why: meant.why }
  if (meant.placings.length === 0) return { kind: 'booked' }
  const { clashes, placed } = await place(work, meant.placings)
  if (clashes.length > 0) return { kind: 'refused', why: new Map(clashes.map(({ pupil, why }) => [pupil, why])) }
  await afterChange(work, round.id, meant.placings, placed)
  if (meant.placings.some(({ replaces }) => replaces)) await afterFreed(work, round.id)
  return { kind: 'booked' }
}

/**
 * Cancels an appointment I come to that is still to come; who came along hears so. False when there is none. One of others,
 * with whom I came before, stays for them.
 */
export const cancel = async (work: Work, me: Me, id: string): Promise<boolean> => {
  for (const round of await choicesOfMine(work, me))
    for (const child of round.children) {
      const { mine, pupil } = child
      if (mine?.booking?.id !== id || mine.starts <= work.now) continue
      if (ofOthers(child)) {
        await leave(work, id, child.side.guests)
        return true
      }
      const guests = (await guestsOf(work, [id])).get(id) ?? []
      const freed = await takeAway(work, [id])
      if (freed.length === 0) return false
      await work.audit('cancelled-conversation', id, [pupil])
      const readers = guests.filter((guest) => guest !== me.id)
      await tell(work, { round: round.id, pupil, kind: 'cancelled', was: mine.starts, now: null, readers })
      await afterFreed(work, round.id)
      return true
    }
  return false
}
