import type { Tell } from '../changes-view.tsx'
import type { Calendar, ClosedDays, Refused } from './closed-days.ts'
import type { CalendarTexts } from './texts.ts'

/** "Studiedag (di 3 mrt)". */
const inWords = (t: CalendarTexts, { name, from, to }: ClosedDays) => t.told.one(name, t.period(from, to))

/** The differences of two calendars, in words. */
export const tellCalendar =
  (t: CalendarTexts): Tell<Calendar> =>
  (before, after) => {
    const was = new Map(before.days.map((one) => [one.id, one]))
    const is = new Map(after.days.map((one) => [one.id, one]))
    const list = (days: readonly ClosedDays[]) => days.map((one) => inWords(t, one)).join(', ')
    const added = after.days.filter(({ id }) => !was.has(id))
    const removed = before.days.filter(({ id }) => !is.has(id))
    const changed = after.days.flatMap((one) => {
      const old = was.get(one.id)
      if (!old) return []
      const [first, second] = [inWords(t, old), inWords(t, one)]
      if (first !== second) return [t.told.changed(first, second)]
      return old.kind === one.kind ? [] : [t.told.changed(`${first}, ${t.kinds[old.kind]}`, t.kinds[one.kind])]
    })
    const region = (calendar: Calendar) => calendar.region && t.regions[calendar.region]
    return [
      ...(added.length > 0 ? [t.told.added(list(added))] : []),
      ...(removed.length > 0 ? [t.told.removed(list(removed))] : []),
      ...changed,
      ...(before.region === after.region ? [] : [t.told.region(region(before), region(after))]),
    ]
  }

/** Why days were refused, in a sentence that says what would be right. */
export const refusalInWords = (t: CalendarTexts, { code, other }: Refused, year: number): string => {
  if (code === 'outside') return t.outside(t.yearName(year))
  if (code === 'overlap') return t.overlap(other!.name, t.period(other!.from, other!.to))
  return t.problems[code]
}
