import { Module } from '#shared/access/module.ts'
import { urls } from '#src/urls.ts'
import { office } from '../people/rules.ts'
import { check, takeBack } from './check-routes.tsx'
import { addGroup, group, groups, removeGroup, renameGroup, teacher } from './group-routes.tsx'
import { newOtherGroup, otherGroupPupils } from './other-group-routes.tsx'
import { begin, drop, plan, restore, years } from './plan-routes.tsx'
import { newPupil, origin, pupils, wholeGroup } from './pupil-routes.tsx'
import { yearTexts } from './texts.ts'

/** A long list of choices. */
const MANY = { maxBytes: 512 * 1024 }

/** Next year: its groups and who is in them, prepared by the office until the day on which everyone sees it. */
export const schoolYears = new Module('school-years', {
  nl: 'Het nieuwe schooljaar voorbereiden',
  en: 'Preparing the new school year',
})
  .place({
    order: 45,
    address: urls.schoolYears(),
    word: { nl: yearTexts.nl.place, en: yearTexts.en.place },
    icon: 'calendar',
    rule: office,
    railOnly: true,
  })
  .setting({
    order: 50,
    section: 'roster',
    address: urls.schoolYears(),
    word: { nl: yearTexts.nl.title, en: yearTexts.en.title },
    text: { nl: yearTexts.nl.settingText, en: yearTexts.en.settingText },
    icon: 'calendar',
    rule: office,
  })
  .get(urls.schoolYears, office, years)
  .post(urls.schoolYears, office, begin)
  .get(urls.schoolYear, office, plan)
  .post(urls.dropSchoolYear, office, drop)
  .post(urls.restoreSchoolYear, office, restore)
  .get(urls.schoolYearGroups, office, (visit) => groups(visit))
  .post(urls.schoolYearGroups, office, addGroup)
  .get(urls.schoolYearOtherGroups, office, (visit) => newOtherGroup.show(visit))
  .post(urls.schoolYearOtherGroups, office, newOtherGroup.add)
  .get(urls.schoolYearGroup, office, (visit) => group(visit))
  .post(urls.schoolYearGroup, office, renameGroup)
  .post(urls.removeSchoolYearGroup, office, removeGroup)
  .get(urls.schoolYearGroupPupils, office, otherGroupPupils.show)
  .post(urls.schoolYearGroupPupils, office, otherGroupPupils.save, MANY)
  .get(urls.schoolYearTeachers, office, (visit) => teacher.show(visit))
  .post(urls.schoolYearTeachers, office, teacher.assign)
  .post(urls.removeSchoolYearTeacher, office, teacher.remove)
  .get(urls.schoolYearPupils, office, pupils)
  .get(urls.schoolYearPupilsOf, office, (visit) => origin.show(visit))
  .post(urls.schoolYearPupilsOf, office, origin.save, MANY)
  .post(urls.schoolYearWholeGroup, office, wholeGroup)
  .get(urls.newSchoolYearPupil, office, (visit) => newPupil.show(visit))
  .post(urls.newSchoolYearPupil, office, newPupil.add)
  .get(urls.schoolYearCheck, office, (visit) => check.show(visit))
  .post(urls.schoolYearCheck, office, check.prepare)
  .post(urls.unprepareSchoolYear, office, takeBack)
