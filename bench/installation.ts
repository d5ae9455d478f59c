import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareDataFolder } from '#shared/data-folder.ts'
import { asOwner, migrate } from '#shared/database/migrate.ts'
import { openDatabase } from '#shared/database/open.ts'
import type { Connections } from '#shared/database/roles.ts'
import { prepareQueue } from '#shared/jobs/queue.ts'
import { loadSecrets } from '#shared/secrets.ts'
import { registerGeneration } from '#shared/vault/generation.ts'
import { KeyRing, ringPath } from '#shared/vault/ring.ts'

/** An installation without organisations on an embedded PostgreSQL of its own. */
export type Installation = {
  readonly dataDir: string
  readonly connections: Connections
  readonly ring: KeyRing
  /** Stops the server and throws the folder away. */
  readonly close: () => Promise<void>
}

/** Makes an installation in a temporary folder. */
export const openInstallation = async (): Promise<Installation> => {
  const dataDir = prepareDataFolder(mkdtempSync(join(tmpdir(), 'schoolplein-bench-')))
  const database = await openDatabase({ dataDir, databaseUrl: undefined }, loadSecrets(dataDir))
  const close = async () => {
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const { owner, app, jobs } = database.connections
    await prepareQueue(jobs, app.user!)
    await migrate(owner)
    const ring = KeyRing.open(ringPath(dataDir))
    await asOwner(owner, (client) => registerGeneration(client, ring))
    return { dataDir, connections: database.connections, ring, close }
  } catch (error) {
    await close()
    throw error
  }
}
