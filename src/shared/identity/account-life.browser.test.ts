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
import { pathIn, signingIn } from '#test/signing-in.ts'
import { addressOf, PASSWORD, world } from '#test/world.ts'

const door = frontDoor()
const { mailsOf } = signingIn(door)
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
const patient = { timeout: 240_000 }

/** Readable for everyone in light and dark, and no wider than the screen. */
const looksRight = async (page: Page, name: string): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator('html:not([aria-busy])').waitFor({ state: 'attached' })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    // Turbo marks a page that is on its way as busy on its root, at any moment for a page that renews itself.
    const busy = ({ id, nodes }: (typeof violations)[number]) =>
      id === 'aria-allowed-attr' && nodes.every(({ target }) => String(target) === 'html')
    const found = violations
      .filter((violation) => !busy(violation))
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)
    expect([name, colorScheme, ...found]).toEqual([name, colorScheme])
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}

const openPage = async (viewport: typeof phone, cookie = '') => {
  const context = await browser.newContext({ viewport, locale: 'nl-NL', reducedMotion: 'reduce' })
  const [name, value] = cookie.split('=')
  if (name && value) await context.addCookies([{ name, value, url: origin }])
  const page = await context.newPage()
  return { context, page, wrong: await watch(page) }
}
const as = async (person: string) => (await door.front.as(person, world.vuurtoren)).cookie

test(
  'a guardian on a phone forgot the password, chooses another one by mail, and changes address',
  patient,
  async () => {
    const { context, page, wrong } = await openPage(phone)
    await page.goto(origin + urls.signIn())
    await page.getByRole('link', { name: 'Wachtwoord vergeten?' }).click()
    await page.getByText('Kun je niet meer bij je mail').click()
    await looksRight(page, 'forgotten')
    await page.getByLabel('E-mailadres').fill(addressOf('ngozi'))
    await page.getByRole('button', { name: 'Mail mij een link' }).click()
    await page.getByRole('heading', { name: 'Kijk in je mail' }).waitFor()
    await looksRight(page, 'sent')
    const [mail] = await mailsOf('forgotten-password')
    await page.goto(origin + pathIn(mail!))
    await looksRight(page, 'new password')
    await page.getByLabel('Nieuw wachtwoord').fill('kort')
    await page.getByRole('button', { name: 'Gebruik dit wachtwoord' }).click()
    await page.getByText('Dit is te kort').waitFor()
    await page.getByLabel('Nieuw wachtwoord').fill('zeven trage otters fluiten')
    await page.getByRole('button', { name: 'Gebruik dit wachtwoord' }).click()
    await page.waitForURL(origin + urls.home())

    await page.goto(origin + urls.me())
    await page.getByText('1 bekend apparaat').click()
    await looksRight(page, 'me')
    await page.getByRole('link', { name: 'E-mailadres' }).click()
    await looksRight(page, 'address')
    await page.getByLabel('Nieuw e-mailadres').fill('ngozi@nieuw.example')
    await page.getByRole('button', { name: 'Stuur mij een link' }).click()
    await page.getByText('Er is een link gestuurd naar ngozi@nieuw.example').waitFor()
    await looksRight(page, 'address waits')
    const [confirm] = await mailsOf('new-address')
    await page.goto(origin + pathIn(confirm!))
    await looksRight(page, 'confirm address')
    await page.getByRole('button', { name: 'Gebruik dit adres' }).click()
    await page.waitForURL(origin + urls.me())
    await page.goto(origin + urls.mergeAccounts())
    await looksRight(page, 'merge')
    await page.goto(origin + urls.myPhone())
    await page.getByLabel('Telefoon').fill('06 12345678')
    await page.getByRole('button', { name: 'Gebruik dit nummer' }).click()
    await page.getByText('School heeft je nummer').waitFor()
    await looksRight(page, 'phone number')
    await page.goto(origin + pathIn(mail!))
    await page.getByRole('heading', { name: 'Deze link werkt niet' }).waitFor()
    await looksRight(page, 'gone')
    expect(wrong.filter((line) => !line.includes('410') && !line.includes('422'))).toEqual([])
    await context.close()
  },
)

test('two of the office let a colleague back in, who sees it and uses the letter', patient, async () => {
  const wim = await openPage(desktop, await as(world.staff.wim))
  await wim.page.goto(origin + urls.person({ id: world.guardians.kofi }))
  await wim.page.getByRole('link', { name: 'Lukt inloggen niet meer?' }).click()
  await looksRight(wim.page, 'start')
  await wim.page.getByLabel('Telefoon of codes').check()
  await wim.page.getByLabel('Paspoort').check()
  await wim.page.getByLabel('Ik zag het zelf').check()
  await wim.page.getByRole('button', { name: 'Vraag een collega' }).click()
  await wim.page.waitForURL(origin + urls.recoveries())
  await looksRight(wim.page, 'waits for another')

  const kofi = await openPage(phone, await as(world.guardians.kofi))
  await kofi.page.goto(origin + urls.myRecovery())
  await looksRight(kofi.page, 'my recovery')

  const anouk = await openPage(phone, await as(world.staff.anouk))
  await anouk.page.goto(origin + urls.home())
  await anouk.page.getByRole('link', { name: 'Eén persoon kan niet meer inloggen' }).click()
  await looksRight(anouk.page, 'approve')
  await anouk.page.getByRole('button', { name: 'Keur goed' }).click()
  await anouk.page.getByRole('heading', { name: 'Brief voor Kofiq' }).waitFor()
  await looksRight(anouk.page, 'letter')
  const code = (await anouk.page.locator('code').first().textContent())!

  const { context, page, wrong } = await openPage(phone)
  await page.goto(origin + urls.recoveryCode())
  await looksRight(page, 'enter code')
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByText('Deze brief is voor Kofiq').waitFor()
  await looksRight(page, 'use code')
  await page.getByLabel('Je wachtwoord').fill(PASSWORD)
  await page.getByRole('button', { name: 'Ga naar school' }).click()
  await page.waitForURL(origin + urls.home())
  for (const one of [wim, anouk, kofi]) {
    expect(one.wrong).toEqual([])
    await one.context.close()
  }
  expect(wrong).toEqual([])
  await context.close()
})
