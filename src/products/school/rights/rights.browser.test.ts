import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { launchChromium, watch } from '#test/chromium.ts'
import { frontDoor } from '#test/front-door.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, staff, groups } = world

let server: Server
let browser: Browser
let base: string
beforeAll(async () => {
  setClock(door.front, week.tuesday, '09:00')
  server = serve({ fetch: door.front.application.hono.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await once(server, 'listening')
  base = `http://vuurtoren.localhost:${(server.address() as AddressInfo).port}`
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
})

const readable = async (page: Page) => {
  await page.locator('html:not([aria-busy])').waitFor({ state: 'attached' })
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  const place = new URL(page.url()).pathname
  expect([place, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([place, []])
  expect([place, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([place, 0])
}

test.each([
  ['phone', { width: 390, height: 844 }, 'light'],
  ['desktop', { width: 1280, height: 800 }, 'dark'],
] as const)('on a %s: a substitute for today, who may what, and a review to its record', async (_, viewport, colorScheme) => {
  const { cookie } = await door.front.as(staff.anouk, vuurtoren)
  const [name, value] = cookie.split('=') as [string, string]
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'nl-NL', viewport, colorScheme })
  await context.addCookies([{ name, value, url: base }])
  const page = await context.newPage()
  const wrong = await watch(page)
  const press = (role: 'button' | 'link', words: string | RegExp) =>
    page.getByRole('main').getByRole(role, { name: words }).first().click()

  await page.goto(base + urls.group({ id: groups.five }))
  await press('link', 'Zet een invaller voor de groep')
  await page.waitForURL(/substitute/)
  await readable(page)
  await press('button', 'Kies Maritq Grootq')
  await page.getByText('Vervangt: vandaag').waitFor()

  await page.goto(base + urls.rights())
  await page.getByText('Per rol').waitFor()
  for (const part of await page.locator('main summary').all()) await part.click()
  await readable(page)
  await press('button', 'Haal van de groep: Maritq Grootq, Groep 5')
  await page.getByText('Groep 5, vandaag').waitFor({ state: 'detached' })
  await page.goto(base + urls.personRights({ id: staff.hatice }))
  await readable(page)

  await page.goto(base + urls.accessReviews())
  await readable(page)
  await press('button', 'Begin een controle')
  await page.getByText(/0 van \d mensen bekeken/).waitFor()
  await readable(page)
  await press('link', 'Haticeq Aydınq')
  await page.getByText('Klopt dit nog voor Haticeq').waitFor()
  await readable(page)
  await press('button', 'Leg vast')
  await page.getByText('Klopt dit nog voor Maritq').waitFor()
  await press('link', 'Terug naar de controle')
  await page.getByText(/1 van \d mensen bekeken/).waitFor()
  await press('button', 'Rond de controle af')
  await page.getByText('Het verslag klopt').waitFor()
  await readable(page)
  expect(wrong).toEqual([])
  await context.close()
})
