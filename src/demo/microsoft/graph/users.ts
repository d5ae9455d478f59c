import { randomUUID } from 'node:crypto'
import { changesSince, noteChange } from './changes.ts'
import { badRequest, conflict, denied, notFound } from './failing.ts'
import { contextOf, listing, selected } from './querying.ts'
import type { Answer, Asked, Sku, StoredUser, Tenant } from './types.ts'

type Check = (value: unknown) => boolean
const text: Check = (value) => value === null || typeof value === 'string'
const truth: Check = (value) => typeof value === 'boolean'

/** What may be written, and of which type. */
const WRITABLE: Readonly<Record<string, Check>> = {
  accountEnabled: truth,
  displayName: (value) => typeof value === 'string' && value.length > 0 && value.length <= 256,
  givenName: (value) => text(value) && String(value ?? '').length <= 64,
  surname: (value) => text(value) && String(value ?? '').length <= 64,
  mailNickname: (value) => typeof value === 'string' && /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}$/.test(value),
  userPrincipalName: (value) => typeof value === 'string',
  passwordProfile: (value) => typeof value === 'object',
  passwordPolicies: text,
  department: (value) => text(value) && String(value ?? '').length <= 64,
  jobTitle: text,
  employeeId: (value) => text(value) && String(value ?? '').length <= 16,
  usageLocation: (value) => value === null || (typeof value === 'string' && /^[A-Z]{2}$/.test(value)),
  preferredLanguage: text,
  showInAddressList: truth,
  companyName: text,
  officeLocation: text,
  ageGroup: text,
  consentProvidedForMinor: text,
}

const KNOWN = new Set([
  ...Object.keys(WRITABLE),
  ...[
    'id',
    'mail',
    'assignedLicenses',
    'createdDateTime',
    'deletedDateTime',
    'userType',
    'signInSessionsValidFromDateTime',
  ],
  ...['businessPhones', 'mobilePhone', 'otherMails', 'lastPasswordChangeDateTime', 'licenseAssignmentStates'],
])
KNOWN.delete('passwordProfile')
const DEFAULTS = [
  ...['businessPhones', 'displayName', 'givenName', 'jobTitle', 'mail', 'mobilePhone', 'officeLocation'],
  ...['preferredLanguage', 'surname', 'userPrincipalName'],
]
const REQUIRED = ['accountEnabled', 'displayName', 'mailNickname', 'passwordProfile', 'userPrincipalName']
const shape = { known: KNOWN, defaults: DEFAULTS }

const UPN = /^[A-Za-z0-9][A-Za-z0-9'.\-_!#^~]{0,62}@([A-Za-z0-9.-]+)$/
const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/]

/** Microsoft's rule: 8 to 256 characters of three kinds out of four. */
const checkPassword = (profile: unknown, needed: boolean): void => {
  const password = (profile as { password?: unknown } | null)?.password
  if (password === undefined && !needed) return
  const strong =
    typeof password === 'string' &&
    password.length >= 8 &&
    password.length <= 256 &&
    KINDS.filter((kind) => kind.test(password)).length >= 3
  if (!strong)
    throw badRequest('The specified password does not comply with password complexity requirements.', 'passwordProfile')
}

const checkName = (tenant: Tenant, name: string, own?: string): void => {
  const match = UPN.exec(name)
  if (!match || name.includes('..') || name.includes('.@'))
    throw badRequest(`Property userPrincipalName is invalid.`, 'userPrincipalName')
  if (!tenant.domains.includes(match[1]!.toLowerCase()))
    throw badRequest(
      'The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.',
      'userPrincipalName',
    )
  const taken = Object.values(tenant.directory.users).some(
    (user) => user.id !== own && !user.deletedDateTime && user.userPrincipalName.toLowerCase() === name.toLowerCase(),
  )
  if (taken) throw conflict('userPrincipalName')
}

const checkProperties = (body: Readonly<Record<string, unknown>>): void => {
  for (const [name, value] of Object.entries(body)) {
    if (name.startsWith('@odata')) continue
    const check = WRITABLE[name]
    if (!check) throw badRequest(`Property '${name}' does not exist as a declared property or cannot be written.`, name)
    if (!check(value)) throw badRequest(`Invalid value specified for property '${name}' of resource 'User'.`, name)
  }
}

