import { type CronItem, type Task as GraphileTask, Logger, parseCronItems, run } from 'graphile-worker'
import pg from 'pg'
import type { Logger as Log } from 'pino'
import type { FileStore, Scanner } from '#shared/files/index.ts'
import { type Mailer, MailRefused } from '#shared/mail/index.ts'
import type { Push } from '#shared/push/push.ts'
import type { Dns } from '#shared/tenancy/dns.ts'
import type { Site, Sites } from '#shared/tenancy/sites.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Ground } from '#shared/tenancy/work.ts'
import { givingBackOnce } from './rest.ts'
import type { Job, Task } from './task.ts'

export type WorkerParts = Ground & {
  readonly jobs: pg.ClientConfig
  readonly sites: Sites
  readonly mailer: Mailer
  readonly files: FileStore
  readonly scanner?: Scanner | undefined
  readonly dns: Dns
  readonly push: Push
  readonly log: Log
  readonly originOf: (site: Site) => string
  /** Where complete copies of public sites are written. */
  readonly sitesFolder?: string
}

type Payload = { readonly organisation?: string; readonly data?: unknown }

/** Runs one job of a task for its organisation. */
const perform = async (parts: WorkerParts, task: Task, id: string, { organisation, data }: Payload): Promise<void> => {
  const site = [...(await parts.sites.all()).values()].find((one) => one.id === organisation && one.host === one.main)
  if (!site) return
  const job: Job<unknown> = {
    id,
    data,
    inOrganisation: (work) => asSystem(parts, site.id, `job ${task.name}`, work),
    mailer: parts.mailer,
    files: parts.files,
    scanner: parts.scanner,
    dns: parts.dns,
    push: parts.push,
    ...(parts.sitesFolder ? { sitesFolder: parts.sitesFolder } : {}),
    origin: parts.originOf(site),
    organisationName: site.name,
  }
  try {
    await task.run(job as Job<never>)
  } catch (error) {
    // Trying again would be refused again: the address does not exist, or is none.
    if (!(error instanceof MailRefused)) throw error
    parts.log.warn({ task: task.name, job: id }, 'mail refused')
  }
}

/**
 * Starts the worker. It signs in as the role that owns the queue and can read nothing else; tasks open ordinary
 * transactions on the application's pool. A scheduled task runs once per organisation. Answers how to stop it: jobs
 * under way end first.
 */
export const startWorker = async (parts: WorkerParts, tasks: readonly Task[]): Promise<() => Promise<void>> => {
  const pool = new pg.Pool({ ...parts.jobs, max: 3 })
  // A connection that breaks is replaced; the worker asks for these listeners.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const everywhere = async (task: Task, id: string) => {
    const sites = new Set([...(await parts.sites.all()).values()].map((site) => site.id))
    for (const organisation of sites) await perform(parts, task, `${id}:${organisation}`, { organisation })
  }
  const list = tasks.map((task): [string, GraphileTask] => [
    task.name,
    async (payload, helpers) => {
      const given = (payload ?? {}) as Payload
      if (given.organisation) await perform(parts, task, helpers.job.id, given)
      else await everywhere(task, helpers.job.id)
    },
  ])
  const cron: CronItem[] = tasks
    .filter((task) => task.every)
    .map((task) => ({ task: task.name, match: task.every!, identifier: task.name }))
  const logger = new Logger(() => (level, _message, meta) => {
    if (level === 'error')
      parts.log.error(
        { job: meta?.job && (meta as { job: { task_identifier: string } }).job.task_identifier },
        'job failed',
      )
  })
  const runner = await run({
    pgPool: pool,
    taskList: Object.fromEntries(list),
    parsedCronItems: parseCronItems(cron),
    concurrency: 2,
    noHandleSignals: true,
    logger,
  })
  const rest = givingBackOnce()
  runner.events.on('job:complete', rest.worked)
  return async () => {
    rest.leaveOff()
    await runner.stop()
    await pool.end()
  }
}
