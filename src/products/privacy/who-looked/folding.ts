import type { Look } from '#shared/audit/looks.ts'
import { dayOf } from '#shared/tenancy/work.ts'

/** Looks of one person in one role on one day; `looks` has the newest first. */
export type Fold = { readonly day: string; readonly looks: readonly [Look, ...Look[]] }

/**
 * Folds looks, the newest first: what somebody opened again and again on a day is one line. `apart` names what stays by
 * itself because it is unusual.
 */
export const fold = (looks: readonly Look[], apart: (look: Look) => boolean): Fold[] => {
  const key = (look: Look) =>
    `${dayOf(look.at)} ${look.viewer ?? look.place} ${look.role} ${apart(look) ? look.id : ''}`
  return [...Map.groupBy(looks, key).values()].map((some) => ({
    day: dayOf(some[0]!.at),
    looks: some as [Look, ...Look[]],
  }))
}

/**
 * The whole days among these looks, so that no day is cut in two between pages: all of them when there are fewer than
 * `most`, else without the last day, unless that is the only one.
 */
export const wholeDays = (looks: readonly Look[], most: number): readonly Look[] => {
  const last = looks.at(-1)
  if (!last || looks.length < most) return looks
  const earlier = looks.filter(({ at }) => dayOf(at) !== dayOf(last.at))
  return earlier.length > 0 ? earlier : looks
}
