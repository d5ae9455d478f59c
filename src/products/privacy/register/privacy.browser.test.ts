import { beforeAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readableInBoth } from '#test/readable.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'
import { renewStatement } from '../statement/queries.ts'

const door = frontDoor()
const { open } = inBrowser(door)
const { vuurtoren, staff, guardians } = world

beforeAll(async () => {
  setClock(door.front, week.tuesday, '09:00')
  await door.front.within(vuurtoren, renewStatement)
  setClock(door.front, week.tuesday, '10:00')
})

test('a stranger reads the statement on a phone: the short of it first, a part with one press', async () => {
  const { page, wrong } = await open(null, urls.signIn(), { viewport: screens.phone })
  await page.getByRole('link', { name: 'Hoe we met gegevens omgaan' }).click()
  await page.getByRole('heading', { name: 'Privacyverklaring' }).waitFor()
  await readableInBoth(page)
  expect(await page.getByText('Leerplichtwet 1969').isVisible()).toBe(false)
  await page.getByText('Aanwezigheid', { exact: true }).click()
  await page.getByText('Leerplichtwet 1969').waitFor()
  await readableInBoth(page)
  expect(wrong).toEqual([])
})

test('the officer goes from the desk to a ground, changes it, and a guardian reads what changed', async () => {
  // Who read a version is told of the next.
  await open(guardians.ngozi, urls.privacy(), { viewport: screens.phone })
  const officer = await open(staff.roos, urls.privacyDesk(), { viewport: screens.desktop })
  await readableInBoth(officer.page)
  await officer.page.getByRole('link', { name: 'Doelen en grondslagen' }).click()
  await officer.page.getByRole('link', { name: 'Contact met ouders' }).click()
  await readableInBoth(officer.page)
  await officer.page.getByLabel('Een plicht uit de wet').check()
  await officer.page.getByLabel('Waarom verander je dit?').fill('Nieuw advies van de juristq')
  await officer.page.getByRole('button', { name: 'Leg vast en maak bekend' }).click()
  await officer.page.getByText('Vastgelegd.').waitFor()
  expect(officer.wrong).toEqual([])

  const mother = await open(guardians.ngozi, urls.home(), { viewport: screens.phone })
  await mother.page.getByRole('link', { name: 'Lees wat er veranderde' }).click()
  await mother.page.getByRole('heading', { name: 'Privacyverklaring, versie 2' }).waitFor()
  await readableInBoth(mother.page)
  expect(mother.wrong).toEqual([])
})

test('register, evidence and modules fit a phone and a desktop', async () => {
  for (const viewport of [screens.phone, screens.desktop]) {
    const officer = await open(staff.roos, urls.register(), { viewport })
    await officer.page.locator('summary').first().click()
    await readableInBoth(officer.page)
    await officer.page.goto(urls.privacyEvidence())
    await readableInBoth(officer.page)
    const office = await open(staff.wim, urls.modules(), { viewport })
    await readableInBoth(office.page)
    expect([...officer.wrong, ...office.wrong]).toEqual([])
  }
})
