import { beforeAll, expect, test } from 'vitest'
import { addAccount } from '#shared/identity/accounts.ts'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readableInBoth } from '#test/readable.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { openAs } = inBrowser(door)
const { vuurtoren, staff, pupils, groups } = world

beforeAll(() =>
  addAccount(door.front.parts, {
    address: 'zuri@pupil.example',
    language: 'nl',
    persons: [{ organisation: vuurtoren, person: pupils.zuri }],
  }),
)

test.each([
  'phone',
  'desktop',
] as const)('a teacher pastes an address and chooses a picture, and the pupil finds it, on a %s', async (screen) => {
  const teacher = await openAs(staff.hatice, { viewport: screens[screen] })
  const { page } = teacher
  const title = `Leerspel ${screen}`
  await page.goto(urls.tiles())
  await page.getByRole('link', { name: 'Tegels van Groep 5' }).click()
  await page.getByRole('link', { name: 'Nieuwe tegel' }).click()
  await page.getByLabel('Plak het adres').fill('http://leerspel.example')
  await page.getByRole('radio', { name: 'sommen' }).check()
  await page.getByRole('radio', { name: 'groen' }).check()
  await page.getByLabel('Naam op de tegel').fill(title)
  await readableInBoth(page)
  await page.getByRole('button', { name: 'Maak de tegel' }).click()
  await page.getByText('met https beginnen').waitFor()
  await readableInBoth(page)
  await page.getByLabel('Plak het adres').fill('leerspel.example')
  await page.getByRole('button', { name: 'Maak de tegel' }).click()
  await page.getByRole('button', { name: `Haal weg: ${title}` }).click()
  await page.getByText('De tegel is weg').waitFor()
  await readableInBoth(page)
  await page.getByRole('button', { name: 'Zet terug' }).click()
  await page.getByRole('button', { name: `Haal weg: ${title}` }).waitFor()
  await readableInBoth(page)

  for (const year of ['5', '3']) {
    await door.front.within(vuurtoren, (work) =>
      work.db
        .updateTable('group_pupil')
        .set({ year })
        .where('pupil_id', '=', pupils.zuri)
        .where('group_id', '=', groups.five)
        .execute(),
    )
    const pupil = await openAs(pupils.zuri, { viewport: screens[screen] })
    await pupil.page.goto(urls.home())
    await pupil.page.getByRole('link', { name: title }).waitFor()
    await readableInBoth(pupil.page)
    expect(pupil.wrong).toEqual([])
  }
  expect(teacher.wrong.filter((one) => !one.includes('422'))).toEqual([])
})
