import { easter, kingsDay, plusDays, weekdayOf } from '#products/school/index.ts'

/** What the school promises (PROMISES P65); the law's month is the hard limit behind it. */
const PROMISED_DAYS = 28

/** The day a period of months ends: the same date, or the last day of a month that has none (Regulation 1182/71, art. 3(2)(c)). */
const monthsAfter = (day: string, months: number): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0, 12))
  const end = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate()), 12))
  return end.toISOString().slice(0, 10)
}

/** Days on which no period ends in the Netherlands besides weekends: Algemene termijnenwet, art. 3, with Good Friday and each 5 May. */
const isPublicHoliday = (day: string): boolean => {
  const year = Number(day.slice(0, 4))
  const sunday = easter(year)
  return [
    `${year}-01-01`,
    plusDays(sunday, -2),
    plusDays(sunday, 1),
    kingsDay(year),
    `${year}-05-05`,
    plusDays(sunday, 39),
    plusDays(sunday, 50),
    `${year}-12-25`,
    `${year}-12-26`,
  ].includes(day)
}

/** This day, or the first working day after it (Regulation 1182/71, art. 3(4)). */
const workingDay = (day: string): string =>
  weekdayOf(day) > 5 || isPublicHoliday(day) ? workingDay(plusDays(day, 1)) : day

export type Clock = { readonly due: string; readonly limit: string }

/**
 * Until when a request that came in on a day must be answered: `due` is what the school promises, `limit` the law's month
 * (art. 12(3) GDPR), counted from the day it came in. Extended, both are the end of the third month.
 */
export const clockOf = (received: string, extended = false): Clock => {
  const limit = workingDay(monthsAfter(received, extended ? 3 : 1))
  const promised = plusDays(received, PROMISED_DAYS)
  return { due: extended || promised > limit ? limit : promised, limit }
}

/** How many days are left until a day, which counts itself: 0 is the last one, below it is too late. */
export const daysUntil = (today: string, day: string): number =>
  Math.round((Date.parse(`${day}T12:00:00Z`) - Date.parse(`${today}T12:00:00Z`)) / 86_400_000)

/** Days left at which who must answer is reminded. */
const MOMENTS = [14, 7, 3, 1, 0] as const

/**
 * The moment that a reminder is due at: the closest one that has passed, so that a day on which no job ran is made up for;
 * nothing when that one was sent before (`reminded`).
 */
export const momentReached = (left: number, reminded: number | null): number | null => {
  const moment = MOMENTS.findLast((days) => left <= days)
  return moment === undefined || (reminded !== null && reminded <= moment) ? null : moment
}
