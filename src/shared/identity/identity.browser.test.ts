import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { serve } from '@hono/node-server'
import { Secret, TOTP } from 'otpauth'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { launchChromium, watch } from '#test/chromium.ts'
import { frontDoor } from '#test/front-door.ts'
import { addressOf, PASSWORD } from '#test/world.ts'

const door = frontDoor()
let server: Server
let browser: Browser
let origin: string

beforeAll(async () => {
  server = serve({ fetch: door.front.application.hono.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await once(server, 'listening')
  origin = `http://vuurtoren.localhost:${(server.address() as AddressInfo).port}`
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
})

const phone = { width: 390, height: 844 }
const desktop = { width: 1280, height: 900 }
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

const openPage = async (viewport: typeof phone, more: object = {}) => {
  const context = await browser.newContext({ viewport, locale: 'nl-NL', reducedMotion: 'reduce', ...more })
  const page = await context.newPage()
  return { context, page, wrong: await watch(page) }
}

/** A device with fingerprint reader, as Chromium emulates one. */
const withFingerprint = async (context: BrowserContext, page: Page) => {
  const protocol = await context.newCDPSession(page)
  await protocol.send('WebAuthn.enable')
  await protocol.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

const giveAddress = async (page: Page, key: string, password: string) => {
  await page.getByLabel('E-mailadres').fill(addressOf(key))
  await page.getByLabel('Wachtwoord').fill(password)
  await page.getByRole('button', { name: 'Verder' }).click()
}

test(
  'a teacher on a phone: wrong password, right one, passkey with recovery codes, and back in with a finger',
  patient,
  async () => {
    const { context, page, wrong } = await openPage(phone)
    await withFingerprint(context, page)
    await page.goto(origin + urls.me())
    await looksRight(page, 'sign-in')
    await giveAddress(page, 'hatice', 'iets anders')
    await page.getByText('horen niet bij elkaar').waitFor()
    await looksRight(page, 'sign-in-wrong')
    expect(await page.getByLabel('E-mailadres').inputValue()).toBe(addressOf('hatice'))
    await giveAddress(page, 'hatice', PASSWORD)
    await page.getByRole('heading', { name: 'Een wachtwoord is niet genoeg' }).waitFor()
    await looksRight(page, 'protect')
    await page.getByRole('button', { name: 'Met je vinger of gezicht' }).click()
    await page.getByRole('heading', { name: 'Bewaar deze codes' }).waitFor()
    await looksRight(page, 'codes')
    await page.getByRole('link', { name: 'Ik heb ze bewaard' }).click()
    await page.waitForURL(origin + urls.me())
    await looksRight(page, 'me')

    await page.getByRole('button', { name: 'Log uit' }).last().click()
    await page.waitForURL(origin + urls.signIn())
    await page.getByRole('button', { name: 'Met je vinger of gezicht' }).click()
    await page.waitForURL(origin + urls.home())
    await page.goto(origin + urls.me())
    await page.getByText('Verander', { exact: true }).click()
    await looksRight(page, 'me-passkey-open')
    await page.getByLabel('Naam').fill('Mijn telefoon')
    await page.getByRole('button', { name: 'Bewaar naam' }).click()
    await page.getByText('Mijn telefoon', { exact: true }).waitFor()
    await page.goto(origin + urls.myPassword())
    await looksRight(page, 'password')
    await page.goto(origin + urls.confirm())
    await looksRight(page, 'confirm')
    expect(wrong).toEqual([])
    await context.close()
  },
)

test('a guardian at a desk turns on codes from an app, and gives one to come back in', patient, async () => {
  const { context, page, wrong } = await openPage(desktop)
  await page.goto(origin + urls.signIn())
  await looksRight(page, 'sign-in')
  await giveAddress(page, 'ngozi', PASSWORD)
  await page.waitForURL(origin + urls.home())
  await page.goto(origin + urls.me())
  await looksRight(page, 'me')
  await page.getByRole('link', { name: 'Codes uit een app' }).click()
  await page.getByRole('img', { name: 'Vierkant om te scannen' }).waitFor()
  await looksRight(page, 'app')
  const secret = (await page.locator('code').textContent())!.replaceAll(' ', '')
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  await page.getByLabel('Code uit de app').fill('000000')
  await page.getByRole('button', { name: 'Zet codes aan' }).click()
  await page.getByText('Deze code klopt niet').waitFor()
  expect((await page.locator('code').textContent())!.replaceAll(' ', '')).toBe(secret)
  await page.getByLabel('Code uit de app').fill(totp.generate())
  await page.getByRole('button', { name: 'Zet codes aan' }).click()
  await page.getByRole('heading', { name: 'Bewaar deze codes' }).waitFor()
  await looksRight(page, 'codes')
  const recovery = await page.locator('code').first().textContent()
  await page.getByRole('link', { name: 'Ik heb ze bewaard' }).click()
  await page.getByRole('button', { name: 'Log uit' }).last().click()
  await giveAddress(page, 'ngozi', PASSWORD)
  await page.getByRole('heading', { name: 'Nog één stap' }).waitFor()
  await looksRight(page, 'code')
  await page.getByLabel('Code').fill(recovery!)
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.waitForURL(origin + urls.home())
  await page.goto(origin + urls.me())
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor()
  expect(wrong).toEqual([])
  await context.close()
})

test('signing in works without script, and offers nothing that needs one', patient, async () => {
  const { context, page } = await openPage(phone, { javaScriptEnabled: false })
  await page.goto(origin + urls.signIn())
  expect(await page.getByRole('button', { name: 'Met je vinger of gezicht' }).isVisible()).toBe(false)
  await giveAddress(page, 'kofi', PASSWORD)
  await page.waitForURL(origin + urls.home())
  await context.close()
})
