import { demoId } from './random.ts'
import type { Bilingual, Closure, SchoolHost, SchoolSettings, Weekday } from './types.ts'

const DAY = 86_400_000
const dutchDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' })

/** The day in the Netherlands, `YYYY-MM-DD`. A string must be such a day already; anything else throws a RangeError. */
export function dayOf(today: Date | string): string {
  if (today instanceof Date) return dutchDate.format(today)
  if (/^\d{4}-\d{2}-\d{2}$/.test(today) && addDays(today, 0) === today) return today
  throw new RangeError(`not a day (YYYY-MM-DD): ${today}`)
}

/** The day so many days later (or earlier). */
export function addDays(day: string, days: number): string {
  const time = Date.parse(day) + days * DAY
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10)
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(day).getUTCDay() || 7
}

/** The moment at which Dutch clocks show this time on this day, with the offset of summer or winter. */
export function momentOf(day: string, time: string): string {
  const year = day.slice(0, 4)
  const summer = day >= lastSunday(`${year}-03-31`) && day < lastSunday(`${year}-10-31`)
  return `${day}T${time}:00+0${summer ? 2 : 1}:00`
}

const lastSunday = (endOfMonth: string) => addDays(endOfMonth, -(weekdayOf(endOfMonth) % 7))
/** The Saturday on or after a day. */
const saturday = (day: string) => addDays(day, (13 - weekdayOf(day)) % 7)

/** The school year by law: 1 August to 31 July. */
export function schoolYearOf(today: string): { name: string; from: string; until: string } {
  const start = Number(today.slice(0, 4)) - (today.slice(5, 7) < '08' ? 1 : 0)
  return { name: `${start}-${start + 1}`, from: `${start}-08-01`, until: `${start + 1}-07-31` }
}

/** The weekdays from one day to another (both count) on which the school is open. */
export function schoolDays(closures: readonly Closure[], from: string, until: string): string[] {
  const days: string[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) {
    if (weekdayOf(day) < 6 && !closures.some((closure) => closure.from <= day && day <= closure.until)) days.push(day)
  }
  return days
}

/** The school day's number 1 to 5; only asked of school days. */
export const schoolWeekday = (day: string) => weekdayOf(day) as Weekday

/**
 * Summer's first Saturday. The real calendar spreads the regions over three dates that turn round in six years
 * (seen in the published calendars of 2024 to 2028); the other holidays are near the real ones, not equal to them.
 */
function summer(year: number, region: SchoolSettings['region']): string {
  const turn = { noord: [2, 1, 0, 0, 1, 2], midden: [1, 2, 2, 1, 0, 0], zuid: [0, 0, 1, 2, 2, 1] }[region]
  return addDays(saturday(`${year}-07-04`), 7 * turn[(year + 4) % 6]!)
}

/** Easter Sunday (Gregorian, Butcher's rule). */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const marchDays = h + l - 7 * m + 22
  return addDays(`${year}-03-01`, marchDays - 1)
}

const feasts = new Set(['easter', 'ascension', 'whit-monday'])

type Named = [key: string, from: string, days: number, name: Bilingual]

/** The closed days of a school in the school year that starts in `year`. King's Day always falls in the May holiday. */
export function closuresOf(host: SchoolHost, region: SchoolSettings['region'], year: number): Closure[] {
  const next = year + 1
  const start = addDays(summer(year, region), 44)
  const end = summer(next, region)
  const autumn = addDays(start, 54)
  const christmas = saturday(`${year}-12-19`)
  const spring = addDays(saturday(`${next}-02-15`), region === 'noord' ? 7 : 0)
  const may = saturday(`${next}-04-21`)
  const sunday = easter(next)

  const holidays: Named[] = [
    [
      'summer-before',
      `${year}-08-01`,
      daysBetween(`${year}-08-01`, start),
      { nl: 'Zomervakantie', en: 'Summer holiday' },
    ],
    ['autumn', autumn, 9, { nl: 'Herfstvakantie', en: 'Autumn holiday' }],
    ['christmas', christmas, 16, { nl: 'Kerstvakantie', en: 'Christmas holiday' }],
    ['spring', spring, 9, { nl: 'Voorjaarsvakantie', en: 'Spring holiday' }],
    ['easter', addDays(sunday, -2), 4, { nl: 'Goede Vrijdag en Pasen', en: 'Good Friday and Easter' }],
    ['may', may, 16, { nl: 'Meivakantie', en: 'May holiday' }],
    [
      'ascension',
      addDays(sunday, 39),
      2,
      { nl: 'Hemelvaart en de vrijdag erna', en: 'Ascension Day and the Friday after' },
    ],
    ['whit-monday', addDays(sunday, 50), 1, { nl: 'Tweede Pinksterdag', en: 'Whit Monday' }],
    ['summer', end, daysBetween(end, `${next}-08-01`), { nl: 'Zomervakantie', en: 'Summer holiday' }],
  ]
  const study = { nl: 'Studiedag van het team', en: 'Study day of the team' }
  const shift = { vuurtoren: 0, zeester: 1, molen: 2 }[host]
  const studyDays: Named[] = [
    ['study-september', addDays(start, 23 + 7 * shift), 1, study],
    ['study-autumn', addDays(autumn, shift === 1 ? -1 : 9), 1, study],
    ['study-january', addDays(christmas, 30 + shift), 1, study],
    ['study-spring', addDays(spring, shift === 2 ? 9 : -1), 1, study],
    ['study-june', addDays(end, -31 + shift), 1, study],
    ['study-last', addDays(end, -1), 1, { nl: 'Laatste vrijdag vrij', en: 'Last Friday off' }],
  ]
  const closure = (kind: Closure['kind'], [key, from, days, name]: Named): Closure => ({
    id: demoId(`closure/${host}/${year}/${key}`),
    kind,
    name,
    from,
    until: addDays(from, days - 1),
  })
  const all = [
    ...holidays.map((holiday) => closure(feasts.has(holiday[0]) ? 'public-holiday' : 'holiday', holiday)),
    ...studyDays.map((day) => closure(day[0] === 'study-last' ? 'day-off' : 'study-day', day)),
  ]
  // Ascension or Easter may fall within a holiday: one closed day has one name.
  return all
    .filter((one) => !all.some((other) => other !== one && other.from <= one.from && one.until <= other.until))
    .sort((one, other) => one.from.localeCompare(other.from))
}

const daysBetween = (from: string, until: string) => (Date.parse(until) - Date.parse(from)) / DAY
