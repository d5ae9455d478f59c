import type { Context } from 'hono'
import type { Logger } from 'pino'
import { m365 } from '#products/m365/index.ts'
import { plaza } from '#products/plaza/index.ts'
import { portal } from '#products/portal/index.ts'
import { privacy } from '#products/privacy/index.ts'
import { school } from '#products/school/index.ts'
import { supplier } from '#products/supplier/index.ts'
import { website } from '#products/website/index.ts'
import type { WhoIs } from '#shared/access/identify.ts'
import type { Module } from '#shared/access/module.ts'
import type { Notifications } from '#shared/database/notifications.ts'
import type { FileStore } from '#shared/files/index.ts'
import type { Microsoft } from '#shared/identity/index.ts'
import type { IdentityParts } from '#shared/identity/sign-in.ts'
import type { Task } from '#shared/jobs/task.ts'
import type { Push } from '#shared/push/push.ts'
import type { Sites } from '#shared/tenancy/sites.ts'
import type { Ground, Work } from '#shared/tenancy/work.ts'
import type { KeyRing } from '#shared/vault/ring.ts'

/** What answers strangers before the application does. */
export type FrontParts = Ground & {
  readonly sites: Sites
  readonly notifications: Notifications
  readonly files: FileStore
  readonly log: Logger
  readonly behindProxy: boolean
}

/** What a product brings: its modules and tasks; one product tells who somebody is. */
export type Product = {
  readonly name: string
  readonly modules: readonly Module[]
  readonly whoIs?: WhoIs
  readonly tasks?: readonly Task[]
  /** What has to happen on a day before anybody sees it, also when the job of the night did not run. */
  readonly newDay?: (work: Work) => Promise<unknown>
  /** Modules that let browsers take notifications. */
  readonly forPush?: (push: Push) => readonly Module[]
  /** Answers a GET before any route does (published pages, from memory), and what no route knows. */
  readonly front?: (parts: FrontParts) => {
    readonly answer: (c: Context) => Promise<Response | undefined>
    readonly notFound: (c: Context) => Promise<Response | undefined>
    /** Stores what still waits in memory, when the process stops. */
    readonly close: () => Promise<void>
  }
  /** Modules that make accounts and sign people in. */
  readonly forAccounts?: (parts: IdentityParts) => readonly Module[]
  /** Modules and tasks that work in the organisation's tenant at Microsoft. */
  readonly forMicrosoft?: (cloud: Cloud) => { readonly modules: readonly Module[]; readonly tasks: readonly Task[] }
}

/** What it takes to work in a tenant: where Microsoft is, the keys, and how one waits when Microsoft says so. */
export type Cloud = {
  readonly ring: KeyRing
  readonly microsoft: Microsoft
  readonly pace: Pace
}
export type Pace = { readonly now: () => number; readonly wait: (milliseconds: number) => Promise<void> }

/** The product list; a product is a folder and a line here. */
export const products: readonly Product[] = [school, portal, plaza, m365, privacy, supplier, website]
