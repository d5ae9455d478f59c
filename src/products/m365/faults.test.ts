import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { erasePerson } from '#shared/retention/erase.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { atVuurtoren } from '#test/graph/at-school.ts'
import { skus, TestMicrosoft } from '#test/graph/microsoft.ts'
import { runJobs, runTask } from '#test/jobs.ts'
import { world } from '#test/world.ts'

const microsoft = await TestMicrosoft.start()
const door = frontDoor({ authority: microsoft.authority, pace: microsoft.pace })
afterAll(() => microsoft.close())
const { vuurtoren, staff, pupils } = world
const { enrol, within, pass, latest, compare, approve, carryOut, bringInStep, stepsOf } = atVuurtoren(door, microsoft)
const ict = () => door.front.as(staff.wim, vuurtoren)
const { directory } = microsoft.tenant

beforeAll(() => within(vuurtoren, (work) => microsoft.connect(work, { makesTeams: false })))
beforeEach(() => {
  microsoft.graph.mood = 'well'
})

/** Nobody twice, nobody forgotten: who is at school and may have an account has one, and it is theirs. */
const expectInStep = async () => {
  const accounts = await within(vuurtoren, (work) =>
    work.db.selectFrom('m365_account').select('object_id').where('state', '=', 'active').execute(),
  )
  const there = microsoft.users.filter(({ employeeId }) => String(employeeId).startsWith('sp'))
  expect(accounts.map(({ object_id }) => object_id).sort()).toEqual(there.map(({ id }) => id).sort())
  expect(new Set(there.map(({ employeeId }) => employeeId)).size).toBe(there.length)
}

const joins = async (givenName: string, surname: string) => (await enrol([{ givenName, surname }]))[0]!

test('half of every batch is told to come later: all of it is done in the end, nothing twice', async () => {
  microsoft.graph.mood = 'half'
  expect(await bringInStep()).toBe('done')
  await expectInStep()
  expect(microsoft.users).toHaveLength(10)
})

test('a token that is worth nothing any more is renewed; consent that is withdrawn stops the run and says what to do', async () => {
  microsoft.graph.revokeTokens()
  await joins('Aafq', 'Eersteq')
  const plan = await compare()
  await approve(plan.id)
  const granted = directory.granted
  directory.granted = []
  microsoft.graph.revokeTokens()
  expect(await carryOut()).toBe('stopped')
  const browser = await ict()
  const page = await browser.text(urls.m365Plan({ id: plan.id }))
  expect(page).toContain('Gestopt: de app mag iets niet (meer).')

  directory.granted = granted
  microsoft.graph.revokeTokens()
  expect((await browser.post(urls.m365Resume({ id: plan.id }))).status).toBe(303)
  expect(await carryOut()).toBe('done')
  await expectInStep()
})

test('Microsoft is away for an hour: the page says when we try again, and then it is done', async () => {
  await joins('Beaq', 'Tweedeq')
  const plan = await compare()
  await approve(plan.id)
  microsoft.graph.mood = 'down'
  expect(await carryOut(20)).toBe('applying')
  expect(await (await ict()).text(urls.m365Plan({ id: plan.id }))).toContain('Microsoft antwoordt niet.')
  microsoft.graph.mood = 'well'
  pass(3_600_000)
  expect(await carryOut()).toBe('done')
  await expectInStep()
})

test('two pupils of one name get an account each, the second with a number', async () => {
  await joins('Beaq', 'Tweedeq')
  const { id } = await compare()
  expect((await stepsOf(id)).find(({ action }) => action === 'make-account')?.reason).toBe('number-in-name')
  await approve(id)
  await carryOut()
  expect(microsoft.user('beaq.tweedeq2').displayName).toBe('Beaq Tweedeq')
})

test('licences that run out leave the account without, and say so', async () => {
  const sku = directory.skus.find(({ skuId }) => skuId === skus.pupil)!
  await joins('Ceesq', 'Derdeq')
  const { id } = await compare()
  const used = microsoft.users.filter(({ assignedLicenses }) => assignedLicenses[0]?.skuId === skus.pupil).length
  sku.units = used
  await approve(id)
  expect(await carryOut()).toBe('done')
  expect((await stepsOf(id)).filter(({ state }) => state === 'failed')).toMatchObject([{ problem: 'no-licences-left' }])
  const next = await compare()
  expect((await stepsOf(next.id)).map(({ reason }) => reason)).toContain('no-licences-left')
  expect(await (await ict()).text(urls.m365Plan({ id: next.id }, { kind: 'conflict' }))).toContain(
    'koop er bij of maak er vrij',
  )
  sku.units = 100
  expect(await bringInStep()).toBe('done')
})

