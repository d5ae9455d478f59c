import { Module } from '#shared/access/module.ts'
import { callingRoutes } from './calling/routes.ts'
import { dayListRoutes } from './day-list/routes.tsx'
import { reportsOverChangedDays } from './days-told.ts'
import { familyRoutes } from './family/routes.tsx'
import { handOverRoutes } from './hand-over/routes.tsx'
import { officeRoutes } from './office/routes.tsx'
import { pupilRoutes } from './pupil/routes.tsx'
import { reportRoutes } from './report/routes.tsx'
import './personal-data.ts'

/**
 * Absences: guardians report (`report/`, `family/`), teachers see the group's day (`day-list/`), the office calls, decides
 * and hands over (`calling/`, `office/`, `pupil/`, `hand-over/`). What they share is one reading of reports (`absences.ts`) and pure functions
 * about a day (`standing.ts`) and four weeks (`sixteen-hours.ts`).
 */
export const absences = new Module('absences', {
  nl: 'Afwezigheid van je eigen kinderen',
  en: 'Absences of your own children',
})
  .switchable({
    word: { nl: 'Ziek en afwezig', en: 'Ill and absent' },
    text: {
      nl: 'Ouders melden hun kind ziek, leerkrachten zien wie er is, de administratie belt en beslist.',
      en: 'Guardians report their child ill, teachers see who is here, the office calls and decides.',
    },
    kinds: ['school'],
  })
  .whenDaysChange(reportsOverChangedDays)

for (const add of [familyRoutes, reportRoutes, dayListRoutes, callingRoutes, officeRoutes, pupilRoutes, handOverRoutes])
  add(absences)
