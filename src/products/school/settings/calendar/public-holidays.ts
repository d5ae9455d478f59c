import { plusDays, weekdayOf } from '../../organisations/school-days.ts'

/** Easter Sunday of a year (Gregorian calendar; Butcher's rule, as in Meeus, Astronomical Algorithms, chapter 8). */
export const easter = (year: number): string => {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  return plusDays(`${year}-03-22`, h + l - 7 * m)
}

/** King's Day is 27 April, and the Saturday before when that is a Sunday. */
export const kingsDay = (year: number) => (weekdayOf(`${year}-04-27`) === 7 ? `${year}-04-26` : `${year}-04-27`)

export const publicHolidayNames = {
  'easter-monday': 'Tweede Paasdag',
  'kings-day': 'Koningsdag',
  'liberation-day': 'Bevrijdingsdag',
  ascension: 'Hemelvaartsdag',
  'whit-monday': 'Tweede Pinksterdag',
  christmas: 'Eerste Kerstdag',
  'boxing-day': 'Tweede Kerstdag',
  'new-year': 'Nieuwjaarsdag',
} as const
export type PublicHoliday = { readonly key: keyof typeof publicHolidayNames; readonly day: string }

/**
 * The public holidays of a school year that fall on a weekday, in order. Good Friday is none by law and is left to the
 * school; Liberation Day is a day off once in five years (2025, 2030), as most agreements have it.
 */
export const publicHolidays = (startYear: number): PublicHoliday[] => {
  const year = startYear + 1
  const sunday = easter(year)
  const all: PublicHoliday[] = [
    { key: 'christmas', day: `${startYear}-12-25` },
    { key: 'boxing-day', day: `${startYear}-12-26` },
    { key: 'new-year', day: `${year}-01-01` },
    { key: 'easter-monday', day: plusDays(sunday, 1) },
    { key: 'kings-day', day: kingsDay(year) },
    ...(year % 5 === 0 ? [{ key: 'liberation-day', day: `${year}-05-05` } as const] : []),
    { key: 'ascension', day: plusDays(sunday, 39) },
    { key: 'whit-monday', day: plusDays(sunday, 50) },
  ]
  return all.filter(({ day }) => weekdayOf(day) <= 5).sort((one, other) => (one.day < other.day ? -1 : 1))
}
