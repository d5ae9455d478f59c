import type { ChangedDays } from '#shared/access/setting.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { schoolYearOf } from '../organisations/groups.ts'
import { type Closure, type Lessons, SchoolDays } from '../organisations/school-days.ts'
import { closedDaysStore } from './calendar/closed-days.ts'
import { type Change, changesOf, type SettingStore } from './changes.ts'
import { type Hours, hoursStore, weekdays } from './hours/hours.ts'

/** School days as they would be with this week and these closed days. */
export const schoolDaysWith = ({ week, cutOff }: Hours, closures: readonly Closure[]): SchoolDays => {
  const lessons = week.flatMap((day, index): [number, Lessons][] =>
    day ? [[weekdays[index]!, { ...day, resumes: day.resumes ?? day.noon }]] : [],
  )
  return new SchoolDays(new Map(lessons), closures, cutOff)
}

/** Which days of last, this and next school year have school in one and not in the other. */
const changedDays = (before: SchoolDays, after: SchoolDays, today: string): ChangedDays => {
  const { startsOn, endsOn } = schoolYearOf(today)
  const [from, to] = [`${Number(startsOn.slice(0, 4)) - 1}-08-01`, `${Number(endsOn.slice(0, 4)) + 1}-07-31`]
  const [was, is] = [before.between(from, to), after.between(from, to)]
  const [open, opened] = [new Set(was), new Set(is)]
  return { closed: was.filter((day) => !opened.has(day)), opened: is.filter((day) => !open.has(day)) }
}

/**
 * What the newest change of a setting did to what modules hold, right after it: the address says that it was just done.
 * Nothing when nothing was done, or when school days stayed as they were.
 */
const told = async <D>(
  visit: Visit<string, Me>,
  store: SettingStore<D>,
  daysOf: (document: D) => Promise<SchoolDays> | SchoolDays,
): Promise<string[]> => {
  if (!['saved', 'undone'].includes(visit.query.get('done') ?? '')) return []
  const [newest]: Change<D>[] = await changesOf(visit.work, store, { limit: 1 })
  if (!newest) return []
  const days = changedDays(await daysOf(newest.before), await daysOf(newest.after), visit.work.today)
  return days.closed.length + days.opened.length === 0 ? [] : visit.whatDaysChange(days)
}

export const toldOfHours = async (visit: Visit<string, Me>): Promise<string[]> => {
  const { days } = await closedDaysStore.read(visit.work)
  return told(visit, hoursStore, (hours) => schoolDaysWith(hours, days))
}

export const toldOfClosedDays = async (visit: Visit<string, Me>): Promise<string[]> => {
  const hours = await hoursStore.read(visit.work)
  return told(visit, closedDaysStore, ({ days }) => schoolDaysWith(hours, days))
}
