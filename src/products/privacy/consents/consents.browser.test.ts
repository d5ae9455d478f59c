import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { serve } from '@hono/node-server'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { launchChromium, watch } from '#test/chromium.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, staff, guardians, groups, pupils } = world
const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }

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

test('school asks, a parent says yes and takes it back on a phone, and the teacher sees it before the photo', async () => {
  const office = await open(staff.wim, urls.consentPurposes(), { viewport: screens.desktop })
  await isReadable(office.page)
  await office.page.getByRole('link', { name: 'Klassenfoto' }).click()
  await office.page.getByRole('heading', { name: 'Klassenfoto' }).waitFor()
  await isReadable(office.page)
  await office.page.getByRole('button', { name: 'Begin met vragen' }).click()
  await office.page.getByText('Verander de tekst').waitFor()
  await isReadable(office.page)

  const parent = await open(guardians.fenna, urls.home(), { viewport: screens.phone })
  await parent.page.getByRole('link', { name: 'Er staat één vraag voor je klaar' }).click()
  const question = parent.page.getByRole('form', { name: 'Klassenfoto, Milaq' })
  await question.waitFor()
  await isReadable(parent.page)
  const teacher = await open(staff.hatice, urls.consentGroup({ group: groups.five }), { viewport: screens.phone })
  const not = teacher.page.getByRole('list', { name: 'Niet overal' })
  await not.getByText('Milaq').waitFor()
  await question.getByRole('button', { name: 'Ja' }).click()
  await parent.page.getByText('School mag het.').waitFor()
  await not.getByText('Milaq').waitFor({ state: 'detached' })
  await isReadable(teacher.page)
  await question.getByRole('button', { name: 'Nee' }).click()
  await parent.page.getByText('School doet het niet.').waitFor()
  await not.getByText('Milaq').waitFor()

  await office.page.goto(base + urls.consentCoverage())
  await isReadable(office.page)
  await office.page.goto(base + urls.consentPupil({ pupil: pupils.mila }))
  await office.page.setViewportSize(screens.phone)
  await isReadable(office.page)
  expect([office.wrong, parent.wrong, teacher.wrong]).toEqual([[], [], []])
})
