import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { FrontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { Counting, type View } from './counting.ts'
import { noteView } from './noting.ts'
import { statisticsOf, withoutSmall } from './queries.ts'
import { countryOf, deviceOf, isProgram, referrerOf } from './telling-apart.ts'

const { vuurtoren, molen, staff } = world
let here: FrontDoor
let there: FrontDoor
beforeAll(async () => {
  here = await FrontDoor.open()
  there = await FrontDoor.open(here)
})
afterAll(async () => {
  await there.close()
  await here.close()
})

const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148 Safari/604.1'
const DESK = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0'
const view = (from: string, more: Partial<View> = {}): View => ({
  page: '/',
  from,
  agent: PHONE,
  referrer: null,
  ...more,
})
const visitorsOf = (door: FrontDoor, organisation = vuurtoren) =>
  door.within(organisation, (work) => statisticsOf(work, 'week'))

test('views and visitors of a day over two processes: somebody counts once, whichever answers', async () => {
  const [one, other] = [Counting.of(here.parts), Counting.of(there.parts)]
  for (let at = 0; at < 12; at++) one.note(vuurtoren, view(`77.163.0.${at}`))
  for (let at = 0; at < 12; at++)
    other.note(vuurtoren, view(`77.163.0.${at}`, { page: '/nieuws', referrer: 'voorbeeldq.nl' }))
  other.note(vuurtoren, view('81.82.1.1', { agent: DESK }))
  await Promise.all([one.flush(), other.flush()])
  const { total, pages, countries, devices } = await visitorsOf(here)
  expect(total).toEqual({ views: 25, visitors: 13 })
  expect(pages.cells.map(({ value, views }) => [value, views])).toEqual([
    ['/', 13],
    ['/nieuws', 12],
  ])
  // One visitor from Belgium on a computer is nobody's business: the cell goes with the next smallest.
  expect([countries.cells, devices.cells]).toEqual([[], []])
  expect(countries.rest).toEqual({ views: 25, visitors: 13 })
  expect((await visitorsOf(here, molen)).total.views).toBe(0)
})

test('a process that stops stores what waits first', async () => {
  const before = (await visitorsOf(here)).total.views
  Counting.of(there.parts).note(vuurtoren, view('77.163.0.1'))
  await there.application.close()
  expect((await visitorsOf(here)).total.views).toBe(before + 1)
})

test('nothing that is stored leads to anybody: no address, no browser; at midnight the salt goes, and who comes again is new', async () => {
  const counting = Counting.of(here.parts)
  const stored = await here.within(vuurtoren, async ({ db }) => ({
    salts: await db.selectFrom('site_salt').select('salt').execute(),
    visitors: await db.selectFrom('site_visitor').selectAll().execute(),
    counts: await db.selectFrom('site_count').selectAll().execute(),
  }))
  expect(stored.salts).toHaveLength(1)
  expect(JSON.stringify(stored)).not.toMatch(/77\.163|81\.82|iPhone|Firefox/)
  here.clock.now = new Date(Date.now() + 86_400_000)
  counting.note(vuurtoren, view('77.163.0.1'))
  await counting.flush()
  const after = await here.within(vuurtoren, async ({ db }) => ({
    salts: await db.selectFrom('site_salt').select('salt').execute(),
    visitors: await db.selectFrom('site_visitor').select('visitor').execute(),
  }))
  expect(after.salts.map(({ salt }) => salt)).not.toEqual(stored.salts.map(({ salt }) => salt))
  expect([after.salts.length, after.visitors.length]).toEqual([1, 1])
  expect((await visitorsOf(here)).total.visitors).toBe(14)
  // Nobody comes any more: the day is forgotten all the same.
  here.clock.now = new Date(Date.now() + 2 * 86_400_000)
  await counting.flush()
  const gone = await here.within(vuurtoren, ({ db }) => db.selectFrom('site_salt').select('salt').execute())
  expect(gone).toEqual([])
  here.clock.now = null
})

test('who objects, by the switch or by Global Privacy Control, and programs are not counted', async () => {
  const counting = new Counting(here.parts)
  const app = new Hono().get('*', (c) => {
    noteView(counting, c, { organisation: molen, behindProxy: true })
    return c.text('')
  })
  const asked = { 'user-agent': DESK, 'x-forwarded-for': '77.163.0.9', 'x-forwarded-proto': 'https' }
  const visit = (headers: Record<string, string>) =>
    app.request('http://molen.example/nieuws', { headers: { ...asked, ...headers } })
  await visit({ 'sec-gpc': '1' })
  await visit({ cookie: '__Host-uncounted=yes' })
  await visit({ 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' })
  await visit({ 'sec-purpose': 'prefetch' })
  await counting.flush()
  expect((await visitorsOf(here, molen)).total).toEqual({ views: 0, visitors: 0 })
  await visit({ referer: 'https://www.voorbeeldq.nl/pagina?q=geheim' })
  await counting.flush()
  expect((await visitorsOf(here, molen)).total).toEqual({ views: 1, visitors: 1 })
  const referrers = await here.within(molen, ({ db }) =>
    db.selectFrom('site_count').select('value').where('by_what', '=', 'referrer').execute(),
  )
  expect(referrers).toEqual([{ value: 'voorbeeldq.nl' }])
})

test('the switch is a cookie for whoever asks for it, and goes when they take it back', async () => {
  const visitor = here.stranger()
  expect(await visitor.text(urls.visitors())).toContain('Je telt nu mee.')
  expect(visitor.cookie).toBe('')
  await visitor.post(urls.objectToCounting(), { count: 'no' })
  expect([visitor.cookie, (await visitor.text(urls.visitors())).includes('Je telt niet mee.')]).toEqual([
    'uncounted=yes',
    true,
  ])
  await visitor.post(urls.objectToCounting(), { count: 'yes' })
  expect(visitor.cookie).toBe('')
  const gpc = await visitor.request('GET', urls.visitors(), undefined, { 'sec-gpc': '1' })
  expect(await gpc.text()).toContain('Global Privacy Control). Je telt niet mee.')
})

test('fewer than ten are never told, nor what gives them away', () => {
  const cell = (value: string, visitors: number) => ({ value, visitors, views: visitors })
  const shown = (...cells: ReturnType<typeof cell>[]) => {
    const { cells: told, rest } = withoutSmall(cells, 'visitors')
    return [told.map(({ value }) => value), rest?.visitors ?? null]
  }
  expect(shown(cell('NL', 40), cell('BE', 12))).toEqual([['NL', 'BE'], null])
  expect(shown(cell('NL', 40), cell('BE', 6), cell('DE', 5))).toEqual([['NL'], 11])
  // The total less what is shown would be three: the smallest that would be shown goes along.
  expect(shown(cell('NL', 40), cell('BE', 12), cell('DE', 3))).toEqual([['NL'], 15])
  expect(shown(cell('NL', 12), cell('DE', 3))).toEqual([[], 15])
  expect(shown(cell('NL', 4))).toEqual([[], 4])
  expect(shown()).toEqual([[], null])
})

test('a year is told by month with its table; a week without ten visitors tells nothing', async () => {
  await here.within(vuurtoren, async ({ db, today }) => {
    const month = (ago: number) =>
      new Date(Date.parse(`${today}T12:00:00Z`) - ago * 30 * 86_400_000).toISOString().slice(0, 10)
    const counts = { by_what: 'all', value: 'all' }
    const days = [1, 2, 3].map((ago) => ({ day: month(ago), ...counts, views: ago * 100, visitors: ago * 40 }))
    await db.deleteFrom('site_count').execute()
    await db
      .insertInto('site_count')
      .values([...days, { day: today, ...counts, views: 9, visitors: 9 }])
      .execute()
  })
  const wim = await here.as(staff.wim, vuurtoren)
  const year = await wim.text(urls.siteStatistics({ period: 'year' }))
  expect(year).toContain('249 bezoekers bekeken 609 pagina’s.')
  expect(year).toContain('<caption>Per maand</caption>')
  expect(await wim.text(urls.siteStatistics({ period: 'week' }))).toContain('Er is nog niets te tellen')
  expect((await (await here.as(staff.hatice, vuurtoren)).get(urls.siteStatistics())).status).toBe(404)
})

test('country from the table that comes with it, device class and domain: nothing finer', () => {
  expect(
    ['77.163.0.1', '2a02:a210::1', '::ffff:81.82.1.1', '91.64.0.1', '192.168.1.1', '::1', '', 'x'].map(countryOf),
  ).toEqual(['NL', 'NL', 'BE', 'DE', 'ZZ', 'ZZ', 'ZZ', 'ZZ'])
  expect(
    [PHONE, DESK, 'Mozilla/5.0 (iPad; CPU OS 18_0)', 'Mozilla/5.0 (Linux; Android 15; SM-X900) Chrome/140'].map(
      deviceOf,
    ),
  ).toEqual(['phone', 'computer', 'tablet', 'tablet'])
  expect(['curl/8', '', 'Mozilla/5.0 HeadlessChrome/140', PHONE].map(isProgram)).toEqual([true, true, true, false])
  const from = (referrer: string) => referrerOf(referrer, 'www.vuurtoren.nl')
  expect(['https://www.a.nl/x?y=z', 'https://vuurtoren.nl/', 'https://10.0.0.1/', 'geen adres'].map(from)).toEqual([
    'a.nl',
    null,
    null,
    null,
  ])
})
