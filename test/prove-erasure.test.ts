import { execFile, execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Proof } from '#shared/backup/prove-erasure.ts'
import { createPool } from '#shared/database/pool.ts'
import type { FileStore } from '#shared/files/index.ts'
import { localStore } from '#shared/files/local-store.ts'
import { erasePerson } from '#shared/retention/erase.ts'
import { root } from '#shared/root.ts'
import { KeyRing } from '#shared/vault/ring.ts'
import { rotate } from '#shared/vault/rotation.ts'
import { FrontDoor } from './front-door.ts'
import { type Installation, openInstallation } from './installation.ts'
import { storeSealed } from './sealed-files.ts'
import { makeWorld, world } from './world.ts'

const { vuurtoren, guardians, pupils } = world
const { kofi, fenna } = guardians
const dataDir = mkdtempSync(join(tmpdir(), 'schoolplein-proof-'))
const folder = mkdtempSync(join(tmpdir(), 'schoolplein-proof-backups-'))
const path = (name: string) => join(folder, name)

let installation: Installation
let door: FrontDoor
let files: FileStore
const letter = randomUUID()

const command = (...args: string[]): Promise<{ code: number; out: string; error: string }> =>
  new Promise((resolve) => {
    const { DATABASE_URL: _, ...rest } = process.env
    const env = { ...rest, DATA_DIR: dataDir }
    execFile(process.execPath, [join(root, 'dist/cli.js'), ...args], { env }, (failure, out, error) =>
      resolve({ code: failure ? Number(failure.code) : 0, out, error }),
    )
  })
const backUp = async (name: string) => {
  const { code, error } = await command('backup', 'create', '--to', path(name), '--keys', path('keys'))
  if (code !== 0) throw new Error(error)
  cpSync(path('keys'), path(`${name}-keys`), { recursive: true })
}
const prove = async (person: string, backup: string, ...more: string[]): Promise<Proof & { code: number }> => {
  const { code, out, error } = await command(
    'privacy',
    'prove-erasure',
    '--person',
    person,
    '--backup',
    path(backup),
    '--json',
    ...more,
  )
  if (!out) throw new Error(error)
  return { code, ...JSON.parse(out) }
}
const renewEpoch = () => rotate(installation.server.owner, KeyRing.open(installation.server.ringPath), { epoch: true })
const erase = (person: string) => door.within(vuurtoren, (work) => erasePerson(work, person, { because: 'request' }))

beforeAll(async () => {
  execFileSync(join(root, 'bin/schoolplein'), ['--help'])
  installation = await openInstallation(dataDir)
  const pool = createPool(installation.server.app, 4)
  const { owner, ringPath } = installation.server
  await makeWorld(owner, { pool, ring: KeyRing.open(ringPath), now: () => new Date() })
  await pool.end()
  files = await localStore(join(dataDir, 'files'))
  door = await FrontDoor.open(installation, { files })
  await storeSealed(door, files, { organisation: vuurtoren, subject: kofi, file: letter }, 'Briefq')
  await backUp('epoch-before')
  await renewEpoch()
  await backUp('within-epoch')
}, 120_000)
afterAll(async () => {
  await door?.close()
  await installation?.stop()
  for (const one of [dataDir, folder]) rmSync(one, { recursive: true, force: true, maxRetries: 10 })
})

test('of somebody who was not erased everything opens: exit code 1, and it says what', async () => {
  const proof = await prove(kofi, 'within-epoch')
  expect(proof).toMatchObject({ code: 1, proven: false, erasedOn: null, unreadable: 0, files: { opens: 1 } })
  expect(proof.opens).toEqual(expect.arrayContaining([{ table: 'person', column: 'record', values: 1 }]))
})

describe('erased', () => {
  beforeAll(async () => {
    expect(await erase(kofi)).toMatchObject({ outcome: 'erased', account: 'erased', files: 1 })
    expect(await erase(fenna)).toMatchObject({ outcome: 'erased', account: 'stays' })
  })

  test.each([
    'epoch-before',
    'within-epoch',
  ])('nothing opens in the backup %s; what remains is listed', async (backup) => {
    const proof = await prove(kofi, backup)
    expect(proof).toMatchObject({ code: 0, proven: true, opens: [], files: { opens: 0, unreadable: 1 } })
    expect(proof.unreadable).toBeGreaterThanOrEqual(2)
    const tables = new Map(proof.remains.map((one) => [one.table, one]))
    expect(tables.get('person')).toMatchObject({ rows: 1, unsealed: expect.arrayContaining(['id', 'state']) })
    expect(tables.get('guardianship')).toMatchObject({ rows: 2, from: '2020-01-01', underAnothersKey: 2 })
    expect(tables.get('account')?.hashed).toEqual(['address_hash'])
    expect(tables.get('password')).toMatchObject({ rows: 1, hashed: ['hash'] })
  })

  test('an account that lives on for another school is not theirs alone: it is left out', async () => {
    const proof = await prove(fenna, 'within-epoch')
    expect(proof).toMatchObject({ code: 0, proven: true })
    expect(proof.remains.map(({ table }) => table)).not.toContain('password')
  })

  test('a copy of the keys of back then opens it until the epoch key is renewed, and it says until when', async () => {
    const latest = new Date(Date.now() + 35 * 86_400_000).toISOString().slice(0, 10)
    const within = await prove(kofi, 'within-epoch', '--keys', path('within-epoch-keys'))
    expect(within).toMatchObject({ code: 1, proven: false, olderKeysUntil: latest })
    expect(within.opens).toEqual(expect.arrayContaining([{ table: 'person', column: 'record', values: 1 }]))
    const older = await prove(kofi, 'epoch-before', '--keys', path('epoch-before-keys'))
    expect(older).toMatchObject({ code: 0, proven: true })
    await renewEpoch()
    const renewed = await prove(kofi, 'within-epoch', '--keys', path('within-epoch-keys'))
    expect(renewed).toMatchObject({ code: 0, proven: true, olderKeysUntil: null })
  })

  test('a backup from after the erasure holds numbers only', async () => {
    // As the worker does.
    await files.remove(letter)
    await backUp('after')
    const proof = await prove(kofi, 'after')
    expect(proof).toMatchObject({ code: 0, proven: true, unreadable: 0, files: { unreadable: 0 } })
    expect(proof.remains.map(({ table }) => table)).toEqual(['audit_line'])
    const words = await command('privacy', 'prove-erasure', '--person', kofi, '--backup', path('after'))
    expect(words.out).toContain('PROVEN: nothing sealed of this person opens.')
  })
})

test.each([
  [['--person', pupils.mila], 2, /Usage:/],
  [['--person', 'kofi', '--backup', path('within-epoch')], 1, /a uuid/],
  [['--person', randomUUID(), '--backup', path('within-epoch')], 1, /knows anybody with that id/],
  [['--person', pupils.mila, '--backup', path('nothing')], 1, /holds no whole backup/],
  [['--person', pupils.mila, '--backup', path('damaged')], 1, /is damaged/],
])('%j is refused', async (args, code, words) => {
  cpSync(path('within-epoch'), path('damaged'), { recursive: true })
  writeFileSync(join(path('damaged'), 'tables/person.copy.gz'), 'q')
  const refused = await command('privacy', 'prove-erasure', ...args)
  expect(refused.code).toBe(code)
  expect(refused.error).toMatch(words)
})
