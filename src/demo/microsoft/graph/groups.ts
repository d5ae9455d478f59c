import { randomUUID } from 'node:crypto'
import { changesSince, noteChange } from './changes.ts'
import { badRequest, conflict, notFound } from './failing.ts'
import { contextOf, listing, selected } from './querying.ts'
import type { Answer, Asked, StoredGroup, StoredUser, Tenant } from './types.ts'
import { findUser, USER_PROPERTIES } from './users.ts'

const WRITABLE = new Set([
  ...['displayName', 'mailNickname', 'description', 'mailEnabled', 'securityEnabled', 'groupTypes', 'visibility'],
  ...['uniqueName', 'members@odata.bind', 'owners@odata.bind', 'isAssignableToRole'],
])
const KNOWN = new Set([
  ...['id', 'displayName', 'mailNickname', 'description', 'mailEnabled', 'securityEnabled', 'groupTypes', 'visibility'],
  ...['uniqueName', 'createdDateTime', 'deletedDateTime', 'mail', 'assignedLicenses', 'resourceProvisioningOptions'],
])
const DEFAULTS = [
  ...['createdDateTime', 'description', 'displayName', 'groupTypes', 'mail', 'mailEnabled', 'mailNickname'],
  ...['securityEnabled', 'visibility', 'uniqueName'],
]
const shape = { known: KNOWN, defaults: DEFAULTS, what: 'groups' }

const alive = (tenant: Tenant): StoredGroup[] =>
  Object.values(tenant.directory.groups).filter((group) => !group.deletedDateTime)

/** Whether a group is there for everyone yet. */
const isThere = ({ manners }: Asked, group: StoredGroup) => manners.now() - group.madeAt >= manners.groupAfter

export const visibleGroups = (asked: Asked): StoredGroup[] =>
  alive(asked.tenant).filter((group) => isThere(asked, group))

/** A group by id; 404 while it is too new, as a replica that has not heard of it answers. */
export const findGroup = (asked: Asked, id: string): StoredGroup => {
  const group = asked.tenant.directory.groups[id]
  if (!group || group.deletedDateTime || !isThere(asked, group)) throw notFound(id)
  return group
}

const isUnified = ({ groupTypes }: StoredGroup) => groupTypes.includes('Unified')

/** The mail address of a Microsoft 365 group is its own; a security group's nickname may be anybody's. */
export const checkNickname = (tenant: Tenant, nickname: string, own?: string): void => {
  if (!/^[\w.-]{1,64}$/.test(nickname))
    throw badRequest('Invalid value specified for property mailNickname of resource Group.')
  const taken = alive(tenant).some(
    (one) => one.id !== own && isUnified(one) && one.mailNickname.toLowerCase() === nickname.toLowerCase(),
  )
  if (taken) throw conflict('mailNickname')
}

export const listGroups = (asked: Asked): Answer => listing(asked, visibleGroups(asked), shape)

export const groupsDelta = (asked: Asked): Answer =>
  changesSince(asked, { kind: 'group', things: visibleGroups(asked), ...shape })

export const getGroup = (asked: Asked): Answer => ({
  status: 200,
  body: {
    '@odata.context': contextOf(asked, 'groups/$entity'),
    ...selected(findGroup(asked, asked.path[1]!), asked, KNOWN, DEFAULTS),
  },
})

const idIn = (reference: unknown): string => {
  const match = /\/(?:directoryObjects|users|education\/users)\/([0-9a-f-]{36})$/.exec(String(reference))
  if (!match) throw badRequest(`Invalid object identifier '${String(reference)}'.`)
  return match[1]!
}

const checkProperties = (body: Readonly<Record<string, unknown>>): void => {
  for (const name of Object.keys(body))
    if (!WRITABLE.has(name) && !name.startsWith('@odata'))
      throw badRequest(`Property '${name}' does not exist as a declared property or cannot be written.`, name)
  const name = body.displayName
  if (name !== undefined && (typeof name !== 'string' || name.length === 0 || name.length > 256))
    throw badRequest("Invalid value specified for property 'displayName' of resource 'Group'.", 'displayName')
}

/** Adds a group to the tenant, late for everyone else. */
export const newGroup = (asked: Asked, given: Readonly<Record<string, unknown>>): StoredGroup => {
  const { tenant, manners } = asked
  const now = manners.now()
  const group = {
    id: randomUUID(),
    description: null,
    visibility: null,
    mail: null,
    groupTypes: [],
    members: [],
    owners: [],
    createdDateTime: new Date(now).toISOString(),
    madeAt: now,
    ...given,
  } as unknown as StoredGroup
  tenant.directory.groups[group.id] = group
  noteChange(tenant, 'group', group.id, now)
  return group
}

const bound = (asked: Asked, name: 'members' | 'owners'): string[] => {
  const list = asked.body[`${name}@odata.bind`]
  if (list === undefined) return []
  if (!Array.isArray(list) || list.length > 20)
    throw badRequest(`The number of references in '${name}@odata.bind' must be 1 to 20.`)
  return list.map((one) => findUser(asked.tenant, idIn(one)).id)
}

