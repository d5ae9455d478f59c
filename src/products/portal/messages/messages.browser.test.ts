import { beforeAll, beforeEach, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readableInBoth } from '#test/readable.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { openAs } = inBrowser(door)
const { vuurtoren, guardians, staff } = world

beforeAll(() => setClock(door.front, week.tuesday, '07:48'))
beforeEach(() => door.front.within(vuurtoren, ({ db }) => db.deleteFrom('message_thread').execute()))

test.each([
  'phone',
  'desktop',
] as const)('a question and its answer, seen by both without reloading, on a %s', async (screen) => {
  const teacher = await openAs(staff.hatice, { viewport: screens[screen] })
  await teacher.page.goto(urls.messages())
  const guardian = await openAs(guardians.ngozi, { viewport: screens[screen] })
  await guardian.page.goto(urls.messages())
  await readableInBoth(guardian.page)
  await guardian.page.getByRole('link', { name: 'Schrijf aan het team van Groep 5' }).click()
  const box = guardian.page.getByLabel('Je bericht')
  await box.fill('Er is ruzieq op het plein')
  await guardian.page.getByText('Bel school, of vraag een gesprek aan').waitFor()
  await box.fill('Mag Zuri morgen een half uur later komen?')
  await guardian.page.getByText('Bel school, of vraag een gesprek aan').waitFor({ state: 'detached' })
  await readableInBoth(guardian.page)
  await guardian.page.getByRole('button', { name: 'Verstuur aan het team van Groep 5' }).click()
  await guardian.page.getByText('Verstuurd.').waitFor()
  await guardian.page.getByText('Nog niet gelezen').waitFor()

  await teacher.page.getByText('Mag Zuri morgen').waitFor()
  await readableInBoth(teacher.page)
  await teacher.page.getByRole('link', { name: 'Ngoziq Okaforq' }).click()
  await guardian.page.getByText('Gelezen door Haticeq Aydınq').waitFor()

  setClock(door.front, week.tuesday, '07:52')
  await guardian.page.getByRole('textbox', { name: 'Antwoord' }).fill('Ik was nog niet klaarq')
  await teacher.page.getByRole('textbox', { name: 'Antwoord' }).fill('Dat mag, tot negen uurq')
  await teacher.page.getByRole('button', { name: 'Verstuur', exact: true }).click()
  await guardian.page.getByText('Dat mag, tot negen uurq').waitFor()
  expect(await guardian.page.getByRole('textbox', { name: 'Antwoord' }).inputValue()).toBe('Ik was nog niet klaarq')
  await readableInBoth(guardian.page)
  await readableInBoth(teacher.page)

  await teacher.page.goto(urls.newLetter())
  await readableInBoth(teacher.page)
  await teacher.page.getByLabel('Groep 5', { exact: true }).check()
  await teacher.page.getByRole('button', { name: 'Verder' }).click()
  await teacher.page.getByText('Dit lezen 6 ouders. Niemand anders.').waitFor()
  await readableInBoth(teacher.page)
  await teacher.page.getByLabel('Onderwerp').fill('Bosdagq')
  await teacher.page.getByLabel('Je bericht').fill('Neem laarzen meeq')
  await teacher.page.getByRole('button', { name: 'Verstuur aan de ouders' }).click()
  await teacher.page.getByText('Gelezen door 0 van de 6 ouders').waitFor()
  await readableInBoth(teacher.page)
  expect([...teacher.wrong, ...guardian.wrong]).toEqual([])
})
