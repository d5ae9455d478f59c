import { fork } from 'node:child_process'
import { once } from 'node:events'
import { dirname } from 'node:path'
import type pg from 'pg'
import type { OwnerConnection } from '#shared/database/migrate.ts'
import { createPool } from '#shared/database/pool.ts'
import { openFileStore } from '#shared/files/index.ts'
import { OperatorError } from '#shared/operator-error.ts'
import { KeyMemory } from '#shared/vault/keys.ts'
import { KeyRing } from '#shared/vault/ring.ts'
import { demoClock } from './clock.ts'
import { writeDemoWorld } from './write.ts'

/** The word on the command line that makes this program write the demo world and end. */
export const WRITE_DEMO = 'write-demo'

type Order = {
  readonly owner: OwnerConnection
  readonly app: pg.ClientConfig
  readonly ringPath: string
  readonly today: string
}

/**
 * Writes the demo world in a process of its own: what that takes in memory, this one would never give back. Refuses in one
 * sentence when the other process failed; it has said why by then.
 */
export const writeDemoApart = async (order: Order): Promise<void> => {
  const child = fork(process.argv[1]!, [WRITE_DEMO], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.send(order)
  const [code] = await once(child, 'exit')
  if (code !== 0)
    throw new OperatorError('The demo world could not be made: start again, or throw the data away first.')
}

/** In that process: writes what it is told to and ends. */
export const writeDemoAsTold = async (): Promise<void> => {
  const [told] = await once(process, 'message')
  const { owner, app, ringPath, today } = told as Order
  const pool = createPool(app)
  const ring = KeyRing.open(ringPath)
  const files = await openFileStore(process.env, dirname(dirname(ringPath)))
  await writeDemoWorld(owner, { pool, ring, memory: new KeyMemory(), now: demoClock(() => new Date()) }, today, files)
  await pool.end()
  process.disconnect?.()
}
