import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Embedded, startEmbedded } from '#shared/database/embedded.ts'
import { migrate } from '#shared/database/migrate.ts'
import { createPool } from '#shared/database/pool.ts'
import { prepareRoles } from '#shared/database/roles.ts'
import { prepareQueue } from '#shared/jobs/queue.ts'
import { root } from '#shared/root.ts'
import { loadSecrets } from '#shared/secrets.ts'
// @ts-expect-error plain JavaScript, run by the build as it is
import { buildAssets } from '#shared/ui/build-assets.mjs'
import { KeyRing } from '#shared/vault/ring.ts'
import { asSuperuser, TEMPLATE, type TestServer } from './server.ts'
import { makeWorld } from './world.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    server: TestServer
    /** The files for the browser, built for this run. */
    assets: string
  }
}

/**
 * One PostgreSQL for the whole run, in a folder that goes afterwards: the packaged one, or the binaries that
 * `SCHOOLPLEIN_TEST_POSTGRES` names. A template database holds the migrated schema and the test world; each test file
 * works on a copy of it.
 */
export default async function setup(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), 'schoolplein-test-'))
  const binaries = process.env.SCHOOLPLEIN_TEST_POSTGRES
  await buildAssets(root, join(dataDir, 'public'))
  project.provide('assets', join(dataDir, 'public'))
  const embedded = await startEmbedded(dataDir, binaries ? { binaries } : {})
  const stop = async () => {
    await embedded.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    project.provide('server', await prepare(embedded, dataDir))
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

const prepare = async ({ admin, version }: Embedded, dataDir: string): Promise<TestServer> => {
  await asSuperuser(admin, (client) => client.query(`create database ${TEMPLATE}`))
  const roles = await prepareRoles({ ...admin, database: TEMPLATE }, loadSecrets(dataDir))
  await prepareQueue(roles.jobs, roles.app.user!)
  await migrate(roles.owner)
  const ringPath = join(dataDir, 'keys/ring.json')
  const pool = createPool(roles.app, 4)
  await makeWorld(roles.owner, { pool, ring: KeyRing.open(ringPath), now: () => new Date() })
  await pool.end()
  return { ...roles, ringPath, admin, version }
}