const alive = (tenant: Tenant): StoredUser[] =>
  Object.values(tenant.directory.users).filter((user) => !user.deletedDateTime)

/** By id or by userPrincipalName. */
const find = (tenant: Tenant, id: string): StoredUser => {
  const { users } = tenant.directory
  const wanted = decodeURIComponent(id).toLowerCase()
  const user =
    users[wanted] ??
    Object.values(users).find((one) => !one.deletedDateTime && one.userPrincipalName.toLowerCase() === wanted)
  if (!user || user.deletedDateTime) throw notFound(id)
  return user
}

const nowText = ({ manners }: Asked) => new Date(manners.now()).toISOString()

export const listUsers = (asked: Asked): Answer => listing(asked, alive(asked.tenant), { ...shape, what: 'users' })

export const usersDelta = (asked: Asked): Answer =>
  changesSince(asked, { kind: 'user', things: alive(asked.tenant), ...shape })

export const getUser = (asked: Asked): Answer => ({
  status: 200,
  body: {
    '@odata.context': contextOf(asked, 'users/$entity'),
    ...selected(find(asked.tenant, asked.path[1]!), asked, KNOWN, DEFAULTS),
  },
})

export const createUser = (asked: Asked): Answer => {
  const { body, tenant } = asked
  for (const name of REQUIRED)
    if (body[name] === undefined)
      throw badRequest(`A value is required for property '${name}' of resource 'User'.`, name)
  checkProperties(body)
  checkPassword(body.passwordProfile, true)
  checkName(tenant, String(body.userPrincipalName))
  const { passwordProfile: _, ...rest } = body
  const user = {
    id: randomUUID(),
    userType: 'Member',
    mail: null,
    assignedLicenses: [],
    businessPhones: [],
    createdDateTime: nowText(asked),
    ...rest,
  } as unknown as StoredUser
  tenant.directory.users[user.id] = user
  noteChange(tenant, 'user', user.id, asked.manners.now())
  return {
    status: 201,
    body: { '@odata.context': contextOf(asked, 'users/$entity'), ...selected(user, asked, KNOWN, DEFAULTS) },
  }
}

/** An application may change a password by a permission of its own, or with the role User Administrator; never an admin's. */
const mayChangePassword = ({ token, tenant }: Asked, user: StoredUser): boolean => {
  if (tenant.directory.admins.includes(user.id)) return false
  if (token.permissions.includes('User-PasswordProfile.ReadWrite.All')) return true
  return token.permissions.includes('User.ReadWrite.All') && tenant.directory.roles.includes('User Administrator')
}

export const changeUser = (asked: Asked): Answer => {
  const { body, tenant } = asked
  const user = find(tenant, asked.path[1]!)
  checkProperties(body)
  if (body.passwordProfile !== undefined) {
    if (!mayChangePassword(asked, user)) throw denied()
    checkPassword(body.passwordProfile, false)
    user.lastPasswordChangeDateTime = nowText(asked)
  }
  const others = Object.keys(body).filter((name) => name !== 'passwordProfile')
  if (others.length > 0 && !asked.token.permissions.includes('User.ReadWrite.All')) throw denied()
  if (typeof body.userPrincipalName === 'string') checkName(tenant, body.userPrincipalName, user.id)
  for (const name of others) user[name] = body[name]
  noteChange(tenant, 'user', user.id, asked.manners.now())
  return { status: 204 }
}

export const deleteUser = (asked: Asked): Answer => {
  const { tenant, manners } = asked
  const user = find(tenant, asked.path[1]!)
  if (tenant.directory.admins.includes(user.id)) throw denied()
  user.deletedDateTime = nowText(asked)
  user.accountEnabled = false
  user.assignedLicenses = []
  for (const group of Object.values(tenant.directory.groups)) {
    group.members = group.members.filter((id) => id !== user.id)
    group.owners = group.owners.filter((id) => id !== user.id)
  }
  noteChange(tenant, 'user', user.id, manners.now(), true)
  return { status: 204 }
}

export const revokeSessions = (asked: Asked): Answer => {
  const user = find(asked.tenant, asked.path[1]!)
  user.signInSessionsValidFromDateTime = nowText(asked)
  return { status: 200, body: { '@odata.context': contextOf(asked, 'Edm.Boolean'), value: true } }
}

