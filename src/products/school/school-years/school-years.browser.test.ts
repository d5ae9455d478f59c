import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readable } from '#test/readable.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { openAs } = inBrowser(door)

test.for(['phone', 'desktop'] as const)('on a %s: next year is prepared, from the groups of now to the day', {
  timeout: 120_000,
}, async (screen) => {
  const { page, wrong } = await openAs(world.staff.wim, { viewport: screens[screen] })
  await page.goto(urls.schoolYears())
  await readable(page)
  await page.getByRole('button', { name: 'Begin met de groepen van nu' }).click()
  await page.getByRole('heading', { name: 'Drie stappen' }).waitFor()
  await readable(page)

  await page.getByRole('link', { name: /Groepen en leerkrachten/ }).click()
  await page.getByLabel('Naam').fill('Groep 7')
  await page.getByLabel('Leerjaar').selectOption('Groep 7')
  await page.getByRole('button', { name: 'Voeg de groep toe' }).click()
  await page.getByRole('link', { name: 'Groep 7' }).click()
  await page.getByRole('link', { name: 'Iemand voor de groep zetten' }).click()
  await page.getByLabel('Wie?').selectOption('Tomq Bakkerq')
  await page.getByRole('checkbox', { name: 'Ma' }).check()
  await readable(page)
  await page.getByRole('button', { name: 'Zet voor de groep' }).click()
  await page.getByText('Tomq Bakkerq').waitFor()
  await readable(page)

  await page.getByRole('link', { name: 'Alle groepen' }).click()
  await page.getByRole('link', { name: 'Andere groep maken' }).click()
  await page.getByRole('heading', { name: 'Andere groep maken' }).waitFor()
  await page.getByLabel('Naam').fill('Plusklas')
  await page.getByRole('checkbox', { name: /Groep 6/ }).check()
  await readable(page)
  await page.getByRole('button', { name: 'Maak deze groep' }).click()
  await page.getByRole('link', { name: 'Kies wie erin komen' }).click()
  await page.getByText('Nog geen groep', { exact: true }).click()
  await page.getByRole('checkbox', { name: 'Tobiq Okaforq' }).check()
  await readable(page)
  await page.getByRole('button', { name: 'Bewaar wie erin komen' }).click()
  await page.getByRole('heading', { name: 'Wie erin komen' }).waitFor()
  await page.getByText('Tobiq Okaforq').waitFor()
  await readable(page)

  await page.goto(page.url().replace(/\/groups.*/, '/pupils'))
  await page.getByRole('link', { name: 'Groep 6' }).click()
  await page.getByLabel('Zet iedereen in').selectOption('Groep 7')
  await page.getByRole('button', { name: 'Zet ze allemaal daar' }).click()
  await page.getByText('Bewaard.').waitFor()
  await page.getByLabel('Waar gaat Tobiq Okaforq heen?').selectOption('Groep 6 (blijft zitten)')
  await readable(page)
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click()
  await page.waitForFunction(() => document.querySelector('select[name^="goes"]:has(option[selected][value*=" 6"])'))

  await page.goto(page.url().replace(/\/pupils.*/, '/check'))
  await page.getByRole('heading', { name: 'Wat er op de dag gebeurt' }).waitFor()
  await readable(page)
  await page.getByRole('button', { name: /^Zet \d{4}-\d{4} klaar$/ }).click()
  await page.getByText('Klaargezet door Wimq Postmaq').waitFor()
  await readable(page)
  await page.getByRole('button', { name: 'Toch nog niet klaar' }).click()
  await page.getByRole('button', { name: 'Gooi deze voorbereiding weg' }).click()
  await page.getByText('is weggegooid').waitFor()
  expect(wrong).toEqual([])
  await page.context().close()
})
