import { beforeAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readable } from '#test/readable.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { be, openAs } = inBrowser(door)
const { staff, guardians } = world

beforeAll(async () => {
  setClock(door.front, week.tuesday, '09:00')
})

const looks = [
  ['phone', { width: 390, height: 844 }, 'light'],
  ['desktop', { width: 1280, height: 800 }, 'dark'],
] as const

test.each(
  looks,
)('on a %s: a mother asks, the school decides, she reads the answer', async (look, viewport, colorScheme) => {
  const { context, page, wrong } = await openAs(null, { viewport, colorScheme })
  const main = page.getByRole('main')
  const choose = (words: string) =>
    main
      .locator('label')
      .filter({ hasText: new RegExp(`^${words}$`) })
      .click()
  const press = (role: 'button' | 'link', words: string | RegExp) =>
    main.getByRole(role, { name: words }).first().click()

  await be(context, guardians.fenna)
  await page.goto(urls.myRequests())
  await readable(page)
  await press('link', 'Er klopt iets niet')
  await page.getByText('Wat moet er staan?').waitFor()
  await choose('Milaq')
  await choose('Achternaam')
  await main.getByLabel('Wat moet er staan?').fill(`Yıldız-${look}`)
  await readable(page)
  await press('button', 'Stuur dit naar De Vuurtoren')
  await page.getByText('School heeft je verzoek.').waitFor()
  await readable(page)

  await page.goto(urls.askRight({ kind: 'erasure' }))
  await choose('Milaq')
  await main.getByText('Nu moet school nog iets van Milaq bewaren').waitFor()
  await readable(page)
  await page.goto(urls.complain())
  await readable(page)

  await be(context, staff.wim)
  await page.goto(urls.rightsRequests())
  await main.getByText('Nog 28 dagen').first().waitFor()
  await readable(page)
  await press('link', 'Fennaq Yıldızq')
  await main.getByText('Wat er verandert').waitFor()
  await choose('Nee')
  await main.getByLabel('Waarom niet?').selectOption('correct-already')
  await main.getByLabel('Wat schrijf je terug?').fill('In het paspoort staat de naam zoals wij hem hebben.')
  await readable(page)
  await press('button', 'Antwoord Fennaq')
  await main.getByText('School zegt nee').waitFor()
  await readable(page)
  await page.goto(urls.enterRequest({ person: guardians.kofi }))
  await choose('Verbeteren')
  await main.getByLabel('Wat klopt niet?').waitFor()
  await readable(page)

  await be(context, guardians.fenna)
  await page.goto(urls.myRequests())
  await press('link', /Verbeteren, over Milaq/)
  await main.getByText('Ben je het er niet mee eens?').waitFor()
  await readable(page)
  expect(wrong).toEqual([])
  await context.close()
})
