import { type PublicHoliday, publicHolidayNames, publicHolidays } from './public-holidays.ts'

export const regions = ['north', 'middle', 'south'] as const
export type Region = (typeof regions)[number]

type Days = readonly [from: string, to: string]
type PerRegion = Readonly<Record<Region, Days>>

const everywhere = (days: Days): PerRegion => ({ north: days, middle: days, south: days })

/** The summer before the first year of the table. */
const summer2025: PerRegion = {
  north: ['2025-07-12', '2025-08-24'],
  middle: ['2025-07-19', '2025-08-31'],
  south: ['2025-07-05', '2025-08-17'],
}

/**
 * The school holidays of the ministry (rijksoverheid.nl, "Schoolvakanties"), by the year in which the school year begins.
 * Christmas, May and summer are fixed by the minister, autumn and spring are advice. Which dates are still to be compared
 * with the ministry's page stands in decision 24. A date is corrected here and nowhere else.
 */
const published: Readonly<
  Record<number, Readonly<Record<'autumn' | 'christmas' | 'spring' | 'may' | 'summer', PerRegion>>>
> = {
  2025: {
    autumn: {
      north: ['2025-10-18', '2025-10-26'],
      middle: ['2025-10-18', '2025-10-26'],
      south: ['2025-10-11', '2025-10-19'],
    },
    christmas: everywhere(['2025-12-20', '2026-01-04']),
    spring: {
      north: ['2026-02-21', '2026-03-01'],
      middle: ['2026-02-14', '2026-02-22'],
      south: ['2026-02-14', '2026-02-22'],
    },
    may: everywhere(['2026-04-25', '2026-05-03']),
    summer: {
      north: ['2026-07-04', '2026-08-16'],
      middle: ['2026-07-18', '2026-08-30'],
      south: ['2026-07-11', '2026-08-23'],
    },
  },
  2026: {
    autumn: {
      north: ['2026-10-10', '2026-10-18'],
      middle: ['2026-10-17', '2026-10-25'],
      south: ['2026-10-17', '2026-10-25'],
    },
    christmas: everywhere(['2026-12-19', '2027-01-03']),
    spring: {
      north: ['2027-02-20', '2027-02-28'],
      middle: ['2027-02-20', '2027-02-28'],
      south: ['2027-02-13', '2027-02-21'],
    },
    may: everywhere(['2027-04-24', '2027-05-02']),
    summer: {
      north: ['2027-07-10', '2027-08-22'],
      middle: ['2027-07-17', '2027-08-29'],
      south: ['2027-07-24', '2027-09-05'],
    },
  },
  2027: {
    autumn: {
      north: ['2027-10-16', '2027-10-24'],
      middle: ['2027-10-16', '2027-10-24'],
      south: ['2027-10-23', '2027-10-31'],
    },
    christmas: everywhere(['2027-12-25', '2028-01-09']),
    spring: {
      north: ['2028-02-19', '2028-02-27'],
      middle: ['2028-02-19', '2028-02-27'],
      south: ['2028-02-26', '2028-03-05'],
    },
    may: everywhere(['2028-04-29', '2028-05-07']),
    summer: {
      north: ['2028-07-15', '2028-08-27'],
      middle: ['2028-07-08', '2028-08-20'],
      south: ['2028-07-22', '2028-09-03'],
    },
  },
}

const holidayNames = {
  'summer-before': 'Zomervakantie',
  autumn: 'Herfstvakantie',
  christmas: 'Kerstvakantie',
  spring: 'Voorjaarsvakantie',
  may: 'Meivakantie',
  summer: 'Zomervakantie',
} as const

export type Official = {
  readonly key: keyof typeof holidayNames | PublicHoliday['key']
  readonly kind: 'holiday' | 'public-holiday'
  readonly name: string
  readonly from: string
  readonly to: string
}

/**
 * The holidays and public holidays of a region in the school year that begins in a year, in order, the end of the summer
 * before it included; nothing for a year that the table does not have. A public holiday within a holiday is left out.
 */
export const officialDays = (startYear: number, region: Region): Official[] | null => {
  const year = published[startYear]
  if (!year) return null
  const before = (published[startYear - 1]?.summer ?? summer2025)[region]
  const days = { 'summer-before': before, ...Object.fromEntries(Object.entries(year).map(([k, v]) => [k, v[region]])) }
  const holidays = Object.entries(days).map(([key, [from, to]]): Official => {
    const name = key as keyof typeof holidayNames
    return { key: name, kind: 'holiday', name: holidayNames[name], from, to }
  })
  const free = publicHolidays(startYear).filter(({ day }) => !holidays.some(({ from, to }) => from <= day && day <= to))
  const single = free.map(
    ({ key, day }): Official => ({ key, kind: 'public-holiday', name: publicHolidayNames[key], from: day, to: day }),
  )
  return [...holidays, ...single].sort((one, other) => (one.from < other.from ? -1 : 1))
}

/** The years of the table. */
export const officialYears: readonly number[] = Object.keys(published).map(Number)
