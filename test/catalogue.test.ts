import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import '#src/app.ts'
import { catalogueFaults } from './catalogue.ts'
import { asSuperuser, copyOfWorld, type TestServer } from './server.ts'

let server: TestServer & { drop: () => Promise<void> }
beforeAll(async () => {
  server = await copyOfWorld()
})
afterAll(() => server.drop())

/** What the catalogue test says after a change that is then taken back. */
const faultsAfter = (sql: string): Promise<string[]> =>
  asSuperuser(server.admin, async (client) => {
    await client.query('begin')
    await client.query(sql)
    const faults = await catalogueFaults(client, 'schoolplein_owner')
    await client.query('rollback')
    return faults
  })

describe('catalogue (keys, forced policies, declarations)', () => {
  test('nothing in the real schema breaks the design', async () => {
    expect(await faultsAfter('select 1')).toEqual([])
  })

  test.each([
    ['drop policy own_organisation on guardianship_restriction', 'guardianship_restriction: has no policy'],
    ['drop policy own_organisation on guardianship', 'guardianship: has no policy'],
    ['alter table person_role no force row level security', 'person_role: row policies are not forced'],
    ['create policy open on school_group using (true)', 'school_group: a policy is not about the organisation'],
    ['alter table person add column nickname text', 'person.nickname: is not declared'],
    ['alter table person add column photo bytea', 'person.photo: is not declared'],
    ['alter table session rename column device to machine', 'session.device: is declared and does not exist'],
    [
      "alter table person drop constraint person_state_check, add check (state in ('active', 'left', 'lost'))",
      'person.state: has no words for lost',
    ],
    ['create table stray (id int primary key)', 'stray: has no organisation'],
    ['create unique index loose on school_group (name)', 'school_group: unique key loose'],
    ['alter table person drop column left_on', 'person destroy-key person.left_on: cannot be carried out'],
    ['revoke delete on told_apart from schoolplein_app', 'told_apart: the run may not delete'],
    ['alter table person owner to schoolplein_app', 'person: belongs to schoolplein_app'],
  ])('one change makes it fail: %s', async (sql, fault) => {
    const faults = await faultsAfter(sql)
    expect(faults.join('\n')).toContain(fault)
  })

  test('the role that serves requests owns nothing and passes no policy', async () => {
    const rows = await asSuperuser(server.admin, async (client) => {
      const roles = await client.query(
        `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname in ('schoolplein_app', 'schoolplein_jobs')`,
      )
      const owned = await client.query(`select relname from pg_class where relowner = 'schoolplein_app'::regrole`)
      const risky = await client.query(
        `select table_name, privilege_type from information_schema.role_table_grants
         where grantee = 'schoolplein_app' and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')`,
      )
      const jobs = await client.query(
        `select table_name from information_schema.role_table_grants where grantee = 'schoolplein_jobs' and table_schema = 'public'`,
      )
      return { roles: roles.rows, owned: owned.rows, risky: risky.rows, jobs: jobs.rows }
    })
    expect(rows.roles).toHaveLength(2)
    for (const { rolname, ...rights } of rows.roles)
      expect([rolname, rights]).toEqual([
        rolname,
        {
          rolsuper: false,
          rolbypassrls: false,
          rolcreaterole: false,
          rolcreatedb: false,
        },
      ])
    expect([rows.owned, rows.risky, rows.jobs]).toEqual([[], [], []])
  })
})
