import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { launchChromium, watch } from '#test/chromium.ts'
import { frontDoor } from '#test/front-door.ts'
import { readableInBoth } from '#test/readable.ts'
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

test('school asks, a parent says yes and takes it back on a phone, and the teacher sees it before the photo', async () => {
  const office = await open(staff.wim, urls.consentPurposes(), { viewport: screens.desktop })
  await readableInBoth(office.page)
  await office.page.getByRole('link', { name: 'Klassenfoto' }).click()
  await office.page.getByRole('heading', { name: 'Klassenfoto' }).waitFor()
  await readableInBoth(office.page)
  await office.page.getByRole('button', { name: 'Begin met vragen' }).click()
  await office.page.getByText('Verander de tekst').waitFor()
  await readableInBoth(office.page)

  const parent = await open(guardians.fenna, urls.home(), { viewport: screens.phone })
  await parent.page.getByRole('link', { name: 'Er staat één vraag voor je klaar' }).click()
  const question = parent.page.getByRole('form', { name: 'Klassenfoto, Milaq' })
  await question.waitFor()
  await readableInBoth(parent.page)
  const teacher = await open(staff.hatice, urls.consentGroup({ group: groups.five }), { viewport: screens.phone })
  const not = teacher.page.getByRole('list', { name: 'Niet overal' })
  await not.getByText('Milaq').waitFor()
  await question.getByRole('button', { name: 'Ja' }).click()
  await parent.page.getByText('School mag het.').waitFor()
  await not.getByText('Milaq').waitFor({ state: 'detached' })
  await readableInBoth(teacher.page)
  await question.getByRole('button', { name: 'Nee' }).click()
  await parent.page.getByText('School doet het niet.').waitFor()
  await not.getByText('Milaq').waitFor()

  await office.page.goto(base + urls.consentCoverage())
  await readableInBoth(office.page)
  await office.page.goto(base + urls.consentPupil({ pupil: pupils.mila }))
  await office.page.setViewportSize(screens.phone)
  await readableInBoth(office.page)
  expect([office.wrong, parent.wrong, teacher.wrong]).toEqual([[], [], []])
})
