import { beforeAll, expect, test } from 'vitest'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readableInBoth } from '#test/readable.ts'
import { demoParts } from './demo.ts'
import { tuesday } from './examples.ts'
import { writeDemoWorld } from './write.ts'

const door = frontDoor(demoParts(true, { loopback: true }))
const { at, openAs } = inBrowser(door)

beforeAll(async () => {
  door.front.clock.now = new Date(`${tuesday}T08:45:00+01:00`)
  await writeDemoWorld(door.front.server.owner, door.front.parts, tuesday)
})

test.for([
  'phone',
  'desktop',
] as const)('the start page on a %s: readable, keeps its policy, and one press is enough, there and back', async (screen) => {
  const { context, page, wrong } = await openAs(null, { viewport: screens[screen] })
  const start = at('/', 'localhost')
  await page.goto(start)
  await readableInBoth(page)

  for (const [name, host] of [
    ['Hatice Aydın', 'vuurtoren'],
    ['Sem Hofman', 'molen'],
  ]) {
    await page.getByRole('button', { name: new RegExp(name!) }).click()
    await page.waitForURL(at('/', `${host}.localhost`))
    expect(await page.locator('header.rail').textContent()).toContain(name)
    await page.getByRole('link', { name: 'Demo: wees iemand anders' }).click()
    await page.waitForURL(start)
  }
  const steps = await page.locator('ol.tour button').count()
  for (let step = 0; step < steps; step++) {
    await page.locator('ol.tour button').nth(step).click()
    await page.waitForURL(/\.localhost/)
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
    expect([step, await page.title()]).toEqual([step, expect.not.stringMatching(/niet gevonden|Inloggen/i)])
    await page.goto(start)
  }
  expect(wrong).toEqual([])
  await context.close()
})