const used = (tenant: Tenant, { skuId }: Sku) =>
  alive(tenant).filter((user) => user.assignedLicenses.some((one) => one.skuId === skuId)).length

type Given = { readonly addLicenses?: unknown; readonly removeLicenses?: unknown }

export const assignLicense = (asked: Asked): Answer => {
  const { tenant, manners } = asked
  const user = find(tenant, asked.path[1]!)
  const { addLicenses, removeLicenses } = asked.body as Given
  if (!Array.isArray(addLicenses) || !Array.isArray(removeLicenses))
    throw badRequest('addLicenses and removeLicenses must both be there.')
  const kept = user.assignedLicenses.filter(({ skuId }) => !removeLicenses.includes(skuId))
  if (kept.length + removeLicenses.length > user.assignedLicenses.length && removeLicenses.length > 0)
    throw badRequest('User does not have a corresponding license.')
  for (const one of addLicenses as { skuId?: string; disabledPlans?: string[] }[]) {
    const sku = tenant.directory.skus.find(({ skuId }) => skuId === one.skuId)
    if (!sku) throw badRequest(`License ${one.skuId} does not correspond to a valid company License.`)
    if (!user.usageLocation) throw badRequest('License assignment cannot be done for user with invalid usage location.')
    if (kept.some(({ skuId }) => skuId === sku.skuId)) continue
    if (used(tenant, sku) >= sku.units)
      throw badRequest(`Subscription with SKU ${sku.skuId} does not have any available licenses.`)
    kept.push({ skuId: sku.skuId, disabledPlans: one.disabledPlans ?? [] })
  }
  user.assignedLicenses = kept
  noteChange(tenant, 'user', user.id, manners.now())
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(asked, 'users/$entity'),
      ...selected(user, asked, KNOWN, [...DEFAULTS, 'assignedLicenses']),
    },
  }
}

export const listSkus = (asked: Asked): Answer => ({
  status: 200,
  body: {
    '@odata.context': contextOf(asked, 'subscribedSkus'),
    value: asked.tenant.directory.skus.map((sku) => ({
      id: `${asked.tenant.id}_${sku.skuId}`,
      accountId: asked.tenant.id,
      accountName: asked.tenant.name,
      appliesTo: 'User',
      capabilityStatus: 'Enabled',
      consumedUnits: used(asked.tenant, sku),
      prepaidUnits: { enabled: sku.units, suspended: 0, warning: 0, lockedOut: 0 },
      servicePlans: [],
      skuId: sku.skuId,
      skuPartNumber: sku.skuPartNumber,
      subscriptionIds: [],
    })),
  },
})

/** Users that were deleted less than thirty days ago. */
export const listGone = (asked: Asked): Answer =>
  listing(
    asked,
    Object.values(asked.tenant.directory.users).filter((user) => user.deletedDateTime),
    { ...shape, what: 'directoryObjects' },
  )

const findGone = (asked: Asked): StoredUser => {
  const user = asked.tenant.directory.users[asked.path[2]!]
  if (!user?.deletedDateTime) throw notFound(asked.path[2]!)
  return user
}

export const restoreUser = (asked: Asked): Answer => {
  const user = findGone(asked)
  checkName(asked.tenant, user.userPrincipalName, user.id)
  user.deletedDateTime = null
  user.accountEnabled = true
  noteChange(asked.tenant, 'user', user.id, asked.manners.now())
  return { status: 200, body: { '@odata.type': '#microsoft.graph.user', ...selected(user, asked, KNOWN, DEFAULTS) } }
}

export const purgeUser = (asked: Asked): Answer => {
  const user = findGone(asked)
  delete asked.tenant.directory.users[user.id]
  return { status: 204 }
}

/** Only somebody who is signed in may ask this; an application by itself never. */
export const resetPassword = (asked: Asked): Answer => {
  if (asked.token.kind === 'application') throw denied()
  find(asked.tenant, asked.path[1]!)
  return {
    status: 202,
    headers: { Location: `${asked.origin}/v1.0/users/${asked.path[1]}/authentication/operations/1` },
  }
}

export { find as findUser, KNOWN as USER_PROPERTIES }
