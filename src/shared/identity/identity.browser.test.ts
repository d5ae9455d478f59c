import { Secret, TOTP } from 'otpauth'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readableInBoth } from '#test/readable.ts'
import { addressOf, PASSWORD } from '#test/world.ts'

const door = frontDoor()
const { openAs } = inBrowser(door)

/** Each page is looked at twice by axe, which takes seconds on a busy machine. */
const patient = { timeout: 180_000 }

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
    const { context, page, wrong } = await openAs(null, { viewport: screens.phone })
    await withFingerprint(context, page)
    await page.goto(urls.me())
    await readableInBoth(page)
    await giveAddress(page, 'hatice', 'iets anders')
    await page.getByText('horen niet bij elkaar').waitFor()
    await readableInBoth(page)
    expect(await page.getByLabel('E-mailadres').inputValue()).toBe(addressOf('hatice'))
    await giveAddress(page, 'hatice', PASSWORD)
    await page.getByRole('heading', { name: 'Een wachtwoord is niet genoeg' }).waitFor()
    await readableInBoth(page)
    await page.getByRole('button', { name: 'Met je vinger of gezicht' }).click()
    await page.getByRole('heading', { name: 'Bewaar deze codes' }).waitFor()
    await readableInBoth(page)
    await page.getByRole('link', { name: 'Ik heb ze bewaard' }).click()
    await page.waitForURL(urls.me())
    await readableInBoth(page)

    await page.getByRole('button', { name: 'Log uit' }).last().click()
    await page.waitForURL(urls.signIn())
    await page.getByRole('button', { name: 'Met je vinger of gezicht' }).click()
    await page.waitForURL(urls.home())
    await page.goto(urls.me())
    await page.getByText('Verander', { exact: true }).click()
    await readableInBoth(page)
    await page.getByLabel('Naam').fill('Mijn telefoon')
    await page.getByRole('button', { name: 'Bewaar naam' }).click()
    await page.getByText('Mijn telefoon', { exact: true }).waitFor()
    await page.goto(urls.myPassword())
    await readableInBoth(page)
    await page.goto(urls.confirm())
    await readableInBoth(page)
    expect(wrong).toEqual([])
    await context.close()
  },
)

test('a guardian at a desk turns on codes from an app, and gives one to come back in', patient, async () => {
  const { context, page, wrong } = await openAs(null, { viewport: screens.desktop })
  await page.goto(urls.signIn())
  await readableInBoth(page)
  await giveAddress(page, 'ngozi', PASSWORD)
  await page.waitForURL(urls.home())
  await page.goto(urls.me())
  await readableInBoth(page)
  await page.getByRole('link', { name: 'Codes uit een app' }).click()
  await page.getByRole('img', { name: 'Vierkant om te scannen' }).waitFor()
  await readableInBoth(page)
  const secret = (await page.locator('code').textContent())!.replaceAll(' ', '')
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  await page.getByLabel('Code uit de app').fill('000000')
  await page.getByRole('button', { name: 'Zet codes aan' }).click()
  await page.getByText('Deze code klopt niet').waitFor()
  expect((await page.locator('code').textContent())!.replaceAll(' ', '')).toBe(secret)
  await page.getByLabel('Code uit de app').fill(totp.generate())
  await page.getByRole('button', { name: 'Zet codes aan' }).click()
  await page.getByRole('heading', { name: 'Bewaar deze codes' }).waitFor()
  await readableInBoth(page)
  const recovery = await page.locator('code').first().textContent()
  await page.getByRole('link', { name: 'Ik heb ze bewaard' }).click()
  await page.getByRole('button', { name: 'Log uit' }).last().click()
  await giveAddress(page, 'ngozi', PASSWORD)
  await page.getByRole('heading', { name: 'Nog één stap' }).waitFor()
  await readableInBoth(page)
  await page.getByLabel('Code').fill(recovery!)
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.waitForURL(urls.home())
  await page.goto(urls.me())
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor()
  expect(wrong).toEqual([])
  await context.close()
})

test('signing in works without script, and offers nothing that needs one', patient, async () => {
  const { context, page } = await openAs(null, { viewport: screens.phone, javaScriptEnabled: false })
  await page.goto(urls.signIn())
  expect(await page.getByRole('button', { name: 'Met je vinger of gezicht' }).isVisible()).toBe(false)
  await giveAddress(page, 'kofi', PASSWORD)
  await page.waitForURL(urls.home())
  await context.close()
})
