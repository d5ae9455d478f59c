import { randomUUID } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personRecord } from '#products/school/people/personal-data.ts'
import { chainWaiting } from '#shared/audit/chain.ts'
import { verifyChain } from '#shared/audit/verify.ts'
import { createBackup } from '#shared/backup/create.ts'
import { writeFolder } from '#shared/backup/folder.ts'
import { restoreBackup } from '#shared/backup/restore.ts'
import { createPool } from '#shared/database/pool.ts'
import { FileMissing } from '#shared/files/index.ts'
import { localStore } from '#shared/files/local-store.ts'
import { OperatorError } from '#shared/operator-error.ts'
import { reading } from '#shared/vault/opening.ts'
import { KeyRing, ringPath } from '#shared/vault/ring.ts'
import { rotate } from '#shared/vault/rotation.ts'
import { urls } from '#src/urls.ts'
import { type Browser, FrontDoor } from './front-door.ts'
import { type Installation, openInstallation } from './installation.ts'
import { readSealed, storeSealed } from './sealed-files.ts'
import { asSuperuser } from './server.ts'
import { addressOf, makeWorld, PASSWORD, world } from './world.ts'

const { zuri, mila, tobi } = world.pupils
const { ngozi, fenna } = world.guardians
const organisation = world.vuurtoren

const folder = mkdtempSync(join(tmpdir(), 'schoolplein-backup-'))
const path = (name: string) => join(folder, name)
const filesOf = (dataDir: string) => localStore(join(dataDir, 'files'))
const newest = (keys: string) => join(keys, readdirSync(keys).sort().at(-1)!)

const backUp = async ({ server, dataDir }: Installation, to: string, keys: string | undefined) =>
  createBackup({ admin: server.admin, dataDir, files: await filesOf(dataDir) }, to, keys)
const restore = (from: string, keys: string, dataDir: string) => restoreBackup(from, keys, dataDir, filesOf)

const fileOf = {
  zuri: { organisation, subject: zuri, file: randomUUID() },
  mila: { organisation, subject: mila, file: randomUUID() },
}

const namesIn = (door: FrontDoor, people: readonly string[]) =>
  door.within(organisation, async (work) => {
    const rows = await work.db.selectFrom('person').select(['id', 'record']).where('id', 'in', people).execute()
    return (await work.open(rows, { record: reading(personRecord, 'id', 'givenName') })).map(
      (row) => row.record.givenName,
    )
  })

const signIn = async (browser: Browser, key: string) =>
  browser.post(urls.signIn(), { address: addressOf(key), password: PASSWORD })

let living: Installation
let door: FrontDoor
let oldCookie: string
let oldSecrets: string[]

beforeAll(async () => {
  living = await openInstallation(path('living'))
  const pool = createPool(living.server.app, 4)
  await makeWorld(living.server.owner, { pool, ring: KeyRing.open(living.server.ringPath), now: () => new Date() })
  await pool.end()
  door = await FrontDoor.open(living)
  const files = await filesOf(living.dataDir)
  for (const file of Object.values(fileOf)) await storeSealed(door, files, file, 'Fotoq')
  const browser = await door.as(fenna, organisation)
  oldCookie = browser.cookie
  await browser.get(urls.home())
  await door.within(organisation, async (work) => {
    const { id } = await work.db
      .selectFrom('guardianship')
      .select('id')
      .where('pupil_id', '=', mila)
      .limit(1)
      .executeTakeFirstOrThrow()
    await work.db
      .insertInto('guardianship_restriction')
      .values({
        guardianship_id: id,
        kind: 'no-contact',
        from_on: '2020-01-01',
        evidence_seen_by: world.staff.anouk,
        evidence_seen_on: '2020-01-01',
      })
      .execute()
    await work.audit('did', 'test', [zuri])
  })
  await door.within(organisation, chainWaiting)

  await backUp(living, path('before'), path('keys'))
  cpSync(path('keys'), path('keys-before'), { recursive: true })
  oldSecrets = await secretsIn(living)

  await door.within(organisation, async (work) => {
    await work.destroyKey(zuri)
    await work.db.deleteFrom('person').where('id', '=', zuri).execute()
    await work.destroyKey(world.staff.anouk)
  })
  await asSuperuser(living.server.admin, async (client) => {
    await client.query(
      `delete from account using account_person p where p.account_id = account.id and p.person_id = $1`,
      [ngozi],
    )
  })
  await backUp(living, path('after'), path('keys'))
}, 120_000)
afterAll(async () => {
  await door.close()
  await living.stop()
  rmSync(folder, { recursive: true })
})

