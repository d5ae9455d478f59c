import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import yauzl from 'yauzl'
import { urls } from '#src/urls.ts'
import { launchChromium, watch } from '#test/chromium.ts'
import { frontDoor } from '#test/front-door.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'
import { copyTasks } from './copy/jobs.ts'

const door = frontDoor()
const { vuurtoren, guardians, pupils, staff } = world

let server: Server
let browser: Browser
let base: string
beforeAll(async () => {
  setClock(door.front, week.tuesday, '07:30')
  server = serve({ fetch: door.front.application.hono.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await once(server, 'listening')
  base = `http://vuurtoren.localhost:${(server.address() as AddressInfo).port}`
  browser = await launchChromium()
  const deniz = await door.front.as(guardians.deniz, vuurtoren)
  const ill = { requestKey: randomUUID(), pupil: pupils.mila, when: 'open', kind: 'ill' }
  await deniz.post(urls.newAbsence(), { ...ill, word: 'Speelde gisteren met Semmieq' })
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
})

const readable = async (page: Page) => {
  await page.locator('html:not([aria-busy])').waitFor({ state: 'attached' })
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  const place = new URL(page.url()).pathname
  expect([place, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([place, []])
  expect([place, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([place, 0])
}

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
    origin: base,
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
    const { cookie } = await door.front.as(person, vuurtoren)
    const [name, value] = cookie.split('=') as [string, string]
    const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'nl-NL', viewport, colorScheme })
    await context.addCookies([{ name, value, url: base }])
    const page = await context.newPage()
    wrong.push(await watch(page))
    return page
  }
  const page = await pageAs(guardians.fenna)
  await page.goto(base + urls.myData())
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
  await office.goto(base + urls.copyReviews())
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
  const reader = await browser.newContext({ viewport, colorScheme, bypassCSP: true })
  const read = await reader.newPage()
  await read.route('http://copy.localhost/', (route) => route.fulfill({ body: html, contentType: 'text/html' }))
  await read.goto('http://copy.localhost/')
  await read.getByText('Speelde gisteren met █████').waitFor()
  await readable(read)
  await page.getByRole('button', { name: 'Gooi deze download weg' }).click()
  await page.getByRole('button', { name: 'Maak een download van Milaq' }).waitFor()
  expect(wrong.flat()).toEqual([])
  for (const one of [page, office, read]) await one.context().close()
})
