import { childrenOf, type SchoolDays, schoolDays, schoolYearOf } from '#products/school/index.ts'
import type { Me } from '#shared/identity/me.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Absence, type AbsenceMark, absenceRows, covers, markRows, marksIn, openAbsences } from '../absences.ts'
import { nowOf } from '../now.ts'
import { myChildren, type Pupil } from '../report/queries.ts'
import { type Standing, standingOf } from '../standing.ts'
import type { Year } from '../year.tsx'

export type Family = {
  readonly days: SchoolDays
  readonly year: Year
  readonly children: readonly Pupil[]
  readonly absences: readonly Absence[]
  readonly marks: readonly AbsenceMark[]
}

const asked = new WeakMap<Work, Promise<Family>>()

/** The own children and everything about them this school year, as the school sees it; asked once per piece of work. */
export const familyYear = (work: Work, me: Me): Promise<Family> => {
  const known = asked.get(work) ?? readYear(work, me)
  asked.set(work, known)
  return known
}

type Since = { readonly guardian: string; readonly today: string; readonly from: string }
const EVER = '9999-12-31'

const reportsSince = prepared(({ db }, { guardian, today, from }: Since) =>
  absenceRows({ db }, childrenOf({ db, today }, guardian), { from, to: EVER }),
)
const marksSince = prepared(({ db }, { guardian, today, from }: Since) =>
  markRows({ db }, childrenOf({ db, today }, guardian), { from, to: EVER }),
)

const readYear = async (work: Work, me: Me): Promise<Family> => {
  const year = schoolYearOf(work.today)
  const since = { guardian: me.id, today: work.today, from: year.startsOn }
  const [days, children, reports, marks] = await Promise.all([
    schoolDays(work),
    myChildren(work, me),
    reportsSince(work, since),
    marksSince(work, since),
  ])
  return { days, year, children, absences: await openAbsences(work, reports), marks: marksIn(marks) }
}

/** Where a child stands now, with the report or mark that says so. */
export const standsNow = (work: Work, family: Family, child: string) => {
  const { today, time } = nowOf(work)
  const mark = family.marks.find((one) => one.pupil === child && one.day === today) ?? null
  const absences = family.absences.filter((one) => one.pupil === child && covers(one, today))
  const standing: Standing = standingOf(mark && { ...mark, at: '00:00' }, absences, time)
  return { standing, mark, absence: absences[0] ?? null }
}
