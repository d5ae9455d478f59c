import type { Work } from '#shared/tenancy/work.ts'
import type { Product } from '#src/products.ts'
import { alarmTasks } from './alarms/jobs.ts'
import { myLooks } from './alarms/mine-routes.tsx'
import { alarms } from './alarms/routes.tsx'
import { contactChoice } from './choices/contact.tsx'
import { moduleChoices } from './choices/modules.tsx'
import { purposeChoices } from './choices/purposes.tsx'
import { complaintsDesk } from './complaints/desk/routes.tsx'
import { complaintTasks } from './complaints/jobs.ts'
import { ownComplaints } from './complaints/mine/routes.tsx'
import { turnSixteen } from './consents/ages.ts'
import { consentCoverage } from './consents/coverage/routes.tsx'
import { consentTasks } from './consents/jobs.ts'
import { ownConsents } from './consents/own/routes.tsx'
import { pupilConsentPages } from './consents/pupil/routes.tsx'
import { consentPurposes } from './consents/purposes/routes.tsx'
import { pictureConsents } from './consents/team/routes.tsx'
import { desk } from './desk/routes.tsx'
import { figures } from './figures/routes.tsx'
import { copyTasks } from './my-data/copy/jobs.ts'
import { copyReviews } from './my-data/review/routes.tsx'
import { copyFormat, myData } from './my-data/routes.tsx'
import { registerOf } from './register/register.ts'
import { register } from './register/routes.tsx'
import { requestsOnPaper } from './requests/desk/paper-routes.tsx'
import { rightsRequests } from './requests/desk/routes.tsx'
import { requestTasks } from './requests/jobs.ts'
import { myRequestsModule } from './requests/mine/routes.tsx'
import { passingOn } from './requests/passing-on/routes.tsx'
import { retentionTasks } from './retention/jobs.ts'
import { retention } from './retention/routes.tsx'
import { statementTasks } from './statement/jobs.ts'
import { renewStatement } from './statement/queries.ts'
import { statement } from './statement/routes.tsx'
import { whoLooked } from './who-looked/own-routes.tsx'
import { lookSearch } from './who-looked/search-routes.tsx'
import { lookSettings } from './who-looked/setting-routes.tsx'
import './alarms/personal-data.ts'
import './choices/personal-data.ts'
import './consents/merging.ts'
import './consents/personal-data.ts'
import './figures/personal-data.ts'
import './who-looked/personal-data.ts'

/** What the school promises about personal data, carried out and proved: views of the declarations and the log. */
export const privacy: Product = {
  name: 'privacy',
  modules: [
    myData,
    copyFormat,
    copyReviews,
    desk,
    purposeChoices,
    contactChoice,
    moduleChoices,
    register,
    statement,
    ownConsents,
    consentPurposes,
    pictureConsents,
    consentCoverage,
    pupilConsentPages,
    whoLooked,
    lookSettings,
    lookSearch,
    alarms,
    myLooks,
    retention,
    figures,
    myRequestsModule,
    rightsRequests,
    requestsOnPaper,
    passingOn,
    ownComplaints,
    complaintsDesk,
  ],
  tasks: [
    ...consentTasks,
    ...copyTasks,
    ...alarmTasks,
    ...statementTasks,
    ...requestTasks,
    ...complaintTasks,
    ...retentionTasks,
  ],
  newDay: async (work: Work) => {
    await turnSixteen(work)
    await renewStatement(work)
  },
}

export { findAlarm } from './alarms/queries.ts'
export { choiceOf } from './choices/choices.ts'
export { consentOf } from './consents/standing.ts'
export { whenConsentChanges } from './consents/telling.ts'
export { deskAlsoHas } from './desk/parts.ts'
export { figuresFile, figuresOf, mayLeave } from './figures/queries.ts'
export { askingFor, childrenToAskAbout } from './my-data/asking.ts'
export { type Part, readAbout } from './my-data/reading.ts'
export { Lines } from './my-data/views.tsx'
export { clockOf } from './requests/clock.ts'
export { requestsAlsoFrom } from './requests/outside.ts'
export { schoolsOf, supplierOf } from './requests/supplier.ts'
export { registerOf }
