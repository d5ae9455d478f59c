import type { Problems } from '../problems.ts'
import type { Group, SchoolYear, Year } from '../roster/roster.ts'
import { daysOf, type School, type Session, yearFor } from './school.ts'
import type { Row, Tables } from './tables.ts'
import { listOf, type Values } from './values.ts'

/** Whether a file has this id, where it is there to be looked in. */
export type Has = (table: keyof Tables, id: string) => boolean

/** Somebody in a class of ours in the year that is read. */
export type Enrollment = {
  readonly row: Row
  readonly group: string
  readonly user: string
  readonly role: string
  readonly from: string | null
  readonly to: string | null
}

/** The classes of this school, all years: rows of other schools in the same file are not looked at. */
export function ownClasses({ classes = [] }: Tables, school: School, has: Has, values: Values): Row[] {
  const parts = new Set([school.key, ...school.locations.map(({ key }) => key)])
  const own: Row[] = []
  for (const row of classes) {
    const of = values.required('classes', row, 'schoolSourcedId')
    if (of !== '' && !has('orgs', of)) values.report('id-unknown', 'classes', row, 'schoolSourcedId')
    if (!parts.has(of)) continue
    values.required('classes', row, 'title', 100)
    values.required('classes', row, 'classType')
    const course = values.required('classes', row, 'courseSourcedId')
    if (course !== '' && !has('courses', course)) values.report('id-unknown', 'classes', row, 'courseSourcedId')
    const terms = listOf(values.required('classes', row, 'termSourcedIds', 1_000))
    if (terms.some((term) => !has('academicSessions', term)))
      values.report('id-unknown', 'classes', row, 'termSourcedIds')
    own.push(row)
  }
  return own
}

/** The year to read, with its classes and the days it lasts. */
export function inOneYear(
  classes: readonly Row[],
  sessions: ReadonlyMap<string, Session>,
  { today, onlyYear }: { today: string; onlyYear: SchoolYear | null },
  problems: Problems,
) {
  const year = onlyYear ?? yearFor(classes, sessions, today)
  if (year === null) {
    if (!problems.hasErrors()) problems.report('session-year', 1, 'academicSessions.csv')
    return null
  }
  const ofYear = [...sessions.values()].filter((session) => session.year.start === year.start)
  const ids = new Set(ofYear.map(({ key }) => key))
  const isNewer = (id: string) => (sessions.get(id)?.year.start ?? 0) > year.start
  const newer = classes.find(({ values }) => listOf(values.termSourcedIds ?? '').some(isNewer))
  if (onlyYear && newer) problems.report('delta-year', newer.line, 'classes.csv/termSourcedIds')
  const days = ofYear[0] ?? daysOf(year)
  return {
    year,
    startsOn: days.startsOn,
    endsOn: days.endsOn,
    classes: classes.filter(({ values }) => listOf(values.termSourcedIds ?? '').some((id) => ids.has(id))),
  }
}

/** Who is in the classes of this year. References that lead nowhere are reported. */
export function enrollmentsIn(
  { enrollments = [], classes: all = [] }: Tables,
  school: School,
  own: readonly Row[],
  classes: readonly Row[],
  has: Has,
  values: Values,
): Enrollment[] {
  const parts = new Set([school.key, ...school.locations.map(({ key }) => key)])
  const ofSchool = new Set(own.map((row) => row.values.sourcedId!))
  const ofYear = new Set(classes.map((row) => row.values.sourcedId!))
  const anywhere = new Set(all.map((row) => row.values.sourcedId!))
  return enrollments.flatMap((row): Enrollment[] => {
    const of = values.required('enrollments', row, 'schoolSourcedId')
    if (of !== '' && !has('orgs', of)) values.report('id-unknown', 'enrollments', row, 'schoolSourcedId')
    if (!parts.has(of)) return []
    const group = values.required('enrollments', row, 'classSourcedId')
    const user = values.required('enrollments', row, 'userSourcedId')
    const role = values.required('enrollments', row, 'role')
    if (group !== '' && !ofSchool.has(group)) {
      // A class that stands in two schools belongs to the one it names itself.
      if (!anywhere.has(group)) values.report('id-unknown', 'enrollments', row, 'classSourcedId')
      return []
    }
    if (user !== '' && !has('users', user)) values.report('id-unknown', 'enrollments', row, 'userSourcedId')
    const from = values.date('enrollments', row, 'beginDate')
    const to = values.date('enrollments', row, 'endDate')
    return ofYear.has(group) ? [{ row, group, user, role, from, to }] : []
  })
}

/** What the classes are as groups; a class without a year of its own has that of its course, else of its pupils. */
export function groupsOf(
  classes: readonly Row[],
  { courses = [] }: Tables,
  homes: ReadonlySet<string>,
  yearsIn: (group: string) => readonly Year[],
  values: Values,
): Group[] {
  const courseOf = new Map(courses.map((row) => [row.values.sourcedId!, row]))
  return classes.map((row): Group => {
    const { sourcedId: key = '', title: name = '' } = row.values
    if (!homes.has(key)) return { key, name, kind: 'composed', year: null }
    const course = courseOf.get(row.values.courseSourcedId ?? '')
    const said = values.years('classes', row)
    const ofCourse = said.length > 0 || course === undefined ? said : values.years('courses', course)
    const all = ofCourse.length > 0 ? ofCourse : yearsIn(key)
    return { key, name, kind: 'home', year: all.length > 1 ? 'C' : (all[0] ?? 'N') }
  })
}