export const createGroup = (asked: Asked): Answer => {
  const { body, tenant } = asked
  for (const name of ['displayName', 'mailEnabled', 'mailNickname', 'securityEnabled'])
    if (body[name] === undefined)
      throw badRequest(`A value is required for property '${name}' of resource 'Group'.`, name)
  checkProperties(body)
  const types = (body.groupTypes as string[] | undefined) ?? []
  if (body.mailEnabled === true && !types.includes('Unified'))
    throw badRequest('The service does not currently support writes of mail-enabled groups.')
  if (types.includes('Unified')) checkNickname(tenant, String(body.mailNickname))
  if (body.uniqueName && alive(tenant).some((one) => one.uniqueName === body.uniqueName)) throw conflict('uniqueName')
  const { 'members@odata.bind': _, 'owners@odata.bind': __, ...rest } = body
  const group = newGroup(asked, { ...rest, members: bound(asked, 'members'), owners: bound(asked, 'owners') })
  return {
    status: 201,
    body: { '@odata.context': contextOf(asked, 'groups/$entity'), ...selected(group, asked, KNOWN, DEFAULTS) },
  }
}

const ALREADY = (what: string) =>
  badRequest(`One or more added object references already exist for the following modified properties: '${what}'.`)

const add = (asked: Asked, group: StoredGroup, name: 'members' | 'owners', ids: readonly string[]): void => {
  if (ids.some((id) => group[name].includes(id))) throw ALREADY(name)
  group[name].push(...ids)
  noteChange(asked.tenant, 'group', group.id, asked.manners.now())
}

export const changeGroup = (asked: Asked): Answer => {
  const { tenant, body } = asked
  const stored = tenant.directory.groups[asked.path[1]!]
  if (stored && !stored.deletedDateTime && !isThere(asked, stored) && Object.hasOwn(body, 'members@odata.bind'))
    throw badRequest(`Resource '${stored.id}' is not ready.`)
  const group = findGroup(asked, asked.path[1]!)
  checkProperties(body)
  if (typeof body.mailNickname === 'string' && isUnified(group)) checkNickname(tenant, body.mailNickname, group.id)
  for (const name of ['members', 'owners'] as const) {
    const ids = bound(asked, name)
    if (ids.length > 0) add(asked, group, name, ids)
  }
  for (const [name, value] of Object.entries(body)) if (KNOWN.has(name)) group[name] = value
  noteChange(tenant, 'group', group.id, asked.manners.now())
  return { status: 204 }
}

export const deleteGroup = (asked: Asked): Answer => {
  const group = findGroup(asked, asked.path[1]!)
  if (isUnified(group)) group.deletedDateTime = new Date(asked.manners.now()).toISOString()
  else delete asked.tenant.directory.groups[group.id]
  noteChange(asked.tenant, 'group', group.id, asked.manners.now(), true)
  return { status: 204 }
}

const peopleOf = (asked: Asked, ids: readonly string[]): StoredUser[] =>
  ids.flatMap((id) => {
    const user = asked.tenant.directory.users[id]
    return user && !user.deletedDateTime ? [user] : []
  })

const namesOf = (asked: Asked) => (asked.path[0] === 'education' ? 2 : 1)

/** `members`, `owners` or `teachers` of a group or class, as a list of users. */
export const listPeople =
  (name: 'members' | 'owners') =>
  (asked: Asked): Answer => {
    const group = findGroup(asked, asked.path[namesOf(asked)]!)
    const defaults = ['displayName', 'givenName', 'surname', 'userPrincipalName', 'mail']
    const what = asked.path[0] === 'education' ? 'educationUsers' : 'directoryObjects'
    const type = asked.path[0] === 'education' ? {} : { '@odata.type': '#microsoft.graph.user' }
    return listing(asked, peopleOf(asked, group[name]), { known: USER_PROPERTIES, defaults, what }, (user) => ({
      ...type,
      ...selected(user, asked, USER_PROPERTIES, defaults),
    }))
  }

export const addPerson =
  (name: 'members' | 'owners') =>
  (asked: Asked): Answer => {
    const group = findGroup(asked, asked.path[namesOf(asked)]!)
    add(asked, group, name, [findUser(asked.tenant, idIn(asked.body['@odata.id'])).id])
    return { status: 204 }
  }

export const removePerson =
  (name: 'members' | 'owners') =>
  (asked: Asked): Answer => {
    const at = namesOf(asked)
    const group = findGroup(asked, asked.path[at]!)
    const id = asked.path[at + 2]!
    if (!group[name].includes(id)) throw notFound(id)
    if (name === 'owners' && isUnified(group) && group.owners.length === 1)
      throw badRequest('The group must have at least one owner, hence this owner cannot be removed.')
    group[name] = group[name].filter((one) => one !== id)
    noteChange(asked.tenant, 'group', group.id, asked.manners.now())
    return { status: 204 }
  }
