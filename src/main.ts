import { once } from 'node:events'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { type Configuration, readConfiguration } from '#shared/configuration.ts'
import { prepareDataFolder } from '#shared/data-folder.ts'
import { migrate } from '#shared/database/migrate.ts'
import { openDatabase } from '#shared/database/open.ts'
import { createPool } from '#shared/database/pool.ts'
import { OperatorError, reasonOf } from '#shared/operator-error.ts'
import { loadSecrets } from '#shared/secrets.ts'

/** What a stop has to wait for, the last made first. */
type Closing = (() => Promise<unknown>)[]

/** Answers that are under way may end; after this many milliseconds what is still open (live pages) is cut. */
const DRAIN = 5_000

const closeServer = async (server: Server) => {
  const closed = once(server, 'close')
  server.close()
  setTimeout(() => server.closeAllConnections(), DRAIN).unref()
  await closed
}

const listen = async (fetch: Hono['fetch'], { port, host }: Configuration): Promise<Server> => {
  const server = serve({ fetch, port, hostname: host }) as Server
  try {
    await once(server, 'listening')
    return server
  } catch (error) {
    throw new OperatorError(
      `Nothing can listen on ${host}, port ${port} (${(error as Error).message}): choose another PORT.`,
    )
  }
}

/** Puts the parts together in the order in which they need each other; `closing` gets what each has to do at the end. */
const start = async (configuration: Configuration, closing: Closing) => {
  const secrets = loadSecrets(prepareDataFolder(configuration.dataDir))
  const database = await openDatabase(configuration, secrets)
  closing.unshift(database.stop)
  await migrate(database.connections.owner)
  const pool = createPool(database.connections.app)
  closing.unshift(() => pool.end())
  const app = new Hono().get('/healthz', (c) => c.text('ok'))
  const server = await listen(app.fetch, configuration)
  closing.unshift(() => closeServer(server))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : configuration.port
  console.log(`Schoolplein: http://localhost:${port}`)
  if (configuration.databaseUrl) return
  console.log(`Data: ${configuration.dataDir}, on an embedded PostgreSQL. A real installation sets DATABASE_URL.`)
}

const closing: Closing = []
let started: Promise<void> | undefined
let stopping: Promise<void> | undefined

/** Ends a start first, so that what it makes is closed too. */
const stop = async (exitCode: number) => {
  await started?.catch(() => {})
  let result = exitCode
  for (const close of closing) {
    await close().catch((error) => {
      console.error(reasonOf(error))
      result = 1
    })
  }
  process.exit(result)
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => (stopping ??= stop(0)))

try {
  started = start(readConfiguration(process.env, process.argv.slice(2)), closing)
  await started
} catch (error) {
  console.error(reasonOf(error))
  stopping ??= stop(1)
}
