import { beforeEach, expect, test } from 'vitest'
import { asOwner } from '#shared/database/migrate.ts'
import { createApp } from '#src/app.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readableInBoth } from '#test/readable.ts'
import { createFounding, type Founding } from './founding.tsx'

const door = frontDoor()
const { at, openAs } = inBrowser(door, () => application.hono)
let founding: Founding
let application: ReturnType<typeof createApp>

beforeEach(async () => {
  await asOwner(door.front.server.owner, (client) => client.query('truncate account, organisation cascade'))
  founding = createFounding({ ...door.front.parts, owner: door.front.server.owner })
  application = createApp({ ...door.front.parts, ...founding.parts })
})

const typed = {
  'Naam van het bestuur': 'Stichting Duinrandq',
  'Naam van de school': 'De Bronq',
  Roepnaam: 'Willemijnq',
  Achternaam: 'Brandsmaq',
  'E-mailadres': 'willemijn@debron.example',
  'Nieuw wachtwoord': 'zeven groene fietsen rijden',
}

test.for([
  ['phone', true],
  ['desktop', true],
  ['phone', false],
] as const)('setting up on a %s, scripts %s: from the code to the own second factor', async ([
  screen,
  javaScriptEnabled,
]) => {
  const { context, page, wrong } = await openAs(null, { viewport: screens[screen], javaScriptEnabled })
  await page.goto(at('/', 'localhost'))
  if (javaScriptEnabled) await readableInBoth(page)
  await page.getByLabel('Code').fill('mis')
  await page.getByRole('button', { name: 'Maak de school' }).click()
  await page.getByText('Deze code klopt niet').waitFor()
  await page.getByLabel('Code').fill(founding.code)
  for (const [label, text] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Maak de school' }).click()
  await page.getByRole('heading', { name: 'De Bronq staat klaar' }).waitFor()
  if (javaScriptEnabled) await readableInBoth(page)
  await page.getByRole('link', { name: 'Ga naar De Bronq' }).click()
  await page.waitForURL(/^http:\/\/debronq\.localhost:\d+\/second-factor/)
  expect(wrong).toEqual([])
  await context.close()
})
