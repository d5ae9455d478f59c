import type { RoleCode } from '../roster/roster.ts'
import type { Row, Tables, Version } from './tables.ts'
import { listOf } from './values.ts'

/** What a role makes somebody: of the team with the role EDEXML has for it, as a proposal only. */
const team: Readonly<Record<string, RoleCode>> = {
  teacher: 'LRK',
  aide: 'OWA',
  administrator: 'ADM',
  proctor: 'TAL',
  principal: 'DIR',
  siteadministrator: 'ADM',
  districtadministrator: 'ADM',
  systemadministrator: 'ICT',
  counselor: 'SMW',
}
const families = ['parent', 'guardian', 'relative']

export type Kind = 'pupil' | 'team' | 'guardian'

/** What kind of person a role of OneRoster (1.1 or 1.2) is of; null for a word that is none. */
export function kindOf(role: string): Kind | null {
  const word = role.toLowerCase()
  if (word === 'student') return 'pupil'
  if (families.includes(word)) return 'guardian'
  return Object.hasOwn(team, word) ? 'team' : null
}

/** The role in the team as EDEXML names it. */
export const codeOf = (role: string): RoleCode[] =>
  Object.hasOwn(team, role.toLowerCase()) ? [team[role.toLowerCase()]!] : []

/** The role of OneRoster 1.1 that comes nearest to what somebody does. */
export function roleFor(codes: readonly RoleCode[]): string {
  if (codes.length === 0 || codes.includes('LRK') || codes.includes('VAK')) return 'teacher'
  if (codes.some((code) => ['DIR', 'ADJ', 'LOC', 'ADM', 'ICT'].includes(code))) return 'administrator'
  return 'aide'
}

export type Held = { readonly role: string; readonly org: string; readonly row: Row; readonly table: 'users' | 'roles' }

/** The roles of each person by id: a column of `users` in 1.1, a file of their own in 1.2. Roles that ended are left out. */
export function rolesHeld({ users = [], roles = [] }: Tables, version: Version, today: string): Map<string, Held[]> {
  if (version === '1.1')
    return new Map(
      users.map((row) => [
        row.values.sourcedId!,
        listOf(row.values.orgSourcedIds ?? '').map((org) => ({
          role: row.values.role ?? '',
          org,
          row,
          table: 'users',
        })),
      ]),
    )
  const lasting = roles.filter(({ values }) => !values.endDate || values.endDate.slice(0, 10) >= today)
  const held = lasting.map((row): [string, Held] => [
    row.values.userSourcedId!,
    { role: row.values.role ?? '', org: row.values.orgSourcedId ?? '', row, table: 'roles' },
  ])
  return new Map(
    [...Map.groupBy(held, ([user]) => user)].map(([user, all]) => [user, all.map(([, one]) => one)] as const),
  )
}
