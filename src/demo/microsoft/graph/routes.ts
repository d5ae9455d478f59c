import * as assignments from './assignments.ts'
import * as education from './education.ts'
import { badRequest, denied } from './failing.ts'
import * as groups from './groups.ts'
import { contextOf } from './querying.ts'
import * as teams from './teams.ts'
import type { Answer, Asked } from './types.ts'
import * as users from './users.ts'

type Handler = (asked: Asked) => Answer
type GraphRoute = {
  readonly method: string
  readonly parts: readonly string[]
  readonly any: readonly string[]
  readonly handle: Handler
}

const READ_USERS = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All']
const WRITE_USERS = ['User.ReadWrite.All']
const PASSWORDS = ['User.ReadWrite.All', 'User-PasswordProfile.ReadWrite.All']
const READ_GROUPS = ['Group.Read.All', 'Group.ReadWrite.All', 'GroupMember.Read.All', 'GroupMember.ReadWrite.All']
const WRITE_GROUPS = ['Group.ReadWrite.All']
const WRITE_MEMBERS = ['Group.ReadWrite.All', 'GroupMember.ReadWrite.All']
const READ_ROSTER = ['EduRoster.Read.All', 'EduRoster.ReadBasic.All', 'EduRoster.ReadWrite.All']
const WRITE_ROSTER = ['EduRoster.ReadWrite.All']
const TEAM = ['Team.Create']
const ARCHIVE = ['TeamSettings.ReadWrite.All', 'Group.ReadWrite.All']
const READ_TEAM = ['Team.ReadBasic.All', 'TeamSettings.ReadWrite.All', 'Team.Create', 'Group.ReadWrite.All']
const READ_WORK = ['EduAssignments.ReadBasic.All', 'EduAssignments.Read.All', 'EduAssignments.ReadWrite.All']
const WRITE_WORK = ['EduAssignments.ReadWrite.All']
const ORGANISATION = ['Organization.Read.All', 'Directory.Read.All']
const SKUS = ['Organization.Read.All', 'LicenseAssignment.Read.All', 'Directory.Read.All']

const organisation: Handler = (asked) => ({
  status: 200,
  body: {
    '@odata.context': contextOf(asked, 'organization'),
    value: [
      {
        id: asked.tenant.id,
        displayName: asked.tenant.name,
        verifiedDomains: asked.tenant.domains.map((name, index) => ({
          name,
          isDefault: index === 0,
          isInitial: index === asked.tenant.domains.length - 1,
          type: 'Managed',
          capabilities: 'Email, OfficeCommunicationsOnline',
        })),
      },
    ],
  },
})

