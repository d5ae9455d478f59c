import { beforeAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser, type Screen, screens } from '#test/browser.ts'
import { asking } from '#test/consenting.ts'
import { frontDoor } from '#test/front-door.ts'
import { runJobs } from '#test/jobs.ts'
import { readableInBoth } from '#test/readable.ts'
import { phonePhoto } from '#test/uploading.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { open } = inBrowser(door)
const { guardians, pupils, staff } = world

beforeAll(async () => {
  const say = await asking(door.front, 'photo-app')
  for (const person of [guardians.fenna, guardians.deniz]) await say(person, pupils.mila, 'yes')
})

test.each(['phone', 'desktop'] as Screen[])('from a draft with photos to a reader, on a %s', async (screen) => {
  const viewport = { viewport: screens[screen] }
  const { page, wrong } = await open(staff.hatice, urls.news(), viewport)
  await page.getByRole('link', { name: 'Schrijf nieuws' }).click()
  await page.getByText('Dit lezen').waitFor()
  await page.getByLabel('Titel').fill('Wij tekendenq')
  await page.locator('.editor-text').click()
  await page.keyboard.type('Een hinkelbaanq van krijt.')
  const photo = { name: 'plein.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() }
  await page.getByLabel('Foto’s').setInputFiles([photo, { ...photo, name: 'verf.jpg' }])
  await page.getByText('Wordt nog gecontroleerd').first().waitFor()
  await runJobs(door.front, '')
  // The page hears of it by itself.
  await page.getByText('2. Wie staan erop?').waitFor()
  await readableInBoth(page)
  await page.getByText('1. Wie staan erop?').click()
  await page.getByLabel('Wat staat erop?').fill('Een hinkelbaan')
  await page.getByLabel('Milaq Yıldızq').check()
  await page.getByLabel('Noorq van der Meulenq').check()
  await readableInBoth(page)
  await page.getByRole('button', { name: 'Klaar' }).click()
  await page.getByText('2. Wie staan erop?').click()
  await page.getByLabel('Wat staat erop?').fill('Verf')
  await page.getByLabel('Er is geen kind op te herkennen').check()
  await page.getByRole('button', { name: 'Klaar' }).click()
  await page.getByRole('heading', { name: 'Een kind mag niet op deze foto’s' }).waitFor()
  await readableInBoth(page)
  await page.getByRole('button', { name: 'Haal foto 1 weg' }).click()
  await page.getByRole('heading', { name: 'Een kind mag niet op deze foto’s' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Plaats', exact: true }).click()
  await page.getByText('Het nieuws staat erop.').waitFor()
  await readableInBoth(page)
  expect(wrong).toEqual([])

  const reader = await open(guardians.fenna, urls.news(), viewport)
  await reader.page.getByRole('link', { name: 'Wij tekendenq' }).first().click()
  await reader.page.getByText('Een hinkelbaanq van krijt.').waitFor()
  expect(
    await reader.page
      .getByAltText('Verf')
      .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBeGreaterThan(0)
  await reader.page.getByRole('button', { name: 'Wat leuk' }).click()
  await reader.page.getByRole('button', { name: 'Wat leuk 1' }).waitFor()
  await readableInBoth(reader.page)
  expect(reader.wrong).toEqual([])
  await door.front.within(world.vuurtoren, ({ db }) => db.deleteFrom('news').execute())
})
