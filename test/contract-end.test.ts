import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { endContract, holdContract, withdrawNotice } from '#products/supplier/contracts/changes.ts'
import { destroyEnded } from '#products/supplier/contracts/destroying.ts'
import { contractProducts, deeds, phaseOf } from '#products/supplier/contracts/phases.ts'
import { contractOf, contractsOf } from '#products/supplier/contracts/queries.ts'
import { tablesOf } from '#products/supplier/contracts/tables.ts'
import { chainWaiting } from '#shared/audit/chain.ts'
import { verifyChain } from '#shared/audit/verify.ts'
import { root } from '#shared/root.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { tuesday } from '../src/demo/examples.ts'
import { organisationId } from '../src/demo/schools.ts'
import { staffId } from '../src/demo/staff.ts'
import { writeDemoWorld } from '../src/demo/write.ts'
import { frontDoor } from './front-door.ts'
import { runTask, takeDue } from './jobs.ts'

const door = frontDoor()
beforeAll(() => writeDemoWorld(door.front.server.owner, door.front.parts, tuesday), 120_000)

const school = organisationId('vuurtoren')
const on = (day: string) => ({ ...door.front.parts, now: () => new Date(`${day}T12:00:00Z`) })
const here = <T>(day: string, run: (work: Work) => Promise<T>, organisation: string = school) =>
  asSystem(on(day), organisation, 'test', run)
const destroyOn = (day: string) => destroyEnded((run) => here(day, run))
const END = '2027-01-31'
const GONE = '2027-03-31'

const rowsOf = (table: 'must_read' | 'must_read_reading' | 'news' | 'message_thread' | 'site_page', from = school) =>
  here(END, async ({ db }) => (await db.selectFrom(table).select('organisation_id').execute()).length, from)

test('every table that a product declares is destroyed with it', () => {
  for (const product of contractProducts) {
    const folder = join(root, 'src/products', product)
    const declared = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/personalData\('([a-z0-9_]+)'/g)])
      .map(([, table]) => table)
      .filter((table) => table !== 'news_post')
    expect([...tablesOf[product]].sort()).toEqual(declared.sort())
  }
})

test('a phase is what the dates say, and each deed has its phases', () => {
  const dates = { endsOn: END, destroyedFrom: GONE, heldFor: null, destroyingAt: null, destroyedAt: null }
  const days = ['2027-01-30', END, '2027-03-30', GONE].map((day) => phaseOf(dates, day))
  expect(days).toEqual(['noticed', 'read-only', 'read-only', 'due'])
  expect(phaseOf({ ...dates, heldFor: 'court' }, GONE)).toBe('held')
  expect(deeds.destroy).not.toContain('held')
  expect(deeds.withdraw).not.toContain('destroying')
})

test('an end before the beginning, and what nobody takes, is refused in a sentence; nothing changes', async () => {
  const before = await here(tuesday, (work) => contractOf(work, 'plaza'))
  const early = await here(tuesday, (work) => endContract(work, 'plaza', before!.beganOn))
  expect(early).toEqual({ refused: expect.stringMatching(/cannot end before or on that day/) })
  expect(await here(tuesday, (work) => contractOf(work, 'plaza'))).toEqual(before)
  const none = await here(tuesday, (work) => endContract(work, 'plaza', END), organisationId('wieken'))
  expect(none).toEqual({ refused: expect.stringMatching(/no contract for plaza/) })
})

test('a supplier sees the contracts of every customer, a customer only its own', async () => {
  const customers = async (organisation: string) =>
    new Set((await here(tuesday, contractsOf, organisation)).map(({ customer }) => customer))
  expect(await customers(organisationId('supplier'))).toEqual(
    new Set(['vuurtoren', 'zeester', 'molen'].map((host) => organisationId(host as 'molen'))),
  )
  expect(await customers(school)).toEqual(new Set([school]))
  expect(await customers(organisationId('kompas'))).toEqual(new Set())
})

test('after its end a product reads only, and other products go on', async () => {
  const today = dayOf(door.front.parts.now())
  await here(today, (work) => withdrawNotice(work, 'plaza'))
  expect(await here(today, (work) => endContract(work, 'plaza', today))).toBe(null)
  const principal = await door.front.as(staffId('vuurtoren', 'Anouk Visser'), school)
  const [id] = await here(today, async ({ db }) =>
    (await db.selectFrom('must_read').select('id').execute()).map((row) => row.id),
  )
  expect((await principal.request('GET', urls.mustRead({ id: id! }))).status).toBe(200)
  const refused = await principal.post(urls.confirmMustRead({ id: id! }), { version: '1' })
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('geëindigd op')])
  await here(today, (work) => withdrawNotice(work, 'plaza'))
  expect((await principal.post(urls.confirmMustRead({ id: id! }), { version: '1' })).status).not.toBe(422)
})

