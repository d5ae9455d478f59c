import { describe, expect, test } from 'vitest'
import { leave } from '#products/school/leaving/changes.ts'
import { personRecord } from '#products/school/people/personal-data.ts'
import { erasePerson, whatErasureKeeps } from '#shared/retention/erase.ts'
import { holdReason } from '#shared/retention/personal-data.ts'
import { reading } from '#shared/vault/opening.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from './front-door.ts'
import { asSuperuser } from './server.ts'
import { addressOf, PASSWORD, world } from './world.ts'

const door = frontDoor()
const { vuurtoren, molen, guardians, pupils } = world
const because = 'request'

const erase = (organisation: string, person: string) =>
  door.front.within(organisation, (work) => erasePerson(work, person, { because }))
const sql = (text: string, values: unknown[] = []) =>
  asSuperuser(door.front.server.admin, async (client) => (await client.query(text, values)).rows)

/** In how many rows of which tables an id stands, whatever the column: asked of the catalogue, not of the declarations. */
const standsIn = async (id: string): Promise<string[]> => {
  const columns = await sql(
    `select c.relname as name, a.attname as col, a.atttypid = 'uuid[]'::regtype as many from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0
       and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype)`,
  )
  const found: string[] = []
  for (const { name, col, many } of columns) {
    const rows = await sql(`select 1 from ${name} where ${many ? `$1 = any(${col})` : `${col} = $1`}`, [id])
    if (rows.length > 0) found.push(`${name}.${col}`)
  }
  return found.sort()
}

const namesAt = (organisation: string) =>
  door.front.within(organisation, async (work) => {
    const rows = await work.db.selectFrom('person').select(['id', 'record']).execute()
    const opened = await work.open(rows, { record: reading(personRecord, 'id', 'givenName') })
    return new Map(opened.map(({ id, record }) => [id, record.givenName]))
  })

describe('erasing a guardian with children at two schools', () => {
  test('takes everything here, leaves the other school whole, and the account with it', async () => {
    const before = await namesAt(molen)
    await door.front.within(vuurtoren, (work) =>
      work.enqueue('information-request-arrived', { request: guardians.fenna }),
    )
    expect(await erase(vuurtoren, guardians.fenna)).toMatchObject({ outcome: 'erased', account: 'stays', jobs: 1 })
    expect(await standsIn(guardians.fenna)).toEqual(['audit_line.subjects', 'vault_key.subject_id'])
    expect(await namesAt(molen)).toEqual(before)
    expect((await namesAt(vuurtoren)).get(pupils.mila)).toBe('Milaq')
    const signedIn = await door.front
      .stranger('molen.localhost')
      .post(urls.signIn(), { address: addressOf('fenna'), password: PASSWORD })
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, urls.home()])
    const here = door.front.stranger()
    expect((await here.post(urls.signIn(), { address: addressOf('fenna'), password: PASSWORD })).status).toBe(422)
  })

  test('the second school takes the account too', async () => {
    const [{ account_id: account }] = await sql('select account_id from account_person where person_id = $1', [
      guardians.fennaAtMolen,
    ])
    expect(await erase(molen, guardians.fennaAtMolen)).toMatchObject({ outcome: 'erased', account: 'erased' })
    expect(await standsIn(account)).toEqual([])
  })

  test('a second time is refused, and so is somebody of another school', async () => {
    expect(await erase(vuurtoren, guardians.fenna)).toMatchObject({ outcome: 'already' })
    expect(await erase(vuurtoren, guardians.fennaAtMolen)).toEqual({ outcome: 'unknown' })
    expect(await erase(vuurtoren, world.staff.sem)).toEqual({ outcome: 'unknown' })
  })
})

test('of a pupil at school nothing goes: the law is named; after leaving everything does', async () => {
  const kept = await erase(vuurtoren, pupils.ravi)
  expect(kept).toMatchObject({ outcome: 'kept', kept: [{ table: 'group_pupil', rows: 1 }] })
  expect(JSON.stringify(kept)).toContain('Leerplichtwet')
  expect((await namesAt(vuurtoren)).get(pupils.ravi)).toBe('Raviq')
  await door.front.within(vuurtoren, (work) => leave(work, pupils.ravi, null))
  expect(await erase(vuurtoren, pupils.ravi)).toMatchObject({ outcome: 'erased', account: 'none' })
  expect(await standsIn(pupils.ravi)).toEqual(['audit_line.subjects', 'vault_key.subject_id'])
  const left = await door.front.within(vuurtoren, (work) => whatErasureKeeps(work, pupils.ravi))
  expect(left.stays.map(({ table }) => table)).toEqual(expect.arrayContaining(['vault_key']))
})

test('somebody to whom rows refer that stay is unreadable all the same', async () => {
  const { anouk } = world.staff
  await door.front.within(vuurtoren, async (work) => {
    const { id } = await work.db.selectFrom('guardianship').select('id').limit(1).executeTakeFirstOrThrow()
    const seen = { evidence_seen_by: anouk, evidence_seen_on: '2020-01-01' }
    await work.db
      .insertInto('guardianship_restriction')
      .values({ guardianship_id: id, kind: 'no-contact', from_on: '2020-01-01', ...seen })
      .execute()
  })
  expect(await erase(vuurtoren, anouk)).toMatchObject({ outcome: 'erased' })
  expect((await namesAt(vuurtoren)).has(anouk)).toBe(false)
})

test('who is held stays whole', async () => {
  await door.front.within(vuurtoren, async (work) => {
    const id = crypto.randomUUID()
    const reason = await work.seal(holdReason, { subject: guardians.kofi, row: id }, { text: 'Bezwaarq' })
    const hold = { id, person_id: guardians.kofi, reason, until_on: '2099-12-31', set_at: work.now }
    await work.db.insertInto('retention_hold').values(hold).execute()
  })
  expect(await erase(vuurtoren, guardians.kofi)).toEqual({ outcome: 'held', until: '2099-12-31' })
  expect((await namesAt(vuurtoren)).get(guardians.kofi)).toBe('Kofiq')
  // With the child the held guardian's guardianship would go too.
  await door.front.within(vuurtoren, (work) => leave(work, pupils.tobi, null))
  expect(await erase(vuurtoren, pupils.tobi)).toMatchObject({ outcome: 'held' })
})
