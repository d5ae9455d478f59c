import type { SchoolDays } from '#products/school/index.ts'
import type { Absence } from '../absences.ts'

/**
 * The school days on which a guardian may say that a child is back, with the last day that is then reported: today
 * until the first bell, and the next school day. Nothing for a report that has not begun or ends before.
 */
export const backDays = (
  absence: Pick<Absence, 'from' | 'to'>,
  days: SchoolDays,
  now: { today: string; time: string },
): { day: string; lastDay: string }[] => {
  if (absence.from > now.today) return []
  const lessons = days.lessons(now.today)
  const todayStill = lessons && now.time < lessons.starts && absence.from < now.today ? [now.today] : []
  const next = days.nearest(now.today, 1)
  return [...todayStill, ...(next ? [next] : [])].flatMap((day) => {
    const lastDay = days.nearest(day, -1)
    if (!lastDay || lastDay < absence.from || (absence.to !== null && absence.to <= lastDay)) return []
    return [{ day, lastDay }]
  })
}
