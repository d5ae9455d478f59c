import { portal } from '#products/portal/index.ts'
import { privacy } from '#products/privacy/index.ts'
import { school } from '#products/school/index.ts'
import { website } from '#products/website/index.ts'
import type { WhoIs } from '#shared/access/identify.ts'
import type { Module } from '#shared/access/module.ts'
import type { IdentityParts } from '#shared/identity/sign-in.ts'
import type { Task } from '#shared/jobs/task.ts'
import type { Push } from '#shared/push/push.ts'
import type { Work } from '#shared/tenancy/work.ts'

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
  /** Modules that make accounts and sign people in. */
  readonly forAccounts?: (parts: IdentityParts) => readonly Module[]
}

/** The product list; a product is a folder and a line here. */
export const products: readonly Product[] = [school, website, portal, privacy]
