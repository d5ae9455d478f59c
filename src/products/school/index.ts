import type { Product } from '#src/products.ts'
import { accessReviews } from './access-reviews/routes.tsx'
import { children } from './children/routes.tsx'
import { duplicates } from './duplicates/routes.tsx'
import { groups } from './groups/routes.tsx'
import { restrictions } from './guardianships/restrictions.tsx'
import { guardianships } from './guardianships/routes.tsx'
import { guardianImports } from './imports/guardians/routes.tsx'
import { importTasks } from './imports/jobs.ts'
import { roleProposals } from './imports/proposing.tsx'
import { imports } from './imports/routes.tsx'
import { informationRequestArrived } from './information-requests/jobs.ts'
import { informationRequests } from './information-requests/routes.tsx'
import { invitationTasks } from './invitations/jobs.ts'
import { invitationOverview } from './invitations/overview/routes.tsx'
import { personalInvitations } from './invitations/person/routes.tsx'
import { invitations } from './invitations/routes.tsx'
import { peopleLeaving } from './leaving/jobs.ts'
import { leaving } from './leaving/routes.tsx'
import { arrivals } from './moves/arrivals.tsx'
import { moves } from './moves/routes.tsx'
import { ownDetails } from './own-details/routes.tsx'
import { peopleDeciding } from './people/deciding.tsx'
import { peopleEditing } from './people/editing.tsx'
import { people } from './people/routes.tsx'
import { whoIs } from './people/who-is.ts'
import { photos } from './photos/routes.tsx'
import { pupils } from './pupils/routes.tsx'
import { recoveryCodes } from './recoveries/code-routes.tsx'
import { recoveryWaitsTask } from './recoveries/jobs.ts'
import { recoveries } from './recoveries/routes.tsx'
import { rights } from './rights/routes.tsx'
import { schoolYearTask } from './school-years/jobs.ts'
import { schoolYears } from './school-years/routes.tsx'
import { takeEffect } from './school-years/taking-effect.ts'
import { yearCalendar } from './settings/calendar/routes.tsx'
import { settingsTasks } from './settings/hosts/jobs.ts'
import { hosts } from './settings/hosts/routes.tsx'
import { hours } from './settings/hours/routes.tsx'
import { look } from './settings/look/routes.tsx'
import { settingsHome } from './settings/routes.tsx'
import { messageWaitsTask } from './terms/breaches/jobs.ts'
import { myBreaches } from './terms/breaches/mine-routes.tsx'
import { breaches } from './terms/breaches/routes.tsx'
import { ownTerms } from './terms/own/routes.tsx'
import { termsSettings } from './terms/settings/routes.tsx'
import './people/personal-data.ts'
import './photos/personal-data.ts'
import './organisations/personal-data.ts'
import './imports/personal-data.ts'
import './imports/guardians/personal-data.ts'
import './invitations/personal-data.ts'
import './information-requests/personal-data.ts'
import './recoveries/personal-data.ts'
import './school-years/personal-data.ts'
import './settings/personal-data.ts'
import './terms/personal-data.ts'

/** The product all others stand on: organisations, school years, groups, people, guardianships, imports. */
export const school: Product = {
  name: 'school',
  modules: [
    groups,
    people,
    peopleEditing,
    peopleDeciding,
    pupils,
    duplicates,
    moves,
    arrivals,
    leaving,
    guardianships,
    restrictions,
    children,
    informationRequests,
    invitationOverview,
    personalInvitations,
    imports,
    guardianImports,
    photos,
    roleProposals,
    recoveries,
    ownDetails,
    settingsHome,
    rights,
    accessReviews,
    look,
    schoolYears,
    hours,
    yearCalendar,
    hosts,
    ownTerms,
    termsSettings,
    myBreaches,
    breaches,
  ],
  whoIs,
  tasks: [
    ...importTasks,
    ...settingsTasks,
    informationRequestArrived,
    peopleLeaving,
    schoolYearTask,
    recoveryWaitsTask,
    messageWaitsTask,
    ...invitationTasks,
  ],
  newDay: takeEffect,
  forAccounts: (parts) => [invitations(parts), recoveryCodes(parts)],
}

export { type Merged, whenMerged } from './duplicates/telling.ts'
export { createFounding } from './founding/founding.tsx'
export { type Class, findClass, findGroup, listGroups, placesOf, placesToday } from './groups/queries.ts'
export { exportPupil } from './imports/export.ts'
export { wholeSchool } from './imports/whole-school.ts'
export { waitingForInformation } from './information-requests/queries.ts'
export {
  dayIn,
  directionOf,
  isLetterLanguage,
  type LetterLanguage,
  languageNames,
  letterLanguages,
} from './invitations/letter/languages.ts'
export { groupsTaughtBy, pupilsIn, pupilsNotTaughtBy, pupilsTaughtBy, teachersOf } from './organisations/group-days.ts'
export { schoolYearOf, schoolYearOn } from './organisations/groups.ts'
export {
  type Closure,
  type Lessons,
  plusDays,
  type SchoolDays,
  schoolDays,
  weekdayOf,
} from './organisations/school-days.ts'
export { type Addressee, addressee } from './people/addressee.ts'
export { authorityOver, withAuthority } from './people/authority.ts'
export { correctAsAsked, correctable, type Details } from './people/changes.ts'
export { pupilsByFileKeys } from './people/found-by-file-key.ts'
export { peopleNamed } from './people/found-by-name.ts'
export {
  type CallerOf,
  callersOf,
  childrenOf,
  childrenSpokenForBy,
  guardianIdsOf,
  guardiansOf,
  mayBeWrittenTo,
  saysToday,
  whoHasASay,
} from './people/guardians-of.ts'
export { idsOf } from './people/ids-of.ts'
export { atSchool, inForce } from './people/in-force.ts'
export { byGivenName, bySurname, fullName, nameMatcher, plainLetters, surnameWithPrefix } from './people/names.ts'
export { type Named, namesOf } from './people/names-of.ts'
export { birthDatesOf, keepsBirthDates } from './people/person.ts'
export { personRecord } from './people/personal-data.ts'
export { mayRolesGo } from './people/roles.ts'
export { details as detailRules } from './people/schemas.ts'
export { whenRosterChanges } from './people/telling.ts'
export { toldAbout } from './people/told-about.ts'
export { namesWithRoleToday, withRoleToday } from './people/with-role.ts'
export { easter, kingsDay } from './settings/calendar/public-holidays.ts'
export { whenClosedDaysChange } from './settings/calendar/telling.ts'
export { oneOf as typedOnce, problemIn, typedTime } from './typed.ts'
