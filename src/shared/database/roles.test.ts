import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadSecrets, type Secrets } from '#shared/secrets.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { asOwner } from './migrate.ts'
import { type Connections, prepareRoles } from './roles.ts'

const binaries = process.env.SCHOOLPLEIN_TEST_POSTGRES

let folder: string
let embedded: Embedded
let secrets: Secrets

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'schoolplein-'))
  embedded = await startEmbedded(folder, binaries ? { binaries } : {})
  secrets = loadSecrets(folder)
})
afterAll(async () => {
  await embedded.stop()
  rmSync(folder, { recursive: true })
})

const as = async (connection: pg.ClientConfig, sql: string) => {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const superuser = (sql: string, database = 'postgres') => as({ ...embedded.admin, database }, sql)

/** What must hold whoever prepared the roles: the owner can make a table, `app` and `jobs` can do only their part. */
const expectThreeWaysIn = async ({ owner, app, jobs }: Connections) => {
  await asOwner(owner, async (client) => {
    await client.query('create table secret_thing (id int)')
    const { rows } = await client.query(
      `select tableowner, (select rolsuper or rolbypassrls or rolcanlogin from pg_roles where rolname = tableowner) as strong
       from pg_tables where tablename = 'secret_thing'`,
    )
    expect(rows).toEqual([{ tableowner: owner.role, strong: false }])
  })
  const rights = `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong,
    pg_has_role(current_user, '${owner.role}', 'MEMBER') as owner,
    has_database_privilege(current_database(), 'create') or has_schema_privilege('public', 'create') as creates,
    array(select nspname::text from pg_namespace where nspowner = pg_roles.oid) as schemas,
    exists(select from pg_class join pg_namespace n on n.oid = relnamespace
      where relowner = pg_roles.oid and nspname <> 'graphile_worker' and nspname not like 'pg_toast%') as tables
    from pg_roles where rolname = current_user`
  const weak = { strong: false, owner: false, creates: false, tables: false }
  expect(await as(app, rights)).toEqual([{ ...weak, schemas: [] }])
  expect(await as(jobs, rights)).toEqual([{ ...weak, schemas: ['graphile_worker'] }])
  for (const way of [app, jobs])
    await expect(as(way, 'select * from secret_thing')).rejects.toThrow('permission denied')
  await expect(as(app, 'select * from graphile_worker.jobs')).rejects.toThrow('permission denied')
}

describe('roles', () => {
  test('are made by a superuser, once', async () => {
    await superuser('create database one')
    const admin = { ...embedded.admin, database: 'one' }
    const ways = await prepareRoles(admin, secrets)
    expect(await prepareRoles(admin, secrets)).toEqual(ways)
    expect([ways.owner.role, ways.app.user, ways.jobs.user]).toEqual(['one_owner', 'one_app', 'one_jobs'])
    await expectThreeWaysIn(ways)
  })

  test('are made by an administrator who is no superuser, also twice', async () => {
    await superuser(`create role helper login createrole password 'helper'`)
    await superuser('create database two owner helper')
    const admin = { ...embedded.admin, user: 'helper', password: 'helper', database: 'two' }
    await prepareRoles(admin, secrets)
    await superuser('alter role helper nocreaterole')
    await expectThreeWaysIn(await prepareRoles(admin, secrets))
  })

  test('have names of their own for a database with an awkward name', async () => {
    await superuser('create database "Mijn-School"')
    const ways = await prepareRoles({ ...embedded.admin, database: 'Mijn-School' }, secrets)
    expect(ways.owner.prefix).toMatch(/^db_mijn_school_[0-9a-f]{8}$/)
    await expectThreeWaysIn(ways)
  })

  test('get a new password when theirs is not the one in the secrets', async () => {
    await superuser('create database three')
    const admin = { ...embedded.admin, database: 'three' }
    const before = await prepareRoles(admin, secrets)
    const other = loadSecrets(mkdtempSync(join(folder, 'other-')))
    const { app } = await prepareRoles(admin, other)
    expect(await as(app, 'select 1 as one')).toEqual([{ one: 1 }])
    await expect(as(before.app, 'select 1')).rejects.toThrow('password authentication failed')
  })

  test('made at the same moment by two processes are made once', async () => {
    await superuser('create database four')
    const admin = { ...embedded.admin, database: 'four' }
    const [first, second] = await Promise.all([prepareRoles(admin, secrets), prepareRoles(admin, secrets)])
    expect(first).toEqual(second)
  })

  test('are refused with the SQL to run when the role may not make them', async () => {
    await superuser(`create role weak login password 'weak'`)
    await superuser('create database five')
    const admin = { ...embedded.admin, user: 'weak', password: 'weak', database: 'five' }
    await expect(prepareRoles(admin, secrets)).rejects.toThrow(
      'ALTER ROLE "weak" CREATEROLE; ALTER DATABASE "five" OWNER TO "weak";',
    )
  })

  test('are refused when one can pass row policies', async () => {
    await superuser('create database six')
    const admin = { ...embedded.admin, database: 'six' }
    await prepareRoles(admin, secrets)
    await superuser('alter role six_app bypassrls')
    await expect(prepareRoles(admin, secrets)).rejects.toThrow(
      'ALTER ROLE "six_app" NOSUPERUSER NOBYPASSRLS NOCREATEROLE;',
    )
  })
})
