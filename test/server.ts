import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { OwnerConnection } from '#shared/database/migrate.ts'

export const TEMPLATE = 'schoolplein'

/** How to reach the run's PostgreSQL in each role; `database` names the template until a copy is made. */
export type TestServer = {
  readonly ringPath: string
  readonly version: string
  readonly admin: pg.ClientConfig
  readonly owner: OwnerConnection
  readonly app: pg.ClientConfig
  readonly jobs: pg.ClientConfig
}

export const asSuperuser = async <T>(admin: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(admin)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A copy of the template for one test file with a key ring of its own, and how to throw it away. */
export const copyOfWorld = async (): Promise<TestServer & { drop: () => Promise<void> }> => {
  const server = inject('server')
  const database = `test_${randomUUID().replaceAll('-', '')}`
  await asSuperuser(server.admin, async (client) => {
    await client.query('select pg_advisory_lock(1)')
    await client.query(`create database ${database} template ${TEMPLATE}`)
  })
  const ringPath = join(dirname(server.ringPath), database, 'ring.json')
  mkdirSync(dirname(ringPath))
  copyFileSync(server.ringPath, ringPath)
  return {
    ...server,
    ringPath,
    admin: { ...server.admin, database },
    owner: { ...server.owner, database },
    app: { ...server.app, database },
    jobs: { ...server.jobs, database },
    drop: () =>
      asSuperuser(server.admin, async (client) => void (await client.query(`drop database ${database} with (force)`))),
  }
}
