import { plusDays, schoolYearOf, weekdayOf } from '#products/school/index.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import type { FrontDoor } from './front-door.ts'

const { startsOn } = schoolYearOf(dayOf(new Date()))
const november = `${startsOn.slice(0, 4)}-11-08`

/** A week in November of the test world's school year, without daylight saving: `week.tuesday` and so on. */
const monday = plusDays(november, (8 - weekdayOf(november)) % 7)
export const week = {
  monday,
  tuesday: plusDays(monday, 1),
  wednesday: plusDays(monday, 2),
  thursday: plusDays(monday, 3),
  friday: plusDays(monday, 4),
  saturday: plusDays(monday, 5),
  nextMonday: plusDays(monday, 7),
  nextTuesday: plusDays(monday, 8),
} as const

/** Sets the application's clock to a time of a November day in the Netherlands. */
export const setClock = (front: FrontDoor, day: string, time: string): void => {
  front.clock.now = new Date(`${day}T${time}:00+01:00`)
}

/** The form of the school hours as an ordinary week has it: 8.30 to 14.15, Wednesday until 12.15. */
export const ordinaryWeek: Readonly<Record<string, string>> = {
  cutOff: '08:45',
  ...Object.fromEntries(
    [1, 2, 3, 4, 5].flatMap((day) => [
      [`open${day}`, 'yes'],
      [`starts${day}`, '8.30'],
      [`noon${day}`, '12:00'],
      [`resumes${day}`, ''],
      [`ends${day}`, day === 3 ? '12:15' : '14:15'],
    ]),
  ),
}
