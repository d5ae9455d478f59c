import { describe, expect, test } from 'vitest'
import type { Work } from '#shared/tenancy/work.ts'
import { frontDoor } from '#test/front-door.ts'
import { asSuperuser } from '#test/server.ts'
import { world } from '#test/world.ts'
import { Guesses } from './guesses.ts'
import { networkOf } from './network.ts'
import { Throttle } from './throttle.ts'

const door = frontDoor()

test('at most a hundred guesses at an account get an answer in a day, and no fewer than fifty', async () => {
  const { clock, parts } = door.front
  const start = Date.parse('2026-11-24T08:00:00Z')
  clock.now = new Date(start)
  const who = { addressHash: 'somebody', what: 'password', knownDevice: undefined, from: '' } as const
  const guess = () =>
    door.front.within(world.vuurtoren, async (work) => {
      const guesses = new Guesses(work, parts.ring, who)
      const until = await guesses.waitUntil()
      if (!until) await guesses.failed()
      return until
    })
  const answers = [0, 0]
  for (const day of [0, 1]) {
    while (clock.now.getTime() < start + (day + 1) * 86_400_000) {
      const until = await guess()
      if (until) clock.now = until
      else answers[day]!++
    }
  }
  clock.now = null
  expect(answers).toEqual([86, 72])
})

test('the very first guesses at an account come one by one too', async () => {
  const throttle = (work: Work) => new Throttle(work, door.front.parts.ring, 'account', 'nobody guessed yet')
  const isBlocked = () =>
    asSuperuser(door.front.server.admin, async (client) => {
      const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      for (;;) if ((await client.query(waiting)).rowCount) return 'blocked'
    })
  let second: Promise<unknown> = Promise.resolve()
  await door.front.within(world.vuurtoren, async (work) => {
    await throttle(work).waitUntil({ oneByOne: true })
    second = door.front.within(world.vuurtoren, (other) => throttle(other).waitUntil({ oneByOne: true }))
    expect(await Promise.race([isBlocked(), second])).toBe('blocked')
  })
  await second
})

describe('guesses from one network', () => {
  test('a hundred are free, as a whole school may be behind it; then they wait, but never a known device', async () => {
    const guess = (number: number, knownDevice?: string) =>
      door.front.within(world.vuurtoren, async (work) => {
        const from = '192.0.2.7'
        const who = { addressHash: `address ${number}`, what: 'password', knownDevice, from } as const
        const guesses = new Guesses(work, door.front.parts.ring, who)
        const until = await guesses.waitUntil()
        if (!until) await guesses.failed()
        return until
      })
    for (let number = 0; number <= 100; number++) expect(await guess(number)).toBeNull()
    expect(await guess(101)).not.toBeNull()
    expect(await guess(102, 'a device')).toBeNull()
  })

  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:0001:2::9', '2001:db8:1:2'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['', undefined],
  ])('%s counts for %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
