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
const { vuurtoren, staff, guardians } = world

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

const looks = [
  ['phone', { width: 390, height: 844 }, 'light'],
  ['desktop', { width: 1280, height: 800 }, 'dark'],
] as const

test.each(
  looks,
)('on a %s: a mother asks, the school decides, she reads the answer', async (look, viewport, colorScheme) => {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'nl-NL', viewport, colorScheme })
  const be = async (person: string) => {
    const [name, value] = (await door.front.as(person, vuurtoren)).cookie.split('=') as [string, string]
    await context.clearCookies()
    await context.addCookies([{ name, value, url: base }])
  }
  const page = await context.newPage()
  const wrong = await watch(page)
  const main = page.getByRole('main')
  const choose = (words: string) =>
    main
      .locator('label')
      .filter({ hasText: new RegExp(`^${words}$`) })
      .click()
  const press = (role: 'button' | 'link', words: string | RegExp) =>
    main.getByRole(role, { name: words }).first().click()

  await be(guardians.fenna)
  await page.goto(base + urls.myRequests())
  await readable(page)
  await press('link', 'Er klopt iets niet')
  await page.getByText('Wat moet er staan?').waitFor()
  await choose('Milaq')
  await choose('Achternaam')
  await main.getByLabel('Wat moet er staan?').fill(`Yıldız-${look}`)
  await readable(page)
  await press('button', 'Stuur dit naar De Vuurtoren')
  await page.getByText('School heeft je verzoek.').waitFor()
  await readable(page)

  await page.goto(base + urls.askRight({ kind: 'erasure' }))
  await choose('Milaq')
  await main.getByText('Nu moet school nog iets van Milaq bewaren').waitFor()
  await readable(page)
  await page.goto(base + urls.complain())
  await readable(page)

  await be(staff.wim)
  await page.goto(base + urls.rightsRequests())
  await main.getByText('Nog 28 dagen').first().waitFor()
  await readable(page)
  await press('link', 'Fennaq Yıldızq')
  await main.getByText('Wat er verandert').waitFor()
  await choose('Nee')
  await main.getByLabel('Waarom niet?').selectOption('correct-already')
  await main.getByLabel('Wat schrijf je terug?').fill('In het paspoort staat de naam zoals wij hem hebben.')
  await readable(page)
  await press('button', 'Antwoord Fennaq')
  await main.getByText('School zegt nee').waitFor()
  await readable(page)
  await page.goto(base + urls.enterRequest({ person: guardians.kofi }))
  await choose('Verbeteren')
  await main.getByLabel('Wat klopt niet?').waitFor()
  await readable(page)

  await be(guardians.fenna)
  await page.goto(base + urls.myRequests())
  await press('link', /Verbeteren, over Milaq/)
  await main.getByText('Ben je het er niet mee eens?').waitFor()
  await readable(page)
  expect(wrong).toEqual([])
  await context.close()
})
