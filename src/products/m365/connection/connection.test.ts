import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { TestMicrosoft } from '#test/graph/microsoft.ts'
import { world } from '#test/world.ts'
import { permissions } from './permissions.ts'

const microsoft = await TestMicrosoft.start()
const door = frontDoor({ authority: microsoft.authority, pace: microsoft.pace })
afterAll(() => microsoft.close())
const { vuurtoren, staff } = world
const ict = () => door.front.as(staff.wim, vuurtoren)

/** What an administrator of the tenant does at Microsoft: looks at what is asked, and says yes or no. */
const answerAtMicrosoft = async (address: string, agree: 'yes' | 'no'): Promise<string> => {
  const asked = await fetch(address)
  expect(asked.status).toBe(200)
  const said = await fetch(address, { method: 'POST', body: new URLSearchParams({ agree }), redirect: 'manual' })
  const back = new URL(said.headers.get('location')!)
  expect(back.hostname).toBe('vuurtoren.localhost')
  return back.pathname + back.search
}

beforeAll(() =>
  door.front.within(vuurtoren, async (work) => {
    await microsoft.connect(work)
    await work.db.updateTable('m365_setup').set({ consented_at: null, given: [] }).execute()
    microsoft.tenant.directory.granted = []
  }),
)

test('an administrator says no: nothing is agreed, and the page says so', async () => {
  const wim = await ict()
  const sent = await wim.post(urls.m365Consent())
  expect(sent.status).toBe(303)
  const back = await answerAtMicrosoft(sent.headers.get('location')!, 'no')
  const page = await wim.get(back)
  expect([page.status, (await page.text()).includes('Alles werkt')]).toEqual([422, false])
})

test('an administrator says yes: every permission is there, checked at Graph itself', async () => {
  const wim = await ict()
  const sent = await wim.post(urls.m365Consent())
  const back = await answerAtMicrosoft(sent.headers.get('location')!, 'yes')
  // The answer belongs to who asked: in another hand it opens nothing.
  const tom = await door.front.as(staff.tom, vuurtoren)
  expect((await tom.get(back)).status).toBe(404)
  expect((await wim.get(back)).headers.get('location')).toBe(urls.m365Connection())
  expect(await wim.text(urls.m365Connection())).toContain('Alles werkt')
  const { given } = await door.front.within(vuurtoren, ({ db }) =>
    db.selectFrom('m365_setup').select('given').executeTakeFirstOrThrow(),
  )
  expect([...given].sort()).toEqual(permissions.map(({ name }) => name).sort())
})

test('an answer that nobody here asked for is stale', async () => {
  const wim = await ict()
  const forged = `${urls.m365Consented()}?admin_consent=True&tenant=${microsoft.tenant.id}&state=1.2`
  expect((await wim.get(forged)).status).toBe(422)
})
