import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readable } from '#test/readable.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { openAs } = inBrowser(door)
const { staff } = world

test.each([
  ['phone', { width: 390, height: 844 }, 'light'],
  ['desktop', { width: 1280, height: 800 }, 'dark'],
] as const)('on a %s: the officer finds somebody, holds the data, releases them, and reads all periods', async (_, viewport, colorScheme) => {
  const { context, page, wrong } = await openAs(staff.roos, { viewport, colorScheme })
  const main = page.getByRole('main')

  await page.goto(urls.retention())
  await main.getByText('Bekijk per soort').click()
  await readable(page)
  await main.getByRole('link', { name: 'Zet iemand vast' }).click()
  await page.waitForURL(/holds\/new/)
  await page.getByLabel('Wie?').fill('mila')
  await main.getByRole('button', { name: 'Zoek' }).click()
  await main.getByRole('link', { name: 'Milaq Yıldızq' }).click()
  await page.getByText('Alles over Milaq Yıldızq blijft.').waitFor()
  await main.getByRole('button', { name: 'Zet vast tot die dag' }).click()
  await page.getByText('Schrijf in hoogstens 1000 tekens waarom.').waitFor()
  await readable(page)
  await page.getByLabel('Waarom moet dit blijven?').fill('Er loopt een klacht')
  await page.getByLabel('Tot en met welke dag?').fill(`${new Date().getFullYear() + 1}-03-01`)
  await main.getByRole('button', { name: 'Zet vast tot die dag' }).click()
  await page.getByText('Er loopt een klacht').waitFor()
  await readable(page)
  await main.getByRole('button', { name: 'Geef vrij' }).click()
  await page.getByText('Er is niets vastgezet').waitFor()

  await page.goto(urls.retentionPeriods())
  await readable(page)
  await main.getByRole('link', { name: 'Wie er in de klas was' }).click()
  await page.getByLabel('Hoe lang?').fill('3')
  await page.getByLabel('dagen').check()
  await page.getByLabel('Waarom?').fill('Het mag korter')
  await main.getByRole('button', { name: 'Houd deze termijn aan' }).click()
  await page.getByText('Korter dan 28 dagen mag niet').waitFor()
  await readable(page)
  expect(wrong).toEqual([])
  await context.close()
})
