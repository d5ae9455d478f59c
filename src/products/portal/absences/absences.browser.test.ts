import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readableInBoth } from '#test/readable.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { openAs } = inBrowser(door)
const { vuurtoren, guardians, pupils, staff, groups } = world
const five = urls.dayList({ group: groups.five })

beforeAll(async () => {
  setClock(door.front, week.tuesday, '07:48')
})
beforeEach(() =>
  door.front.within(vuurtoren, async ({ db }) => {
    for (const table of ['absence', 'attendance_mark', 'absence_call'] as const) await db.deleteFrom(table).execute()
  }),
)

describe.each(['phone', 'desktop'] as const)('on a %s', (screen) => {
  test('a report appears on the teacher’s open page, and a tap stays where it is', async () => {
    const teacher = await openAs(staff.hatice, { viewport: screens[screen] })
    const listening = teacher.page.waitForResponse((response) => response.url().includes('/live'))
    await teacher.page.goto(five)
    await listening
    await readableInBoth(teacher.page)

    const guardian = await openAs(guardians.ngozi, { viewport: screens[screen] })
    await guardian.page.goto(urls.home())
    await guardian.page.getByRole('link', { name: 'Ziek melden' }).click()
    await guardian.page.getByLabel('Zuriq').check()
    const send = guardian.page.getByRole('button', { name: 'Meld Zuriq ziek voor vandaag' })
    await guardian.page.getByLabel('Wil je iets zeggen?').fill('Haar boek ligt in haar la.')
    await readableInBoth(guardian.page)
    await send.click()
    await guardian.page.getByText('De Vuurtoren heeft je melding').waitFor()
    await readableInBoth(guardian.page)

    await teacher.page.getByText('Haar boek ligt in haar la.').waitFor()
    const mila = teacher.page.getByRole('group', { name: 'Milaq' })
    await mila.scrollIntoViewIfNeeded()
    const scrolled = await teacher.page.evaluate(() => scrollY)
    await mila.getByRole('button', { name: 'Laat' }).click()
    await teacher.page.getByText('Milaq is te laat').waitFor()
    expect(await teacher.page.evaluate(() => scrollY)).toBe(scrolled)
    expect(await mila.getByRole('button', { name: 'Laat' }).getAttribute('aria-pressed')).toBe('true')
    // At once: the line goes by itself after some seconds, and reading the whole page may take longer.
    await teacher.page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect.poll(() => mila.locator('[aria-pressed="true"]').count()).toBe(0)
    await readableInBoth(teacher.page)
    expect([...teacher.wrong, ...guardian.wrong]).toEqual([])
  })

  test('a form that was refused says why beside the field, and keeps what was typed', async () => {
    const { page, wrong } = await openAs(guardians.ngozi, { viewport: screens[screen] })
    await page.goto(urls.newAbsence())
    await page.getByLabel('Meer dagen').check()
    await page.getByLabel('Wil je iets zeggen?').fill('Dit moet blijven staan')
    await page.getByRole('button', { name: 'Meld afwezig' }).click()
    await page.getByText('Kies voor wie de melding is.').waitFor()
    await readableInBoth(page)
    expect(await page.getByLabel('Wil je iets zeggen?').inputValue()).toBe('Dit moet blijven staan')
    expect(await page.getByLabel('Tot en met').isVisible()).toBe(true)
    expect(await page.getByLabel('Welke dag?').isVisible()).toBe(false)
    await page.getByLabel('Tobiq').check()
    await page.getByRole('button', { name: 'Meld Tobiq ziek voor meer dagen' }).waitFor()
    expect(wrong).toEqual([])
  })
})

test('without script: report, tap and take back', async () => {
  const options = { viewport: screens.phone, javaScriptEnabled: false }
  const guardian = await openAs(guardians.ngozi, options)
  await guardian.page.goto(urls.newAbsence())
  await guardian.page.getByLabel('Zuriq').check()
  await guardian.page.getByRole('button', { name: 'Meld afwezig' }).click()
  await guardian.page.getByText('De Vuurtoren heeft je melding').waitFor()

  const teacher = await openAs(staff.hatice, options)
  await teacher.page.goto(five)
  expect(await teacher.page.getByText('Ziek gemeld').count()).toBe(1)
  await teacher.page.getByRole('group', { name: 'Milaq' }).getByRole('button', { name: 'Er', exact: true }).click()
  await teacher.page.getByText('Milaq is er.').waitFor()
  await teacher.page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await teacher.page.waitForURL(five)
  expect(
    await door.front.within(vuurtoren, ({ db }) => db.selectFrom('attendance_mark').select('pupil_id').execute()),
  ).toEqual([])
})

test.for([
  ['phone', urls.schoolAbsences()],
  ['desktop', urls.schoolAbsences()],
  ['phone', urls.pupilAbsences({ pupil: pupils.zuri })],
  ['desktop', urls.newPupilAbsence({ pupil: pupils.zuri })],
  ['phone', urls.handOvers()],
  ['phone', urls.hours()],
] as const)('the office on a %s: %s is readable for everyone', async ([screen, address]) => {
  const { page, wrong } = await openAs(staff.wim, { viewport: screens[screen] })
  await page.goto(address)
  await readableInBoth(page)
  expect(wrong).toEqual([])
})
