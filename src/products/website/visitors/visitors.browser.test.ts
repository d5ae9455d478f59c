import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { allKept } from '#shared/kept-in-browser.ts'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { crawl } from '#test/crawl.ts'
import { frontDoor } from '#test/front-door.ts'
import { readable, readableInBoth } from '#test/readable.ts'
import { world } from '#test/world.ts'
import { templateOf } from '../forms/building/templates.ts'
import { addForm, setFormState } from '../forms/queries.ts'
import { makePage } from '../pages/making.ts'
import { publishPage } from '../pages/publication.ts'
import { startSite } from '../sites/starting.ts'

const door = frontDoor()
const { openAs, open, at } = inBrowser(door)
const { vuurtoren, staff } = world

const block = (type: string, data: Record<string, unknown>) => ({ id: randomUUID(), type, data })
const empty = { summary: '', action: null, picture: null }

beforeAll(async () => {
  await door.front.within(vuurtoren, async (work) => {
    const [form, other] = [randomUUID(), randomUUID()]
    await addForm(work, null, form, templateOf('nl', 'contact'))
    await addForm(work, null, other, templateOf('nl', 'visit'))
    for (const id of [form, other]) await setFormState(work, null, id, 'open')
    await startSite(work, { theme: 'lighthouse', tagline: '', address: 'Duinweg 14', phone: '', email: '' })
    const home = await makePage(work, {
      parent: null,
      kind: 'home',
      content: { ...empty, title: 'Aan zee leer je ver kijken', blocks: [] },
    })
    const contact = await makePage(work, {
      parent: home,
      kind: 'page',
      slug: 'contact',
      content: {
        ...empty,
        title: 'Contact',
        blocks: [
          block('form', { form }),
          block('map', {
            address: 'https://www.openstreetmap.org/#map=17/52.95/4.76',
            title: 'De school aan de Duinweg',
          }),
          block('video', { address: 'https://youtu.be/dQw4w9WgXcQ', title: 'Een dag op school' }),
          block('social', { address: 'https://www.instagram.com/p/C0ffee_12/', title: 'De schooltuin' }),
        ],
      },
    })
    await work.db.updateTable('site').set({ live: true }).execute()
    for (const page of [home, contact]) await publishPage(work, page)
  })
})

const listed = () => new Set(allKept().map(({ where, name }) => `${where} ${name}`))
const publicPages = () => {
  const open = door.front.application.routes.filter(
    ({ method, rule, pattern }) => method === 'GET' && rule.open && !/[:*]/.test(pattern),
  )
  const pages = open
    .map(({ pattern }) => pattern)
    .filter((pattern) => !/\.(js|json|webmanifest|xml|txt|ics)$/.test(pattern))
  return ['/', '/contact', '/forms/contact', '/forms/kom-kijken', ...pages].map((path) => at(path))
}

describe('every public page', () => {
  test('asks nothing of another host and keeps nothing in a browser that is not on the list', async () => {
    const { context } = await openAs(null)
    const { visited, unlisted } = await crawl(context, publicPages(), { listed: listed() })
    expect(unlisted).toEqual([])
    expect(visited).toEqual(
      expect.arrayContaining([
        '/',
        '/contact',
        '/forms/contact',
        '/forms/kom-kijken',
        '/privacy',
        urls.visitors(),
        '/sign-in',
      ]),
    )
  })

  test.each([
    ['a cookie', 'cookie _ga', (): void => void Object.assign(document, { cookie: '_ga=1' })],
    ['a key in storage', 'local-storage visitor', (): void => localStorage.setItem('visitor', '1')],
    [
      'a request',
      'request counter.example',
      (): void => void fetch('http://counter.example/', { mode: 'no-cors' }).catch(() => {}),
    ],
  ] as const)('is found out when it plants %s', async (_, found, plant) => {
    const { context } = await openAs(null, { bypassCSP: true })
    await context.addInitScript(plant)
    const { unlisted } = await crawl(context, [at('/contact')], { listed: listed(), most: 1 })
    expect(unlisted).toEqual([`/contact: ${found}`])
  })
})

/** Nothing of other companies is asked for in this test: what a frame of theirs would load is answered here. */
const withoutOthers = async (page: Page, asked: string[]) => {
  await page.context().route(
    (address) => !address.host.startsWith('vuurtoren.localhost'),
    (route) => {
      asked.push(new URL(route.request().url()).host)
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Kaart</title><p>Kaart</p>' })
    },
  )
}

