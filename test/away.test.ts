import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPool } from '#shared/database/pool.ts'
import { KeyRing } from '#shared/vault/ring.ts'
import { urls } from '#src/urls.ts'
import { FrontDoor } from './front-door.ts'
import { type Installation, openInstallation } from './installation.ts'
import { setClock, week } from './school-week.ts'
import { makeWorld, world } from './world.ts'

const { pupils, guardians, groups, staff, vuurtoren } = world
const dataDir = mkdtempSync(join(tmpdir(), 'schoolplein-away-'))
let installation: Installation
let front: FrontDoor

beforeAll(async () => {
  installation = await openInstallation(dataDir)
  const { owner, app, ringPath } = installation.server
  const pool = createPool(app, 4)
  await makeWorld(owner, { pool, ring: KeyRing.open(ringPath), now: () => new Date() })
  await pool.end()
  front = await FrontDoor.open(installation)
  setClock(front, week.tuesday, '07:48')
})
afterAll(async () => {
  await front.close()
  await installation.stop()
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 })
})

const reports = () =>
  front.within(vuurtoren, ({ db }) => db.selectFrom('absence').select(['pupil_id', 'request_key']).execute())

/** The fields that a page would send again. */
const fieldsIn = (page: string) =>
  [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!])

/** Stops PostgreSQL, does something, and lets it come back. */
const whileAway = async <T>(run: () => Promise<T>): Promise<T> => {
  await installation.stop()
  front.application.serving.sites.forget()
  const done = await run()
  installation = await openInstallation(dataDir)
  return done
}

const keyIn = (page: string) => /name="requestKey" value="([^"]+)"/.exec(page)![1]!
const flat = (typed: Readonly<Record<string, string | readonly string[]>>) =>
  Object.entries(typed).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))

test('a report while PostgreSQL is away is kept in the page, called received by nobody, and stored once afterwards', {
  timeout: 120_000,
}, async () => {
  const ngozi = await front.as(guardians.ngozi, vuurtoren)
  const before = await ngozi.text(urls.newAbsence())
  const requestKey = keyIn(before)
  const typed = {
    requestKey,
    pupil: [pupils.zuri, pupils.tobi],
    when: 'day',
    kind: 'ill',
    word: 'Tas ligt in de gang.',
  }

  const { page, away, looked, lookedAt } = await whileAway(async () => {
    const away = await ngozi.post(urls.newAbsence(), typed)
    const looked = await ngozi.get(urls.myAbsences())
    return { away, page: await away.text(), looked, lookedAt: await looked.text() }
  })
  expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5'])
  expect(fieldsIn(page).sort()).toEqual(flat(typed).sort())
  expect(page).toContain(`action="${urls.newAbsence()}"`)
  expect(page).toContain('School heeft je melding nog niet')
  expect(page).not.toMatch(/heeft je melding, |ontvangen/i)
  expect([looked.status, looked.headers.get('cache-control')]).toEqual([503, 'no-store'])
  expect(lookedAt).toContain('Even geen verbinding')
  expect(await reports()).toEqual([])
  const body = new URLSearchParams(fieldsIn(page) as [string, string][])
  for (const time of ['first', 'second']) {
    const sent = await ngozi.request('POST', urls.newAbsence(), body)
    expect([time, sent.status, sent.headers.get('location')]).toEqual([time, 303, urls.home({ reported: 'yes' })])
  }
  const stored = await reports()
  expect(stored.map((one) => one.request_key)).toEqual([requestKey, requestKey])
  expect(stored.map((one) => one.pupil_id).sort()).toEqual([pupils.zuri, pupils.tobi].sort())
  const again = await ngozi.post(urls.newAbsence(), { ...typed, requestKey: randomUUID() })
  expect(again.status).toBe(422)
})

test('what was written to a team or as news is kept in the page too, and is there once afterwards', {
  timeout: 120_000,
}, async () => {
  const [ngozi, hatice] = [await front.as(guardians.ngozi, vuurtoren), await front.as(staff.hatice, vuurtoren)]
  const message = {
    requestKey: keyIn(await ngozi.text(urls.beginMessages({ group: groups.five }))),
    text: 'Oma haaltq',
  }
  const story = {
    requestKey: keyIn(await hatice.text(urls.newNews())),
    for: groups.five,
    title: 'Krijtq',
    text: 'Wij tekendenq',
    class: 'to-know',
    when: 'now',
    do: 'publish',
  }
  const forms = [
    [ngozi, urls.beginMessages({ group: groups.five }), message],
    [hatice, urls.newNews(), story],
  ] as const
  const pages = await whileAway(() =>
    Promise.all(
      forms.map(async ([who, to, typed]) => {
        const away = await who.post(to, typed)
        return [away.status, await away.text()] as const
      }),
    ),
  )
  for (const [at, [who, to, typed]] of forms.entries()) {
    const [status, page] = pages[at]!
    expect([status, page.includes(`action="${to}"`)]).toEqual([503, true])
    expect(fieldsIn(page).sort()).toEqual(flat(typed).sort())
    const body = new URLSearchParams(fieldsIn(page) as [string, string][])
    const led = [await who.request('POST', to, body), await who.request('POST', to, body)]
    const [first, second] = led.map((one) => one.headers.get('location'))
    expect([first, led.map(({ status }) => status)]).toEqual([second, [303, 303]])
  }
  const stored = await front.within(vuurtoren, async ({ db }) => ({
    messages: await db.selectFrom('message').select('request_key').execute(),
    news: await db.selectFrom('news').select(['request_key', 'state']).execute(),
  }))
  expect(stored).toEqual({
    messages: [{ request_key: message.requestKey }],
    news: [{ request_key: story.requestKey, state: 'published' }],
  })
})
