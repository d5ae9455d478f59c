import type { Language } from './index.ts'
import { perDay } from './per-minute.ts'

/** A calendar day as `2026-11-24`, or an instant, which is shown as it is on a clock in the Netherlands. */
export type When = string | Date

const zone = 'Europe/Amsterdam'

// Made once: making a formatter costs more than rendering a page.
function kept(options: Intl.DateTimeFormatOptions) {
  const make = (locale: string, timeZone: string) => new Intl.DateTimeFormat(locale, { ...options, timeZone })
  const formats = {
    nl: { day: make('nl-NL', 'UTC'), instant: make('nl-NL', zone) },
    en: { day: make('en-GB', 'UTC'), instant: make('en-GB', zone) },
  }
  const days = {
    nl: perDay((day) => formats.nl.day.format(midday(day))),
    en: perDay((day) => formats.en.day.format(midday(day))),
  }
  return (language: Language, when: When) =>
    typeof when === 'string' ? days[language](when) : formats[language].instant.format(when)
}

function midday(day: string): Date {
  const date = new Date(`${day}T12:00:00Z`)
  // The engine itself reads "31 november", and takes 31 November for 1 December.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) {
    throw new RangeError('not a calendar day: expected YYYY-MM-DD')
  }
  return date
}

const long = kept({ weekday: 'long', day: 'numeric', month: 'long' })
const longWithYear = kept({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const weekday = kept({ weekday: 'short' })
const dayOfMonth = kept({ day: 'numeric' })
const monthInShort = kept({ month: 'short' })
const month = kept({ month: 'long' })
const time = kept({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' })

/** "dinsdag 24 november"; with a year when asked: "dinsdag 24 november 2026". Refuses what is no day (RangeError). */
export function dayLong(language: Language, when: When, options?: { year: boolean }): string {
  return (options?.year ? longWithYear : long)(language, when).replace(',', '')
}

/** "di 24 nov". */
export function dayShort(language: Language, when: When): string {
  const { weekday, day, month } = dayParts(language, when)
  return `${weekday} ${day} ${month}`
}

/** The three lines of a date axis: `{ weekday: 'di', day: '24', month: 'nov' }`. */
export function dayParts(language: Language, when: When): { weekday: string; day: string; month: string } {
  return { weekday: weekdayShort(language, when), day: dayOfMonth(language, when), month: monthShort(language, when) }
}

/** "di". */
export function weekdayShort(language: Language, when: When): string {
  return weekday(language, when)
}

/** "nov". */
function monthShort(language: Language, when: When): string {
  return monthInShort(language, when).replace('.', '')
}

/** "november". */
export function monthLong(language: Language, when: When): string {
  return month(language, when)
}

/** "8.41" in Dutch, "8:41" in English. Takes an instant, or a time of day as `08:41` or `08:41:00`. */
export function clockShort(language: Language, at: Date | string): string {
  const text = typeof at === 'string' ? at.slice(0, 5) : time(language, at)
  return text.replace(/^0(?=\d)/, '').replace(':', language === 'nl' ? '.' : ':')
}

/** "8.41 uur" with a space that never breaks, or "8:41". Takes what `clockShort` takes. */
export function clock(language: Language, at: Date | string): string {
  return language === 'nl' ? `${clockShort(language, at)}\u00a0uur` : clockShort(language, at)
}
