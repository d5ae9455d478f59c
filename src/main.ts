import { once } from 'node:events'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import pino from 'pino'

import { createFounding } from '#products/school/index.ts'
import { type Configuration, readConfiguration } from '#shared/configuration.ts'
import { prepareDataFolder } from '#shared/data-folder.ts'
import { asOwner, migrate } from '#shared/database/migrate.ts'
import { Notifications } from '#shared/database/notifications.ts'
import { openDatabase } from '#shared/database/open.ts'
import { createPool } from '#shared/database/pool.ts'
import { isThere, openFileStore } from '#shared/files/index.ts'
import { prepareQueue } from '#shared/jobs/queue.ts'
import { startWorker } from '#shared/jobs/worker.ts'
import { preferredLanguage } from '#shared/language/index.ts'
import { developmentMailbox, openMail } from '#shared/mail/index.ts'
import { OperatorError, reasonOf } from '#shared/operator-error.ts'
import { createPush, vapidKeys } from '#shared/push/push.ts'
import { loadSecrets } from '#shared/secrets.ts'
import { systemDns } from '#shared/tenancy/dns.ts'
import type { Ground } from '#shared/tenancy/work.ts'
import { keepEpochYoung } from '#shared/vault/epoch.ts'
import { registerGeneration } from '#shared/vault/generation.ts'
import { KeyMemory } from '#shared/vault/keys.ts'
import { KeyRing, ringPath } from '#shared/vault/ring.ts'
import { createApp } from './app.ts'
import { WRITE_DEMO, writeDemoApart, writeDemoAsTold } from './demo/apart.ts'
import { demoClock } from './demo/clock.ts'
import { demoGuide, demoParts, keepDemoAtToday, prepareDemo } from './demo/demo.ts'
import { serveDemoMicrosoft } from './demo/microsoft/demo-tenant.ts'

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

const languageOf = (request: Request) => preferredLanguage(request.headers.get('accept-language') ?? undefined, 'nl')

/** Puts the parts together in the order in which they need each other; `closing` gets what each has to do at the end. */
const start = async (configuration: Configuration, closing: Closing) => {
  const { dataDir, loopback, behindProxy } = configuration
  const print = (line: string) => console.log(line)
  const log = pino({ level: configuration.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  const secrets = loadSecrets(prepareDataFolder(dataDir))
  const database = await openDatabase(configuration, secrets, { log: (line) => log.debug({ database: line }) })
  closing.unshift(database.stop)
  const { owner, app, jobs } = database.connections
  await prepareQueue(jobs, app.user!)
  await migrate(owner)
  const ring = KeyRing.open(ringPath(dataDir))
  await asOwner(owner, (client) => registerGeneration(client, ring))

  const pool = createPool(app)
  closing.unshift(() => pool.end())
  const notifications = new Notifications(app)
  await notifications.start()
  closing.unshift(() => notifications.close())
  const real: Ground = { pool, ring, memory: new KeyMemory(), now: () => new Date() }
  const played: Ground = { ...real, now: demoClock(real.now), wall: real.now }
  const demo = await prepareDemo({
    ...configuration,
    owner,
    ground: played,
    print,
    write: (today) => writeDemoApart({ owner, app, ringPath: ring.path, today }),
  })
  const ground = demo ? played : real

  const mail = await openMail(process.env, loopback && !behindProxy, secrets.keep)
  closing.unshift(() => mail.close())
  if (mail.advice) print(mail.advice.en)
  const files = await openFileStore(process.env, dataDir)
  if (configuration.scanner && !(await isThere(configuration.scanner)))
    print('The virus scanner that CLAMAV names does not answer: uploaded files are refused until it does.')
  const push = createPush(
    await vapidKeys(secrets),
    `mailto:${process.env.MAIL_FROM ?? 'noreply@schoolplein.localhost'}`,
  )
  const founding = createFounding({ ...ground, owner, behindProxy, log })
  const practice = demo && loopback ? await serveDemoMicrosoft(configuration.port, ground) : undefined
  if (practice) closing.unshift(practice.close)
  const application = createApp({
    ...ground,
    notifications,
    log,
    files,
    scanner: configuration.scanner,
    push,
    behindProxy,
    authority: practice?.authority ?? configuration.authority,
    ...(demo ? demoParts(demo, configuration) : founding.parts),
  })
  closing.unshift(application.close)
  if (mail.development) application.hono.route('/', developmentMailbox(mail.development, languageOf))

  if (demo) {
    const stop = keepDemoAtToday(dataDir, ground)
    closing.unshift(async () => stop())
  }
  // The first visitor finds a connection open.
  await application.serving.sites.all()
  const server = await listen(application.hono.fetch, configuration)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : configuration.port
  const { sites } = application.serving
  const originOf = ({ host }: { host: string }) =>
    host.endsWith('localhost') ? `http://${host}:${port}` : `https://${host}`
  closing.unshift(
    await startWorker(
      {
        ...ground,
        jobs,
        sites,
        mailer: mail.mailer,
        files,
        scanner: configuration.scanner,
        push,
        dns: systemDns(),
        log,
        originOf,
        sitesFolder: join(dataDir, 'sites'),
      },
      application.tasks,
    ),
  )
  closing.unshift(keepEpochYoung({ owner, ring, now: real.now, log }))
  closing.unshift(() => closeServer(server))
  print(`Schoolplein: http://localhost:${port}`)
  if (demo) print(demoGuide(configuration, port))
  else if ((await sites.all()).size === 0)
    print(`Nothing is here yet. Open that page and type this code: ${founding.code}`)
  if (mail.development) print(`Mail that is sent here can be read at http://localhost:${port}/dev/mail`)
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

const run = async () => {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => (stopping ??= stop(0)))
  try {
    started = start(readConfiguration(process.env, process.argv.slice(2)), closing)
    await started
  } catch (error) {
    console.error(reasonOf(error))
    stopping ??= stop(1)
  }
}

await (process.argv[2] === WRITE_DEMO && process.send ? writeDemoAsTold() : run())
