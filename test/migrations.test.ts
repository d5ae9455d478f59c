import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { asOwner, migrate, migrationsOf, type OwnerConnection } from '#shared/database/migrate.ts'
import { asSuperuser } from './server.ts'

const all = migrationsOf()
const school = '00000001-0000-4000-8000-000000000001'
const sealed = `'\\x01${'ab'.repeat(60)}'`

let database: string
let owner: OwnerConnection
const within = <T>(work: (client: pg.Client) => Promise<T>) =>
  asSuperuser({ ...inject('server').admin, database }, work)

beforeEach(async () => {
  database = `migrating_${randomUUID().replaceAll('-', '')}`
  owner = { ...inject('server').owner, database }
  await asSuperuser(inject('server').admin, (client) => client.query(`create database ${database}`))
  await within((client) => client.query('grant usage, create on schema public to schoolplein_owner'))
})
afterEach(() => asSuperuser(inject('server').admin, (client) => client.query(`drop database ${database} with (force)`)))

/** A row in every table that the first three migrations made and later ones may touch. */
const addData = (client: pg.Client) =>
  client.query(`
    insert into organisation (id, kind, name) values ('${school}', 'school', 'De Proef');
    insert into host values ('proef.localhost', '${school}');
    insert into school (organisation_id, brin) values ('${school}', '99QX');
    insert into person (organisation_id, id, record) select '${school}', gen_random_uuid(), ${sealed}::bytea from generate_series(1, 200);
    insert into school_year (organisation_id, id, starts_on, ends_on) values ('${school}', '${school}', '2026-08-01', '2027-07-31');
    insert into school_group (organisation_id, id, school_year_id, kind, name) values ('${school}', '${school}', '${school}', 'home', 'Groep 5');
    insert into group_pupil (organisation_id, group_id, pupil_id, from_on) select '${school}', '${school}', id, '2026-08-01' from person;
    insert into roster_import (organisation_id, state, report) values ('${school}', 'applied', '{}')`)

const counts = async (client: pg.Client) =>
  (
    await client.query(`select (select count(*)::int from person) as people, (select count(*)::int from group_pupil) as places,
    (select count(*)::int from roster_import) as imports, (select brin from school) as brin`)
  ).rows[0]

describe('migrations', () => {
  test.each(
    all.map(({ name }, index) => [name, index] as const).slice(3),
  )('%s runs on the schema before it, with data in it', async (_, index) => {
    await migrate(owner, all.slice(0, index))
    await within(addData)
    const before = await within(counts)
    expect(await migrate(owner, all)).toEqual(all.slice(index).map(({ name }) => name))
    expect(await within(counts)).toEqual(before)
  })

  test('twice changes nothing, and two processes at once apply each once', async () => {
    const done = await Promise.all([migrate(owner, all), migrate(owner, all)])
    expect(done.flat().sort()).toEqual(all.map(({ name }) => name))
    expect(await migrate(owner, all)).toEqual([])
  })

  test('one that was changed after it was applied is refused', async () => {
    await migrate(owner, all)
    const changed = all.map((one, index) => (index === 1 ? { ...one, hash: 'another' } : one))
    await expect(migrate(owner, changed)).rejects.toThrow('0002_accounts.sql was changed')
  })

  test('one that fails half-way leaves nothing of itself, and those before it stand', async () => {
    const broken = { name: '0900_broken.sql', text: 'create table half (id int); select 1 / 0', hash: 'broken' }
    await expect(migrate(owner, [...all, broken])).rejects.toThrow('0900_broken.sql failed')
    const made = await within((client) =>
      client.query(`select to_regclass('half') as half, to_regclass('person') as person`),
    )
    expect(made.rows[0]).toEqual({ half: null, person: 'person' })
  })

  test('the owner is no superuser, so that forced policies hold for it too', async () => {
    await migrate(owner, all)
    await within(addData)
    const seen = await asOwner(
      owner,
      async (client) => (await client.query('select count(*)::int as n from person')).rows[0].n,
    )
    expect(seen).toBe(0)
  })
})
