import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import yauzl from 'yauzl'
import { urls } from '#src/urls.ts'
import { inBrowser } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readable } from '#test/readable.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'
import { copyTasks } from './copy/jobs.ts'

const door = frontDoor()
const { at, openAs } = inBrowser(door)
const { vuurtoren, guardians, pupils, staff } = world

beforeAll(async () => {
  setClock(door.front, week.tuesday, '07:30')
  const deniz = await door.front.as(guardians.deniz, vuurtoren)
  const ill = { requestKey: randomUUID(), pupil: pupils.mila, when: 'open', kind: 'ill' }
  await deniz.post(urls.newAbsence(), { ...ill, word: 'Speelde gisteren met Semmieq' })
})

/** What the worker does with the copy that was asked for last. */
const work = async () => {
  const copy = await door.front.within(vuurtoren, ({ db }) =>
    db.selectFrom('data_copy').select('id').where('state', '=', 'making').executeTakeFirstOrThrow(),
  )
  const [make] = copyTasks
  await make!.run({
    data: { copy: copy.id },
    inOrganisation: (run: never) => door.front.within(vuurtoren, run),
    files: door.front.parts.files,
    origin: at(),
    organisationName: 'De Vuurtoren',
  } as never)
}

const htmlOf = async (zip: string): Promise<string> => {
  const opened = await yauzl.fromBufferPromise(readFileSync(zip))
  for await (const entry of opened.eachEntry()) {
    if (entry.fileName !== 'gegevens.html') continue
    const parts: Buffer[] = []
    for await (const part of await opened.openReadStreamPromise(entry)) parts.push(part as Buffer)
    return Buffer.concat(parts).toString()
  }
  throw new Error('no page in the copy')
}

test.each([
  ['phone', { width: 390, height: 844 }, 'light'],
  ['desktop', { width: 1280, height: 800 }, 'dark'],
] as const)('on a %s: reading, asking a copy, the school looks, the copy read in a browser', async (_, viewport, colorScheme) => {
  const wrong: string[][] = []
  const pageAs = async (person: string) => {
    const device = await openAs(person, { viewport, colorScheme })
    wrong.push(device.wrong)
    return device.page
  }
  const page = await pageAs(guardians.fenna)
  await page.goto(urls.myData())
  await readable(page)
  await page.getByRole('link', { name: 'Milaq Yıldızq' }).click()
  await page.getByRole('heading', { name: 'Gegevens van Milaq' }).waitFor()
  for (const part of await page.locator('main summary').all()) await part.click()
  await page.getByText('De school kijkt eerst, als je om een download vraagt').waitFor()
  await readable(page)
  await page.getByRole('button', { name: 'Maak een download van Milaq' }).click()
  await page.getByText('We maken je download').first().waitFor()
  await readable(page)
  await work()
  await page.getByText('De school kijkt eerst. Je hoort het voor').waitFor()
  await readable(page)

  const office = await pageAs(staff.wim)
  await office.goto(urls.copyReviews())
  await readable(office)
  await office.getByRole('link', { name: 'Milaq Yıldızq' }).click()
  await office.getByRole('radio', { name: 'Een paar woorden weg' }).check()
  await office.getByLabel('Welke woorden weg?').fill('Semmieq')
  await readable(office)
  await office.getByRole('button', { name: 'Geef vrij' }).click()
  await office.getByText('Er wacht niets').waitFor()
  await readable(office)

  await work()
  await page.getByText('Je download staat klaar').waitFor()
  await readable(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Haal de download op' }).click(),
  ])
  const html = await htmlOf(await download.path())
  const { page: read } = await openAs(null, { viewport, colorScheme, bypassCSP: true })
  await read.route('http://copy.localhost/', (route) => route.fulfill({ body: html, contentType: 'text/html' }))
  await read.goto('http://copy.localhost/')
  await read.getByText('Speelde gisteren met █████').waitFor()
  await readable(read)
  await page.getByRole('button', { name: 'Gooi deze download weg' }).click()
  await page.getByRole('button', { name: 'Maak een download van Milaq' }).waitFor()
  expect(wrong.flat()).toEqual([])
  for (const one of [page, office, read]) await one.context().close()
})
