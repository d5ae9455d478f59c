import type { Anomaly, Deed, History, Look, Row, Slots } from './history.ts'

const overlap = (one: { starts: number; ends: number }, other: { starts: number; ends: number }) =>
  one.starts < other.ends && other.starts < one.ends

/** Rows in which a slot stands twice, or a family in two places: by the times on the clock, not by the keys of the database. */
export const checkRows = (rows: readonly Row[], slots: Slots): Anomaly[] => {
  const found: Anomaly[] = []
  for (const [at, one] of rows.entries())
    for (const other of rows.slice(at + 1)) {
      if (one.slot === other.slot) found.push({ kind: 'slot twice', about: one.slot })
      else if (one.family === other.family && overlap(slots.get(one.slot)!, slots.get(other.slot)!))
        found.push({ kind: 'two places', about: one.family })
    }
  return found
}

type Step = {
  readonly began: number
  readonly ended: number
  readonly deed?: Deed
  readonly look?: Look
  readonly must: boolean
}

/**
 * Whether what was seen of one child can have happened in one order (linearizability): every acknowledged deed once, between its
 * sending and its answer, each that was not acknowledged once or not at all, and every look sees what was last set. A deed sent
 * again that did something again, an acknowledged one that is gone, or a change that nobody asked for leaves no such order.
 */
export const hasAnOrder = (deeds: readonly Deed[], looks: readonly Look[]): boolean => {
  const steps: Step[] = [
    ...deeds
      .filter(({ outcome }) => outcome !== 'refused')
      .map((deed) => ({ began: deed.began, ended: deed.ended, deed, must: deed.outcome === 'done' })),
    ...looks.map((look) => ({ began: look.began, ended: look.ended, look, must: true })),
  ].sort((one, other) => one.began - other.began)
  const seen = new Set<string>()
  const stack: { done: ReadonlySet<number>; from: number; state: string | null }[] = [
    { done: new Set(), from: 0, state: null },
  ]
  while (stack.length > 0) {
    const { done, from, state } = stack.pop()!
    const left = steps.flatMap((step, at) => (at >= from && !done.has(at) ? [{ step, at }] : []))
    const must = left.filter(({ step }) => step.must)
    if (must.length === 0) return true
    // Nothing may come before what had ended already when it began.
    const until = Math.min(...must.map(({ step }) => step.ended))
    for (const { step, at } of left) {
      if (step.began > until) break
      if (step.look ? step.look.saw !== state : step.deed!.was !== state) continue
      const more = new Set(done).add(at)
      let first = from
      while (more.has(first)) more.delete(first++)
      const next = step.look ? state : step.deed!.to
      const key = `${first} ${[...more].sort((a, b) => a - b)} ${next}`
      if (seen.has(key)) continue
      seen.add(key)
      stack.push({ done: more, from: first, state: next })
    }
  }
  return false
}

type Held = { readonly pupil: string; readonly slot: string; readonly from: number; readonly to: number }

/** When a child certainly had a slot: from an answer until somebody next sent something about it, with nothing meanwhile. */
const heldBy = (pupil: string, deeds: readonly Deed[]): Held[] => {
  const could = deeds.filter((deed) => deed.pupil === pupil && deed.outcome !== 'refused')
  return could.flatMap((deed) => {
    if (deed.outcome !== 'done' || !deed.to) return []
    const others = could.filter((other) => other !== deed && other.ended > deed.began)
    if (others.some((other) => other.began <= deed.ended)) return []
    return [
      { pupil, slot: deed.to, from: deed.ended, to: Math.min(...others.map(({ began }) => began), Number.MAX_VALUE) },
    ]
  })
}

/** Every anomaly of a recorded history. It knows nothing of the application: slots, families, what was sent and what was answered. */
export const checkHistory = ({ deeds, looks, familyOf, slots }: History): Anomaly[] => {
  const found: Anomaly[] = []
  const pupils = [...familyOf.keys()]
  const own = <T extends { pupil: string }>(all: readonly T[]) => Map.groupBy(all, ({ pupil }) => pupil)
  const [deedsOf, looksOf] = [own(deeds), own(looks)]
  for (const pupil of pupils)
    if (!hasAnOrder(deedsOf.get(pupil) ?? [], looksOf.get(pupil) ?? [])) found.push({ kind: 'no order', about: pupil })
  const held = pupils.flatMap((pupil) => heldBy(pupil, deedsOf.get(pupil) ?? []))
  for (const [at, one] of held.entries())
    for (const other of held.slice(at + 1)) {
      if (one.pupil === other.pupil || one.from >= other.to || other.from >= one.to) continue
      const family = familyOf.get(one.pupil)!
      if (one.slot === other.slot) found.push({ kind: 'slot twice', about: one.slot })
      else if (family === familyOf.get(other.pupil) && overlap(slots.get(one.slot)!, slots.get(other.slot)!))
        found.push({ kind: 'two places', about: family })
    }
  return found
}
