import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { asOwner } from '#shared/database/migrate.ts'
import { createApp } from '#src/app.ts'
import { urls } from '#src/urls.ts'
import { Browser, frontDoor } from '#test/front-door.ts'
import { createFounding, type Founding } from './founding.tsx'
import { hostFor } from './hosts.ts'

const door = frontDoor()
let founding: Founding
let application: ReturnType<typeof createApp>

const form = {
  boardName: 'Stichting Duinrandq',
  schoolName: 'De Bronq',
  brin: '99xx00',
  givenName: 'Willemijnq',
  surname: 'Brandsmaq',
  address: 'willemijn@debron.example',
  password: 'zeven groene fietsen rijden',
}

const browserAt = (host: string) => new Browser({ application }, host)

beforeAll(async () => {
  const { parts, server } = door.front
  await asOwner(server.owner, async (client) => {
    await client.query('truncate account, organisation cascade')
  })
  founding = createFounding({ ...parts, owner: server.owner })
  application = createApp({ ...parts, ...founding.parts })
})

test('host names are made from names, and may be typed', () => {
  expect(hostFor('', 'De Vuurtoren', 'localhost')).toBe('devuurtoren.localhost')
  expect(hostFor('Toren', 'De Vuurtoren', '127.0.0.1')).toBe('toren.localhost')
  expect(hostFor('', 'École Mélange', 'plein.example')).toBe('ecolemelange.plein.example')
  expect(hostFor('school.example.org', 'De Vuurtoren', 'plein.example')).toBe('school.example.org')
  expect(hostFor('geen adres!', 'De Vuurtoren', 'localhost')).toBeNull()
  expect(hostFor('', '!!', 'localhost')).toBeNull()
})

test('every host of an empty installation leads to set-up, and only the code admits', async () => {
  const browser = browserAt('localhost:3000')
  expect((await browser.get(urls.home())).headers.get('location')).toBe(urls.setUp())
  const page = await browser.get(urls.setUp())
  expect(page.status).toBe(200)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await page.text()).not.toContain(founding.code)
  const wrong = await browser.post(urls.setUp(), { ...form, code: 'AAAABBBBCCCC' })
  expect(wrong.status).toBe(422)
  const text = await wrong.text()
  expect(text).toContain('Deze code klopt niet')
  expect(text).toContain('value="De Bronq"')
  expect(text).not.toContain(form.password)
  const foreign = await browser.request('POST', urls.setUp(), new URLSearchParams({ code: founding.code }), {
    origin: 'https://evil.example',
  })
  expect(foreign.status).toBe(404)
})

test('what is wrong is said beside the field, and nothing is made', async () => {
  const browser = browserAt('localhost:3000')
  const refused = await browser.post(urls.setUp(), {
    ...form,
    code: founding.code,
    brin: 'XX99',
    password: 'kort',
    boardHost: 'debronq',
    address: 'geen',
  })
  expect(refused.status).toBe(422)
  const text = await refused.text()
  for (const said of ['twee cijfers en twee letters', 'elk een eigen adres', 'geen e-mailadres', 'value="Willemijnq"'])
    expect(text).toContain(said)
  expect((await browser.get(urls.setUp())).status).toBe(200)
})

test('the code makes board, school and administrator, who arrives signed in once; then set-up is gone', async () => {
  const made = await browserAt('localhost:3000').post(urls.setUp(), { ...form, code: founding.code.toLowerCase() })
  expect(made.status).toBe(200)
  const arrive = /http:\/\/debronq\.localhost:3000(\/set-up\/[0-9A-Z]+)/.exec(await made.text())![1]!

  const atSchool = browserAt('debronq.localhost:3000')
  const arrived = await atSchool.get(arrive)
  expect(arrived.status).toBe(303)
  expect(arrived.headers.get('location')).toContain(urls.secondFactor())
  expect((await atSchool.get(urls.secondFactor())).status).toBe(200)
  const again = await browserAt('debronq.localhost:3000').get(arrive)
  expect(again.headers.get('location')).toBe(urls.signIn())

  const signIn = await browserAt('stichtingduinrandq.localhost:3000').post(urls.signIn(), form)
  expect(signIn.headers.get('location')).toContain(urls.secondFactor())
  expect((await browserAt('localhost:3000').get(urls.setUp())).status).toBe(404)
  expect((await browserAt('localhost:3000').post(urls.setUp(), { ...form, code: founding.code })).status).toBe(404)
})

test('guessing the code has to wait, and a second set-up finds the first', async () => {
  await asOwner(door.front.server.owner, async (client) => {
    await client.query('truncate account, organisation cascade')
  })
  const { parts, server } = door.front
  const one = createFounding({ ...parts, owner: server.owner })
  application = createApp({ ...parts, ...one.parts })
  const browser = browserAt('localhost:3000')
  for (let guess = 0; guess < 5; guess++)
    expect((await browser.post(urls.setUp(), { ...form, code: 'mis' })).status).toBe(422)
  expect((await browser.post(urls.setUp(), { ...form, code: one.code })).status).toBe(429)
  door.front.clock.now = new Date(Date.now() + 60_000)
  const both = await Promise.all([1, 2].map(() => browser.post(urls.setUp(), { ...form, code: one.code })))
  expect(both.map((answer) => answer.status).sort()).toEqual([200, 404])
  const client = new pg.Client(server.admin)
  await client.connect()
  const { rows } = await client.query('select kind from organisation order by kind')
  await client.end()
  expect(rows.map((row) => row.kind)).toEqual(['board', 'school'])
  door.front.clock.now = null
})
