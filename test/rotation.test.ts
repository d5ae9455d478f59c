import { copyFileSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPeople } from '#products/school/people/adding.ts'
import { personRecord } from '#products/school/people/personal-data.ts'
import { asOwner } from '#shared/database/migrate.ts'
import { addAccount, openAddress } from '#shared/identity/accounts.ts'
import { readKeys, type WrappedKey } from '#shared/vault/crypto.ts'
import { keepEpochYoung } from '#shared/vault/epoch.ts'
import { reading } from '#shared/vault/opening.ts'
import { ACCOUNTS, KeyRing } from '#shared/vault/ring.ts'
import { rotate, type Step } from '#shared/vault/rotation.ts'
import { vaultStatus } from '#shared/vault/status.ts'
import { urls } from '#src/urls.ts'
import { FrontDoor } from './front-door.ts'
import { asSuperuser } from './server.ts'
import { addressOf, world } from './world.ts'

let here: FrontDoor
let there: FrontDoor
let number = 0

beforeAll(async () => {
  here = await FrontDoor.open()
  there = await FrontDoor.open(here)
  await here.within(world.zeester, (work) =>
    addPeople(
      work,
      Array.from({ length: 600 }, () => ({ record: { givenName: 'Manyq', surname: 'Manyq' } })),
    ),
  )
})
afterAll(async () => {
  await there.close()
  await here.close()
})

/** The operator's process: a ring of its own on the same file. */
const operator = () => KeyRing.open(here.server.ringPath)
const allKeys = () =>
  asSuperuser(here.server.admin, async (client) => {
    const { rows } = await client.query<WrappedKey & { of: string }>(
      `select organisation_id::text as of, id, subject_id as subject, wrapped, generation from vault_key where wrapped is not null
        union all select '${ACCOUNTS}', id, account_id, wrapped, generation from account_key`,
    )
    return rows
  })
const unwrap = async (ring: KeyRing, keys: readonly (WrappedKey & { of: string })[]) => {
  const opened = await Promise.allSettled(keys.map((key) => readKeys(ring, key.of, async () => [key])))
  return opened.filter(({ status }) => status === 'fulfilled').length
}

/** Seals a new person, opens another one in a fresh memory, opens a page and makes an account: each of another kind. */
const requests = async (door: FrontDoor) => {
  const teacher = await door.as(world.staff.hatice, world.vuurtoren)
  return [
    async () => {
      const page = await teacher.get(urls.home())
      if (!(page.status === 200 && (await page.text()).includes('Haticeq'))) throw new Error(`status ${page.status}`)
    },
    async () => {
      const [id] = await door.within(world.vuurtoren, (work) =>
        addPeople(work, [{ record: { givenName: 'Laterq', surname: `${number++}` } }]),
      )
      door.parts.memory.clear()
      const opened = await door.within(world.vuurtoren, async (work) =>
        work.open(await work.db.selectFrom('person').select(['id', 'record']).where('id', '=', id!).execute(), {
          record: reading(personRecord, 'id', 'givenName'),
        }),
      )
      if (opened[0]?.record.givenName !== 'Laterq') throw new Error('not there')
    },
    async () => {
      const address = addressOf(`${number++}`)
      const account = await addAccount(door.parts, { address, language: 'nl', persons: await onePerson(door) })
      const opened = await door.within(world.vuurtoren, (work) => openAddress(work, door.parts.ring, account))
      if (opened !== address) throw new Error('another address')
    },
  ]
}

const onePerson = async (door: FrontDoor) => {
  const [person] = await door.within(world.zeester, (work) =>
    addPeople(work, [{ record: { givenName: 'Accountq', surname: 'Accountq' } }]),
  )
  return [{ organisation: world.zeester, person: person! }]
}

/** Runs the requests of both processes over and over until `work` is done. Answers how many there were and what failed. */
const underLoad = async <T>(work: () => Promise<T>) => {
  let busy = true
  let count = 0
  const failures: unknown[] = []
  const loop = async (request: () => Promise<void>) => {
    do {
      await request().catch((error) => failures.push(error))
      count++
    } while (busy)
  }
  const running = [...(await requests(here)), ...(await requests(there))].map(loop)
  const result = await work().finally(() => {
    busy = false
  })
  await Promise.all(running)
  return { result, count, failures }
}

