import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium, watch } from '#test/chromium.ts'
import { frontDoor } from '#test/front-door.ts'
import { demoParts } from './demo.ts'
import { tuesday } from './examples.ts'
import { writeDemoWorld } from './write.ts'

const door = frontDoor(demoParts(true, { loopback: true }))
let server: Server
let browser: Browser
let start: string

beforeAll(async () => {
  door.front.clock.now = new Date(`${tuesday}T08:45:00+01:00`)
  await writeDemoWorld(door.front.server.owner, door.front.parts, tuesday)
  server = serve({ fetch: door.front.application.hono.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await once(server, 'listening')
  start = `http://localhost:${(server.address() as AddressInfo).port}/`
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
})

const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }

test.for([
  'phone',
  'desktop',
] as const)('the start page on a %s: readable, keeps its policy, and one press is enough, there and back', async (screen) => {
  const context = await browser.newContext({ viewport: screens[screen], reducedMotion: 'reduce', locale: 'nl-NL' })
  const page = await context.newPage()
  const wrong = await watch(page)
  await page.goto(start)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator('html:not([aria-busy])').waitFor({ state: 'attached' })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([])
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)

  for (const [name, host] of [
    ['Hatice Aydın', 'vuurtoren'],
    ['Sem Hofman', 'molen'],
  ]) {
    await page.getByRole('button', { name: new RegExp(name!) }).click()
    await page.waitForURL(`${start.replace('localhost', `${host}.localhost`)}`)
    expect(await page.locator('header.rail').textContent()).toContain(name)
    await page.getByRole('link', { name: 'Demo: wees iemand anders' }).click()
    await page.waitForURL(start)
  }
  expect(wrong).toEqual([])
  await context.close()
})