test('a child that another school of the tenant made an account for waits until somebody says whose it is', async () => {
  const id = '00000000-0000-4000-8000-0000000000aa'
  directory.users[id] = {
    ...microsoft.user('milaq.yildizq'),
    id,
    displayName: 'Dirkq Vierdeq',
    userPrincipalName: 'dirkq.vierdeq@school.example',
    employeeId: 'spffffffffffffff',
  }
  const person = await joins('Dirkq', 'Vierdeq')
  const plan = await compare()
  const step = (await stepsOf(plan.id)).find(({ person_id }) => person_id === person)!
  expect(step).toMatchObject({ category: 'conflict', reason: 'made-by-other-school' })
  const browser = await ict()
  await browser.post(urls.m365Step({ id: plan.id, step: String(step.id) }), { choice: 'make' })
  await approve(plan.id)
  expect(await carryOut()).toBe('done')
  expect(microsoft.user('dirkq.vierdeq2').employeeId).not.toBe('spffffffffffffff')
  delete directory.users[id]
})

test('a group and an account that somebody changed by hand are never overwritten without being asked', async () => {
  const five = microsoft.groups.find(({ displayName }) => displayName === 'VT Groep 5 2026-2027')!
  five.displayName = 'De Vijvers'
  const mila = microsoft.user('milaq.yildizq')
  mila.displayName = 'Mila Y.'
  const { id } = await compare()
  const conflicts = (await stepsOf(id)).filter(({ reason }) => reason.endsWith('by-hand'))
  expect(conflicts.map(({ reason }) => reason).sort()).toEqual(['changed-by-hand', 'group-renamed-by-hand'])
  const browser = await ict()
  const page = await browser.text(urls.m365Plan({ id }, { kind: 'conflict' }))
  expect([page.includes('De Vijvers'), page.includes('Mila Y. → Milaq Yıldızq')]).toEqual([true, true])
  const chooses = (reason: string, choice: string) => {
    const step = conflicts.find((one) => one.reason === reason)!
    return browser.post(urls.m365Step({ id, step: String(step.id) }), { choice })
  }
  expect((await chooses('group-renamed-by-hand', 'keep')).status).toBe(303)
  expect((await chooses('group-renamed-by-hand', 'keep')).status).toBe(422)
  expect((await chooses('changed-by-hand', 'restore')).status).toBe(303)
  await approve(id)
  await carryOut()
  expect([five.displayName, mila.displayName]).toEqual(['De Vijvers', 'Milaq Yıldızq'])
  const again = await compare()
  expect((await stepsOf(again.id)).filter(({ reason }) => reason.endsWith('by-hand'))).toEqual([])
})

test('who joins has an account at once where plans go by themselves; too many leavers wait for a person', async () => {
  await within(vuurtoren, (work) => microsoft.connect(work, { makesTeams: false, byItself: true, maxRemovals: 0 }))
  await runJobs(door.front, 'm365')
  await joins('Elsq', 'Vijfdeq')
  pass(5_000)
  await runJobs(door.front, 'm365')
  await carryOut()
  expect(microsoft.user('elsq.vijfdeq').accountEnabled).toBe(true)
  expect((await latest()).approved_by).toBeNull()

  await within(vuurtoren, (work) =>
    work.db.updateTable('person').set({ state: 'left' }).where('id', '=', pupils.ravi).execute(),
  )
  const { state, held } = await compare('night')
  expect([state, held]).toEqual(['waiting', 'removals'])
})

test('erasing somebody takes the account out of the tenant, and out of its thirty days of afterthought', async () => {
  await within(vuurtoren, (work) => microsoft.connect(work, { makesTeams: false, byItself: true, maxRemovals: 10 }))
  const [person_id] = await enrol([{ givenName: 'Gijsq', surname: 'Zesdeq' }], 'support')
  expect(await bringInStep()).toBe('done')
  const { id } = microsoft.user('g.zesdeq')
  const { outcome } = await within(vuurtoren, (work) => erasePerson(work, person_id!, { because: 'test' }))
  expect(outcome).toBe('erased')
  await runTask(door.front, vuurtoren, 'm365-tend', {})
  expect(directory.users[id]).toBeUndefined()
})

test('all of it as Graph’s own schema says', () => {
  expect(microsoft.wrong).toEqual([])
})