test.each([
  'phone',
  'desktop',
] as const)('maps, videos and posts ask first; a choice is remembered and taken back, on a %s', async (screen) => {
  const { page, wrong } = await openAs(null, { viewport: screens[screen] })
  const asked: string[] = []
  await withoutOthers(page, asked)
  await page.goto('/contact')
  await readableInBoth(page)
  expect(asked).toEqual([])
  const map = page.locator('figure', { hasText: 'De school aan de Duinweg' })
  await map.getByLabel('Onthoud dit op dit apparaat').check()
  await map.getByRole('link', { name: 'Bekijk de kaart' }).click()
  await page
    .frameLocator('iframe[title="De school aan de Duinweg"]')
    .frameLocator('iframe')
    .getByText('Kaart')
    .waitFor()
  expect(new Set(asked)).toEqual(new Set(['www.openstreetmap.org']))
  await page.reload()
  await page
    .frameLocator('iframe[title="De school aan de Duinweg"]')
    .frameLocator('iframe')
    .getByText('Kaart')
    .waitFor()
  expect(new Set(asked)).toEqual(new Set(['www.openstreetmap.org']))
  await page.goto(urls.visitors())
  await readableInBoth(page)
  await page.getByRole('button', { name: 'Vergeet wat ik koos' }).click()
  await page.getByText('Vergeten. Er wordt weer eerst gevraagd.').waitFor()
  await page.goto('/contact')
  await page.getByRole('link', { name: 'Bekijk de kaart' }).waitFor()
  expect(wrong).toEqual([])
})

test('without script a still leads to a page of its own, and a form is shown once more before it is sent', async () => {
  const { page } = await openAs(null, { javaScriptEnabled: false })
  await withoutOthers(page, [])
  await page.goto('/contact')
  await page.getByRole('link', { name: 'Bekijk de video' }).click()
  await page.getByRole('heading', { name: 'Een dag op school' }).waitFor()
  await page.goto('/contact')
  await page.getByLabel('Je naam').fill('Saskiaq')
  await page.getByLabel('Je mailadres').fill('saskia@voorbeeldq.nl')
  await page.getByLabel('Een vraag', { exact: true }).check()
  await page.getByLabel('Je bericht').fill('Wanneer is de open dagq?')
  await page.getByRole('button', { name: 'Verstuur' }).click()
  await page.getByRole('heading', { name: 'Klopt dit?' }).waitFor()
  await page.getByRole('button', { name: 'Verstuur' }).click()
  await page.getByRole('heading', { name: 'Je bericht is aangekomen' }).waitFor()
})

test.each(['phone', 'desktop'] as const)('a message from a page to its answer, on a %s', async (screen) => {
  const size = { viewport: screens[screen] }
  const visitor = await open(null, '/contact', size)
  await visitor.page.getByLabel('Je naam').fill(`Saskiaq ${screen}`)
  await visitor.page.locator('input[name=stamp]').waitFor({ state: 'attached' })
  await visitor.page.getByRole('button', { name: 'Verstuur' }).click()
  await visitor.page.getByText('Vul dit in.').first().waitFor()
  await readable(visitor.page)
  await visitor.page.getByLabel('Je mailadres').fill(`${screen}@voorbeeldq.nl`)
  await visitor.page.getByLabel('Een vraag', { exact: true }).check()
  await visitor.page.getByLabel('Je bericht').fill('Wanneer is de open dagq?')
  door.front.clock.now = new Date(Date.now() + 60_000)
  await visitor.page.getByRole('button', { name: 'Verstuur' }).click()
  await visitor.page.getByRole('heading', { name: 'Je bericht is aangekomen' }).waitFor()
  await readableInBoth(visitor.page)

  const office = await open(staff.wim, urls.inbox(), size)
  await readableInBoth(office.page)
  await office.page.getByRole('link', { name: `Saskiaq ${screen}` }).click()
  await office.page.getByLabel('Je antwoord').fill('Op zaterdag 12 decemberq.')
  await readableInBoth(office.page)
  await office.page.getByRole('button', { name: 'Verstuur het antwoord' }).click()
  await office.page.getByText('Op zaterdag 12 decemberq.').waitFor()
  await office.page.goto(urls.siteForms())
  await office.page.getByRole('link', { name: 'Stuur ons een bericht' }).click()
  await office.page.getByRole('button', { name: 'Nog een vraag' }).click()
  await office.page.getByLabel('De vraag').last().fill('Hoe heet je kind?')
  await readableInBoth(office.page)
  await office.page.goto(urls.siteStatistics())
  await readableInBoth(office.page)
  door.front.clock.now = null
  expect([...visitor.wrong, ...office.wrong]).toEqual([])
})
