import { setTimeout as wait } from 'node:timers/promises'
import { Hono } from 'hono'
import type { Logger } from 'pino'
import { refusingAfterEnd } from '#products/supplier/index.ts'
import { live } from '#shared/access/live.ts'
import type { Module, Route } from '#shared/access/module.ts'
import { everyNewDay } from '#shared/access/new-day.ts'
import { offering } from '#shared/access/offer.ts'
import { type Serving, serve } from '#shared/access/serve.ts'
import { auditTasks } from '#shared/audit/jobs.ts'
import type { Notifications } from '#shared/database/notifications.ts'
import type { FileStore } from '#shared/files/index.ts'
import { removeFilesTask } from '#shared/files/jobs.ts'
import { orphanTask } from '#shared/files/orphans.ts'
import { type Authority, identity, identityTasks, Microsoft, microsoft, type Practice } from '#shared/identity/index.ts'
import { arrivalTask } from '#shared/jobs/arrivals.ts'
import type { Task } from '#shared/jobs/task.ts'
import type { Push } from '#shared/push/push.ts'
import { retentionTask } from '#shared/retention/jobs.ts'
import { Sites } from '#shared/tenancy/sites.ts'
import { FORGET, type Ground } from '#shared/tenancy/work.ts'
import { serveAsset } from '#shared/ui/assets.ts'
import { uploads, uploadTasks } from '#shared/uploads/index.ts'
import { RING_CHANGED } from '#shared/vault/ring.ts'
import { type Pace, products } from './products.ts'
import '#shared/attention/personal-data.ts'
import '#shared/audit/personal-data.ts'
import '#shared/post/personal-data.ts'
import '#shared/retention/personal-data.ts'
import '#shared/vault/personal-data.ts'
import { urls } from './urls.ts'

/** What the application stands on; main.ts makes it from the configuration, tests make their own. */
export type Parts = Ground & {
  readonly notifications: Notifications
  readonly log: Logger
  readonly files: FileStore
  /** The way out for notifications. */
  readonly push: Push
  readonly behindProxy: boolean
  /** Where Microsoft's tenants are; at Microsoft, unless it is a stand-in. */
  readonly authority?: Authority | undefined
  /** How one waits for Microsoft; by the clock, unless a test does not. */
  readonly pace?: Pace
  /** Modules that only this installation has: the demo world's, the development mailbox, the set-up page. */
  readonly extra?: readonly Module[]
  readonly practice?: Practice
} & Pick<Serving, 'elsewhere' | 'note' | 'scanner'>

export type Application = {
  readonly hono: Hono
  readonly routes: readonly Route[]
  readonly tasks: readonly Task[]
  readonly serving: Serving
  /** Stores what still waits in memory, when the process stops. */
  readonly close: () => Promise<void>
}

/** Mounts the products. Tests call exactly this. */
export const createApp = (parts: Parts): Application => {
  const whoIs = products.find((product) => product.whoIs)!.whoIs!
  const forIdentity = {
    ring: parts.ring,
    whoIs,
    microsoft: new Microsoft(parts.authority ?? microsoft),
    practice: parts.practice,
  }
  const cloud = { ...forIdentity, pace: parts.pace ?? { now: Date.now, wait } }
  const inTenant = products.flatMap(({ name, forMicrosoft }) =>
    forMicrosoft ? [{ name, ...forMicrosoft(cloud) }] : [],
  )
  const modules = [
    live({ ...parts, whoIs }),
    uploads,
    ...identity(forIdentity),
    ...products.flatMap((product) => product.forAccounts?.(forIdentity) ?? []),
    ...products.flatMap((product) => product.forPush?.(parts.push) ?? []),
    ...products.flatMap((product) => product.modules),
    ...inTenant.flatMap((one) => one.modules),
    ...(parts.extra ?? []),
  ]
  const sites = new Sites(parts.pool, parts.now)
  const routes = modules.flatMap((module) => module.routes)
  const serving: Serving = {
    ...parts,
    sites,
    whoIs,
    offer: offering(modules),
    beforeDeed: refusingAfterEnd(
      new Map(
        [...products, ...inTenant].flatMap((product) => product.modules.map((module) => [module.name, product.name])),
      ),
    ),
    newDay: everyNewDay(parts, parts.log, async (work) => {
      for (const product of products) await product.newDay?.(work)
    }),
    signIn: urls.signIn as never,
    secondFactor: urls.secondFactor as never,
    throughMicrosoft: urls.myMicrosoft as never,
    terms: urls.terms as never,
    restriction: urls.myBreaches as never,
  }
  parts.notifications.onAny((topic, organisation) => {
    if (topic.startsWith(FORGET)) parts.memory.forget(organisation, topic.slice(FORGET.length))
    if (topic === RING_CHANGED) parts.ring.reload()
    if (topic === 'sites') sites.forget()
  })
  // What was told while the connection was broken is lost: forget every key rather than keep one that was destroyed.
  parts.notifications.onReconnected(() => {
    parts.memory.clear()
    parts.ring.reload()
  })

  const hono = new Hono()
  hono.get(urls.healthz.pattern, (c) => c.text('ok'))
  hono.get('/assets/*', (c) => {
    const served = serveAsset(c.req.path, c.req.header('accept-encoding'))
    return served ? c.body(new Uint8Array(served.body), 200, served.headers) : c.notFound()
  })
  const fronts = products.flatMap((product) => product.front?.({ ...parts, sites }) ?? [])
  hono.get('*', async (c, next) => {
    for (const front of fronts) {
      const answer = await front.answer(c)
      if (answer) return answer
    }
    return next()
  })
  for (const route of routes) hono.on(route.method, route.pattern, serve(route, serving))
  const lost = serve(nowhere, serving)
  hono.notFound(async (c) => {
    for (const front of fronts) {
      const answer = c.req.method === 'GET' ? await front.notFound(c) : undefined
      if (answer) return answer
    }
    return lost(c)
  })
  const tasks = [
    ...auditTasks,
    removeFilesTask,
    orphanTask,
    arrivalTask,
    retentionTask,
    ...uploadTasks,
    ...identityTasks(parts.ring),
    ...products.flatMap((product) => product.tasks ?? []),
    ...inTenant.flatMap((one) => one.tasks),
  ]
  const close = async () => {
    for (const front of fronts) await front.close()
  }
  return { hono, routes, tasks, serving, close }
}

const nowhere: Route = {
  method: 'GET',
  pattern: '*',
  module: 'access',
  about: { nl: '', en: '' },
  rule: Object.assign(() => true, { words: { nl: '', en: '' }, open: true }),
  options: {},
  handle: (visit) => (visit as { notFound(): Response }).notFound(),
}
