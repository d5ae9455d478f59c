import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readableInBoth } from '#test/readable.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { open } = inBrowser(door)
const { staff, guardians, groups, pupils } = world

test('school asks, a parent says yes and takes it back on a phone, and the teacher sees it before the photo', async () => {
  const office = await open(staff.wim, urls.consentPurposes(), { viewport: screens.desktop })
  await readableInBoth(office.page)
  await office.page.getByRole('link', { name: 'Klassenfoto' }).click()
  await office.page.getByRole('heading', { name: 'Klassenfoto' }).waitFor()
  await readableInBoth(office.page)
  await office.page.getByRole('button', { name: 'Begin met vragen' }).click()
  await office.page.getByText('Verander de tekst').waitFor()
  await readableInBoth(office.page)

  const parent = await open(guardians.fenna, urls.home(), { viewport: screens.phone })
  await parent.page.getByRole('link', { name: 'Bekijk de vragen' }).click()
  const question = parent.page.getByRole('form', { name: 'Klassenfoto, Milaq' })
  await question.waitFor()
  await readableInBoth(parent.page)
  const teacher = await open(staff.hatice, urls.consentGroup({ group: groups.five }), { viewport: screens.phone })
  const not = teacher.page.getByRole('list', { name: 'Niet overal' })
  await not.getByText('Milaq').waitFor()
  await question.getByRole('button', { name: 'Ja' }).click()
  await parent.page.getByText('School mag het.').waitFor()
  await not.getByText('Milaq').waitFor({ state: 'detached' })
  await readableInBoth(teacher.page)
  await question.getByRole('button', { name: 'Nee' }).click()
  await parent.page.getByText('School doet het niet.').waitFor()
  await not.getByText('Milaq').waitFor()

  await office.page.goto(urls.consentCoverage())
  await readableInBoth(office.page)
  await office.page.goto(urls.consentPupil({ pupil: pupils.mila }))
  await office.page.setViewportSize(screens.phone)
  await readableInBoth(office.page)
  expect([office.wrong, parent.wrong, teacher.wrong]).toEqual([[], [], []])
})
