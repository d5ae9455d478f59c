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

const { pupils, guardians, vuurtoren } = world
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

test('a report while PostgreSQL is away is kept in the page, called received by nobody, and stored once afterwards', {
  timeout: 120_000,
}, async () => {
  const ngozi = await front.as(guardians.ngozi, vuurtoren)
  const before = await ngozi.text(urls.newAbsence())
  const requestKey = /name="requestKey" value="([^"]+)"/.exec(before)![1]!
  const typed = {
    requestKey,
    pupil: [pupils.zuri, pupils.tobi],
    when: 'day',
    kind: 'ill',
    word: 'Tas ligt in de gang.',
  }

  await installation.stop()
  front.application.serving.sites.forget()
  const away = await ngozi.post(urls.newAbsence(), typed)
  expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5'])
  const page = await away.text()
  const flat = Object.entries(typed).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
  expect(fieldsIn(page).sort()).toEqual(flat.sort())
  expect(page).toContain(`action="${urls.newAbsence()}"`)
  expect(page).toContain('School heeft je melding nog niet')
  expect(page).not.toMatch(/heeft je melding, |ontvangen/i)
  const looked = await ngozi.get(urls.myAbsences())
  expect([looked.status, looked.headers.get('cache-control')]).toEqual([503, 'no-store'])
  expect(await looked.text()).toContain('Even geen verbinding')

  installation = await openInstallation(dataDir)
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
