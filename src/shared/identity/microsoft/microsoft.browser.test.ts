import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readableInBoth } from '#test/readable.ts'
import { client, oids, SECRET, startEntra, tenants } from '#test/with-microsoft.ts'
import { addressOf, PASSWORD, world } from '#test/world.ts'

const entra = await startEntra(() => `:${port()}`)
const door = frontDoor({ authority: entra.authority })
const { at, openAs, port } = inBrowser(door)
const { staff, guardians } = world

afterAll(() => entra.close())

/** Each page is looked at twice by axe, which takes seconds on a busy machine. */
const patient = { timeout: 180_000 }

const choose = (page: Page, oid: string) => page.locator(`button[value="${oid}"]`).click()

test('the office sets it up, links itself, and comes in with Microsoft', patient, async () => {
  const { context, page, wrong } = await openAs(staff.wim, { viewport: screens.desktop })
  await page.goto(urls.settings())
  await page.getByRole('link', { name: 'Inloggen met Microsoft' }).click()
  await page.getByText('Eerst in Microsoft Entra').waitFor()
  await readableInBoth(page)
  await page.getByLabel('Directory (tenant) ID').fill('devuurtoren.nl')
  await page.getByLabel('Application (client) ID').fill(client)
  await page.getByLabel('Client secret', { exact: true }).fill(SECRET)
  await page.getByLabel('Tot wanneer geldt dit geheim?').fill('2028-02-29')
  await page.locator('input[name=mfa][value=yes]').check()
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByText('Een tenant ID ziet eruit als').waitFor()
  await readableInBoth(page)
  await page.getByLabel('Directory (tenant) ID').fill(tenants.kompas)
  await page.getByLabel('Client secret', { exact: true }).fill(SECRET)
  await page.getByLabel('Tot wanneer geldt dit geheim?').fill('2028-02-29')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByText('Controleer nu of het werkt').waitFor()
  await page.getByRole('button', { name: 'Controleer en zet aan' }).click()
  await page.getByText('Het werkt. Microsoft kent').waitFor()
  await readableInBoth(page)
  await page.getByRole('link', { name: 'Koppel je eigen account' }).click()
  await readableInBoth(page)
  await page.getByRole('link', { name: 'Koppel je Microsoft-account' }).click()
  await choose(page, oids.wim)
  await page.waitForURL(urls.microsoftSettings())
  await page.getByText('1 persoon heeft zijn account gekoppeld').waitFor()

  await page.goto(urls.me())
  await page.getByText('Gekoppeld sinds').waitFor()
  await page.getByRole('button', { name: 'Log uit', exact: true }).click()
  await page.getByText('misschien nog ingelogd').waitFor()
  await readableInBoth(page)
  await page.getByRole('link', { name: 'Inloggen met Microsoft' }).click()
  // Microsoft knows this browser still, so nobody is asked anything.
  await page.waitForURL(urls.home())
  expect(wrong).toEqual([])
  await context.close()
})

test(
  'on a phone without script: Microsoft, an account that nobody knows, and the way to link it',
  patient,
  async () => {
    const { context, page } = await openAs(null, { viewport: screens.phone, javaScriptEnabled: false })
    await page.goto(urls.signIn())
    await page.getByRole('link', { name: 'Inloggen met Microsoft' }).click()
    await choose(page, oids.hatice)
    await page.getByRole('heading', { name: 'Dit Microsoft-account kennen we nog niet' }).waitFor()
    await looksRightWithoutScript(page)
    await page.getByRole('link', { name: 'Log in en koppel daarna' }).click()
    await page.getByLabel('E-mailadres').fill(addressOf('hatice'))
    await page.getByLabel('Wachtwoord').fill(PASSWORD)
    await page.getByRole('button', { name: 'Verder' }).click()
    // A teacher with only a password: first something besides it, or Microsoft's own second step, once linked.
    await page.goto(urls.myMicrosoft())
    await page.getByRole('link', { name: 'Koppel je Microsoft-account' }).click()
    await choose(page, oids.hatice)
    await page.getByText('Je Microsoft-account is gekoppeld').waitFor()
    await page.goto(urls.home())
    await page.getByRole('heading', { level: 1 }).waitFor()
    await context.close()
  },
)

const looksRightWithoutScript = async (page: Page) => {
  const box = await page.locator('main').boundingBox()
  expect(box!.width).toBeLessThanOrEqual(screens.phone.width)
}

test.each([
  ['phone', true],
  ['desktop', false],
] as const)(
  'on a %s (script: %s) a parent goes from one school to the other by one button',
  patient,
  async (size, script) => {
    const { context, page, wrong } = await openAs(guardians.fenna, {
      viewport: screens[size],
      javaScriptEnabled: script,
    })
    await page.goto(urls.home())
    await page.getByRole('link', { name: 'Andere school' }).first().click()
    await page.getByRole('heading', { name: 'Waar je nog meer bent' }).waitFor()
    if (script) await readableInBoth(page)
    await page.getByRole('button', { name: 'Ga erheen: De Molen' }).click()
    await page.getByRole('heading', { name: 'Je bent bij De Molen' }).waitFor()
    expect(page.url()).toBe(at(urls.arrived(), 'molen.localhost'))
    expect(await page.evaluate(() => document.referrer)).not.toContain('vuurtoren')
    if (script) await readableInBoth(page)
    await page.getByRole('link', { name: 'Nu niet, ga verder' }).click()
    await page.goto(at(urls.children(), 'molen.localhost'))
    await page.getByText('Emreq').first().waitFor()
    expect(wrong).toEqual([])
    await context.close()
  },
)
