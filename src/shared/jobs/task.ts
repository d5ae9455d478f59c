import type { FileStore, Scanner } from '#shared/files/index.ts'
import type { Mailer } from '#shared/mail/index.ts'
import type { Push } from '#shared/push/push.ts'
import type { Dns } from '#shared/tenancy/dns.ts'
import type { Work } from '#shared/tenancy/work.ts'

/** A job as its task sees it. */
export type Job<Data> = {
  /** The same at every attempt: what goes outside uses it so that a second attempt does not double. */
  readonly id: string
  readonly data: Data
  /** Runs queries in a transaction of the organisation the job was added for. Outside work stays outside of it. */
  readonly inOrganisation: <T>(run: (work: Work) => Promise<T>) => Promise<T>
  readonly mailer: Mailer
  readonly files: FileStore
  /** Looks at what came in before it is read; none where the operator set none up. */
  readonly scanner?: Scanner | undefined
  readonly dns: Dns
  readonly push: Push
  /** Where complete copies of public sites are written for other web servers; nowhere in a test, unless it says so. */
  readonly sitesFolder?: string
  /** The address of the organisation's main host, for links in mails. */
  readonly origin: string
  readonly organisationName: string
}

/** Work outside a request: slow, or outside. Its data are ids; it is tried again until it does not throw. */
export type Task = {
  readonly name: string
  readonly run: (job: Job<never>) => Promise<void>
  /** A schedule in cron's terms: the task is then added for every organisation at those times. */
  readonly every?: string
}

/** Declares a task; `Data` is what was given to `work.enqueue`, ids only. */
export const task = <Data>(name: string, run: (job: Job<Data>) => Promise<void>, every?: string): Task => ({
  name,
  run: run as Task['run'],
  ...(every ? { every } : {}),
})
