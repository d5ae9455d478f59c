import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readableInBoth } from '#test/readable.ts'
import { pathIn, signingIn } from '#test/signing-in.ts'
import { addressOf, PASSWORD, world } from '#test/world.ts'

const door = frontDoor()
const { openAs } = inBrowser(door)
const { mailsOf } = signingIn(door)

const patient = { timeout: 240_000 }

test(
  'a guardian on a phone forgot the password, chooses another one by mail, and changes address',
  patient,
  async () => {
    const { context, page, wrong } = await openAs(null, { viewport: screens.phone })
    await page.goto(urls.signIn())
    await page.getByRole('link', { name: 'Wachtwoord vergeten?' }).click()
    await page.getByText('Kun je niet meer bij je mail').click()
    await readableInBoth(page)
    await page.getByLabel('E-mailadres').fill(addressOf('ngozi'))
    await page.getByRole('button', { name: 'Mail mij een link' }).click()
    await page.getByRole('heading', { name: 'Kijk in je mail' }).waitFor()
    await readableInBoth(page)
    const [mail] = await mailsOf('forgotten-password')
    await page.goto(pathIn(mail!))
    await readableInBoth(page)
    await page.getByLabel('Nieuw wachtwoord').fill('kort')
    await page.getByRole('button', { name: 'Gebruik dit wachtwoord' }).click()
    await page.getByText('Dit is te kort').waitFor()
    await page.getByLabel('Nieuw wachtwoord').fill('zeven trage otters fluiten')
    await page.getByRole('button', { name: 'Gebruik dit wachtwoord' }).click()
    await page.waitForURL(urls.home())

    await page.goto(urls.me())
    await page.getByText('1 bekend apparaat').click()
    await readableInBoth(page)
    await page.getByRole('link', { name: 'E-mailadres' }).click()
    await readableInBoth(page)
    await page.getByLabel('Nieuw e-mailadres').fill('ngozi@nieuw.example')
    await page.getByRole('button', { name: 'Stuur mij een link' }).click()
    await page.getByText('Er is een link gestuurd naar ngozi@nieuw.example').waitFor()
    await readableInBoth(page)
    const [confirm] = await mailsOf('new-address')
    await page.goto(pathIn(confirm!))
    await readableInBoth(page)
    await page.getByRole('button', { name: 'Gebruik dit adres' }).click()
    await page.waitForURL(urls.me())
    await page.goto(urls.mergeAccounts())
    await readableInBoth(page)
    await page.goto(urls.myPhone())
    await page.getByLabel('Telefoon').fill('06 12345678')
    await page.getByRole('button', { name: 'Gebruik dit nummer' }).click()
    await page.getByText('School heeft je nummer').waitFor()
    await readableInBoth(page)
    await page.goto(pathIn(mail!))
    await page.getByRole('heading', { name: 'Deze link werkt niet' }).waitFor()
    await readableInBoth(page)
    expect(wrong.filter((line) => !line.includes('410') && !line.includes('422'))).toEqual([])
    await context.close()
  },
)

test('two of the office let a colleague back in, who sees it and uses the letter', patient, async () => {
  const wim = await openAs(world.staff.wim, { viewport: screens.desktop })
  await wim.page.goto(urls.person({ id: world.guardians.kofi }))
  await wim.page.getByRole('link', { name: 'Lukt inloggen niet meer?' }).click()
  await readableInBoth(wim.page)
  await wim.page.getByLabel('Telefoon of codes').check()
  await wim.page.getByLabel('Paspoort').check()
  await wim.page.getByLabel('Ik zag het zelf').check()
  await wim.page.getByRole('button', { name: 'Vraag een collega' }).click()
  await wim.page.waitForURL(urls.recoveries())
  await readableInBoth(wim.page)

  const kofi = await openAs(world.guardians.kofi, { viewport: screens.phone })
  await kofi.page.goto(urls.myRecovery())
  await readableInBoth(kofi.page)

  const anouk = await openAs(world.staff.anouk, { viewport: screens.phone })
  await anouk.page.goto(urls.home())
  await anouk.page.getByRole('link', { name: 'Eén persoon kan niet meer inloggen' }).click()
  await readableInBoth(anouk.page)
  await anouk.page.getByRole('button', { name: 'Keur goed' }).click()
  await anouk.page.getByRole('heading', { name: 'Brief voor Kofiq' }).waitFor()
  await readableInBoth(anouk.page)
  const code = (await anouk.page.locator('code').first().textContent())!

  const { context, page, wrong } = await openAs(null, { viewport: screens.phone })
  await page.goto(urls.recoveryCode())
  await readableInBoth(page)
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByText('Deze brief is voor Kofiq').waitFor()
  await readableInBoth(page)
  await page.getByLabel('Je wachtwoord').fill(PASSWORD)
  await page.getByRole('button', { name: 'Ga naar school' }).click()
  await page.waitForURL(urls.home())
  for (const one of [wim, anouk, kofi]) {
    expect(one.wrong).toEqual([])
    await one.context.close()
  }
  expect(wrong).toEqual([])
  await context.close()
})