test('two months after the end nothing of the product is left, and a certificate says so in the chain', async () => {
  const others = await rowsOf('must_read', organisationId('zeester'))
  expect(await rowsOf('must_read_reading')).toBeGreaterThan(0)
  const [news, pages] = [await rowsOf('news'), await rowsOf('site_page')]
  expect(await here(tuesday, (work) => endContract(work, 'plaza', END))).toBe(null)
  expect(await here(tuesday, (work) => endContract(work, 'plaza', END))).toBe(null)
  expect(await destroyOn('2027-03-30')).toEqual([])
  await here(GONE, (work) => holdContract(work, 'plaza', 'court'))
  expect(await destroyOn(GONE)).toMatchObject([{ product: 'plaza', state: 'held', rows: 0 }])
  expect(await rowsOf('must_read_reading')).toBeGreaterThan(0)
  await here(GONE, (work) => holdContract(work, 'plaza', null))
  expect(await destroyOn(GONE)).toMatchObject([{ product: 'plaza', state: 'destroyed', left: 0 }])
  for (const table of ['must_read', 'must_read_reading'] as const) expect(await rowsOf(table)).toBe(0)
  expect([await rowsOf('news'), await rowsOf('site_page')]).toEqual([news, pages])
  expect(await rowsOf('must_read', organisationId('zeester'))).toBe(others)
  expect(await destroyOn(GONE)).toEqual([])
  const late = await here(GONE, (work) => withdrawNotice(work, 'plaza'))
  expect(late).toEqual({ refused: expect.stringMatching(/is destroyed: too late/) })
  const { certificate } = (await here(GONE, (work) => contractOf(work, 'plaza')))!
  expect(certificate).toMatchObject({ product: 'plaza', endedOn: END, left: 0 })
  expect(certificate!.keys).toBeGreaterThan(0)
  const line = await here(GONE, ({ db }) =>
    db.selectFrom('audit_line').select('place').where('action', '=', 'contract-destroyed').executeTakeFirst(),
  )
  expect(line!.place).toContain(certificate!.hash)
  await here(GONE, chainWaiting)
  expect((await here(GONE, verifyChain)).broken).toBe(null)
})

test('broken off at any step it goes on where it was; there is no way back once something went', async () => {
  for (const product of ['portal', 'website', 'm365'] as const)
    expect(await here(tuesday, (work) => endContract(work, product, END))).toBe(null)
  const dying = (after: number) => {
    let left = after
    return destroyEnded((run) => {
      if (left-- === 0) throw new Error('killed')
      return here(GONE, run)
    })
  }
  const visitor = door.front.stranger('vuurtoren.localhost')
  const folder = await mkdtemp(join(tmpdir(), 'sites-'))
  const copied = async () => {
    await runTask(door.front, school, 'website-copy', {}, { files: door.front.parts.files, sitesFolder: folder })
    return readdir(join(folder, 'vuurtoren.localhost'))
  }
  expect(await copied()).toContain('index.html')
  await vi.waitFor(async () => expect((await visitor.get('/')).status).toBe(200))
  for (const after of [3, 6]) await expect(dying(after)).rejects.toThrow('killed')
  expect(await here(GONE, (work) => withdrawNotice(work, 'website'))).toEqual({
    refused: expect.stringMatching(/is destroying: too late/),
  })
  for (const after of [12, 21]) await expect(dying(after)).rejects.toThrow('killed')
  const ended = await destroyOn(GONE)
  expect(ended.map(({ left }) => left)).toEqual(ended.map(() => 0))
  for (const product of contractProducts)
    expect((await here(GONE, (work) => contractOf(work, product)))?.certificate).toMatchObject({ product, left: 0 })
  for (const table of ['news', 'message_thread', 'site_page'] as const) expect(await rowsOf(table)).toBe(0)
  // What strangers got stands in memory and in a copy on disk as well.
  await vi.waitFor(async () => expect((await visitor.get('/')).status).not.toBe(200))
  expect((await takeDue(door.front, new Date(`${GONE}T13:00:00Z`))).map(({ task }) => task)).toContain('website-copy')
  expect(await copied()).toEqual([])
  await rm(folder, { recursive: true })
})
