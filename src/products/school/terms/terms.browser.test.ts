import { beforeAll, expect, test } from 'vitest'
import { plusDays } from '#products/school/index.ts'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readableInBoth } from '#test/readable.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { open } = inBrowser(door)
const { staff, guardians } = world
const guardian = { audience: 'guardian' } as const

beforeAll(async () => {
  setClock(door.front, week.tuesday, '09:00')
})

test('the office publishes, a parent reads it once on a phone and goes on to where they were going', async () => {
  const office = await open(staff.wim, urls.termsFor(guardian), { viewport: screens.desktop })
  await readableInBoth(office.page)
  await office.page.getByRole('link', { name: 'Pas de tekst aan' }).click()
  await readableInBoth(office.page)
  await office.page.getByRole('button', { name: 'Bewaar en bekijk hoe het wordt' }).click()
  await office.page.getByRole('heading', { name: 'Versie 1 publiceren' }).waitFor()
  await readableInBoth(office.page)
  await office.page.getByRole('button', { name: 'Publiceer versie 1' }).click()
  await office.page.getByText('0 van 6 mensen met een account').waitFor()
  await office.page.goto(urls.termsSettings())
  await readableInBoth(office.page)

  const parent = await open(guardians.ngozi, urls.children(), { viewport: screens.phone })
  await readableInBoth(parent.page)
  await parent.page.getByRole('button', { name: 'Ik ga akkoord' }).click()
  await parent.page.waitForURL(urls.children())
  await parent.page.goto(urls.terms())
  await readableInBoth(parent.page)
  expect([office.wrong, parent.wrong]).toEqual([[], []])
})

test('a breach: a message, a restriction that a colleague approves, and the one page that is left', async () => {
  const office = await open(staff.wim, urls.person({ id: guardians.kofi }), { viewport: screens.phone })
  await office.page.getByRole('link', { name: 'Leg vast dat iemand zich niet aan de regels hield' }).click()
  await office.page.getByLabel('Gegevens of beelden van anderen gedeeld').check()
  await office.page.getByLabel('Wat is er gezien?').fill('Een lijst in de appq')
  await office.page.getByLabel('Je bericht').fill('Haal de lijst weg, alsjeblieftq')
  await readableInBoth(office.page)
  await office.page.getByRole('button', { name: 'Leg vast en stuur bericht' }).click()
  await office.page.getByText('Nog niet gelezen').waitFor()
  await readableInBoth(office.page)
  await office.page.getByLabel('Niets openen, alleen de uitleg').check()
  await office.page.getByLabel('Waarom').fill('Het gaat doorq')
  await office.page.getByLabel('Laatste dag').fill(plusDays(week.tuesday, 20))
  await office.page.getByRole('button', { name: 'Beperk de toegang' }).click()
  await office.page.getByText('Gevraagd door').waitFor()

  const principal = await open(staff.anouk, urls.breaches(), { viewport: screens.desktop })
  await readableInBoth(principal.page)
  await principal.page.getByRole('link', { name: 'Kofiq Mensahq' }).click()
  await principal.page.getByText('Gevraagd door').waitFor()
  await principal.page.getByRole('button', { name: 'Keur goed' }).click()
  await principal.page.getByText('Geldt', { exact: true }).waitFor()
  await readableInBoth(principal.page)

  const barred = await open(guardians.kofi, urls.children(), { viewport: screens.phone })
  await barred.page.getByRole('heading', { name: 'Je kunt nu niet verder in Schoolplein' }).waitFor()
  expect(await barred.page.getByText('Het gaat doorq').isVisible()).toBe(true)
  await readableInBoth(barred.page)
  expect([office.wrong, principal.wrong, barred.wrong]).toEqual([[], [], []])
})
