import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkedObjects } from '#shared/identity/microsoft/identities.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { atVuurtoren } from '#test/graph/at-school.ts'
import { TestMicrosoft } from '#test/graph/microsoft.ts'
import { runJobs } from '#test/jobs.ts'
import { world } from '#test/world.ts'

const microsoft = await TestMicrosoft.start()
const door = frontDoor({ authority: microsoft.authority, pace: microsoft.pace })
afterAll(() => microsoft.close())
const { vuurtoren, staff, pupils } = world
const { leaves, within, pass, compare, approve, carryOut, bringInStep, stepsOf } = atVuurtoren(door, microsoft)
const ict = () => door.front.as(staff.wim, vuurtoren)

beforeAll(() => within(vuurtoren, (work) => microsoft.connect(work)))

test('from a plan that somebody reads and approves to a tenant that is as the school is', async () => {
  const browser = await ict()
  expect((await browser.post(urls.m365NewPlan())).headers.get('location')).toBe(urls.m365({ comparing: 'yes' }))
  await runJobs(door.front, 'm365-plan')
  const home = await browser.text(urls.m365())
  const [, address] = /(\/microsoft-365\/plans\/[0-9a-f-]{36})"/.exec(home)!
  const plan = await browser.text(`${address}?kind=new`)
  expect(plan).toContain('milaq.yildizq@school.example')
  expect(plan).toContain('Account maken: is er nog niet.')
  // The child whose data are protected is named to nobody, and gets no account by itself.
  expect(plan + (await browser.text(`${address}?kind=conflict`))).not.toContain('Schuilenburgq')

  const id = address!.split('/').at(-1)!
  expect((await browser.post(urls.m365Approve({ id }))).status).toBe(303)
  expect(await carryOut()).toBe('done')
  expect(microsoft.user('milaq.yildizq')).toMatchObject({
    accountEnabled: true,
    department: 'Groep 5',
    surname: 'Yıldızq',
  })
  expect(microsoft.users.every((user) => user.assignedLicenses.length === 1)).toBe(true)
  const five = microsoft.groups.find(({ displayName }) => displayName === 'VT Groep 5 2026-2027')!
  expect(five.owners).toEqual([microsoft.user('h.aydinq').id])
  expect(five.members).toContain(microsoft.user('milaq.yildizq').id)
  expect(five.team).toBeDefined()

  // Who signs in here already comes in with the account that was made, by tenant and object.
  const made = microsoft.user('h.aydinq').id
  const tied = await within(vuurtoren, (work) =>
    linkedObjects(work, door.front.parts.ring, microsoft.tenant.id, [made]),
  )
  expect(tied.get(made)).toBe(staff.hatice)

  const log = await browser.text(urls.m365Log({ id }))
  expect(log).toContain('Account maken;Milaq Yıldızq;;is er nog niet;gedaan')
  expect((await browser.post(urls.m365Approve({ id }))).status).toBe(422)
})

test('comparing once more finds nothing to do, and changes nothing', async () => {
  const before = JSON.stringify(microsoft.tenant.directory)
  const { id } = await compare()
  const steps = await stepsOf(id)
  expect(steps.filter(({ category }) => category !== 'conflict')).toEqual([])
  expect(JSON.stringify(microsoft.tenant.directory)).toBe(before)
})

test('who leaves is blocked, kept for the period that the school chose, and then removed; the licence comes free', async () => {
  await leaves(pupils.ravi)
  const ravi = microsoft.user('raviq.ramdinq')
  const { id } = await compare()
  expect((await stepsOf(id)).filter(({ category }) => category === 'leave')).toMatchObject([
    { action: 'block-account', reason: 'left-school', person_id: pupils.ravi },
  ])
  await approve(id)
  expect(await carryOut()).toBe('done')
  expect(ravi).toMatchObject({ accountEnabled: false, signInSessionsValidFromDateTime: expect.any(String) })
  expect(microsoft.groups.some(({ members }) => members.includes(ravi.id))).toBe(false)

  pass(31 * 86_400_000)
  expect(await bringInStep()).toBe('done')
  expect(microsoft.users).not.toContain(ravi)
  expect(ravi.assignedLicenses).toEqual([])
})

test('what went over the line is what Graph’s own schema says', () => {
  expect(microsoft.wrong).toEqual([])
})