/** Everything that may stand in no backup of data: wrapped keys, the ring's keys, passwords of roles. */
const secretsIn = async ({ server, dataDir }: Installation): Promise<string[]> => {
  const wrapped = await asSuperuser(server.admin, async (client) => {
    const { rows } = await client.query(
      `select wrapped from vault_key where wrapped is not null union all select wrapped from account_key`,
    )
    return rows.map((row) => row.wrapped as string)
  })
  const strings = (file: string) => [...readFileSync(file, 'utf8').matchAll(/[\w+/]{40,}=/g)].map(([match]) => match)
  return [...wrapped, ...strings(ringPath(dataDir)), ...strings(join(dataDir, 'secrets.json'))]
}

const contents = (place: string) =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    .map((bytes) => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1'))
    .join('\n')

describe('a backup', () => {
  test('holds no key, and its folder of keys holds the newest copy alone', () => {
    const data = contents(path('before'))
    expect(data).toContain(mila)
    expect(oldSecrets.length).toBeGreaterThan(30)
    expect(oldSecrets.filter((secret) => data.includes(secret))).toEqual([])
    const keys = contents(path('keys-before'))
    expect(oldSecrets.filter((secret) => !keys.includes(secret))).toEqual([])
    expect(readdirSync(path('keys'))).toHaveLength(1)
  })

  test('is never written over something', async () => {
    await expect(backUp(living, path('before'), undefined)).rejects.toThrow(/is not empty/)
    await expect(backUp(living, path('elsewhere'), path('before'))).rejects.toThrow(/holds something else/)
    expect(existsSync(path('elsewhere'))).toBe(false)
    expect(existsSync(path('elsewhere.new'))).toBe(false)
  })
})

describe('restored', () => {
  let restored: Installation
  let front: FrontDoor

  beforeAll(async () => {
    const said = await restore(path('before'), path('keys'), path('restored'))
    expect(said.files).toBe(1)
    expect(said.erased.unreadable).toBe(1)
    restored = await openInstallation(path('restored'))
    front = await FrontDoor.open(restored)
  }, 60_000)
  afterAll(async () => {
    await front?.close()
    await restored?.stop()
  })

  test('it serves and signs people in with their passwords; sessions of before are over', async () => {
    const browser = front.stranger()
    expect((await signIn(browser, 'fenna')).status).toBe(303)
    expect(await browser.text(urls.me())).toContain('Fennaq Yıldızq')
    const old = front.stranger()
    old.cookie = oldCookie
    expect((await old.get(urls.me())).status).toBe(303)
    expect(await readSealed(front, await filesOf(restored.dataDir), fileOf.mila)).toBe('Fotoq')
  })

  test('a person erased since is gone, with everything that hangs on it', async () => {
    expect(await namesIn(front, [zuri, tobi, mila])).toEqual(expect.arrayContaining(['Tobiq', 'Milaq']))
    const left = await front.within(organisation, async (work) => ({
      people: await work.db.selectFrom('person').select('id').where('id', '=', zuri).execute(),
      guardianships: await work.db.selectFrom('guardianship').select('id').where('pupil_id', '=', zuri).execute(),
      groups: await work.db.selectFrom('group_pupil').select('group_id').where('pupil_id', '=', zuri).execute(),
      files: await work.db.selectFrom('file').select('id').where('subject_id', '=', zuri).execute(),
    }))
    expect(left).toEqual({ people: [], guardianships: [], groups: [], files: [] })
    await expect(readSealed(front, await filesOf(restored.dataDir), fileOf.zuri)).rejects.toThrow(FileMissing)
    const refused = await signIn(front.stranger(), 'ngozi')
    expect(refused.status).toBe(422)
  })

  test('what refers to an erased colleague stays: the restriction stands, the name is unreadable', async () => {
    expect(await namesIn(front, [world.staff.anouk])).toEqual([])
    const restrictions = await front.within(organisation, (work) =>
      work.db.selectFrom('guardianship_restriction').select('evidence_seen_by').execute(),
    )
    expect(restrictions).toEqual([{ evidence_seen_by: world.staff.anouk }])
  })

  test('the log verifies', async () => {
    expect(await front.within(organisation, verifyChain)).toMatchObject({ broken: null })
  })
})

describe('refused in one sentence, and nothing changes', () => {
  const refused = async (from: string, keys: string, sentence: RegExp) => {
    const target = path(`target-${randomUUID()}`)
    const restoring = restore(from, keys, target)
    await expect(restoring).rejects.toThrow(OperatorError)
    await expect(restoring).rejects.toThrow(sentence)
    expect(existsSync(target) ? readdirSync(target).filter((name) => name !== 'lock') : []).toEqual([])
  }

  const flip = (file: string) => {
    const bytes = readFileSync(file)
    const middle = bytes.length >> 1
    bytes[middle] = bytes[middle]! ^ 1
    writeFileSync(file, bytes)
  }

  test.each(['manifest.json', 'tables/person.copy.gz', 'SHA256SUMS'])('a byte that differs in %s', async (file) => {
    const damaged = path(`damaged-${randomUUID()}`)
    cpSync(path('after'), damaged, { recursive: true })
    flip(join(damaged, file))
    await refused(damaged, path('keys'), /is damaged: /)
  })

  test('a file less, a file more, no sums', async () => {
    const damaged = path('damaged')
    cpSync(path('after'), damaged, { recursive: true })
    rmSync(join(damaged, 'tables/person.copy.gz'))
    await refused(damaged, path('keys'), /tables\/person\.copy\.gz is missing/)
    copyFileSync(join(path('after'), 'tables/person.copy.gz'), join(damaged, 'tables/person.copy.gz'))
    writeFileSync(join(damaged, 'more'), '')
    await refused(damaged, path('keys'), /more does not belong to it/)
    rmSync(join(damaged, 'SHA256SUMS'))
    await refused(damaged, path('keys'), /holds no whole backup/)
  })

  test('damaged keys, and keys older than the data', async () => {
    cpSync(path('keys'), path('damaged-keys'), { recursive: true })
    flip(join(newest(path('damaged-keys')), 'keys/ring.json'))
    await refused(path('after'), path('damaged-keys'), /keys\/ring\.json was changed/)
    await refused(path('after'), path('keys-before'), /are older than the backup/)
    await refused(path('after'), path('after'), /holds no copy of keys/)
    await refused(newest(path('keys')), path('keys'), /holds no backup of data/)
  })

  test('a data directory that is used or in use', async () => {
    await expect(restore(path('after'), path('keys'), living.dataDir)).rejects.toThrow(
      /is in use by another Schoolplein/,
    )
    const occupied = path('occupied')
    cpSync(join(living.dataDir, 'keys'), join(occupied, 'keys'), { recursive: true })
    await expect(restore(path('after'), path('keys'), occupied)).rejects.toThrow(/holds an installation already/)
    expect(readdirSync(join(occupied, 'keys'))).toEqual(readdirSync(join(living.dataDir, 'keys')))
  })
})

test('after a rotation, wrapped keys of before open under the newest ring neither', { timeout: 120_000 }, async () => {
  await rotate(living.server.owner, KeyRing.open(living.server.ringPath), { epoch: true })
  await backUp(living, path('rotated'), path('keys'))
  const mixed = path('mixed')
  await writeFolder(join(mixed, '2999-01-01T00-00-00-000Z'), async (aside) => {
    cpSync(newest(path('keys-before')), aside, { recursive: true })
    rmSync(join(aside, 'SHA256SUMS'))
    copyFileSync(join(newest(path('keys')), 'keys/ring.json'), join(aside, 'keys/ring.json'))
  })
  await expect(restore(path('before'), mixed, path('never'))).rejects.toThrow(/is not the newest one of this database/)
  const said = await restore(path('before'), path('keys'), path('again'))
  expect(said.erased.unreadable).toBe(1)
})
