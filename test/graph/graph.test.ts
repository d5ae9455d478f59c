import { afterAll, beforeEach, expect, test } from 'vitest'
import { TestMicrosoft } from './microsoft.ts'

const microsoft = await TestMicrosoft.start((manners) => ({
  deltaFor: 60_000,
  limits: { ...manners.limits, writes: { calls: 60, seconds: 150 } },
}))
afterAll(() => microsoft.close())
const { graph, tenant } = microsoft
const { directory } = tenant
let token = graph.issue(tenant.id)
beforeEach(() => {
  token = graph.issue(tenant.id)
})

const ask = async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
  const response = await fetch(path.startsWith('http') ? path : `${graph.origin}/v1.0${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} }
}

const person = (name: string, more: object = {}) => ({
  accountEnabled: true,
  displayName: name,
  mailNickname: name,
  userPrincipalName: `${name}@school.example`,
  passwordProfile: { password: 'Zebra-Toren-4829' },
  ...more,
})

test('it refuses what Graph refuses, in Graph’s words', async () => {
  const { id } = (await ask('POST', '/users', person('annaq'))).body
  const sku = directory.skus[0]!.skuId
  const give = { addLicenses: [{ skuId: sku, disabledPlans: [] }], removeLicenses: [] }
  const refused: [string, string, object | undefined, number, RegExp][] = [
    ['POST', '/users', person('annaq'), 400, /userPrincipalName already exists/],
    ['POST', '/users', person('bobq', { userPrincipalName: 'bobq@elsewhere.example' }), 400, /verified domain/],
    ['POST', '/users', person('bobq', { passwordProfile: { password: 'short' } }), 400, /complexity/],
    ['POST', '/users', { displayName: 'bobq' }, 400, /required/],
    ['POST', '/users', person('bobq', { shoeSize: 38 }), 400, /shoeSize/],
    ['PATCH', `/users/${id}`, { employeeId: 'seventeen letters' }, 400, /employeeId/],
    ['POST', `/users/${id}/assignLicense`, give, 400, /usage location/],
    ['POST', `/users/${id}/authentication/methods/1/resetPassword`, {}, 403, /privileges/],
    ['GET', '/users?$top=1000', undefined, 400, /page size/],
    ['GET', "/users?$filter=shoeSize eq '1'", undefined, 400, /shoeSize/],
    ['GET', "/users?$filter=displayName ne 'x'", undefined, 400, /ConsistencyLevel/],
    ['GET', '/users/delta?$top=5', undefined, 400, /\$top/],
    ['GET', '/users/00000000-0000-4000-8000-000000000000', undefined, 404, /does not exist/],
    ['GET', '/nonsense', undefined, 400, /segment/],
  ]
  for (const [method, path, body, status, words] of refused) {
    const answer = await ask(method, path, body)
    expect([path, answer.status, answer.body.error?.message]).toEqual([path, status, expect.stringMatching(words)])
  }
  const granted = directory.granted
  directory.granted = ['User.Read.All']
  token = graph.issue(tenant.id)
  expect([(await ask('GET', '/users')).status, (await ask('POST', '/users', person('bobq'))).status]).toEqual([
    200, 403,
  ])
  directory.granted = granted
  token = 'nothing'
  expect((await ask('GET', '/users')).status).toBe(401)
})

test('a new group is late, for members and for its team', async () => {
  const teacher = (await ask('POST', '/users', person('carlq'))).body.id
  const made = await ask('POST', '/education/classes', { displayName: 'Klas', mailNickname: 'klas' })
  const { id } = made.body
  const member = { 'members@odata.bind': [`${graph.origin}/v1.0/directoryObjects/${teacher}`] }
  expect([(await ask('GET', `/groups/${id}`)).status, (await ask('PATCH', `/groups/${id}`, member)).status]).toEqual([
    404, 400,
  ])
  const team = {
    'template@odata.bind': `${graph.origin}/v1.0/teamsTemplates('educationClass')`,
    'group@odata.bind': `${graph.origin}/v1.0/groups('${id}')`,
  }
  microsoft.pass(5_000)
  expect((await ask('PATCH', `/groups/${id}`, member)).status).toBe(204)
  expect((await ask('PATCH', `/groups/${id}`, member)).body.error.message).toMatch(/already exist/)
  await ask('POST', `/education/classes/${id}/teachers/$ref`, { '@odata.id': member['members@odata.bind'][0] })
  expect((await ask('POST', '/teams', team)).status).toBe(404)
  microsoft.pass(10_000)
  const asked = await ask('POST', '/teams', team)
  const operation = asked.headers.get('location')!
  expect([asked.status, (await ask('GET', operation)).body.status]).toEqual([202, 'inProgress'])
  microsoft.pass(10_000)
  expect((await ask('GET', operation)).body.status).toBe('succeeded')
  expect((await ask('POST', '/teams', team)).status).toBe(409)
})

test('a delta tells what changed and went, and answers 410 to a token that is too old', async () => {
  const first = (await ask('GET', '/users/delta?$select=displayName')).body['@odata.deltaLink']
  const { id } = directory.users[Object.keys(directory.users)[0]!]!
  microsoft.pass(1_000)
  await ask('DELETE', `/users/${id}`)
  expect((await ask('GET', first)).body.value).toEqual([{ id, '@removed': { reason: 'changed' } }])
  expect((await ask('POST', `/directory/deletedItems/${id}/restore`, {})).status).toBe(200)
  microsoft.pass(61_000)
  token = graph.issue(tenant.id)
  expect((await ask('GET', first)).status).toBe(410)
})

test('a batch of twenty answers each part by itself, in another order; and what is too much waits', async () => {
  const requests = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: String(index), method: 'GET', url: '/users?$select=id' }))
  expect((await ask('POST', '/$batch', { requests: requests(21) })).status).toBe(400)
  const { body } = await ask('POST', '/$batch', { requests: requests(3) })
  expect(body.responses.map((part: { id: string }) => part.id)).toEqual(['2', '1', '0'])
  const writes = (from: number) =>
    Array.from({ length: 20 }, (_, index) => ({
      id: String(index),
      method: 'POST',
      url: '/users',
      headers: { 'content-type': 'application/json' },
      body: person(`p${from + index}`),
    }))
  const statuses = []
  for (const from of [0, 20, 40, 60]) {
    const { responses } = (await ask('POST', '/$batch', { requests: writes(from) })).body
    statuses.push(...responses.map((part: { status: number }) => part.status))
  }
  expect(new Set(statuses)).toEqual(new Set([201, 429]))
  const late = await ask('POST', '/users', person('lateq'))
  expect([late.status, Number(late.headers.get('retry-after')) > 0]).toEqual([429, true])
  microsoft.pass(151_000)
  expect((await ask('POST', '/users', person('lateq'))).status).toBe(201)
})

test('work of a class: submissions come at publishing, outcomes only for who may read them, and delta never tells what was deleted', async () => {
  const [id] = Object.entries(directory.groups).find(([, { education }]) => education)!
  const { id: assignment } = (await ask('POST', `/education/classes/${id}/assignments`, { displayName: 'Taal' })).body
  expect(assignment).toBeUndefined()
  directory.granted = [...directory.granted, 'EduAssignments.ReadWrite.All']
  token = graph.issue(tenant.id)
  const work = (await ask('POST', `/education/classes/${id}/assignments`, { displayName: 'Taal' })).body.id
  await ask('POST', `/education/classes/${id}/assignments/${work}/publish`, {})
  const delta = `/education/classes/${id}/assignments/delta`
  expect((await ask('GET', `${delta}?$select=id`)).status).toBe(400)
  const link = (await ask('GET', delta)).body['@odata.deltaLink']
  microsoft.pass(1_000)
  await ask('DELETE', `/education/classes/${id}/assignments/${work}`)
  expect((await ask('GET', link)).body.value).toEqual([])
})

test('and all of it as Graph’s own schema says (skipped where ../shared/contracts is missing)', () => {
  expect(microsoft.wrong).toEqual([])
})
