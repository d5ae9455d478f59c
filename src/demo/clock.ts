import { addDays, dayOf, momentOf, schoolYearOf } from './calendar.ts'
import { demoOrganisations } from './schools.ts'

const MORNING = '08:47'

const shownDay = (day: string) => demoOrganisations(day).find(({ host }) => host === 'vuurtoren')!.school!.shownDay

/** The last day up to this one on which De Vuurtoren had school; before the year's first one, that of the year before. */
export const lastSchoolDay = (day: string): string =>
  shownDay(day) ?? lastSchoolDay(addDays(schoolYearOf(day).from, -1))

/**
 * The clock of the demo world. Whenever somebody looks, it plays a school morning: it begins at 8.47 of the last school
 * day when the server starts, and again when a new day begins, and runs on from there as fast as the real one. On a
 * Sunday evening there would be nothing to tap, to call or to report.
 */
export const demoClock = (real: () => Date): (() => Date) => {
  let day = ''
  let ahead = 0
  return () => {
    const now = real()
    if (dayOf(now) !== day) {
      day = dayOf(now)
      ahead = Date.parse(momentOf(lastSchoolDay(day), MORNING)) - now.getTime()
    }
    return new Date(now.getTime() + ahead)
  }
}
