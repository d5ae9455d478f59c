import { createPool } from '#shared/database/pool.ts'
import type { Ground } from '#shared/tenancy/work.ts'
import { KeyMemory } from '#shared/vault/keys.ts'
import { KeyRing, ringPath } from '#shared/vault/ring.ts'
import type { Context } from './command.ts'

/** Runs a command's work on what every piece of work stands on: the application's role, never more. */
export const withGround = async <T>(context: Context, work: (ground: Ground) => Promise<T>): Promise<T> => {
  const { connections } = await context.database()
  const pool = createPool(connections.app, 2)
  try {
    const ring = KeyRing.open(ringPath(context.configuration.dataDir))
    return await work({ pool, ring, memory: new KeyMemory(), now: () => new Date() })
  } finally {
    await pool.end()
  }
}
