import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { atVuurtoren } from '#test/graph/at-school.ts'
import { TestMicrosoft } from '#test/graph/microsoft.ts'
import { runJobs } from '#test/jobs.ts'
import { world } from '#test/world.ts'
import { lastResetOf } from './queries.ts'

const microsoft = await TestMicrosoft.start()
const door = frontDoor({ authority: microsoft.authority, pace: microsoft.pace })
afterAll(() => microsoft.close())
const { vuurtoren, staff, pupils, groups } = world
const { within, pass, bringInStep } = atVuurtoren(door, microsoft)
const page = urls.m365PasswordsOf({ group: groups.five })

beforeAll(async () => {
  await within(vuurtoren, (work) => microsoft.connect(work, { makesTeams: false }))
  await bringInStep()
})

test('a teacher gives a pupil of the own class a new password in two taps, and what was open ends', async () => {
  const teacher = await door.front.as(staff.hatice, vuurtoren)
  const first = await teacher.text(page)
  expect(first).toContain(`reset=${pupils.mila}`)
  const second = await teacher.text(`${page}?reset=${pupils.mila}`)
  expect(second).toContain('Een nieuw wachtwoord voor Milaq Yıldızq?')
  const asked = await teacher.post(urls.m365Reset({ group: groups.five }), { pupil: pupils.mila })
  expect([asked.status, asked.headers.get('location')]).toEqual([303, page])
  expect(await teacher.text(page)).toContain('Het wachtwoord wordt gemaakt.')
  await runJobs(door.front, 'm365-reset')
  const [, password] = /Wachtwoord: ([A-Z][a-z]+-[A-Z][a-z]+-\d{4})/.exec(await teacher.text(page))!
  expect(password).toBeDefined()
  expect(microsoft.user('milaq.yildizq')).toMatchObject({
    lastPasswordChangeDateTime: expect.any(String),
    signInSessionsValidFromDateTime: expect.any(String),
  })
  const told = await within(vuurtoren, (work) => lastResetOf(work, pupils.mila))
  expect(told?.asked_by).toBe(staff.hatice)
})

test('the class too; but no pupil of another group, and no group of another teacher', async () => {
  const teacher = await door.front.as(staff.hatice, vuurtoren)
  const reset = urls.m365Reset({ group: groups.five })
  expect((await teacher.post(reset, { pupil: pupils.ravi })).status).toBe(404)
  expect((await (await door.front.as(staff.tom, vuurtoren)).post(reset, { pupil: 'all' })).status).toBe(404)
  expect((await teacher.post(reset, { pupil: 'all' })).status).toBe(303)
  await runJobs(door.front, 'm365-reset')
  expect((await teacher.text(page)).match(/Wachtwoord: /g)!.length).toBeGreaterThan(1)
  const cards = await teacher.get(urls.m365Cards({ group: groups.five }))
  expect([cards.headers.get('content-type'), (await cards.text()).slice(0, 5)]).toEqual(['application/pdf', '%PDF-'])
})

test('an account that no application may touch says so', async () => {
  pass(60_000)
  microsoft.tenant.directory.admins.push(microsoft.user('milaq.yildizq').id)
  const teacher = await door.front.as(staff.hatice, vuurtoren)
  await teacher.post(urls.m365Reset({ group: groups.five }), { pupil: pupils.mila })
  await runJobs(door.front, 'm365-reset')
  expect(await teacher.text(page)).toContain('Microsoft staat dit niet toe')
})

test('starter letters for everybody with a new account are for ICT', async () => {
  const letters = urls.m365Letters({ kind: 'letters' })
  const pdf = await (await door.front.as(staff.wim, vuurtoren)).get(letters)
  expect((await pdf.text()).slice(0, 5)).toBe('%PDF-')
  expect((await (await door.front.as(staff.hatice, vuurtoren)).get(letters)).status).toBe(404)
})
