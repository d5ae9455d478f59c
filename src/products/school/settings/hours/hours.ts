import { z } from 'zod'
import type { Work } from '#shared/tenancy/work.ts'
import { typedTime } from '../../typed.ts'
import type { SettingStore } from '../changes.ts'
import type { Tell } from '../changes-view.tsx'
import type { HoursTexts } from './texts.ts'

/** Monday to Friday, as in ISO 8601. */
export const weekdays = [1, 2, 3, 4, 5] as const
export type Weekday = (typeof weekdays)[number]

/** Lessons of a weekday. A day without an afternoon ends at `noon`; without a break `resumes` is nothing. */
export type DayHours = {
  readonly starts: string
  readonly noon: string
  readonly resumes: string | null
  readonly ends: string
}

/** The school's week, Monday first; nothing on a weekday without school. */
export type Hours = { readonly cutOff: string; readonly week: readonly (DayHours | null)[] }

const short = (time: string) => time.slice(0, 5)

/** The hours of the week and the cut-off time. */
export const hoursStore: SettingStore<Hours> = {
  name: 'hours',
  topics: ['absences'],
  read: async (work: Work) => {
    const [school, rows] = await Promise.all([
      work.db.selectFrom('school').select('cut_off').executeTakeFirstOrThrow(),
      work.db.selectFrom('school_hours').select(['weekday', 'starts', 'noon', 'resumes', 'ends']).execute(),
    ])
    const week = weekdays.map((weekday) => {
      const row = rows.find((one) => one.weekday === weekday)
      if (!row) return null
      const { starts, noon, resumes, ends } = row
      return { starts: short(starts), noon: short(noon), resumes: resumes && short(resumes), ends: short(ends) }
    })
    return { cutOff: short(school.cut_off), week }
  },
  write: async (work, { cutOff, week }) => {
    await work.db.updateTable('school').set({ cut_off: cutOff }).execute()
    await work.db
      .deleteFrom('school_hours')
      .where('weekday', 'in', [...weekdays])
      .execute()
    const rows = week.flatMap((day, index) => (day ? [{ weekday: weekdays[index]!, ...day }] : []))
    await work.db.insertInto('school_hours').values(rows).execute()
  },
}

const optionalTime = z.union([z.literal('').transform(() => null), typedTime]).optional()

const fields = (day: Weekday) => ({
  [`open${day}`]: z.string().optional(),
  [`starts${day}`]: optionalTime,
  [`noon${day}`]: optionalTime,
  [`resumes${day}`]: optionalTime,
  [`ends${day}`]: optionalTime,
})

const week = z.object(Object.assign({}, ...weekdays.map(fields)) as ReturnType<typeof fields>)

type DayProblem = 'badTime' | 'fill' | 'order' | 'noon' | 'resumes'

/** The hours of one weekday as typed, or what is wrong with them. A morning only: no `noon`. */
const dayOf = (
  typed: Readonly<Record<string, string | null | undefined>>,
  day: Weekday,
): DayHours | null | DayProblem => {
  if (typed[`open${day}`] !== 'yes') return null
  const [starts, noon, resumes, ends] = ['starts', 'noon', 'resumes', 'ends'].map((name) => typed[name + day] ?? null)
  if (!starts || !ends) return 'fill'
  if (starts >= ends) return 'order'
  if (!noon) return resumes ? 'noon' : { starts, noon: ends, resumes: null, ends }
  if (noon <= starts || noon > ends) return 'noon'
  if (!resumes || resumes === noon) return { starts, noon, resumes: null, ends }
  return resumes < noon || resumes >= ends ? 'resumes' : { starts, noon, resumes, ends }
}

/** The week and the cut-off time as typed. Problems are named `day1` to `day5`, `week` and `cutOff`. */
export const hoursForm = z.looseObject({ cutOff: typedTime }).transform(({ cutOff, ...typed }, context): Hours => {
  const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  const times = week.safeParse(typed)
  for (const { path, message } of times.error?.issues ?? []) {
    const day = String(path[0]).at(-1)
    refuse(`day${day}`, message === 'badTime' ? message : 'badTime')
  }
  if (!times.success) return z.NEVER
  const days = weekdays.map((day) => {
    const hours = dayOf(times.data, day)
    if (typeof hours === 'string') refuse(`day${day}`, hours)
    return typeof hours === 'string' ? null : hours
  })
  const open = days.filter((day) => day !== null)
  if (open.length === 0) refuse('week', 'noDay')
  else if (open.every(({ starts }) => cutOff < starts)) refuse('cutOff', 'early')
  else if (open.every(({ ends }) => cutOff >= ends)) refuse('cutOff', 'late')
  return { cutOff, week: days }
})

/** What stands in the fields for these hours. */
export const fieldsOf = ({ cutOff, week }: Hours): Record<string, string> => {
  const day = (hours: DayHours | null, index: number): [string, string][] => {
    const weekday = weekdays[index]!
    if (!hours) return [[`open${weekday}`, '']]
    return [
      [`open${weekday}`, 'yes'],
      [`starts${weekday}`, hours.starts],
      [`noon${weekday}`, hours.noon >= hours.ends ? '' : hours.noon],
      [`resumes${weekday}`, hours.resumes ?? ''],
      [`ends${weekday}`, hours.ends],
    ]
  }
  return { cutOff, ...Object.fromEntries(week.flatMap(day)) }
}

/** The differences of two weeks, in words. */
export const tellHours =
  (t: HoursTexts): Tell<Hours> =>
  (before, after) => {
    const days = weekdays.flatMap((weekday, index) => {
      const [was, is] = [t.day(before.week[index] ?? null), t.day(after.week[index] ?? null)]
      return was === is ? [] : [t.told.day(t.weekdays[weekday], was, is)]
    })
    return before.cutOff === after.cutOff ? days : [...days, t.told.cutOff(before.cutOff, after.cutOff)]
  }
