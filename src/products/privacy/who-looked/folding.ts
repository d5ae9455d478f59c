import type { Look } from '#shared/audit/looks.ts'
import { dayOf } from '#shared/tenancy/work.ts'

/** Days as `YYYY-MM-DD`: one, or from the Monday of a week that is over. */
export type Stretch = { readonly from: string; readonly week: boolean }

/** Looks of one person in one role in one stretch; `looks` has the newest first. */
export type Fold = { readonly stretch: Stretch; readonly looks: readonly [Look, ...Look[]] }

const DAY = 86_400_000
const DAYS_TOLD = 7

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`)
const dayAt = (time: number) => new Date(time).toISOString().slice(0, 10)

/** The last seven days are told day by day, what was before week by week. */
const stretchOf = (today: string, at: Date): Stretch => {
  const day = dayOf(at)
  if (noon(today) - noon(day) < DAYS_TOLD * DAY) return { from: day, week: false }
  const sinceMonday = (new Date(noon(day)).getUTCDay() + 6) % 7
  return { from: dayAt(noon(day) - sinceMonday * DAY), week: true }
}

/**
 * Folds looks, the newest first: what somebody opened again and again on a day (and longer ago, in a week) is one line.
 * `apart` names what stays by itself because it is unusual.
 */
export const fold = (today: string, looks: readonly Look[], apart: (look: Look) => boolean): Fold[] => {
  const key = (look: Look) =>
    `${stretchOf(today, look.at).from} ${look.viewer ?? look.place} ${look.role} ${apart(look) ? look.id : ''}`
  return [...Map.groupBy(looks, key).values()].map((some) => ({
    stretch: stretchOf(today, some[0]!.at),
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
