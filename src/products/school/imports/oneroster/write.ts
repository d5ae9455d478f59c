import yazl from 'yazl'
import type { Roster } from '../roster/roster.ts'
import { asText } from './formulas.ts'
import { otherFiles, own, type Row, tableNames, type Version } from './tables.ts'
import { type Named, tablesOf, type Written } from './write-tables.ts'

const common = ['sourcedId', 'status', 'dateLastModified']
const people = [
  'key',
  'callName',
  'firstNames',
  'initials',
  'prefix',
  'year',
  'location',
  'enteredOn',
  'leftOn',
  'roles',
  'otherRoles',
]

/** The columns of each file in the order of the standard. */
const columns: Record<keyof Written, readonly string[]> = {
  orgs: [...common, 'name', 'type', 'identifier', 'parentSourcedId'],
  academicSessions: [...common, 'title', 'type', 'startDate', 'endDate', 'parentSourcedId', 'schoolYear'],
  courses: [
    ...[...common, 'schoolYearSourcedId', 'title', 'courseCode', 'grades', 'orgSourcedId', 'subjects', 'subjectCodes'],
  ],
  classes: [
    ...[...common, 'title', 'grades', 'courseSourcedId', 'classCode', 'classType', 'location', 'schoolSourcedId'],
    ...['termSourcedIds', 'subjects', 'subjectCodes', 'periods', own('year')],
  ],
  users: [
    ...[
      ...common,
      'enabledUser',
      'orgSourcedIds',
      'role',
      'username',
      'userIds',
      'givenName',
      'familyName',
      'middleName',
    ],
    ...['identifier', 'email', 'sms', 'phone', 'agentSourcedIds', 'grades', 'password', ...people.map(own)],
  ],
  roles: [
    ...[...common, 'userSourcedId', 'roleType', 'role', 'beginDate', 'endDate', 'orgSourcedId', 'userProfileSourcedId'],
  ],
  enrollments: [
    ...[...common, 'classSourcedId', 'schoolSourcedId', 'userSourcedId', 'role', 'primary', 'beginDate', 'endDate'],
    ...['roles', 'otherRoles'].map(own),
  ],
  demographics: [...common, 'birthDate'],
}

/** Version 1.2 moved the roles out of `users` and gave people a name they are called by. */
const usersOf12 = [
  ...columns.users.filter((name) => name !== 'orgSourcedIds' && name !== 'role' && !name.startsWith('metadata.')),
  ...['userMasterIdentifier', 'resourceSourcedIds', 'preferredGivenName', 'preferredMiddleName', 'preferredFamilyName'],
  ...['primaryOrgSourcedId', 'pronouns', ...people.map(own)],
]

const quoted = (text: string) => {
  const cell = asText(text)
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
const csv = (rows: readonly (readonly string[])[]) => rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')

const tableText = (names: readonly string[], rows: readonly Row[]) =>
  csv([names, ...rows.map(({ values }) => names.map((name) => values[name] ?? ''))])

function manifestOf(version: Version, written: ReadonlySet<string>): string {
  const newer = [
    'lineItemLearningObjectiveIds',
    'lineItemScoreScales',
    'resultLearningObjectiveIds',
    'resultScoreScales',
  ]
  const all = [...tableNames, ...otherFiles].filter(
    (name) => version === '1.2' || ![...newer, 'scoreScales', 'userResources', 'roles', 'userProfiles'].includes(name),
  )
  return csv([
    ['propertyName', 'value'],
    ['manifest.version', '1.0'],
    ['oneroster.version', version],
    ...all.sort().map((name) => [`file.${name}`, written.has(name) ? 'bulk' : 'absent']),
    ['source.systemName', 'Schoolplein'],
    ['source.systemCode', 'schoolplein'],
  ])
}

/**
 * Writes a roster as a whole (bulk) OneRoster package in a zip file: UTF-8, commas, RFC 4180; what a spreadsheet
 * would take for a formula begins with an apostrophe, which is taken off when it is read here. No user names, passwords,
 * telephone numbers or numbers of other systems but the ECK iD; parents are not in it.
 */
export async function writeOneRoster(roster: Roster, version: Version, school: Named): Promise<Buffer> {
  const tables = tablesOf(roster, version, school)
  const zip = new yazl.ZipFile()
  const mtime = new Date(`${roster.referenceDate}T00:00:00Z`)
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), `${name}.csv`, { mtime })
  const names = (Object.keys(tables) as (keyof Written)[]).filter(
    (name) => tables[name].length > 0 || (name !== 'roles' && name !== 'demographics'),
  )
  add('manifest', manifestOf(version, new Set(names)))
  for (const name of names)
    add(name, tableText(name === 'users' && version === '1.2' ? usersOf12 : columns[name], tables[name]))
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
