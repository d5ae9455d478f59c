import { yearInWords } from '../../organisations/school-year.ts'
import { calledBy } from '../records.ts'
import type { Group, Name, Pupil, Roster, Teacher, Year } from '../roster/roster.ts'
import { roleFor } from './roles.ts'
import { daysOf } from './school.ts'
import { own, type Row, type TableName, type Version } from './tables.ts'

/** The school as its files call it. */
export type Named = { readonly key: string; readonly name: string }

export type Written = Record<Exclude<TableName, 'userProfiles'>, readonly Row[]>

/** `07` for year 7 (CEDS); nothing for the years that only EDEXML has. */
const gradeOf = (year: Year | null): string =>
  year === null || !/^\d+$/.test(year) ? '' : year === '0' ? 'PK' : year.padStart(2, '0')

/** The name of `Saar` `van der` `Bree` in the two columns that OneRoster has, and the rest in columns of our own. */
const nameColumns = (name: Name) => ({
  givenName: calledBy(name) || '-',
  familyName: name.surname === null ? '-' : [name.prefix, name.surname].filter(Boolean).join(' '),
  [own('callName')]: name.callName ?? '',
  [own('firstNames')]: name.firstNames ?? '',
  [own('initials')]: name.initials ?? '',
  [own('prefix')]: name.surname === null ? '' : (name.prefix ?? ''),
})

const eckIdColumn = (eckId: string | null) => (eckId === null ? '' : `{eckid:${eckId}}`)

const roleColumns = ({ roles, otherRoles }: Pick<Teacher, 'roles' | 'otherRoles'>) => ({
  [own('roles')]: roles.join(','),
  [own('otherRoles')]: otherRoles.length === 0 ? '' : JSON.stringify(otherRoles),
})

const course = 'primary-education'
const row = (values: Row['values']): Row => ({ line: 0, values })

/**
 * A roster as the tables of a whole OneRoster package. What the standard has no column for stands in columns of our own
 * (`metadata.schoolplein.…`), so that nothing is lost when the package is read here.
 */
export function tablesOf(roster: Roster, version: Version, { key: school, name }: Named): Written {
  const { schoolYear, brin, locationCode, locations, groups, pupils, teachers } = roster
  const year = yearInWords(schoolYear)
  const { startsOn, endsOn } = daysOf(schoolYear)
  const ids = userIds(pupils, teachers)
  const people = [
    ...pupils.map((pupil, index) => ({ id: ids.pupils[index]!, role: 'student', location: pupil.location })),
    ...teachers.map((teacher, index) => ({
      id: ids.teachers[index]!,
      role: roleFor(rolesOf(teacher)),
      location: null,
    })),
  ]
  // A comma ends an id in a list of them; our own column has the location too.
  const places = people.map(({ location }) =>
    location === null || location.includes(',') ? [school] : [school, location],
  )
  const users = [...pupils.map((one) => pupilColumns(one)), ...teachers.map((one) => teacherColumns(one))]
  return {
    orgs: [
      row({
        sourcedId: school,
        name,
        type: 'school',
        identifier: `${brin ?? ''}${brin && locationCode ? locationCode : ''}`,
      }),
      ...locations.map(({ key, name }) => row({ sourcedId: key, name, type: 'department', parentSourcedId: school })),
    ],
    academicSessions: [
      row({
        sourcedId: year,
        title: year,
        type: 'schoolYear',
        startDate: startsOn,
        endDate: endsOn,
        schoolYear: `${schoolYear.end}`,
      }),
      row({
        ...{ sourcedId: `${year}-term`, title: year, type: 'term', startDate: startsOn, endDate: endsOn },
        ...{ parentSourcedId: year, schoolYear: `${schoolYear.end}` },
      }),
    ],
    courses: [row({ sourcedId: course, title: 'Basisonderwijs', orgSourcedId: school })],
    classes: groups.map((group) =>
      row({
        ...{ sourcedId: group.key, title: group.name, grades: classGrades(group, pupils), courseSourcedId: course },
        ...{ classType: group.kind === 'home' ? 'homeroom' : 'scheduled', schoolSourcedId: school },
        ...{ termSourcedIds: `${year}-term`, [own('year')]: group.year ?? '' },
      }),
    ),
    users: users.map((values, index) => {
      const { id, role } = people[index]!
      const where =
        version === '1.1' ? { orgSourcedIds: places[index]!.join(','), role } : { primaryOrgSourcedId: school }
      return row({ sourcedId: id, enabledUser: 'true', username: id, ...where, ...values })
    }),
    roles:
      version === '1.1'
        ? []
        : people.flatMap(({ id, role }, index) =>
            places[index]!.map((org, at) =>
              row({
                ...{ sourcedId: `${id}:${at}`, userSourcedId: id, roleType: at === 0 ? 'primary' : 'secondary' },
                ...{ role, orgSourcedId: org },
              }),
            ),
          ),
    enrollments: enrollmentsOf(roster, school, ids),
    demographics: pupils.flatMap(({ birthDate }, index) =>
      birthDate === null ? [] : [row({ sourcedId: ids.pupils[index]!, birthDate })],
    ),
  }
}

