import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { serve } from '@hono/node-server'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plusDays } from '#products/school/index.ts'
import { urls } from '#src/urls.ts'
import { launchChromium, watch } from '#test/chromium.ts'
import { frontDoor } from '#test/front-door.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, staff, guardians } = world
const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }
const guardian = { audience: 'guardian' } as const

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

const open = async (person: string, address: string, options: BrowserContextOptions) => {
  const { cookie } = await door.front.as(person, vuurtoren)
  const [name, value] = cookie.split('=') as [string, string]
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'nl-NL', ...options })
  await context.addCookies([{ name, value, url: base }])
  const page = await context.newPage()
  const wrong = await watch(page)
  await page.goto(base + address)
  return { page, wrong }
}

/** Everyone can read it, in the light and in the dark, and nothing is wider than the screen. */
const isReadable = async (page: Page) => {
  // Turbo says so while it still fetches a page.
  await page.locator('html:not([aria-busy])').waitFor({ state: 'attached' })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([])
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
}

test('the office publishes, a parent reads it once on a phone and goes on to where they were going', async () => {
  const office = await open(staff.wim, urls.termsFor(guardian), { viewport: screens.desktop })
  await isReadable(office.page)
  await office.page.getByRole('link', { name: 'Pas de tekst aan' }).click()
  await isReadable(office.page)
  await office.page.getByRole('button', { name: 'Bewaar en bekijk hoe het wordt' }).click()
  await office.page.getByRole('heading', { name: 'Versie 1 publiceren' }).waitFor()
  await isReadable(office.page)
  await office.page.getByRole('button', { name: 'Publiceer versie 1' }).click()
  await office.page.getByText('0 van 6 mensen met een account').waitFor()
  await office.page.goto(base + urls.termsSettings())
  await isReadable(office.page)

  const parent = await open(guardians.ngozi, urls.children(), { viewport: screens.phone })
  await isReadable(parent.page)
  await parent.page.getByRole('button', { name: 'Ik ga akkoord' }).click()
  await parent.page.waitForURL(base + urls.children())
  await parent.page.goto(base + urls.terms())
  await isReadable(parent.page)
  expect([office.wrong, parent.wrong]).toEqual([[], []])
})

test('a breach: a message, a restriction that a colleague approves, and the one page that is left', async () => {
  const office = await open(staff.wim, urls.person({ id: guardians.kofi }), { viewport: screens.phone })
  await office.page.getByRole('link', { name: 'Leg vast dat iemand zich niet aan de regels hield' }).click()
  await office.page.getByLabel('Gegevens of beelden van anderen gedeeld').check()
  await office.page.getByLabel('Wat is er gezien?').fill('Een lijst in de appq')
  await office.page.getByLabel('Je bericht').fill('Haal de lijst weg, alsjeblieftq')
  await isReadable(office.page)
  await office.page.getByRole('button', { name: 'Leg vast en stuur bericht' }).click()
  await office.page.getByText('Nog niet gelezen').waitFor()
  await isReadable(office.page)
  await office.page.getByLabel('Niets openen, alleen de uitleg').check()
  await office.page.getByLabel('Waarom').fill('Het gaat doorq')
  await office.page.getByLabel('Laatste dag').fill(plusDays(week.tuesday, 20))
  await office.page.getByRole('button', { name: 'Beperk de toegang' }).click()
  await office.page.getByText('Gevraagd door').waitFor()

  const principal = await open(staff.anouk, urls.breaches(), { viewport: screens.desktop })
  await isReadable(principal.page)
  await principal.page.getByRole('link', { name: 'Kofiq Mensahq' }).click()
  await principal.page.getByText('Gevraagd door').waitFor()
  await principal.page.getByRole('button', { name: 'Keur goed' }).click()
  await principal.page.getByText('Geldt', { exact: true }).waitFor()
  await isReadable(principal.page)

  const barred = await open(guardians.kofi, urls.children(), { viewport: screens.phone })
  await barred.page.getByRole('heading', { name: 'Je kunt nu niet verder in Schoolplein' }).waitFor()
  expect(await barred.page.getByText('Het gaat doorq').isVisible()).toBe(true)
  await isReadable(barred.page)
  expect([office.wrong, principal.wrong, barred.wrong]).toEqual([[], [], []])
})