describe('master and epoch rotation under load', () => {
  test.each([
    ['epoch', { epoch: true }],
    ['master', { master: true }],
    ['both', { master: true, epoch: true }],
  ])('%s: no request fails, and a copy of the old ring opens nothing', async (name, what) => {
    const copy = `${here.server.ringPath}.${name}`
    copyFileSync(here.server.ringPath, copy)
    const before = await allKeys()
    expect(await unwrap(KeyRing.open(copy), before)).toBe(before.length)

    const { count, failures } = await underLoad(() => rotate(here.server.owner, operator(), what))
    expect(failures).toEqual([])
    expect(count).toBeGreaterThan(20)

    const after = await allKeys()
    expect(after.length).toBeGreaterThan(before.length)
    expect(await unwrap(operator(), after)).toBe(after.length)
    expect(await unwrap(KeyRing.open(copy), after)).toBe(0)
    expect(await unwrap(operator(), before)).toBe(0)
  })

  test('keys that were read just before it ended are read once more', async () => {
    const answers = [await allKeys()]
    await rotate(here.server.owner, operator(), { epoch: true })
    answers.push(await allKeys())
    const { of } = answers[0]![0]!
    const ofOne = async () => answers.shift()!.filter((key) => key.of === of)
    expect((await readKeys(operator(), of, ofOne)).length).toBeGreaterThan(0)
    expect(answers).toEqual([])
  })

  test('a process that heard nothing seals and opens on', async () => {
    const deaf = KeyRing.open(here.server.ringPath)
    const old = deaf.current
    await rotate(here.server.owner, operator(), { epoch: true })
    here.parts.memory.clear()
    const id = await here.within(world.vuurtoren, async (work) => {
      const [one] = await addPeople(work, [{ record: { givenName: 'Deafq', surname: 'Deafq' } }])
      return one!
    })
    expect(id).toBeTruthy()
    expect(deaf.current).toBe(old)
    const account = await addAccount(
      { ...here.parts, ring: deaf },
      { address: addressOf('deaf'), language: 'nl', persons: await onePerson(here) },
    )
    expect(deaf.current).toBe(old + 1)
    expect(await here.within(world.zeester, (work) => openAddress(work, deaf, account))).toBe(addressOf('deaf'))
  })
})

/** Ends a rotation at its nth step, as a kill would: nothing after it runs and the connection is gone. */
const dieAt = async (last: number): Promise<Step['step'] | 'done'> => {
  let steps = 0
  let died: Step['step'] | undefined
  const dying = rotate(here.server.owner, operator(), { master: true, epoch: true }, ({ step }) => {
    if (++steps < last) return
    died = step
    throw new Error('killed')
  })
  await dying.catch((error) => expect(error.message).toBe('killed'))
  return died ?? 'done'
}

test('broken off after any step it loses nothing, and the next one finishes', { timeout: 120_000 }, async () => {
  const seen = new Set<string>()
  for (let last = 1; !seen.has('done'); last++) {
    seen.add(await dieAt(last))
    const keys = await allKeys()
    expect(await unwrap(operator(), keys)).toBe(keys.length)
    const { failures } = await underLoad(async () => {})
    expect(failures).toEqual([])
    const ring = operator()
    await rotate(here.server.owner, ring, { epoch: true })
    expect(ring.generations).toEqual([ring.current])
    const status = await vaultStatus(here.server.owner, ring, new Date())
    expect(status.generations).toEqual([{ id: ring.current, current: true, keys: (await allKeys()).length }])
  }
  expect([...seen]).toEqual(['added', 'registered', 'used', 'wrapped', 'dropped', 'shredded', 'done'])
})

test('an older copy of the ring is refused before anything changes', async () => {
  const copy = `${here.server.ringPath}.old`
  copyFileSync(here.server.ringPath, copy)
  await rotate(here.server.owner, operator(), { epoch: true })
  const before = readFileSync(copy, 'utf8')
  await expect(rotate(here.server.owner, KeyRing.open(copy), { epoch: true })).rejects.toThrow(/is not the newest one/)
  expect(readFileSync(copy, 'utf8')).toBe(before)
  await asOwner(here.server.owner, async (client) => {
    const { rows } = await client.query('select id from vault_generation')
    expect(rows).toEqual([{ id: operator().current }])
  })
})

test('the application renews the epoch key by itself once it is 28 days old', async () => {
  const ring = operator()
  const before = ring.current
  const at = async (days: number) => {
    const now = () => new Date(ring.epochSince.getTime() + days * 86_400_000)
    await keepEpochYoung({ owner: here.server.owner, ring, now, log: here.parts.log })()
    return ring.current
  }
  expect(await at(27.9)).toBe(before)
  expect(await at(28)).toBe(before + 1)
  expect(ring.epochSince.getTime()).toBeGreaterThan(Date.now() - 60_000)
})
