import { randomUUID } from 'node:crypto'
import type { Page, Request } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Shown } from '#shared/access/attention.ts'
import { Module } from '#shared/access/module.ts'
import { type Given, giveItem } from '#shared/attention/item.ts'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readableInBoth } from '#test/readable.ts'
import { setClock, week } from '#test/school-week.ts'
import { asSuperuser } from '#test/server.ts'
import { world } from '#test/world.ts'

const { vuurtoren, molen, guardians, staff } = world
const module = 'questions'
const questions = new Module(module, { nl: 'Vragen', en: 'Questions' }).attention({
  show: async (_, items) =>
    items.map(
      ({ subject, class: kind }): Shown => ({
        subject,
        title: `Vraag ${kind}`,
        text: 'Juf Naima',
        ...(kind === 'urgent' ? { body: 'School stopt om 13.00 uur.' } : {}),
        to: urls.children(),
        action: 'Geef antwoord',
      }),
    ),
})
const door = frontDoor({ extra: [questions] })
const { openAs } = inBrowser(door)

const give = (organisation: string, reader: string, more: Pick<Given, 'class'> & { answerBy?: string }) =>
  door.front.within(organisation, (work) =>
    giveItem(work, { module, subject: randomUUID(), readers: [reader], ...more } as Given),
  )

beforeAll(async () => {
  setClock(door.front, week.tuesday, '07:52')
  await give(vuurtoren, guardians.fenna, { class: 'urgent' })
  await give(vuurtoren, guardians.fenna, { class: 'to-know' })
  await give(vuurtoren, guardians.fenna, { class: 'answer', answerBy: week.friday })
  await give(molen, guardians.fennaAtMolen, { class: 'answer', answerBy: week.thursday })
})

describe.each(['phone', 'desktop'] as const)('on a %s', (screen) => {
  test('one list of two schools, which grows by itself; every page of it is readable', async () => {
    const { page, wrong } = await openAs(guardians.fenna, { viewport: screens[screen] })
    const listening = page.waitForResponse((response) => response.url().includes('/live'))
    await page.goto(urls.home())
    await listening
    const titles = () => page.getByRole('article').getByRole('heading').allTextContents()
    const before = (await titles()).length
    await readableInBoth(page)
    await give(vuurtoren, guardians.fenna, { class: 'answer', answerBy: week.wednesday })
    await expect.poll(async () => (await titles()).length).toBe(before + 1)
    for (const address of [urls.later(), urls.howToldMe(), urls.welcome(), urls.noAccount()]) {
      await page.goto(address)
      await readableInBoth(page)
    }
    await page.goto(urls.home())
    await page.getByRole('link', { name: 'Emreq' }).click()
    await page.waitForURL(/molen\.localhost/)
    expect(wrong).toEqual([])
  })

  test('all tabs share one stream, the next one takes over, and what was told while the database was away is shown', async () => {
    const { page, context } = await openAs(guardians.fenna, { viewport: screens[screen] })
    const streams = new Set<Request>()
    context.on('request', (request) => request.url().includes('/live') && streams.add(request))
    const over = (request: Request) => void streams.delete(request)
    context.on('requestfinished', over).on('requestfailed', over)
    const open = () =>
      [...streams.keys()]
        .filter((request) => !request.frame().page().isClosed())
        .map((request) => new URL(request.url()).searchParams.getAll('topic').length)
    const titles = (tab: Page) => tab.getByRole('article').getByRole('heading').count()
    const tell = () => give(vuurtoren, guardians.fenna, { class: 'answer', answerBy: week.wednesday })
    const tabs = [page, await context.newPage(), await context.newPage()]
    await page.goto(urls.home())
    await expect.poll(open).toEqual([1])
    await tabs[1]!.goto(urls.home())
    await tabs[2]!.goto(urls.consents())
    await expect.poll(open).toEqual([2])
    const before = await titles(page)
    await tell()
    for (const tab of tabs.slice(0, 2)) await expect.poll(() => titles(tab)).toBe(before + 1)
    await page.close()
    await expect.poll(open).toEqual([2])
    await tell()
    await expect.poll(() => titles(tabs[1]!)).toBe(before + 2)
    await asSuperuser(door.front.server.admin, async (client) => {
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen schoolplein' and datname = current_database()`,
      )
      await tell()
    })
    await expect.poll(() => titles(tabs[1]!), { timeout: 10_000 }).toBe(before + 3)
    expect(open()).toEqual([2])
  })

  test('without a connection today’s list is there, until one signs out', async () => {
    const { page } = await openAs(guardians.fenna, { viewport: screens[screen] })
    await page.goto(urls.home())
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    await page.reload()
    await expect.poll(() => page.evaluate(async () => (await caches.open('today')).match('/').then(Boolean))).toBe(true)
    await page.context().setOffline(true)
    await page.reload()
    await page.getByText('Geen verbinding. Zo was het vandaag').waitFor()
    expect(await page.getByText('Vraag urgent').count()).toBe(1)
    await page.goto(urls.children())
    await page.getByText('Schoolplein kan nu niets ophalen').waitFor()
    await page.context().setOffline(false)
    await page.goto(urls.me())
    await page.locator('form[action="/sign-out"] button').click()
    await page.waitForURL(/sign-in/)
    await page.context().setOffline(true)
    await page.goto(urls.home()).catch(() => {})
    expect(await page.getByText('Vraag urgent').count()).toBe(0)
  })

  test('the school’s own pages are readable too', async () => {
    const { page, wrong } = await openAs(staff.wim, { viewport: screens[screen] })
    for (const address of [urls.messageRules(), urls.lookAsGuardian(), urls.paperLetters(), urls.workingHours()]) {
      await page.goto(address)
      await readableInBoth(page)
    }
    expect(wrong).toEqual([])
  })
})
