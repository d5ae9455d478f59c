import type { SchoolDays } from '../../organisations/school-days.ts'

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** How many days and whole hours of lessons lie from the first through the last day, breaks taken off. */
export const lessonsIn = (days: SchoolDays, from: string, to: string): { days: number; hours: number } => {
  const open = days.between(from, to)
  const total = open.reduce((sum, day) => {
    const { starts, noon, resumes, ends } = days.lessons(day)!
    return sum + minutes(ends) - minutes(starts) - (minutes(resumes) - minutes(noon))
  }, 0)
  return { days: open.length, hours: Math.floor(total / 60) }
}