/** `METHOD path`, which permissions let it through (one of them is enough), and what it does. */
const table: readonly (readonly [string, readonly string[], Handler])[] = [
  ['GET organization', ORGANISATION, organisation],
  ['GET subscribedSkus', SKUS, users.listSkus],
  ['GET users', READ_USERS, users.listUsers],
  ['GET users/delta', READ_USERS, users.usersDelta],
  ['POST users', WRITE_USERS, users.createUser],
  ['GET users/:id', READ_USERS, users.getUser],
  ['PATCH users/:id', PASSWORDS, users.changeUser],
  ['DELETE users/:id', WRITE_USERS, users.deleteUser],
  ['POST users/:id/assignLicense', WRITE_USERS, users.assignLicense],
  ['POST users/:id/revokeSignInSessions', [...WRITE_USERS, 'User.RevokeSessions.All'], users.revokeSessions],
  [
    'POST users/:id/authentication/methods/:method/resetPassword',
    ['UserAuthenticationMethod.ReadWrite.All'],
    users.resetPassword,
  ],
  ['GET directory/deletedItems/microsoft.graph.user', READ_USERS, users.listGone],
  ['POST directory/deletedItems/:id/restore', WRITE_USERS, users.restoreUser],
  ['DELETE directory/deletedItems/:id', WRITE_USERS, users.purgeUser],
  ['GET groups', READ_GROUPS, groups.listGroups],
  ['GET groups/delta', READ_GROUPS, groups.groupsDelta],
  ['POST groups', [...WRITE_GROUPS, 'Group.Create'], groups.createGroup],
  ['GET groups/:id', READ_GROUPS, groups.getGroup],
  ['PATCH groups/:id', WRITE_MEMBERS, groups.changeGroup],
  ['DELETE groups/:id', WRITE_GROUPS, groups.deleteGroup],
  ['GET groups/:id/members', READ_GROUPS, groups.listPeople('members')],
  ['GET groups/:id/owners', READ_GROUPS, groups.listPeople('owners')],
  ['POST groups/:id/members/$ref', WRITE_MEMBERS, groups.addPerson('members')],
  ['POST groups/:id/owners/$ref', WRITE_MEMBERS, groups.addPerson('owners')],
  ['DELETE groups/:id/members/:user/$ref', WRITE_MEMBERS, groups.removePerson('members')],
  ['DELETE groups/:id/owners/:user/$ref', WRITE_MEMBERS, groups.removePerson('owners')],
  ['POST teams', TEAM, teams.createTeam],
  ['GET teams/:id', READ_TEAM, teams.getTeam],
  ['GET teams/:id/operations/:operation', READ_TEAM, teams.getOperation],
  ['POST teams/:id/archive', ARCHIVE, teams.setArchived(true)],
  ['POST teams/:id/unarchive', ARCHIVE, teams.setArchived(false)],
  ['GET education/classes', READ_ROSTER, education.listClasses],
  ['GET education/classes/delta', READ_ROSTER, education.classesDelta],
  ['POST education/classes', WRITE_ROSTER, education.createClass],
  ['GET education/classes/:id', READ_ROSTER, education.getClass],
  ['PATCH education/classes/:id', WRITE_ROSTER, education.changeClass],
  ['GET education/classes/:id/members', READ_ROSTER, groups.listPeople('members')],
  ['GET education/classes/:id/teachers', READ_ROSTER, groups.listPeople('owners')],
  ['POST education/classes/:id/members/$ref', WRITE_ROSTER, groups.addPerson('members')],
  ['POST education/classes/:id/teachers/$ref', WRITE_ROSTER, groups.addPerson('owners')],
  ['DELETE education/classes/:id/members/:user/$ref', WRITE_ROSTER, groups.removePerson('members')],
  ['DELETE education/classes/:id/teachers/:user/$ref', WRITE_ROSTER, groups.removePerson('owners')],
  ['GET education/users', READ_ROSTER, education.listEducationUsers],
  ['GET education/users/delta', READ_ROSTER, education.educationUsersDelta],
  ['GET education/users/:id', READ_ROSTER, education.getEducationUser],
  ['PATCH education/users/:id', WRITE_ROSTER, education.changeEducationUser],
  ['GET education/users/:id/classes', READ_ROSTER, education.classesOf('members')],
  ['GET education/users/:id/taughtClasses', READ_ROSTER, education.classesOf('owners')],
  ['GET education/classes/:id/assignments', READ_WORK, assignments.listAssignments],
  ['GET education/classes/:id/assignments/delta', READ_WORK, assignments.assignmentsDelta],
  ['POST education/classes/:id/assignments', WRITE_WORK, assignments.createAssignment],
  ['GET education/classes/:id/assignments/:assignment', READ_WORK, assignments.getAssignment],
  ['DELETE education/classes/:id/assignments/:assignment', WRITE_WORK, assignments.deleteAssignment],
  ['POST education/classes/:id/assignments/:assignment/publish', WRITE_WORK, assignments.publishAssignment],
  ['GET education/classes/:id/assignments/:assignment/submissions', READ_WORK, assignments.listSubmissions],
  [
    'GET education/classes/:id/assignments/:assignment/submissions/:submission/outcomes',
    READ_WORK,
    assignments.listOutcomes,
  ],
  ['GET education/classes/:id/getRecentlyModifiedSubmissions', READ_WORK, assignments.recentSubmissions],
]

const routes: readonly GraphRoute[] = table.map(([line, any, handle]) => {
  const [method, path] = line.split(' ') as [string, string]
  return { method, parts: path.split('/'), any, handle }
})

const fits = ({ parts }: GraphRoute, path: readonly string[]) =>
  parts.length === path.length && parts.every((part, index) => part.startsWith(':') || part === path[index])

/** What Graph's own name for an entity by key, `teams('ID')`, is as a path. */
export const partsOf = (path: string): string[] =>
  path
    .replace(/^\/+|\/+$/g, '')
    .replace(/\('([^']*)'\)/g, '/$1')
    .split('/')
    .filter((part) => part !== '' && part !== 'v1.0' && part !== 'delta()')
    .map((part) => part.replace(/\(\)$/, ''))

/** Answers one call: 403 without the permission, 404 or 405 for what is not there, and what the handler says. */
export const answerCall = (asked: Asked): Answer => {
  const there = routes.filter((route) => fits(route, asked.path))
  const route = there.find(({ method }) => method === asked.method)
  if (!route)
    throw badRequest(
      there.length > 0
        ? `Specified HTTP method is not allowed for the request target.`
        : `Resource not found for the segment '${asked.path[0] ?? ''}'.`,
    )
  const mayDo = route.any.some((name) => asked.token.permissions.includes(name))
  if (!mayDo) throw denied()
  return route.handle(asked)
}
