import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asOwner } from '#shared/database/migrate.ts'
import { createApp } from '#src/app.ts'
import { launchChromium, watch } from '#test/chromium.ts'
import { frontDoor } from '#test/front-door.ts'
import { readableInBoth } from '#test/readable.ts'
import { createFounding, type Founding } from './founding.tsx'

const door = frontDoor()
let founding: Founding
let application: ReturnType<typeof createApp>
let server: Server
let browser: Browser
let start: string

beforeAll(async () => {
  server = serve({
    fetch: (request, env) => application.hono.fetch(request, env),
    port: 0,
    hostname: '127.0.0.1',
  }) as Server
  await once(server, 'listening')
  start = `http://localhost:${(server.address() as AddressInfo).port}/`
  browser = await launchChromium()
})
beforeEach(async () => {
  await asOwner(door.front.server.owner, (client) => client.query('truncate account, organisation cascade'))
  founding = createFounding({ ...door.front.parts, owner: door.front.server.owner })
  application = createApp({ ...door.front.parts, ...founding.parts })
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
})

const typed = {
  'Naam van het bestuur': 'Stichting Duinrandq',
  'Naam van de school': 'De Bronq',
  Roepnaam: 'Willemijnq',
  Achternaam: 'Brandsmaq',
  'E-mailadres': 'willemijn@debron.example',
  'Nieuw wachtwoord': 'zeven groene fietsen rijden',
}

const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }

test.for([
  ['phone', true],
  ['desktop', true],
  ['phone', false],
] as const)('setting up on a %s, scripts %s: from the code to the own second factor', async ([
  screen,
  javaScriptEnabled,
]) => {
  const context = await browser.newContext({
    viewport: screens[screen],
    reducedMotion: 'reduce',
    locale: 'nl-NL',
    javaScriptEnabled,
  })
  const page = await context.newPage()
  const wrong = javaScriptEnabled ? await watch(page) : []
  await page.goto(start)
  if (javaScriptEnabled) await readableInBoth(page)
  await page.getByLabel('Code').fill('mis')
  await page.getByRole('button', { name: 'Maak de school' }).click()
  await page.getByText('Deze code klopt niet').waitFor()
  await page.getByLabel('Code').fill(founding.code)
  for (const [label, text] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Maak de school' }).click()
  await page.getByRole('heading', { name: 'De Bronq staat klaar' }).waitFor()
  if (javaScriptEnabled) await readableInBoth(page)
  await page.getByRole('link', { name: 'Ga naar De Bronq' }).click()
  await page.waitForURL(/^http:\/\/debronq\.localhost:\d+\/second-factor/)
  expect(wrong).toEqual([])
  await context.close()
})
