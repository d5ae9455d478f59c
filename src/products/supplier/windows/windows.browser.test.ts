import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readableInBoth } from '#test/readable.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { at, open } = inBrowser(door)
const { supplier, guardians, staff } = world

test.each([
  'phone',
  'desktop',
] as const)('a parent opens a window, sees each look by itself and closes it, on a %s', async (screen) => {
  const viewport = screens[screen]
  const { page, wrong, context } = await open(guardians.fenna, urls.myData(), { viewport })
  await page.getByRole('link', { name: 'Bekijk de inzagevensters' }).click()
  await page.getByRole('heading', { name: 'Inzagevensters' }).waitFor()
  await readableInBoth(page)
  await page.getByRole('link', { name: 'Laat de leverancier meekijken' }).click()
  await page.getByRole('radio', { name: 'Milaq Yıldızq' }).check()
  await page.getByRole('checkbox', { name: 'Naam en gewone gegevens' }).check()
  await page.getByRole('radio', { name: 'Ik zie iets niet' }).check()
  await readableInBoth(page)
  await page.getByLabel('Wat is er aan de hand?').fill('De groep klopt niet')
  await page.getByRole('button', { name: 'Open het venster' }).click()
  await page.getByText('Nog niemand keek').waitFor()
  await readableInBoth(page)

  const helper = await open(null, urls.signIn(), { viewport, baseURL: at('', 'supplier.localhost') })
  const [name, value] = (await door.front.as(staff.lotte, supplier, 'supplier.localhost')).cookie.split('=')
  await helper.context.addCookies([{ name: name!, value: value!, url: at('', 'supplier.localhost') }])
  await helper.page.goto(urls.customerWindows())
  await readableInBoth(helper.page)
  await helper.page
    .getByRole('link', { name: /^Venster / })
    .first()
    .click()
  await helper.page.getByText('De groep klopt niet').waitFor()
  await helper.page.locator('main summary').first().click()
  await helper.page.getByText('Milaq').first().waitFor()
  await readableInBoth(helper.page)

  // Nobody touched this page meanwhile.
  await page.getByText('Lotteq Kramerq').first().waitFor()
  await readableInBoth(page)
  await page.getByRole('button', { name: 'Sluit het venster nu' }).click()
  await page.getByText('De leverancier ziet niets meer').waitFor()
  await readableInBoth(page)
  await helper.page.getByText('Deze pagina is er niet').waitFor()
  for (const address of [urls.breakGlass(), urls.supportExports()]) {
    await helper.page.goto(address)
    await readableInBoth(helper.page)
  }
  const office = await open(staff.anouk, urls.chooseSupported(), { viewport })
  await office.page.getByLabel('Naam').fill('Hati')
  await office.page.keyboard.press('Enter')
  await readableInBoth(office.page)
  await office.page.getByRole('link', { name: 'Haticeq' }).click()
  await office.page.getByText('Over Haticeq').waitFor()
  await office.page.goto(urls.schoolSupportWindows())
  await readableInBoth(office.page)
  expect([...wrong, ...helper.wrong.filter((one) => !one.includes('404')), ...office.wrong]).toEqual([])
  for (const each of [context, helper.context, office.context]) await each.close()
})
