import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Work } from '#shared/tenancy/work.ts'
import { frontDoor } from '#test/front-door.ts'
import { asSuperuser } from '#test/server.ts'
import { world } from '#test/world.ts'
import { AT_ONCE, chainWaiting } from './chain.ts'
import { expireLines } from './expiry.ts'
import { auditTasks } from './jobs.ts'
import { verifyChain } from './verify.ts'

const door = frontDoor()
const organisation = world.vuurtoren

const within = <T>(run: (work: Work) => Promise<T>) => door.front.within(organisation, run)
const chain = () => within(chainWaiting)
const verify = () => within(verifyChain)
const sql = (text: string, values: unknown[] = []) =>
  asSuperuser(door.front.server.admin, async (client) => (await client.query(text, values)).rows)

const write = (count: number) =>
  within(async (work) => {
    for (let line = 0; line < count; line++) await work.audit(`did-${line}`, 'test')
  })

beforeEach(async () => {
  door.front.clock.now = null
  await sql('truncate audit_line, audit_checkpoint, disclosure_subject')
})

describe('chaining', () => {
  test('numbers what waits, whatever the moment it was written, and is done once', async () => {
    await write(3)
    expect(await chain()).toBe(3)
    expect(await chain()).toBe(0)
    await within(async (work) => {
      await work.db
        .insertInto('audit_line')
        .values({ action: 'late', place: 'test', subjects: [], at: new Date(Date.now() - 60_000) })
        .execute()
    })
    expect(await chain()).toBe(1)
    expect(await sql('select action, sequence::int from audit_line order by sequence')).toEqual([
      { action: 'did-0', sequence: 1 },
      { action: 'did-1', sequence: 2 },
      { action: 'did-2', sequence: 3 },
      { action: 'late', sequence: 4 },
    ])
    expect(await verify()).toMatchObject({ lines: 4, waiting: 0, sequence: 4, broken: null })
  })

  test('two at once do not number twice', async () => {
    await write(40)
    expect((await Promise.all([chain(), chain(), chain()])).sort((one, other) => other - one)).toEqual([40, 0, 0])
    expect(await verify()).toMatchObject({ lines: 40, broken: null })
  })

  test('the job goes on until nothing waits', async () => {
    await sql(
      `insert into audit_line (organisation_id, action, place) select $1, 'did', 'test' from generate_series(1, $2)`,
      [organisation, 2 * AT_ONCE + 1],
    )
    const job = auditTasks.find(({ name }) => name === 'audit-chain')!
    await job.run({ inOrganisation: within } as never)
    expect(await verify()).toMatchObject({ lines: 2 * AT_ONCE + 1, waiting: 0, broken: null })
  })

  test('spreads the subjects of what was opened, and of nothing else', async () => {
    const [one, other] = [randomUUID(), randomUUID()]
    await within(async (work) => {
      await work.audit('opened', 'test', [one, other])
      await work.audit('erased', 'test', [one])
    })
    await chain()
    const rows = await sql(
      'select subject_id as subject, l.action from disclosure_subject d join audit_line l on l.id = d.line_id',
    )
    expect(rows.map(({ subject, action }) => `${action} ${subject}`).sort()).toEqual(
      [`opened ${one}`, `opened ${other}`].sort(),
    )
  })
})

describe('what somebody with every right in the database does is found', () => {
  beforeEach(async () => {
    await write(9)
    await within(async (work) => {
      work.role = 'teacher'
      await work.audit('did-9', 'test')
    })
    await chain()
    expect(await verify()).toMatchObject({ lines: 10, broken: null })
  })

  test.each([
    ['a changed deed', `update audit_line set action = 'nothing' where sequence = 4`, 4],
    ['another person', `update audit_line set person_id = gen_random_uuid() where sequence = 4`, 4],
    [
      'a moment moved by a microsecond',
      `update audit_line set at = at + interval '1 microsecond' where sequence = 4`,
      4,
    ],
    ['another role', `update audit_line set role = 'principal' where sequence = 4`, 4],
    ['another page', `update audit_line set about = gen_random_uuid() where sequence = 4`, 4],
    ['a role taken away', `update audit_line set role = null where sequence = 10`, 10],
    ['a subject less', `update audit_line set subjects = array[gen_random_uuid()] where sequence = 1`, 1],
    ['another hash', `update audit_line set hash = repeat('0', 64) where sequence = 10`, 10],
    ['a dropped line', 'delete from audit_line where sequence = 6', 6],
    ['the first line dropped', 'delete from audit_line where sequence = 1', 1],
    ['a line put back among the waiting', 'update audit_line set sequence = null, hash = null where sequence = 3', 3],
    [
      'two lines in another order',
      `update audit_line set sequence = 100 where sequence = 7; update audit_line set sequence = 7 where sequence = 8;
       update audit_line set sequence = 8 where sequence = 100`,
      7,
    ],
    [
      'two lines with their hashes swapped',
      `with one as (select id, sequence, hash from audit_line where sequence in (7, 8))
       update audit_line l set hash = o.hash from one o where l.sequence in (7, 8) and o.sequence = 15 - l.sequence`,
      7,
    ],
    ['the end cut off', 'delete from audit_line where sequence > 8', 9],
    ['all of it cut off', 'delete from audit_line', 1],
    [
      'the end cut off and the checkpoint moved',
      `delete from audit_line where sequence > 8; update audit_checkpoint set sequence = 8`,
      8,
    ],
  ])('%s', async (_, tampering, broken) => {
    await sql(tampering)
    expect((await verify()).broken).toBe(broken)
  })

  test('a chain of another organisation put in its place', async () => {
    await sql(`update audit_line set organisation_id = $1`, [world.molen])
    await sql(`update audit_checkpoint set organisation_id = $1`, [world.molen])
    expect((await door.front.within(world.molen, verifyChain)).broken).toBe(1)
  })
})

