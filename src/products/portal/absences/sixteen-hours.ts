import { type Lessons, plusDays, weekdayOf } from '#products/school/index.ts'
import type { Cover } from './standing.ts'

/** Hours of unauthorised absence within four school weeks that a school must report (Leerplichtwet art. 21a). */
const LIMIT_MINUTES = 16 * 60
const WEEKS = 4

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/**
 * Lesson minutes that reports take out of a day, counted once where they overlap. A pupil who was seen all the same
 * missed nothing; who came later missed until then. Clock minutes from the first to the last bell.
 */
export const missedMinutes = (
  covers: readonly Cover[],
  lessons: Lessons,
  mark: { state: 'present' | 'late' | 'absent'; arrivedAt: string | null } | null,
): number => {
  const [starts, ends] = [minutes(lessons.starts), minutes(lessons.ends)]
  const spans = covers
    .filter((cover) => mark?.state !== 'present' || cover.fromTime !== null || cover.untilTime !== null)
    .map(({ fromTime, untilTime }) => {
      const until = mark?.state === 'late' ? (untilTime ?? mark.arrivedAt) : untilTime
      return [Math.max(starts, fromTime ? minutes(fromTime) : starts), Math.min(ends, until ? minutes(until) : ends)]
    })
    .sort(([one], [other]) => one! - other!)
  let [sum, counted] = [0, starts]
  for (const [from, until] of spans) {
    sum += Math.max(0, until! - Math.max(from!, counted))
    counted = Math.max(counted, until!)
  }
  return sum
}

/** The Monday of a day's week. */
const weekOf = (day: string) => plusDays(day, 1 - weekdayOf(day))

export type Missed = { readonly day: string; readonly minutes: number }
export type Warning = { readonly from: string; readonly reached: string; readonly minutes: number }

/**
 * When unauthorised absence came to sixteen hours within four consecutive school weeks, and how many minutes count now.
 * `days` are all school days up to now: a week without any is no school week and takes no place in the four. After each
 * sixteen hours counting begins anew with the next day. Lateness counts only where the school decided so: it is then
 * an absence with times.
 */
export const sixteenHours = (
  missed: readonly Missed[],
  days: readonly string[],
): { readonly warnings: readonly Warning[]; readonly minutes: number } => {
  const school = new Set(days)
  const weeks = new Map([...new Set(days.map(weekOf))].sort().map((week, index): [string, number] => [week, index]))
  const warnings: Warning[] = []
  let counting: (Missed & { week: number })[] = []
  const within = (week: number) => counting.filter((one) => one.week > week - WEEKS)
  const sum = () => counting.reduce((total, one) => total + one.minutes, 0)
  for (const one of [...missed].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    if (!school.has(one.day) || one.minutes <= 0) continue
    const week = weeks.get(weekOf(one.day))!
    counting = [...within(week), { ...one, week }]
    if (sum() < LIMIT_MINUTES) continue
    warnings.push({ from: counting[0]!.day, reached: one.day, minutes: sum() })
    counting = []
  }
  counting = within(weeks.size - 1)
  return { warnings, minutes: sum() }
}
