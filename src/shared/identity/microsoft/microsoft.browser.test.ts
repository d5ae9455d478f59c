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
import { client, oids, SECRET, startEntra, tenants } from '#test/with-microsoft.ts'
import { addressOf, PASSWORD, world } from '#test/world.ts'

let server: Server
let port = 0
const entra = await startEntra(() => `:${port}`)
const door = frontDoor({ authority: entra.authority })
let browser: Browser
const at = (host: string) => `http://${host}.localhost:${port}`
const { vuurtoren, staff, guardians } = world

beforeAll(async () => {
  server = serve({ fetch: door.front.application.hono.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
  entra.close()
})

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }
/** Each page is looked at twice by axe, which takes seconds on a busy machine. */
const patient = { timeout: 180_000 }

/** Readable for everyone in light and dark, and no wider than the screen. */
const looksRight = async (page: Page, name: string): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator('html:not([aria-busy])').waitFor({ state: 'attached' })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)
    expect([name, colorScheme, ...found]).toEqual([name, colorScheme])
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}

const openPage = async (size: keyof typeof sizes, script = true) => {
  const context = await browser.newContext({
    viewport: sizes[size],
    locale: 'nl-NL',
    reducedMotion: 'reduce',
    javaScriptEnabled: script,
  })
  const page = await context.newPage()
  return { context, page, wrong: script ? await watch(page) : [] }
}

/** Gives a page the session of somebody who signed in with a second factor just now. */
const be = async (page: Page, person: string, host = 'vuurtoren') => {
  const [name, value] = (await door.front.as(person, vuurtoren)).cookie.split('=') as [string, string]
  await page.context().addCookies([{ name, value, url: at(host) }])
}

const choose = (page: Page, oid: string) => page.locator(`button[value="${oid}"]`).click()

test('the office sets it up, links itself, and comes in with Microsoft', patient, async () => {
  const { context, page, wrong } = await openPage('desktop')
  await be(page, staff.wim)
  await page.goto(at('vuurtoren') + urls.settings())
  await page.getByRole('link', { name: 'Inloggen met Microsoft' }).click()
  await page.getByText('Eerst in Microsoft Entra').waitFor()
  await looksRight(page, 'settings-empty')
  await page.getByLabel('Directory (tenant) ID').fill('devuurtoren.nl')
  await page.getByLabel('Application (client) ID').fill(client)
  await page.getByLabel('Client secret', { exact: true }).fill(SECRET)
  await page.getByLabel('Tot wanneer geldt dit geheim?').fill('2028-02-29')
  await page.locator('input[name=mfa][value=yes]').check()
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByText('Een tenant ID ziet eruit als').waitFor()
  await looksRight(page, 'settings-wrong')
  await page.getByLabel('Directory (tenant) ID').fill(tenants.kompas)
  await page.getByLabel('Client secret', { exact: true }).fill(SECRET)
  await page.getByLabel('Tot wanneer geldt dit geheim?').fill('2028-02-29')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByText('Controleer nu of het werkt').waitFor()
  await page.getByRole('button', { name: 'Controleer en zet aan' }).click()
  await page.getByText('Het werkt. Microsoft kent').waitFor()
  await looksRight(page, 'settings-works')
  await page.getByRole('link', { name: 'Koppel je eigen account' }).click()
  await looksRight(page, 'link')
  await page.getByRole('link', { name: 'Koppel je Microsoft-account' }).click()
  await choose(page, oids.wim)
  await page.waitForURL(at('vuurtoren') + urls.microsoftSettings())
  await page.getByText('1 persoon heeft zijn account gekoppeld').waitFor()

  await page.goto(at('vuurtoren') + urls.me())
  await page.getByText('Gekoppeld sinds').waitFor()
  await page.getByRole('button', { name: 'Log uit', exact: true }).click()
  await page.getByText('misschien nog ingelogd').waitFor()
  await looksRight(page, 'signed-out')
  await page.getByRole('link', { name: 'Inloggen met Microsoft' }).click()
  // Microsoft knows this browser still, so nobody is asked anything.
  await page.waitForURL(at('vuurtoren') + urls.home())
  expect(wrong).toEqual([])
  await context.close()
})

test(
  'on a phone without script: Microsoft, an account that nobody knows, and the way to link it',
  patient,
  async () => {
    const { context, page } = await openPage('phone', false)
    await page.goto(at('vuurtoren') + urls.signIn())
    await page.getByRole('link', { name: 'Inloggen met Microsoft' }).click()
    await choose(page, oids.hatice)
    await page.getByRole('heading', { name: 'Dit Microsoft-account kennen we nog niet' }).waitFor()
    await looksRightWithoutScript(page)
    await page.getByRole('link', { name: 'Log in en koppel daarna' }).click()
    await page.getByLabel('E-mailadres').fill(addressOf('hatice'))
    await page.getByLabel('Wachtwoord').fill(PASSWORD)
    await page.getByRole('button', { name: 'Verder' }).click()
    // A teacher with only a password: first something besides it, or Microsoft's own second step, once linked.
    await page.goto(at('vuurtoren') + urls.myMicrosoft())
    await page.getByRole('link', { name: 'Koppel je Microsoft-account' }).click()
    await choose(page, oids.hatice)
    await page.getByText('Je Microsoft-account is gekoppeld').waitFor()
    await page.goto(at('vuurtoren') + urls.home())
    await page.getByRole('heading', { level: 1 }).waitFor()
    await context.close()
  },
)

const looksRightWithoutScript = async (page: Page) => {
  const box = await page.locator('main').boundingBox()
  expect(box!.width).toBeLessThanOrEqual(sizes.phone.width)
}

test.each([
  ['phone', true],
  ['desktop', false],
] as const)(
  'on a %s (script: %s) a parent goes from one school to the other by one button',
  patient,
  async (size, script) => {
    const { context, page, wrong } = await openPage(size, script)
    await be(page, guardians.fenna)
    await page.goto(at('vuurtoren') + urls.home())
    await page.getByRole('link', { name: 'Andere school' }).first().click()
    await page.getByRole('heading', { name: 'Waar je nog meer bent' }).waitFor()
    if (script) await looksRight(page, 'other-schools')
    await page.getByRole('button', { name: 'Ga erheen: De Molen' }).click()
    await page.getByRole('heading', { name: 'Je bent bij De Molen' }).waitFor()
    expect(page.url()).toBe(at('molen') + urls.arrived())
    expect(await page.evaluate(() => document.referrer)).not.toContain('vuurtoren')
    if (script) await looksRight(page, 'arrived')
    await page.getByRole('link', { name: 'Nu niet, ga verder' }).click()
    await page.goto(at('molen') + urls.children())
    await page.getByText('Emreq').first().waitFor()
    expect(wrong).toEqual([])
    await context.close()
  },
)
