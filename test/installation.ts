import { adminOf } from '#shared/backup/restore.ts'
import { asOwner, migrate } from '#shared/database/migrate.ts'
import { openDatabase } from '#shared/database/open.ts'
import { prepareQueue } from '#shared/jobs/queue.ts'
import { loadSecrets } from '#shared/secrets.ts'
import { registerGeneration } from '#shared/vault/generation.ts'
import { KeyRing, ringPath } from '#shared/vault/ring.ts'
import type { TestServer } from './server.ts'

/** A data directory of its own with its own PostgreSQL running, opened as `bin/start` does. */
export type Installation = { readonly server: TestServer; readonly dataDir: string; readonly stop: () => Promise<void> }

/** Opens the installation of a data directory; makes it where there is none. `log` gets what PostgreSQL says. */
export const openInstallation = async (
  dataDir: string,
  log: (line: string) => void = () => {},
): Promise<Installation> => {
  const { connections, stop } = await openDatabase({ dataDir, databaseUrl: undefined }, loadSecrets(dataDir), { log })
  await prepareQueue(connections.jobs, connections.app.user!)
  await migrate(connections.owner)
  const ring = KeyRing.open(ringPath(dataDir))
  await asOwner(connections.owner, (client) => registerGeneration(client, ring))
  const server = { ...connections, ringPath: ring.path, version: '', admin: adminOf(connections.owner) }
  return { server, dataDir, stop }
}
