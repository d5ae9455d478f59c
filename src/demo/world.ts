import { dayOf, schoolWeekday, schoolYearOf } from './calendar.ts'
import { demoFamilies } from './families.ts'
import { demoGroups, groupId } from './groups.ts'
import { type History, historyOf } from './history.ts'
import { demoPeople, pupilId } from './households.ts'
import { demoId, random } from './random.ts'
import { demoOrganisations, organisationId } from './schools.ts'
import { paintGroupFive, rememberedMarks, shownMarks } from './shown-day.ts'
import { demoStaff, staffId } from './staff.ts'
import { termOf } from './term.ts'
import type { DemoGroup, DemoPupil, DemoSubstitution, DemoWorld, SchoolHost } from './types.ts'
import { addUnauthorised } from './unauthorised.ts'

/**
 * The demo world as it stands on a day: two boards, three schools and everyone around them, and the school year so
 * far. Pure: one day gives one world, to the last id. On another day of the same school year the people are the same
 * and the past has grown; in another school year they are the same people with other birth dates.
 *
 * @param today A moment (its day in the Netherlands is taken) or a day `YYYY-MM-DD`; anything else throws a RangeError.
 */
export function demoWorld(today: Date | string): DemoWorld {
  const day = dayOf(today)
  const schoolYear = schoolYearOf(day)
  const { staff, accounts } = demoStaff(organisationId)
  const groups = demoGroups(schoolYear.name, organisationId)
  const people = demoPeople(demoFamilies(), day, schoolYear.name)
  const organisations = demoOrganisations(day)
  chooseForPlusgroep(people.pupils, groups, schoolYear.name)

  const base = {
    today: day,
    schoolYear,
    organisations,
    staff,
    groups,
    ...people,
    accounts: [...accounts, ...people.accounts],
  }
  const history: History = { absences: [], marks: [], calls: [] }
  for (const host of ['vuurtoren', 'zeester', 'molen'] as const) {
    const term = termOf(host, base)
    const own = historyOf(term)
    if (host === 'vuurtoren') {
      addUnauthorised(term, own)
      paintGroupFive(term, own)
    }
    history.absences.push(...own.absences)
    history.marks.push(...own.marks, ...rememberedMarks(term, own), ...shownMarks(term, own.absences))
    history.calls.push(...own.calls)
  }
  return { ...base, ...history, substitutions: substitutions(base) }
}

/** One in eight of the older pupils, and Zuri, whom Hatice teaches there. */
function chooseForPlusgroep(pupils: DemoPupil[], groups: DemoGroup[], schoolYear: string) {
  for (const host of ['vuurtoren', 'zeester'] satisfies SchoolHost[]) {
    const plus = groups.find(({ id }) => id === groupId(host, 'Plusgroep', schoolYear))!
    for (const pupil of pupils) {
      if (pupil.organisationId !== plus.organisationId || !plus.years.includes(pupil.year)) continue
      const chosen = random(`plusgroep/${pupil.id}`).chance(0.125) || pupil.id === pupilId('owusu', 'Zuri')
      if (chosen) pupil.composedGroupIds.push(plus.id)
    }
  }
}

/** Marit Groot stands in for groep 6 of De Vuurtoren on the shown day, and on the closed days up to today. */
function substitutions({
  today,
  schoolYear,
  organisations,
  groups,
}: Omit<DemoWorld, keyof History | 'substitutions'>): DemoSubstitution[] {
  const { shownDay, nextDay } = organisations.find(({ host }) => host === 'vuurtoren')!.school!
  const group = groups.find(({ id }) => id === groupId('vuurtoren', '6', schoolYear.name))!
  const first = shownDay ?? today
  const weekday = schoolWeekday(shownDay ?? nextDay!)
  return [
    {
      id: demoId(`substitution/${group.id}/${first}`),
      organisationId: group.organisationId,
      groupId: group.id,
      staffId: staffId('vuurtoren', 'Marit Groot'),
      replacesId: group.teachers.find(({ days }) => days.includes(weekday))!.staffId,
      from: first,
      until: today,
    },
  ]
}
