import { expect, test } from 'vitest'
import { Queue, QueueFull } from './queue.ts'

const placeOf = (run: Promise<unknown>) =>
  run.then(
    () => 'in',
    (error) => (error as QueueFull).place,
  )

test('who was refused first is let in first, before who comes later; who does not come again loses the place', async () => {
  let now = 0
  const queue = new Queue(1, 1, () => now)
  const ends: (() => void)[] = []
  const hold = (ticket?: string) => queue.run(() => new Promise<void>((done) => ends.push(done)), ticket)
  const first = hold()
  const second = hold()
  expect(await placeOf(hold('a'))).toBe(2)
  expect(await placeOf(hold('b'))).toBe(3)
  expect(await placeOf(hold('a'))).toBe(2)
  await expect(hold()).rejects.toThrow(QueueFull)
  ends[0]!()
  await first
  expect(await placeOf(hold('b'))).toBe(2)
  const third = hold('a')
  expect(await placeOf(hold('c'))).toBe(3)
  now = 61_000
  expect(await placeOf(hold('d'))).toBe(2)
  for (const ended of [second, third]) {
    await Promise.resolve()
    ends.at(-1)!()
    await ended
  }
})
