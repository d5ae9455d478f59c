import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import pino from 'pino'
import { asGraph, emptyDirectory, GraphStandIn, type Tenant } from '#demo/microsoft/graph/index.ts'
import { entraStandIn } from '#demo/microsoft/stand-in.ts'
import { applyingTasks } from '#products/m365/applying/jobs.ts'
import { permissions } from '#products/m365/connection/permissions.ts'
import { noteConsent, saveChecked, saveWishes } from '#products/m365/setup/setup.ts'
import { foundOrganisation } from '#products/school/organisations/founding.ts'
import {
  addGroups,
  assignTeachers,
  ensureSchoolYear,
  placePupils,
  schoolYearOf,
} from '#products/school/organisations/groups.ts'
import { addPeople, addRoles } from '#products/school/people/adding.ts'
import { asOwner } from '#shared/database/migrate.ts'
import { createPool } from '#shared/database/pool.ts'
import { Microsoft, standInAuthority } from '#shared/identity/index.ts'
import { saveConnection } from '#shared/identity/microsoft/connection.ts'
import { startWorker } from '#shared/jobs/worker.ts'
import { Sites } from '#shared/tenancy/sites.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Ground, Work } from '#shared/tenancy/work.ts'
import { KeyMemory } from '#shared/vault/keys.ts'
import { KeyRing } from '#shared/vault/ring.ts'
import { openInstallation } from './installation.ts'

/** The argument with which the bench runs as the process that plans and carries out. */
export const M365_WORK = 'm365-work'

const PUPILS = 10_000
const IN_A_GROUP = 25
const LIMIT = { seconds: 5, megabytes: 300, share: 0.9 }
/** Microsoft's rate of 20 writes a second, in windows that a bench can wait for. */
const WRITES = { calls: 600, seconds: 30 }
const WINDOWS = 3

export type M365PlanResult = {
  readonly name: 'm365-plan'
  readonly pupils: number
  readonly steps: number
  /** From the asking to the plan that is stored: reading the tenant, comparing, sealing, storing. */
  readonly seconds: number
  /** The most memory the planning process held (VmHWM), without PostgreSQL. */
  readonly megabytes: number
  /** Writes that the stand-in took, of those it would have taken in that time. */
  readonly share: number
  readonly refused: number
  readonly target: string
  readonly met: boolean
}

type Told = {
  readonly app: object
  readonly jobs: object
  readonly ringPath: string
  readonly ports: readonly [number, number]
}

/** Runs the worker of an installation for the tasks of Microsoft 365, as `bin/start` does, until it is killed. */
export const workAsTold = (): void => {
  process.once('message', async ({ app, jobs, ringPath, ports }: Told) => {
    const ground: Ground = {
      pool: createPool(app),
      ring: KeyRing.open(ringPath),
      memory: new KeyMemory(),
      now: () => new Date(),
    }
    const microsoft = new Microsoft(standInAuthority(...ports))
    const tasks = applyingTasks({ ring: ground.ring, microsoft, pace: { now: Date.now, wait } })
    const sites = new Sites(ground.pool, ground.now)
    const nothing = {} as never
    const log = pino({ level: 'error' })
    const parts = {
      ...ground,
      jobs,
      sites,
      mailer: nothing,
      files: nothing,
      dns: nothing,
      push: nothing,
      log,
      originOf: () => '',
    }
    await startWorker(parts, tasks)
    process.send!('ready')
  })
}

const seed = async (work: Work): Promise<void> => {
  const { startsOn, endsOn } = schoolYearOf(work.today)
  const year = await ensureSchoolYear(work, startsOn, endsOn)
  const count = PUPILS / IN_A_GROUP
  const groups = await addGroups(
    work,
    year,
    Array.from({ length: count }, (_, index) => ({ name: `Groep ${index + 1}`, kind: 'home' as const, year: '5' })),
  )
  const pupils = await addPeople(
    work,
    Array.from({ length: PUPILS }, (_, index) => ({
      record: { givenName: `Sem${index % 997}`, prefix: 'van der', surname: `Bree${index % 89}` },
    })),
  )
  const teachers = await addPeople(
    work,
    groups.map((_, index) => ({ record: { givenName: `Juf${index}`, surname: 'Hof' } })),
  )
  await addRoles(
    work,
    pupils.map((person) => ({ person, role: 'pupil', from: startsOn })),
  )
  await addRoles(
    work,
    teachers.map((person) => ({ person, role: 'teacher', from: startsOn })),
  )
  await placePupils(
    work,
    pupils.map((pupil, index) => ({ group: groups[index % count]!, pupil, year: '5', from: startsOn })),
  )
  await assignTeachers(
    work,
    teachers.map((person, index) => ({ group: groups[index]!, person, from: startsOn })),
  )
}

