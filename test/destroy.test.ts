import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPeople } from '#products/school/people/adding.ts'
import { personRecord } from '#products/school/people/personal-data.ts'
import { FORGET } from '#shared/tenancy/work.ts'
import { Destroyed } from '#shared/vault/keys.ts'
import { reading } from '#shared/vault/opening.ts'
import { FrontDoor } from './front-door.ts'
import { asSuperuser } from './server.ts'
import { world } from './world.ts'

let here: FrontDoor
let there: FrontDoor

beforeAll(async () => {
  here = await FrontDoor.open()
  there = await FrontDoor.open(here)
})
afterAll(async () => {
  await there.close()
  await here.close()
})

const { zuri, tobi, mila, noor } = world.pupils

const rowsOf = (door: FrontDoor, people: readonly string[]) =>
  door.within(world.vuurtoren, async (work) => {
    const rows = await work.db.selectFrom('person').select(['id', 'record']).where('id', 'in', people).execute()
    const opened = await work.open(rows, { record: reading(personRecord, 'id', 'givenName') })
    return { rows: rows.length, names: opened.map((row) => row.record.givenName).sort() }
  })

/** Kept when the process has heard that this subject's key is gone. */
const heard = (door: FrontDoor, subject: string) =>
  new Promise<void>((resolve) => {
    door.parts.notifications.onAny((topic) => {
      if (topic === `${FORGET}${subject}`) resolve()
    })
  })

const destroy = (door: FrontDoor, subject: string) => door.within(world.vuurtoren, (work) => work.destroyKey(subject))

test('a destroyed key is out of memory at once, here and in the other process; the row stays and is left out', async () => {
  for (const door of [here, there]) expect((await rowsOf(door, [zuri, tobi])).names).toEqual(['Tobiq', 'Zuriq'])
  expect(there.parts.memory.bySubject(world.vuurtoren, zuri)).toBeDefined()
  const told = heard(there, zuri)
  await destroy(here, zuri)
  expect(here.parts.memory.bySubject(world.vuurtoren, zuri)).toBeUndefined()
  await told
  expect(there.parts.memory.bySubject(world.vuurtoren, zuri)).toBeUndefined()
  for (const door of [here, there]) expect(await rowsOf(door, [zuri, tobi])).toEqual({ rows: 2, names: ['Tobiq'] })
})

test('the tombstone stays, holds no key and lets nothing be sealed for the subject again', async () => {
  const row = await here.within(world.vuurtoren, (work) =>
    work.db
      .selectFrom('vault_key')
      .select(['wrapped', 'generation', 'destroyed_at'])
      .where('subject_id', '=', zuri)
      .executeTakeFirstOrThrow(),
  )
  expect(row).toEqual({ wrapped: null, generation: null, destroyed_at: expect.any(Date) })
  const again = here.within(world.vuurtoren, (work) =>
    addPeople(work, [{ id: zuri, record: { givenName: 'Again', surname: 'Again' } }]),
  )
  await expect(again).rejects.toThrow(Destroyed)
})

test('a roll-back destroys nothing', async () => {
  const failed = here.within(world.vuurtoren, async (work) => {
    await work.destroyKey(tobi)
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  expect((await rowsOf(here, [tobi])).names).toEqual(['Tobiq'])
})

test('a key read before the destruction and arriving after it is used, but not kept', async () => {
  here.parts.memory.clear()
  // What an earlier test destroyed may be told just now: then this reading is not kept either.
  let read = here.parts.memory.bySubject(world.vuurtoren, mila)
  while (!read) {
    await rowsOf(here, [mila])
    read = here.parts.memory.bySubject(world.vuurtoren, mila)
  }
  const mark = here.parts.memory.mark
  await destroy(here, mila)
  here.parts.memory.keep(world.vuurtoren, read, mark)
  expect(here.parts.memory.bySubject(world.vuurtoren, mila)).toBeUndefined()
  expect(here.parts.memory.byId(world.vuurtoren, read.id)).toBeUndefined()
  expect(read.raw.every((byte) => byte === 0)).toBe(false)
})

test('a process that lost its connection for notifications forgets every key', async () => {
  await rowsOf(there, [noor])
  const back = new Promise<void>((resolve) => there.parts.notifications.onReconnected(resolve))
  await asSuperuser(there.server.admin, (client) =>
    client.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query = 'listen schoolplein'`),
  )
  await back
  expect(there.parts.memory.bySubject(world.vuurtoren, noor)).toBeUndefined()
})
