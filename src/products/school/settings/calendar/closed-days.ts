import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Work } from '#shared/tenancy/work.ts'
import { type Closure, closureKinds, plusDays, type SchoolDays } from '../../organisations/school-days.ts'
import { day } from '../../typed.ts'
import type { SettingStore } from '../changes.ts'
import { type Official, officialDays, type Region } from './official.ts'
import { tellClosedDaysChanged } from './telling.ts'

export type ClosedDays = Closure & { readonly id: string }

/** The days without school of all years, in order, and whose holidays the school follows. */
export type Calendar = { readonly region: Region | null; readonly days: readonly ClosedDays[] }

const inOrder = (days: readonly ClosedDays[]): ClosedDays[] =>
  [...days].sort((one, other) => (one.from + one.id < other.from + other.id ? -1 : 1))

/** The school's days without lessons. */
export const closedDaysStore: SettingStore<Calendar> = {
  name: 'closed-days',
  topics: ['absences'],
  read: async (work: Work) => {
    const [school, rows] = await Promise.all([
      work.db.selectFrom('school').select('region').executeTakeFirstOrThrow(),
      work.db.selectFrom('closed_days').select(['id', 'kind', 'name', 'from_on', 'to_on']).execute(),
    ])
    const days = rows.map(
      ({ id, kind, name, from_on, to_on }): ClosedDays => ({
        id,
        kind: kind as Closure['kind'],
        name,
        from: from_on,
        to: to_on,
      }),
    )
    return { region: school.region as Region | null, days: inOrder(days) }
  },
  write: async (work, { region, days }) => {
    await work.db.updateTable('school').set({ region }).execute()
    await work.db.deleteFrom('closed_days').execute()
    const rows = days.map(({ from, to, ...one }) => ({ ...one, from_on: from, to_on: to }))
    if (rows.length > 0) await work.db.insertInto('closed_days').values(rows).execute()
    await tellClosedDaysChanged(work)
  },
}

/** What a form says of one stretch of days; without a last day it is one day. */
export const closedDaysForm = z
  .object({
    kind: z.enum(closureKinds, 'kind'),
    name: z
      .string('name')
      .transform((text) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim())
      .refine((text) => /[\p{L}\p{N}]/u.test(text), 'name')
      .refine((text) => text.length <= 80, 'long'),
    from: day('badDay'),
    to: z.union([z.literal(''), day('badDay')], 'badDay').optional(),
  })
  .transform(({ to, ...form }) => ({ ...form, to: to || form.from }))

export type NewClosedDays = z.output<typeof closedDaysForm>

/** The longest holiday is six weeks; more is a mistake in a year or month. */
const LONGEST = 62

export type Refused = {
  readonly field: 'from' | 'to'
  readonly code: 'order' | 'outside' | 'tooLong' | 'noLessons' | 'overlap'
  /** The days it falls together with. */
  readonly other?: ClosedDays
}

const overlaps = (one: Pick<Closure, 'from' | 'to'>, other: Pick<Closure, 'from' | 'to'>) =>
  one.from <= other.to && other.from <= one.to

/**
 * Why these days cannot stand in the calendar of a school year, or nothing: an end before the start, outside of the year,
 * very long, no day with lessons among them, or other closed days there already. `week` is the school's ordinary week.
 */
export const refusedDays = (
  wanted: Pick<Closure, 'from' | 'to'>,
  others: readonly ClosedDays[],
  week: SchoolDays,
  year: { readonly startsOn: string; readonly endsOn: string },
): Refused | null => {
  const { from, to } = wanted
  if (to < from) return { field: 'to', code: 'order' }
  // The summer holiday begins in one school year and ends in the next.
  if (from < plusDays(year.startsOn, -LONGEST) || from > year.endsOn || to < year.startsOn)
    return { field: 'from', code: 'outside' }
  if (to > plusDays(from, LONGEST)) return { field: 'to', code: 'tooLong' }
  const other = others.find((one) => overlaps(one, wanted))
  if (other) return { field: 'from', code: 'overlap', other }
  return week.between(from, to).length === 0 ? { field: 'from', code: 'noLessons' } : null
}

export const withDays = (calendar: Calendar, added: readonly ClosedDays[]): Calendar => ({
  ...calendar,
  days: inOrder([...calendar.days, ...added]),
})

export const withoutDays = (calendar: Calendar, id: string): Calendar => ({
  ...calendar,
  days: calendar.days.filter((one) => one.id !== id),
})

export const newDays = (days: NewClosedDays): ClosedDays => ({ id: randomUUID(), ...days })

export type Compared = Official & {
  /** `here`: stands so already; `other`: other days stand there; `missing`: can be taken over. */
  readonly stands: 'here' | 'other' | 'missing'
  readonly instead: readonly ClosedDays[]
}

/** How the school's calendar compares with the official one of a year and region; nothing for a year without one. */
export const compareOfficial = (days: readonly ClosedDays[], startYear: number, region: Region): Compared[] | null =>
  officialDays(startYear, region)?.map((official) => {
    const there = days.filter((one) => overlaps(one, official))
    const same = there.some(({ from, to }) => from === official.from && to === official.to)
    return { ...official, stands: same ? 'here' : there.length > 0 ? 'other' : 'missing', instead: there }
  }) ?? null

/** The calendar with the official days that are missing in it; what the school has there itself stays. */
export const takeOver = (calendar: Calendar, startYear: number, region: Region): Calendar => {
  const missing = (compareOfficial(calendar.days, startYear, region) ?? []).filter(({ stands }) => stands === 'missing')
  return withDays(
    { ...calendar, region },
    missing.map(({ kind, name, from, to }) => newDays({ kind, name, from, to })),
  )
}