const rolesOf = ({ roles, groups }: Teacher) => [...roles, ...groups.flatMap((one) => one.roles)]

/** One space of ids for everyone, where EDEXML has one for pupils and one for the team. */
function userIds(pupils: readonly Pupil[], teachers: readonly Teacher[]) {
  const ofPupils = pupils.map(({ key }, index) => key ?? `#pupil-${index + 1}`)
  const taken = new Set(ofPupils)
  const ofTeachers = teachers.map(({ key }, index) => {
    const id = key ?? `#staff-${index + 1}`
    return taken.has(id) ? `staff:${id}` : id
  })
  return { pupils: ofPupils, teachers: ofTeachers }
}

const pupilColumns = (pupil: Pupil) => ({
  ...nameColumns(pupil.name),
  [own('key')]: pupil.key ?? '',
  userIds: eckIdColumn(pupil.eckId),
  grades: gradeOf(pupil.year),
  [own('year')]: pupil.year ?? '',
  [own('location')]: pupil.location ?? '',
  [own('enteredOn')]: pupil.enteredOn ?? '',
  [own('leftOn')]: pupil.leftOn ?? '',
})

const teacherColumns = (teacher: Teacher) => ({
  ...nameColumns(teacher.name),
  [own('key')]: teacher.key ?? '',
  userIds: eckIdColumn(teacher.eckId),
  email: teacher.email ?? '',
  ...roleColumns(teacher),
})

function classGrades({ key, kind, year }: Group, pupils: readonly Pupil[]): string {
  if (kind === 'composed') return ''
  if (year !== 'C') return gradeOf(year)
  const years = pupils.flatMap((pupil) => (pupil.homeGroup === key ? [gradeOf(pupil.year)] : []))
  return [...new Set(years)].filter(Boolean).sort().join(',')
}

function enrollmentsOf({ pupils, teachers }: Roster, school: string, ids: ReturnType<typeof userIds>): Row[] {
  const tie = (group: string, user: string, role: string, more: Row['values'] = {}) =>
    row({
      ...{ sourcedId: `${group}:${user}`, classSourcedId: group, schoolSourcedId: school, userSourcedId: user, role },
      ...more,
    })
  const places = pupils.flatMap(({ homeGroup, composedGroups }, index) =>
    [...(homeGroup === null ? [] : [homeGroup]), ...composedGroups].map((group) =>
      tie(group, ids.pupils[index]!, 'student'),
    ),
  )
  const lessons = teachers.flatMap(({ groups }, index) =>
    groups.map(({ group, ...roles }) => {
      const role = roleFor(roles.roles)
      return tie(group, ids.teachers[index]!, role, {
        primary: role === 'teacher' ? 'true' : 'false',
        ...roleColumns(roles),
      })
    }),
  )
  return [...places, ...lessons]
}
