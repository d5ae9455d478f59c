import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OperatorError } from '#shared/operator-error.ts'
import { loadSecrets } from '#shared/secrets.ts'
import { startEmbedded } from './embedded.ts'
import { openDatabase } from './open.ts'

const binaries = process.env.SCHOOLPLEIN_TEST_POSTGRES

let folder: string
let dataDir: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'schoolplein-'))
  dataDir = join(folder, 'data')
})
afterEach(() => rmSync(folder, { recursive: true }))

const whoAmI = async (connection: pg.ClientConfig) => {
  const client = new pg.Client(connection)
  await client.connect()
  const { rows } = await client.query('select current_user::text as role, current_database()::text as database')
  await client.end()
  return rows[0]
}

test('a server of DATABASE_URL is used as it is', async () => {
  const { admin, stop } = await startEmbedded(join(folder, 'server'), binaries ? { binaries } : {})
  const { host, user, password } = admin
  const parts = new URLSearchParams({ host, user, password })
  const opened = await openDatabase({ dataDir, databaseUrl: `postgres:///postgres?${parts}` }, loadSecrets(folder))
  expect(opened.started).toBe(false)
  expect(await whoAmI(opened.connections.app)).toEqual({ role: 'postgres_app', database: 'postgres' })
  await opened.stop()
  expect(await whoAmI(admin)).toEqual({ role: 'postgres', database: 'postgres' })
  await stop()
})

test('a server of DATABASE_URL that is not there is refused in a sentence without its password', async () => {
  const databaseUrl = 'postgres://postgres:geheim@/postgres?host=/nowhere'
  const refused = openDatabase({ dataDir, databaseUrl }, loadSecrets(folder))
  await expect(refused).rejects.toThrow(OperatorError)
  await expect(refused).rejects.toThrow(/^The server of DATABASE_URL cannot be used: (?!.*geheim).+\.$/)
})

test('a command opens the database beside a start, and does not stop it', async () => {
  const configuration = { dataDir, databaseUrl: undefined }
  const started = await openDatabase(configuration, loadSecrets(folder))
  const beside = await openDatabase(configuration, loadSecrets(folder), { beside: true })
  expect([started.started, beside.started]).toEqual([true, false])
  await beside.stop()
  expect(await whoAmI(started.connections.app)).toEqual({ role: 'schoolplein_app', database: 'schoolplein' })
  await started.stop()
  await expect(whoAmI(started.connections.app)).rejects.toThrow()
})
