import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type pg from 'pg'
import pino from 'pino'
import { Notifications } from '#shared/database/notifications.ts'
import { createPool } from '#shared/database/pool.ts'
import { openFileStore } from '#shared/files/index.ts'
import { createPush, vapidKeys } from '#shared/push/push.ts'
import { loadSecrets } from '#shared/secrets.ts'
import { KeyMemory } from '#shared/vault/keys.ts'
import { KeyRing } from '#shared/vault/ring.ts'
import { createApp } from '#src/app.ts'
import { serveRaw } from './raw.ts'
import { serveReference } from './reference/server.ts'
import { MORNING } from './school.ts'
import type { World } from './world.ts'

export type Kind = 'raw' | 'reference' | 'ours'

/** What a server's process is told: which one it is, and where the world lies. */
type Order = { readonly kind: Kind; readonly app: pg.ClientConfig; readonly ringPath: string; readonly dataDir: string }

/** The word on the command line that makes this program a server. */
export const SERVE = 'serve'

const now = () => MORNING

/** The application as main.ts serves it. */
const serveOurs = async ({ app, ringPath, dataDir }: Order): Promise<number> => {
  const notifications = new Notifications(app)
  await notifications.start()
  const { hono } = createApp({
    pool: createPool(app),
    ring: KeyRing.open(ringPath),
    memory: new KeyMemory(),
    now,
    notifications,
    log: pino({ level: 'warn', base: null, timestamp: pino.stdTimeFunctions.isoTime }),
    files: await openFileStore({}, dataDir),
    push: createPush(await vapidKeys(loadSecrets(dataDir)), 'mailto:bench@schoolplein.localhost'),
    behindProxy: false,
  })
  const server = serve({ fetch: hono.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const portOf = (order: Order): Promise<number> => {
  if (order.kind === 'raw') return serveRaw()
  if (order.kind === 'ours') return serveOurs(order)
  return serveReference({ app: order.app, ring: KeyRing.open(order.ringPath), now })
}

/** In a server's process: serves what it is told to, answers the port, and ends with the process that asked. */
export const serveAsTold = (): void => {
  process.once('message', async (order) => {
    process.send!(await portOf(order as Order))
  })
  process.once('disconnect', () => process.exit())
}

/** A server in a process of its own, which ends when it is disposed of. */
export type Serving = AsyncDisposable & { readonly port: number; readonly pid: number }

/** Starts a server of the world in a process of its own; what it says goes to standard error. */
export const startServer = async (
  kind: Kind,
  { connections, ring, dataDir }: Pick<World, 'connections' | 'ring' | 'dataDir'>,
): Promise<Serving> => {
  const child = fork(process.argv[1]!, [SERVE], { stdio: ['ignore', 2, 2, 'ipc'] })
  const ended = once(child, 'exit')
  const order: Order = { kind, app: connections.app, ringPath: ring.path, dataDir }
  child.send(order)
  const [port] = await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new Error(`The server "${kind}" ended before it served`))),
  ])
  const stop = async () => {
    child.disconnect()
    await ended
  }
  return { port: port as number, pid: child.pid!, [Symbol.asyncDispose]: stop }
}
