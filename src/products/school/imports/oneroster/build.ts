import type { Problems } from '../problems.ts'
import type { Pupil, Roster, SchoolYear, Teacher, Year } from '../roster/roster.ts'
import { type Enrollment, enrollmentsIn, groupsOf, type Has, inOneYear, ownClasses } from './classes.ts'
import { type Guardian, guardiansIn } from './guardians.ts'
import { peopleOf, type When } from './people.ts'
import { type Held, kindOf, rolesHeld } from './roles.ts'
import { type Known, schoolIn, sessionsIn } from './school.ts'
import { own, type Row, type TableName, type Tables, type Version } from './tables.ts'
import { valuesOf } from './values.ts'

const most = { pupils: 30_000, teachers: 5_000 }

export type Building = {
  readonly version: Version
  readonly known: Known
  readonly today: string
  /** The year that a file of changes may be about. */
  readonly onlyYear: SchoolYear | null
  readonly problems: Problems
  readonly dropped: Record<string, number>
  /** Whether a file is there in whole, so that what is not in it does not exist. */
  readonly isWhole: (table: TableName) => boolean
}

/** Fields that OneRoster has no column for, or a file of its own that often is not there. */
const silent = ['firstNames', 'initials', 'birthDate', 'location', 'enteredOn', 'email'] as const

/**
 * Reads the tables of a package as the roster of one school in one year: that of `known` where the file holds several
 * (see `schoolIn`), and the year that holds today. Answers no roster where any problem is an error. Who is not enabled is
 * not at school; parents are answered apart and are no part of the roster.
 */
export function buildRoster(tables: Tables, building: Building): { roster: Roster | null; guardians: Guardian[] } {
  const { version, known, today, onlyYear, problems, dropped, isWhole } = building
  const values = valuesOf(problems)
  const school = schoolIn(tables.orgs ?? [], known)
  const parts = new Set([school.key, ...school.locations.map(({ key }) => key)])
  const ids = idsOf(tables, problems, ({ values: { schoolSourcedId: of } }) => of === undefined || parts.has(of))
  const has: Has = (table, id) => !isWhole(table) || (ids.get(table)?.has(id) ?? false)
  const sessions = sessionsIn(tables, values, problems)
  const all = ownClasses(tables, school, has, values)
  const inYear = inOneYear(all, sessions, { today, onlyYear }, problems)
  if (inYear === null) return { roster: null, guardians: [] }
  const { year, startsOn, endsOn, classes } = inYear
  const at = today < startsOn ? startsOn : today > endsOn ? endsOn : today
  const when: When = { startsOn, endsOn, at }
  const enrollments = enrollmentsIn(tables, school, all, classes, has, values)
  const byUser = Map.groupBy(enrollments, ({ user }) => user)
  const homes = homesIn(classes, enrollments, at, problems)
  const births = new Map((tables.demographics ?? []).map((row) => [row.values.sourcedId, row]))
  const heldBy = rolesHeld(tables, version, today)
  const people = peopleOf(values, problems, dropped)

  const pupils: Pupil[] = []
  const pupilOf = new Map<string, Pupil>()
  const teachers: Teacher[] = []
  const parents: { row: Row; held: readonly Held[] }[] = []
  for (const row of tables.users ?? []) {
    const user = values.required('users', row, 'sourcedId')
    const roles = heldBy.get(user) ?? []
    for (const { role, org, row: from, table } of roles) {
      if (!has('orgs', org))
        values.report('id-unknown', table, from, table === 'users' ? 'orgSourcedIds' : 'orgSourcedId')
      if (kindOf(role) === null) values.report(role === '' ? 'cell-missing' : 'role-unknown', table, from, 'role')
    }
    const mine = byUser.get(user) ?? []
    const here = roles.filter(({ org }) => parts.has(org))
    const held = here.length === 0 && mine.length > 0 ? roles : here
    if (roles.length === 0 && (version === '1.1' || mine.length > 0))
      values.report(
        version === '1.1' ? 'cell-missing' : 'role-missing',
        'users',
        row,
        version === '1.1' ? 'orgSourcedIds' : 'sourcedId',
      )
    const enabled = values.required('users', row, 'enabledUser').toLowerCase()
    if (enabled !== '' && enabled !== 'true' && enabled !== 'false')
      values.report('enabled', 'users', row, 'enabledUser')
    if (held.length === 0 || enabled === 'false') continue
    const kinds = new Set(held.map(({ role }) => kindOf(role)))
    const learns = mine.filter(({ role }) => role.toLowerCase() === 'student')
    const works = mine.filter(({ role }) => role.toLowerCase() !== 'student')
    if (kinds.has('guardian')) parents.push({ row, held })
    if (kinds.has('pupil')) {
      misplaced(works)
      const birth = births.get(user)
      const pupil = people.pupil(
        row,
        learns.filter(({ group }) => homes.has(group)),
        learns.filter(({ group }) => !homes.has(group)),
        when,
        { held: roles, school, birthDate: birth ? values.date('demographics', birth, 'birthDate') : null },
      )
      pupils.push(pupil)
      pupilOf.set(user, pupil)
      if (pupil.year === null && pupil.homeGroup === null) values.report('year-unknown', 'users', row, 'grades')
      if (pupils.length > most.pupils) values.report('too-many', 'users', row, 'sourcedId', most.pupils)
    } else if (kinds.has('team')) {
      misplaced(learns)
      teachers.push(people.teacher(row, works, when, held))
      if (teachers.length > most.teachers) values.report('too-many', 'users', row, 'sourcedId', most.teachers)
    } else misplaced(mine)
  }
  function misplaced(some: readonly Enrollment[]) {
    for (const { row } of some) values.report('enrollment-role', 'enrollments', row, 'role')
  }

  if (pupils.length === 0) problems.report('no-pupils', 1, 'users.csv')
  const yearsIn = (group: string): Year[] => {
    const some = pupils.filter(({ homeGroup }) => homeGroup === group)
    return [...new Set(some.flatMap((pupil) => pupil.year ?? []))]
  }
  const groups = groupsOf(classes, tables, homes, yearsIn, values)
  const groupYears = new Map(groups.map(({ key, year: of }) => [key, of]))
  for (const pupil of pupils) {
    const of = pupil.homeGroup === null ? null : (groupYears.get(pupil.homeGroup) ?? null)
    if (pupil.year === null && of !== 'C') pupil.year = of
  }
  const guardians = guardiansIn(parents, tables, pupilOf, people, values)
  if (guardians.length > 0) dropped.parents = guardians.length
  if (problems.hasErrors()) return { roster: null, guardians: [] }
  const { brin, locationCode, locations, key } = school
  return {
    roster: {
      ...{ schoolYear: year, brin, schoolKey: key, locationCode, referenceDate: at, silent },
      ...{ locations: [...locations], groups, pupils, teachers },
    },
    guardians,
  }
}

