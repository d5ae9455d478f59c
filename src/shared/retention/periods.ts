import { dayOf } from '#shared/tenancy/work.ts'
import type { Period } from '#shared/vault/declaration.ts'

const DAY = 86_400_000
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', timeStyle: 'medium' })
const at = (day: string) => new Date(`${day}T00:00:00Z`)
const shown = (moment: Date) => moment.toISOString().slice(0, 10)

/** So many days further, or back. */
const shift = (day: string, days: number): string => shown(new Date(at(day).getTime() + days * DAY))

/** The first `MM-DD` after a day. */
const turnAfter = (day: string, turn: string): string => {
  const year = Number(day.slice(0, 4))
  return `${year}-${turn}` > day ? `${year}-${turn}` : `${year + 1}-${turn}`
}

/** The day to which a period lasts that begins on a day. A month that is shorter ends it on its last day, as in PostgreSQL. */
export const endOf = (day: string, { years = 0, months = 0, days = 0, until }: Period): string => {
  const from = at(until ? turnAfter(day, until) : day)
  const month = from.getUTCFullYear() * 12 + from.getUTCMonth() + years * 12 + months
  const [year, of] = [Math.floor(month / 12), month % 12]
  const last = new Date(Date.UTC(year, of + 1, 0)).getUTCDate()
  return shift(shown(new Date(Date.UTC(year, of, Math.min(from.getUTCDate(), last)))), days)
}

/**
 * The last day on which a period can have begun that ends on or before `day`. One past a short month, or a turn of the
 * year, begins on several days; the last of them counts.
 */
const lastBegin = (day: string, keep: Period): string => {
  const { years = 0, months = 0, days = 0, until } = keep
  let begin = shift(endOf(day, { years: -years, months: -months }), -days)
  if (until) {
    const turn = `${begin.slice(0, 4)}-${until}`
    begin = shift(turn <= begin ? turn : `${Number(begin.slice(0, 4)) - 1}-${until}`, -1)
  }
  while (endOf(shift(begin, 1), keep) <= day) begin = shift(begin, 1)
  while (endOf(begin, keep) > day) begin = shift(begin, -1)
  return begin
}

/** The moment at which a Dutch clock shows this on that day. In the hour that comes twice it is the first. */
const clockOn = (day: string, time: string): Date =>
  ['+02:00', '+01:00']
    .map((zone) => new Date(`${day}T${time}${zone}`))
    .find((moment) => dayOf(moment) === day && clock.format(moment) === time.slice(0, 8)) ??
  new Date(`${day}T${time}+01:00`)

/**
 * Up to when something must have happened for its period to be over: on which day, for a date (which lasts until its
 * midnight), and at which moment.
 */
export const cutOff = (moment: Date, keep: Period): { day: string; moment: Date } => {
  const today = dayOf(moment)
  const begin = lastBegin(today, keep)
  return {
    day: keep.until && !keep.days ? begin : lastBegin(shift(today, -1), keep),
    moment: clockOn(begin, `${clock.format(moment)}.${String(moment.getUTCMilliseconds()).padStart(3, '0')}`),
  }
}

/** A period as days, roughly: to tell which of two is the shorter. One that waits for a day of the year is a year more. */
export const inDays = ({ years = 0, months = 0, days = 0, until }: Period): number =>
  years * 365.25 + months * 30.4375 + days + (until ? 365.25 : 0)
