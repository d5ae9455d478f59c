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
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, staff } = world

let server: Server
let browser: Browser
let base: string
beforeAll(async () => {
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
] as const)('on a %s: the officer finds somebody, holds the data, releases them, and reads all periods', async (_, viewport, colorScheme) => {
  const { cookie } = await door.front.as(staff.roos, vuurtoren)
  const [name, value] = cookie.split('=') as [string, string]
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'nl-NL', viewport, colorScheme })
  await context.addCookies([{ name, value, url: base }])
  const page = await context.newPage()
  const wrong = await watch(page)
  const main = page.getByRole('main')

  await page.goto(base + urls.retention())
  await main.getByText('Bekijk per soort').click()
  await readable(page)
  await main.getByRole('link', { name: 'Zet iemand vast' }).click()
  await page.waitForURL(/holds\/new/)
  await page.getByLabel('Wie?').fill('mila')
  await main.getByRole('button', { name: 'Zoek' }).click()
  await main.getByRole('link', { name: 'Milaq Yıldızq' }).click()
  await page.getByText('Alles over Milaq Yıldızq blijft.').waitFor()
  await main.getByRole('button', { name: 'Zet vast tot die dag' }).click()
  await page.getByText('Schrijf in hoogstens 1000 tekens waarom.').waitFor()
  await readable(page)
  await page.getByLabel('Waarom moet dit blijven?').fill('Er loopt een klacht')
  await page.getByLabel('Tot en met welke dag?').fill(`${new Date().getFullYear() + 1}-03-01`)
  await main.getByRole('button', { name: 'Zet vast tot die dag' }).click()
  await page.getByText('Er loopt een klacht').waitFor()
  await readable(page)
  await main.getByRole('button', { name: 'Geef vrij' }).click()
  await page.getByText('Er is niets vastgezet').waitFor()

  await page.goto(base + urls.retentionPeriods())
  await readable(page)
  await main.getByRole('link', { name: 'Wie er in de klas was' }).click()
  await page.getByLabel('Hoe lang?').fill('3')
  await page.getByLabel('dagen').check()
  await page.getByLabel('Waarom?').fill('Het mag korter')
  await main.getByRole('button', { name: 'Houd deze termijn aan' }).click()
  await page.getByText('Korter dan 28 dagen mag niet').waitFor()
  await readable(page)
  expect(wrong).toEqual([])
  await context.close()
})
