import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { serve } from '@hono/node-server'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { launchChromium, watch } from '#test/chromium.ts'
import { frontDoor } from '#test/front-door.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, staff } = world
const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }
const year = week.monday.slice(0, 4)

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

const open = async (address: string, options: BrowserContextOptions) => {
  const { cookie } = await door.front.as(staff.wim, vuurtoren)
  const [name, value] = cookie.split('=') as [string, string]
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'nl-NL', ...options })
  await context.addCookies([{ name, value, url: base }])
  const page = await context.newPage()
  const wrong = await watch(page)
  await page.goto(base + address)
  return { page, wrong }
}

test('a swatch is seen and measured at once; what looks like a warning says so while one types', async () => {
  const { page, wrong } = await open(urls.look(), { viewport: screens.phone })
  await page.getByRole('button', { name: 'Magenta' }).click()
  expect(await page.getByLabel('Tint').inputValue()).toBe('325')
  const preview = page.locator('[data-preview]')
  expect(await preview.evaluate((element) => getComputedStyle(element).getPropertyValue('--hue').trim())).toBe('325')
  expect(await page.locator('[data-contrast="light button"]').textContent()).toMatch(/^\d,\d$|^\d$/)
  await page.getByLabel('Tint').fill('30')
  expect(await page.getByText('lijken op de kleuren voor waarschuwen').isVisible()).toBe(true)
  await page.getByLabel('Tint').fill('325')
  await page.getByRole('button', { name: 'Bewaar naam en uiterlijk' }).click()
  await page.getByText('Bewaard.').waitFor()
  await page.getByRole('button', { name: /^Zet terug/ }).click()
  await page.getByText('Teruggezet.').waitFor()
  expect(wrong).toEqual([])
})

test('a study day is put in the calendar and back without script', async () => {
  const { page } = await open(urls.yearCalendar(), { viewport: screens.desktop, javaScriptEnabled: false })
  await page.getByLabel('Studiedag').check()
  await page.getByLabel('Naam').fill('Rekendagq')
  await page.getByLabel('Eerste dag').fill(week.thursday)
  await page.getByRole('button', { name: 'Zet in de kalender' }).click()
  expect(await page.getByRole('link', { name: 'Rekendagq' }).isVisible()).toBe(true)
  await page.getByRole('button', { name: /^Zet terug/ }).click()
  expect(await page.getByRole('link', { name: 'Rekendagq' }).count()).toBe(0)
})

test.for([
  ['phone', urls.settings()],
  ['desktop', urls.settings()],
  ['phone', urls.look()],
  ['desktop', urls.look()],
  ['phone', urls.hours()],
  ['desktop', urls.hours()],
  ['phone', urls.yearCalendar({ year })],
  ['desktop', urls.yearCalendar({ year })],
  ['phone', urls.hosts()],
  ['desktop', urls.hosts()],
] as const)('on a %s: %s is readable for everyone, in the light and in the dark', async ([screen, address]) => {
  const wim = await door.front.as(staff.wim, vuurtoren)
  await wim.post(urls.hosts(), { name: 'portaal.vuurtorenq.example' })
  await wim.post(urls.officialHolidays(), { year, region: 'north' })
  const { page, wrong } = await open(address, { viewport: screens[screen] })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator('html:not([aria-busy])').waitFor({ state: 'attached' })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([])
  }
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  expect([wider, wrong]).toEqual([false, []])
})
