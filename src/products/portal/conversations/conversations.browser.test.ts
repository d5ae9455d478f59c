import { beforeAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readableInBoth } from '#test/readable.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { openAs } = inBrowser(door)
const { vuurtoren, guardians, staff } = world

beforeAll(async () => {
  setClock(door.front, week.tuesday, '07:48')
})

test.each([
  'phone',
  'desktop',
] as const)('a round from its making to the sheet for the door, on a %s', async (screen) => {
  await door.front.within(vuurtoren, ({ db }) => db.deleteFrom('conversation_round').execute())
  const teacher = await openAs(staff.hatice, { viewport: screens[screen] })
  await teacher.page.goto(urls.newConversationRound())
  await teacher.page.getByLabel('Hoe heet deze ronde?').fill('Voortgangq')
  await teacher.page.getByLabel('Groep 5').check()
  await teacher.page.locator('[name=on1]').fill(week.nextMonday)
  await teacher.page.locator('[name=from1]').fill('15:30')
  await teacher.page.locator('[name=until1]').fill('16:30')
  await teacher.page.locator('[name=opensOn]').fill(week.tuesday)
  await teacher.page.locator('[name=opensTime]').fill('07:00')
  await teacher.page.locator('[name=closesOn]').fill(week.saturday)
  await teacher.page.getByLabel('Hebben elk een eigen gesprek').check()
  await teacher.page.getByLabel('Op het blad voor de deur').check()
  await readableInBoth(teacher.page)
  await teacher.page.getByRole('button', { name: 'Open de gespreksronde' }).click()
  await teacher.page.getByText('De gespreksronde staat klaar').waitFor()

  const guardian = await openAs(guardians.ngozi, { viewport: screens[screen] })
  await guardian.page.goto(urls.home())
  await guardian.page.getByRole('link', { name: 'Kies een tijd' }).first().click()
  await guardian.page.getByLabel('15.40').check()
  await readableInBoth(guardian.page)
  await guardian.page.getByRole('button', { name: 'Leg deze tijd vast' }).click()
  await guardian.page.getByText('De tijden staan vast').waitFor()
  await readableInBoth(guardian.page)

  await teacher.page.reload()
  await teacher.page.getByText('Zuriq Okaforq').first().waitFor()
  await readableInBoth(teacher.page)
  await teacher.page.getByRole('link', { name: 'Zuriq Okaforq' }).click()
  await teacher.page.getByRole('button', { name: 'Verzet het gesprek' }).waitFor()
  await readableInBoth(teacher.page)
  await teacher.page.goBack()
  await teacher.page.getByRole('link', { name: 'Blad voor de deur' }).click()
  await teacher.page.getByRole('heading', { name: 'Gesprekken Groep 5' }).waitFor()
  await readableInBoth(teacher.page)
  expect([...teacher.wrong, ...guardian.wrong]).toEqual([])
})
