import { beforeAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readable } from '#test/readable.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { openAs } = inBrowser(door)
const { staff, groups } = world

beforeAll(async () => {
  setClock(door.front, week.tuesday, '09:00')
})

test.each([
  ['phone', { width: 390, height: 844 }, 'light'],
  ['desktop', { width: 1280, height: 800 }, 'dark'],
] as const)('on a %s: a substitute for today, who may what, and a review to its record', async (_, viewport, colorScheme) => {
  const { context, page, wrong } = await openAs(staff.anouk, { viewport, colorScheme })
  const press = (role: 'button' | 'link', words: string | RegExp) =>
    page.getByRole('main').getByRole(role, { name: words }).first().click()

  await page.goto(urls.group({ id: groups.five }))
  await press('link', 'Zet een invaller voor de groep')
  await page.waitForURL(/substitute/)
  await readable(page)
  await press('button', 'Kies Maritq Grootq')
  await page.getByText('Vervangt: vandaag').waitFor()

  await page.goto(urls.rights())
  await page.getByText('Per rol').waitFor()
  for (const part of await page.locator('main summary').all()) await part.click()
  await readable(page)
  await press('button', 'Haal van de groep: Maritq Grootq, Groep 5')
  await page.getByText('Groep 5, vandaag').waitFor({ state: 'detached' })
  await page.goto(urls.personRights({ id: staff.hatice }))
  await readable(page)

  await page.goto(urls.accessReviews())
  await readable(page)
  await press('button', 'Begin een controle')
  await page.getByText(/0 van \d mensen bekeken/).waitFor()
  await readable(page)
  await press('link', 'Haticeq Aydınq')
  await page.getByText('Klopt dit nog voor Haticeq').waitFor()
  await readable(page)
  await press('button', 'Leg vast')
  await page.getByText('Klopt dit nog voor Maritq').waitFor()
  await press('link', 'Terug naar de controle')
  await page.getByText(/1 van \d mensen bekeken/).waitFor()
  await press('button', 'Rond de controle af')
  await page.getByText('Het verslag klopt').waitFor()
  await readable(page)
  expect(wrong).toEqual([])
  await context.close()
})
