import { beforeAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readableInBoth } from '#test/readable.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { open } = inBrowser(door)
const { vuurtoren, staff } = world
const year = week.monday.slice(0, 4)

beforeAll(async () => {
  setClock(door.front, week.tuesday, '09:00')
})

test('a swatch is seen and measured at once; what looks like a warning says so while one types', async () => {
  const { page, wrong } = await open(staff.wim, urls.look(), { viewport: screens.phone })
  await page.getByRole('button', { name: 'Magenta' }).click()
  expect(await page.getByLabel('Tint').inputValue()).toBe('325')
  const preview = page.locator('[data-preview]')
  expect(await preview.evaluate((element) => getComputedStyle(element).getPropertyValue('--hue').trim())).toBe('325')
  expect(await page.locator('[data-contrast="light button"]').textContent()).toMatch(/^\d,\d$|^\d$/)
  await page.getByLabel('Tint').fill('30')
  expect(await page.getByText('lijken op de kleuren voor waarschuwen').isVisible()).toBe(true)
  await page.getByLabel('Tint').fill('325')
  await page.getByRole('button', { name: 'Bewaar naam en uiterlijk' }).click()
  await page.getByText('Bewaard.').waitFor()
  await page.getByRole('button', { name: /^Zet terug/ }).click()
  await page.getByText('Teruggezet.').waitFor()
  expect(wrong).toEqual([])
})

test('a study day is put in the calendar and back without script', async () => {
  const { page } = await open(staff.wim, urls.yearCalendar(), { viewport: screens.desktop, javaScriptEnabled: false })
  await page.getByLabel('Studiedag').check()
  await page.getByLabel('Naam').fill('Rekendagq')
  await page.getByLabel('Eerste dag').fill(week.thursday)
  await page.getByRole('button', { name: 'Zet in de kalender' }).click()
  expect(await page.getByRole('link', { name: 'Rekendagq' }).isVisible()).toBe(true)
  await page.getByRole('button', { name: /^Zet terug/ }).click()
  expect(await page.getByRole('link', { name: 'Rekendagq' }).count()).toBe(0)
})

test.for([
  ['phone', urls.settings()],
  ['desktop', urls.settings()],
  ['phone', urls.look()],
  ['desktop', urls.look()],
  ['phone', urls.hours()],
  ['desktop', urls.hours()],
  ['phone', urls.yearCalendar({ year })],
  ['desktop', urls.yearCalendar({ year })],
  ['phone', urls.hosts()],
  ['desktop', urls.hosts()],
] as const)('on a %s: %s is readable for everyone, in the light and in the dark', async ([screen, address]) => {
  const wim = await door.front.as(staff.wim, vuurtoren)
  await wim.post(urls.hosts(), { name: 'portaal.vuurtorenq.example' })
  await wim.post(urls.officialHolidays(), { year, region: 'north' })
  const { page, wrong } = await open(staff.wim, address, { viewport: screens[screen] })
  await readableInBoth(page)
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  expect([wider, wrong]).toEqual([false, []])
})
