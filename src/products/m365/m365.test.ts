import { afterAll, expect, test } from 'vitest'
import { frontDoor } from '#test/front-door.ts'
import { TestMicrosoft } from '#test/graph/microsoft.ts'
import { runJobs } from '#test/jobs.ts'
import { world } from '#test/world.ts'

const microsoft = await TestMicrosoft.start()
const door = frontDoor({ authority: microsoft.authority, pace: microsoft.pace })
afterAll(() => microsoft.close())
const { vuurtoren } = world
const within: typeof door.front.within = (organisation, run) => door.front.within(organisation, run)

test('thin', async () => {
  await within(vuurtoren, (work) => microsoft.connect(work))
  await within(vuurtoren, (work) => work.enqueue('m365-plan', { cause: 'asked', person: null }))
  await runJobs(door.front, 'm365')
  const steps = await within(vuurtoren, (work) =>
    work.db.selectFrom('m365_step').select(['action', 'category', 'reason', 'state']).execute(),
  )
  console.table(steps)
  const plan = await within(vuurtoren, (work) => work.db.selectFrom('m365_plan').selectAll().executeTakeFirstOrThrow())
  await within(vuurtoren, async (work) => {
    await work.db.updateTable('m365_plan').set({ state: 'applying', approved_at: work.now }).execute()
    await work.enqueue('m365-apply', { plan: plan.id })
  })
  for (let i = 0; i < 20; i++) {
    await runJobs(door.front, 'm365')
    microsoft.pass(5000)
    door.front.clock.now = new Date(microsoft.pace.now())
  }
  console.table(
    await within(vuurtoren, (work) =>
      work.db.selectFrom('m365_step').select(['action', 'reason', 'state', 'problem']).execute(),
    ),
  )
  console.table(await within(vuurtoren, (work) => work.db.selectFrom('m365_plan').selectAll().execute()))
  console.log(
    microsoft.users.map((u) => [u.userPrincipalName, u.assignedLicenses.length]),
    microsoft.groups.map((g) => [g.displayName, g.members.length, g.owners.length, g.team]),
  )
  expect(microsoft.wrong).toEqual([])
}, 60000)