const listening = async (handler: () => Parameters<typeof createServer>[1]) => {
  const server = createServer((request, response) => handler()!(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, port: (server.address() as AddressInfo).port }
}

const startMicrosoft = async () => {
  const sku = randomUUID()
  const directory = emptyDirectory([{ skuId: sku, skuPartNumber: 'STUDENT', units: 20_000 }])
  directory.granted = permissions.map(({ name }) => name)
  const tenant: Tenant = {
    id: randomUUID(),
    name: 'Bench',
    client: randomUUID(),
    domains: ['school.example'],
    directory,
  }
  const plain = asGraph()
  const manners = { ...plain, limits: { ...plain.limits, writes: WRITES } }
  const held: { graph?: GraphStandIn; entra?: ReturnType<typeof entraStandIn> } = {}
  const graphAt = await listening(() => held.graph!.listener)
  const entraAt = await listening(() => held.entra!)
  held.graph = new GraphStandIn(`http://localhost:${graphAt.port}`, [tenant], manners)
  const graphToken = () => held.graph!.issue(tenant.id)
  const { id, client, name } = tenant
  held.entra = entraStandIn(`http://localhost:${entraAt.port}`, () => [
    { tenant: id, name, client, secret: 'bench', answersTo: ['http://localhost/'], people: [], graphToken },
  ])
  const close = () => {
    for (const { server } of [graphAt, entraAt]) {
      server.closeAllConnections()
      server.close()
    }
  }
  return {
    tenant,
    sku,
    throttle: held.graph.throttleOf(tenant.id),
    ports: [entraAt.port, graphAt.port] as const,
    close,
  }
}

const until = async <T>(look: () => Promise<T | undefined | false>): Promise<T> => {
  for (;;) {
    const found = await look()
    if (found) return found
    await wait(50)
  }
}

const peakOf = (pid: number) =>
  Math.round(Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)

/**
 * Plans 10,000 pupils against an empty tenant by the real job in a process of its own, and then carries the plan out for three
 * windows of the stand-in's write limit: how much of what it would have taken was used.
 */
export const m365PlanBench = async (say: (line: string) => void): Promise<M365PlanResult> => {
  const { connections, ring, close } = await openInstallation()
  const microsoft = await startMicrosoft()
  const ground: Ground = { pool: createPool(connections.app), ring, memory: new KeyMemory(), now: () => new Date() }
  const worker = fork(process.argv[1]!, [M365_WORK])
  try {
    const school = randomUUID()
    await asOwner(connections.owner, (client) =>
      foundOrganisation(client, { id: school, kind: 'school', name: 'Grote School', hosts: ['school.localhost'] }),
    )
    const within = <T>(run: (work: Work) => Promise<T>) => asSystem(ground, school, 'bench', run)
    say('Making a school of 10,000 pupils …')
    await within(async (work) => {
      await seed(work)
      const { id: tenant, client } = microsoft.tenant
      await saveConnection(work, { tenant, client, secret: 'bench', secretEndsOn: null, trustsMfa: false })
      await noteConsent(work)
      await saveChecked(work, {
        problem: null,
        given: microsoft.tenant.directory.granted,
        domains: ['school.example'],
        skus: [],
      })
      await saveWishes(work, {
        ...{
          domain: 'school.example',
          pupilPattern: '{roepnaam}.{achternaam}',
          staffPattern: '{voorletter}.{achternaam}',
        },
        ...{
          pupilSku: microsoft.sku,
          staffSku: null,
          makesStaff: true,
          makesTeams: true,
          groupPrefix: '',
          byItself: false,
        },
        ...{ maxRemovals: 5, maxShare: 5, keepBlockedDays: 90, teachersKeepDays: 60 },
      })
    })
    worker.send({
      app: connections.app,
      jobs: connections.jobs,
      ringPath: ring.path,
      ports: microsoft.ports,
    } satisfies Told)
    await once(worker, 'message')
    say('Planning …')
    const began = performance.now()
    await within((work) => work.enqueue('m365-plan', { cause: 'asked', person: null }))
    const plan = await until(() => within((work) => work.db.selectFrom('m365_plan').select('id').executeTakeFirst()))
    const seconds = Number(((performance.now() - began) / 1_000).toFixed(2))
    const megabytes = peakOf(worker.pid!)
    const { steps } = await within((work) =>
      work.db
        .selectFrom('m365_step')
        .select(({ fn }) => fn.countAll<string>().as('steps'))
        .executeTakeFirstOrThrow(),
    )
    say(`Carrying out, ${WINDOWS} windows of ${WRITES.seconds} s …`)
    await within(async (work) => {
      await work.db.updateTable('m365_plan').set({ state: 'applying', approved_at: work.now }).execute()
      await work.enqueue('m365-apply', { plan: plan.id }, { key: 'm365-apply' })
    })
    await until(async () => microsoft.throttle.written > 0)
    const first = performance.now()
    await until(async () => microsoft.throttle.written >= WRITES.calls * WINDOWS)
    const elapsed = (performance.now() - first) / 1_000
    const permitted = WRITES.calls * (1 + elapsed / WRITES.seconds)
    const share = Number(
      Math.min(1, microsoft.throttle.written / Math.max(permitted, WRITES.calls * WINDOWS)).toFixed(3),
    )
    const met = seconds <= LIMIT.seconds && megabytes <= LIMIT.megabytes && share >= LIMIT.share
    const target = `planned in ≤ ${LIMIT.seconds} s and ≤ ${LIMIT.megabytes} MB; ≥ ${LIMIT.share} of the permitted writes used`
    const { refused } = microsoft.throttle
    return { name: 'm365-plan', pupils: PUPILS, steps: Number(steps), seconds, megabytes, share, refused, target, met }
  } finally {
    worker.kill('SIGKILL')
    await ground.pool.end()
    microsoft.close()
    await close()
  }
}
