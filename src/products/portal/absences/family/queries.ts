import { childrenOf, type SchoolDays, schoolDays, schoolYearOf } from '#products/school/index.ts'
import type { Me } from '#shared/identity/me.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Absence, type AbsenceMark, absenceRows, covers, markRows, marksIn, openAbsences } from '../absences.ts'
import { nowOf } from '../now.ts'
import { myChildren, type Pupil } from '../report/queries.ts'
import { type Standing, standingOf } from '../standing.ts'
import type { Year } from '../year.tsx'

/** The own children with what was reported and marked about them in a period. */
export type Family = {
  readonly days: SchoolDays
  readonly children: readonly Pupil[]
  readonly absences: readonly Absence[]
  readonly marks: readonly AbsenceMark[]
}

type Asked = { readonly guardian: string; readonly today: string; readonly from: string; readonly to: string }
const EVER = '9999-12-31'

const reportsIn = prepared(({ db }, { guardian, today, from, to }: Asked) =>
  absenceRows({ db }, childrenOf({ db, today }, guardian), { from, to }),
)
const marksOf = prepared(({ db }, { guardian, today, from, to }: Asked) =>
  markRows({ db }, childrenOf({ db, today }, guardian), { from, to }),
)

const readFamily = async (work: Work, me: Me, from: string, to: string): Promise<Family> => {
  const period = { guardian: me.id, today: work.today, from, to }
  const [days, children, reports, marks] = await Promise.all([
    schoolDays(work),
    myChildren(work, me),
    reportsIn(work, period),
    marksOf(work, period),
  ])
  return { days, children, absences: await openAbsences(work, reports), marks: marksIn(marks) }
}

export type FamilyYear = Family & { readonly year: Year }

/** The own children and everything about them this school year, as the school sees it. */
export const familyYear = async (work: Work, me: Me): Promise<FamilyYear> => {
  const year = schoolYearOf(work.today)
  return { ...(await readFamily(work, me, year.startsOn, EVER)), year }
}

const asked = new WeakMap<Work, Promise<Family>>()

/** The same from today on: a first page opens no more than it shows. Asked once per piece of work. */
export const familyToday = (work: Work, me: Me): Promise<Family> => {
  const known = asked.get(work) ?? readFamily(work, me, work.today, EVER)
  asked.set(work, known)
  return known
}

/** Where a child stands now, with the report or mark that says so. */
export const standsNow = (work: Work, family: Family, child: string) => {
  const { today, time } = nowOf(work)
  const mark = family.marks.find((one) => one.pupil === child && one.day === today) ?? null
  const absences = family.absences.filter((one) => one.pupil === child && covers(one, today))
  const standing: Standing = standingOf(mark && { ...mark, at: '00:00' }, absences, time)
  return { standing, mark, absence: absences[0] ?? null }
}
