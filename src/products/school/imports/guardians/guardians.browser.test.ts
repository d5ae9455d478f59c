import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readable } from '#test/readable.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { openAs } = inBrowser(door)

/** For who wants to look: `PICTURES=/tmp/x vitest run …` keeps what each step looked like. */
const look = async (page: Page, name: string) => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true })
}

test.for(['phone', 'desktop'] as const)('on a %s: the office reads in guardians', {
  timeout: 120_000,
}, async (screen) => {
  const { page, wrong } = await openAs(world.staff.wim, { viewport: screens[screen] })
  await page.goto(urls.settings())
  await page.getByRole('link', { name: 'Ouders inlezen' }).click()
  await page.getByLabel('CSV-bestand').waitFor()
  await readable(page)
  await look(page, `upload-${screen}`)
  const content = [
    'Leerling;Groep;Relatie verzorger 1;Naam verzorger 1;E-mail verzorger 1;Gezag verzorger 1;Straat;BSN',
    `Raviq Ramdinq;Groep 6;moeder;Priya ${screen}q;priya-${screen}@test.example;ja;Dorpsstraat 1;999999990`,
    `Milaq Yıldızq;;oma;Ayse ${screen}q;;nee;;`,
    `Noorq van der Meulenq;Groep 5;oom;Tomq Bakkerq;geen-adres;misschien;;`,
    `Wieq Nietq;Groep 5;oom;Bart Kokq;;;;`,
  ].join('\r\n')
  await page
    .getByLabel('CSV-bestand')
    .setInputFiles({ name: 'ouders.csv', mimeType: 'text/csv', buffer: Buffer.from(content) })
  await page.getByRole('button', { name: 'Kies de kolommen' }).click()
  await page.getByRole('heading', { name: 'Wat staat in welke kolom?' }).waitFor()
  await readable(page)
  await look(page, `columns-${screen}`)
  await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click()
  await page.getByRole('heading', { name: 'Wat er verandert' }).waitFor()
  await page.getByRole('radio', { name: 'Dit is Milaq Yıldızq (Groep 5)' }).check()
  await readable(page)
  await look(page, `review-${screen}`)
  await page.getByRole('button', { name: 'Lees deze ouders in' }).click()
  await page.getByRole('heading', { name: 'De ouders zijn ingelezen' }).waitFor()
  await readable(page)
  await look(page, `done-${screen}`)
  expect(wrong).toEqual([])
  await page.context().close()
})

test.for(['phone', 'desktop'] as const)('on a %s: a teacher sets a photo', { timeout: 120_000 }, async (screen) => {
  const { page, wrong } = await openAs(world.staff.hatice, { viewport: screens[screen] })
  await page.goto(urls.myPhoto())
  await page.getByLabel('Foto').waitFor()
  await readable(page)
  await look(page, `photo-none-${screen}`)
  const buffer = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#37a' } })
    .jpeg()
    .toBuffer()
  await page.getByLabel('Foto').setInputFiles({ name: 'ik.jpg', mimeType: 'image/jpeg', buffer })
  await page
    .getByRole('button', { name: 'Zet deze foto erop' })
    .or(page.getByRole('button', { name: 'Vervang de foto' }))
    .click()
  await page.getByRole('group', { name: 'Waar is het gezicht?' }).waitFor()
  expect(
    await page
      .locator('img')
      .first()
      .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBe(400)
  await readable(page)
  await look(page, `photo-${screen}`)
  await page.goto(urls.group({ id: world.groups.five }))
  await readable(page)
  await look(page, `group-${screen}`)
  expect(wrong).toEqual([])
  await page.context().close()
})