describe('expiry', () => {
  const writeOn = (day: string) =>
    sql(`insert into audit_line (organisation_id, action, place, at) values ($1, 'did', 'test', $2)`, [
      organisation,
      day,
    ])
  const on = (day: string) => {
    door.front.clock.now = new Date(`${day}T12:00:00Z`)
  }

  beforeEach(async () => {
    for (const day of [
      '2024-01-31T23:30:00Z',
      '2024-02-29T22:59:59Z',
      '2024-02-29T23:00:00Z',
      '2024-03-10',
      '2025-02-01',
    ]) {
      await writeOn(day)
    }
    on('2025-02-10')
    await chain()
  })

  test('closes a checkpoint a month, by the Dutch calendar', async () => {
    expect(await sql('select month::text, sequence::int from audit_checkpoint order by month')).toEqual([
      { month: '2024-02-01', sequence: 2 },
      { month: '2024-03-01', sequence: 4 },
      { month: '2025-02-01', sequence: 5 },
    ])
  })

  test('lines go a year after their month ended, and what remains verifies', async () => {
    on('2025-02-28')
    expect(await within(expireLines)).toBe(0)
    on('2025-03-01')
    expect(await verify()).toMatchObject({ lines: 5, broken: null })
    expect(await within(expireLines)).toBe(2)
    expect(await verify()).toMatchObject({ lines: 3, broken: null })
    await write(1)
    await chain()
    expect(await verify()).toMatchObject({ lines: 4, sequence: 6, broken: null })
    on('2030-01-01')
    expect(await within(expireLines)).toBe(4)
    expect(await verify()).toMatchObject({ lines: 0, broken: null })
  })

  test('the index per subject goes with its lines, and no sooner', async () => {
    const subject = randomUUID()
    await sql(
      `insert into audit_line (organisation_id, action, place, at, subjects)
       select $1, 'opened', 'test', day, array[$2::uuid] from unnest(array['2024-01-15', '2025-02-02']::timestamptz[]) as day`,
      [organisation, subject],
    )
    await chain()
    const places = () => sql('select at from disclosure_subject where subject_id = $1', [subject])
    expect(await places()).toHaveLength(2)
    on('2027-01-01')
    await within(expireLines)
    expect(await places()).toHaveLength(0)
  })

  test('lines that went too early are missed', async () => {
    await sql('delete from audit_line where sequence <= 2')
    expect((await verify()).broken).toBe(1)
    on('2025-03-01')
    expect((await verify()).broken).toBe(null)
    await sql('delete from audit_line where sequence <= 4')
    expect((await verify()).broken).toBe(3)
  })
})

test('erasing a person leaves the chain verifying', async () => {
  const { zuri } = world.pupils
  const page = await (await door.front.as(world.staff.hatice, organisation)).get('/')
  expect(page.status).toBe(200)
  await within(async (work) => {
    await work.audit('opened', 'test', [zuri])
    await work.destroyKey(zuri)
    await work.db.deleteFrom('person').where('id', '=', zuri).execute()
    await work.audit('erased', 'test', [zuri])
  })
  await chain()
  const { lines, broken } = await verify()
  expect(broken).toBeNull()
  expect(lines).toBeGreaterThan(1)
  expect(await sql('select 1 from disclosure_subject where subject_id = $1', [zuri])).toHaveLength(1)
})
