import { changesSince, noteChange } from './changes.ts'
import { badRequest, notFound } from './failing.ts'
import { checkNickname, findGroup, newGroup, visibleGroups } from './groups.ts'
import { contextOf, listing, selected } from './querying.ts'
import type { Answer, Asked, StoredGroup, StoredUser, Thing } from './types.ts'
import { findUser, USER_PROPERTIES } from './users.ts'

const KNOWN = new Set([
  'id',
  'displayName',
  'mailNickname',
  'description',
  'externalId',
  'externalSource',
  'grade',
  'classCode',
  'externalName',
])
const DEFAULTS = [...KNOWN].filter((name) => name !== 'id')
const WRITABLE = new Set(DEFAULTS)
const shape = { known: KNOWN, defaults: DEFAULTS, what: 'educationClasses' }

/** A class is a group with more to it: the same id, the same members. */
const asClass = ({ id, displayName, mailNickname, description, education }: StoredGroup): Thing => ({
  id,
  displayName,
  mailNickname,
  description,
  externalId: education?.externalId ?? null,
  externalSource: education ? 'manual' : null,
  grade: education?.grade ?? null,
  classCode: null,
  externalName: null,
})

const classes = (asked: Asked) => visibleGroups(asked).filter(({ education }) => education)

export const findClass = (asked: Asked, id = asked.path[2]!): StoredGroup => {
  const group = findGroup(asked, id)
  if (!group.education) throw notFound(id)
  return group
}

export const listClasses = (asked: Asked): Answer => listing(asked, classes(asked).map(asClass), shape)

export const classesDelta = (asked: Asked): Answer =>
  changesSince(asked, { kind: 'group', things: classes(asked).map(asClass), ...shape })

export const getClass = (asked: Asked): Answer => ({
  status: 200,
  body: {
    '@odata.context': contextOf(asked, 'educationClasses/$entity'),
    ...selected(asClass(findClass(asked)), asked, KNOWN, DEFAULTS),
  },
})

/** Makes the group of a class; a team comes of it only when somebody asks for one. */
export const createClass = (asked: Asked): Answer => {
  const { body, tenant } = asked
  for (const name of Object.keys(body))
    if (!WRITABLE.has(name)) throw badRequest(`The property '${name}' does not exist on type 'educationClass'.`)
  for (const name of ['displayName', 'mailNickname'])
    if (typeof body[name] !== 'string' || !body[name]) throw badRequest(`'${name}' is required.`)
  checkNickname(tenant, String(body.mailNickname))
  const group = newGroup(asked, {
    displayName: body.displayName,
    mailNickname: body.mailNickname,
    description: body.description ?? null,
    groupTypes: ['Unified'],
    mailEnabled: true,
    securityEnabled: true,
    visibility: 'HiddenMembership',
    mail: `${body.mailNickname}@${tenant.domains[0]}`,
    education: { externalId: body.externalId ?? null, grade: body.grade ?? null },
  })
  return {
    status: 201,
    body: {
      '@odata.context': contextOf(asked, 'educationClasses/$entity'),
      ...selected(asClass(group), asked, KNOWN, DEFAULTS),
    },
  }
}

export const changeClass = (asked: Asked): Answer => {
  const group = findClass(asked)
  for (const name of Object.keys(asked.body))
    if (!WRITABLE.has(name)) throw badRequest(`The property '${name}' does not exist on type 'educationClass'.`)
  Object.assign(group, asked.body)
  noteChange(asked.tenant, 'group', group.id, asked.manners.now())
  return { status: 204 }
}

const EDU_KNOWN = new Set([...USER_PROPERTIES, 'primaryRole', 'relatedContacts', 'externalSource', 'middleName'])
const EDU_DEFAULTS = [
  'displayName',
  'givenName',
  'surname',
  'userPrincipalName',
  'mail',
  'primaryRole',
  'accountEnabled',
]
const eduShape = { known: EDU_KNOWN, defaults: EDU_DEFAULTS, what: 'educationUsers' }

/** `relatedContacts` comes only to who selects it. */
const asEducationUser = (user: StoredUser): StoredUser => ({ primaryRole: 'none', ...user })

const educationUsers = ({ tenant }: Asked) =>
  Object.values(tenant.directory.users)
    .filter((user) => !user.deletedDateTime)
    .map(asEducationUser)

export const listEducationUsers = (asked: Asked): Answer => listing(asked, educationUsers(asked), eduShape)

export const educationUsersDelta = (asked: Asked): Answer =>
  changesSince(asked, { kind: 'user', things: educationUsers(asked), ...eduShape })

export const getEducationUser = (asked: Asked): Answer => ({
  status: 200,
  body: {
    '@odata.context': contextOf(asked, 'educationUsers/$entity'),
    ...selected(asEducationUser(findUser(asked.tenant, asked.path[2]!)), asked, EDU_KNOWN, EDU_DEFAULTS),
  },
})

const ROLES = ['student', 'teacher', 'none', 'faculty']

export const changeEducationUser = (asked: Asked): Answer => {
  const user = findUser(asked.tenant, asked.path[2]!)
  for (const [name, value] of Object.entries(asked.body)) {
    if (!EDU_KNOWN.has(name)) throw badRequest(`The property '${name}' does not exist on type 'educationUser'.`)
    if (name === 'primaryRole' && !ROLES.includes(String(value))) throw badRequest(`Invalid value for 'primaryRole'.`)
    user[name] = value
  }
  noteChange(asked.tenant, 'user', user.id, asked.manners.now())
  return { status: 200, body: { ...selected(asEducationUser(user), asked, EDU_KNOWN, EDU_DEFAULTS) } }
}

/** The classes that somebody is in, or teaches. */
export const classesOf =
  (name: 'members' | 'owners') =>
  (asked: Asked): Answer => {
    const user = findUser(asked.tenant, asked.path[2]!)
    return listing(
      asked,
      classes(asked)
        .filter((group) => group[name].includes(user.id))
        .map(asClass),
      shape,
    )
  }
