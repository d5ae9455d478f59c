import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { roundOf } from '#test/conversation-rounds.ts'
import { frontDoor } from '#test/front-door.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'
import { bookingTurns, lookingTurns } from './family/page.tsx'

const door = frontDoor()
const { vuurtoren, guardians, pupils, groups } = world
const { makeRound, slotsOf, bookings, book } = roundOf(door)

/** Takes every place of a line until it is released. */
const crowd = (turns: typeof bookingTurns) => {
  let release = () => {}
  const held = new Promise<void>((done) => {
    release = done
  })
  const ended = Promise.allSettled(Array.from({ length: 1_000 }, () => turns.run(() => held)))
  return { ended, release: () => release() }
}

test('more at once than there is room for: a place in the line, kept for who comes again, and nothing is lost', async () => {
  setClock(door.front, week.tuesday, '07:48')
  const round = await makeRound({ groups: groups.five })
  const [first, second] = await slotsOf(round, groups.five)
  const [ngozi, fenna] = [
    await door.front.as(guardians.ngozi, vuurtoren),
    await door.front.as(guardians.fenna, vuurtoren),
  ]
  const { ended, release } = crowd(bookingTurns)
  const [hers, theirs] = [randomUUID(), randomUUID()]
  const busy = await book(ngozi, round, { [pupils.zuri]: first!.id }, hers)
  expect(busy.status).toBe(503)
  const page = await busy.text()
  for (const kept of ['Je bent nummer 401 in de rij', hers, first!.id, 'data-behaviour="resend"'])
    expect(page).toContain(kept)
  const next = await book(fenna, round, { [pupils.mila]: second!.id }, theirs)
  expect(await next.text()).toContain('Je bent nummer 402 in de rij')
  expect(await (await book(ngozi, round, { [pupils.zuri]: first!.id }, hers)).text()).toContain('nummer 401 in')
  expect(await bookings()).toEqual([])
  release()
  await ended
  expect((await book(fenna, round, { [pupils.mila]: second!.id }, theirs)).status).toBe(303)
  expect((await book(ngozi, round, { [pupils.zuri]: first!.id }, hers)).status).toBe(303)
  expect(await bookings()).toHaveLength(2)
})

test('who only looks has a line apart, and the page asks again by itself', async () => {
  const ngozi = await door.front.as(guardians.ngozi, vuurtoren)
  const { ended, release } = crowd(lookingTurns)
  const busy = await ngozi.get(urls.conversations())
  expect([busy.status, busy.headers.get('refresh')]).toEqual([503, '8'])
  expect(await busy.text()).toContain('Je bent nummer 301 in de rij')
  release()
  await ended
  expect((await ngozi.get(urls.conversations())).status).toBe(200)
})