/** The ids of each file; one that is there twice is reported, but in rows of other schools. */
function idsOf(tables: Tables, problems: Problems, isOurs: (row: Row) => boolean): Map<TableName, Set<string>> {
  const ids = new Map<TableName, Set<string>>()
  for (const [name, rows] of Object.entries(tables) as [TableName, readonly Row[]][]) {
    const seen = new Set<string>()
    for (const row of rows) {
      const id = row.values.sourcedId ?? ''
      if (id === '' && name !== 'roles' && name !== 'userProfiles')
        problems.report('cell-missing', row.line, `${name}.csv/sourcedId`)
      else if (id.length > 256) problems.report('too-long', row.line, `${name}.csv/sourcedId`, 256)
      else if (id !== '' && seen.has(id) && isOurs(row))
        problems.report('id-repeated', row.line, `${name}.csv/sourcedId`)
      if (isOurs(row)) seen.add(id)
    }
    ids.set(name, seen)
  }
  return ids
}

/** The classes that are a pupil's own group. Without any homeroom each is, when nobody is in two. */
function homesIn(
  classes: readonly Row[],
  enrollments: readonly Enrollment[],
  at: string,
  problems: Problems,
): Set<string> {
  const homes = classes.filter(({ values }) => values.classType?.toLowerCase() === 'homeroom')
  // A file of ours says what each class is; in others the kind is often left at `scheduled`.
  const isOurs = classes.some(({ values }) => values[own('year')] !== undefined)
  if (homes.length > 0 || classes.length === 0 || isOurs) return new Set(homes.map(({ values }) => values.sourcedId!))
  problems.report('no-homeroom', classes[0]!.line, 'classes.csv/classType')
  const pupils = enrollments.filter(({ role, to }) => role.toLowerCase() === 'student' && (to === null || to >= at))
  const places = Map.groupBy(pupils, ({ user }) => user)
  const inTwo = [...places.values()].some((some) => new Set(some.map(({ group }) => group)).size > 1)
  return new Set(inTwo ? [] : classes.map(({ values }) => values.sourcedId!))
}
