import { expect, test } from 'vitest'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { fillSchool, MORNING } from '../school.ts'
import { checkHistory, checkRows, hasAnOrder } from './check.ts'
import { act, type Recorder, type Send } from './clients.ts'
import { type Field, judge, openField, withoutKeys } from './field.ts'
import type { Deed } from './history.ts'

const slots = new Map([
  ['a', { starts: 0, ends: 10 }],
  ['b', { starts: 5, ends: 15 }],
  ['c', { starts: 20, ends: 30 }],
])
const deed = (began: number, was: string | null, to: string | null, more: Partial<Deed> = {}): Deed => ({
  kind: to ? 'set' : 'clear',
  key: `${began}`,
  pupil: 'zuri',
  was,
  to,
  began,
  ended: began + 5,
  outcome: 'done',
  ...more,
})
const look = (began: number, saw: string | null, pupil = 'zuri') => ({ pupil, saw, began, ended: began + 1 })

test('the check accepts what can have been, also when answers were lost and deeds crossed', () => {
  const lost = deed(10, 'a', 'c', { outcome: 'unknown', ended: Number.MAX_VALUE })
  expect(hasAnOrder([deed(0, null, 'a'), deed(20, 'a', null)], [look(7, 'a'), look(30, null)])).toBe(true)
  for (const end of ['a', 'c']) expect(hasAnOrder([deed(0, null, 'a'), lost], [look(40, end)])).toBe(true)
  expect(hasAnOrder([deed(0, null, 'a'), deed(2, 'a', 'c')], [look(3, 'c'), look(40, 'c')])).toBe(true)
  expect(hasAnOrder([deed(0, null, 'a', { outcome: 'refused' })], [look(40, null)])).toBe(true)
})

test('the check refuses an acknowledged deed that is gone, one that happened again, and a change that nobody asked for', () => {
  expect(hasAnOrder([deed(0, null, 'a')], [look(10, null)])).toBe(false)
  expect(hasAnOrder([deed(0, null, 'a'), deed(10, 'a', null)], [look(20, null), look(30, 'a')])).toBe(false)
  expect(hasAnOrder([deed(0, null, 'a')], [look(10, 'c')])).toBe(false)
  expect(hasAnOrder([deed(0, null, 'a', { outcome: 'refused' })], [look(10, 'a')])).toBe(false)
  const lost = deed(10, 'a', 'c', { outcome: 'unknown', ended: Number.MAX_VALUE })
  expect(hasAnOrder([deed(0, null, 'a'), lost], [look(20, 'c'), look(30, 'a')])).toBe(false)
})

test('the check finds a slot that two had at one moment, and a family in two places', () => {
  const familyOf = new Map([
    ['zuri', 'okafor'],
    ['tobi', 'okafor'],
    ['mila', 'yildiz'],
  ])
  const kinds = (second: Deed) =>
    checkHistory({ deeds: [deed(0, null, 'a'), second], looks: [], familyOf, slots }).map(({ kind }) => kind)
  expect(kinds(deed(10, null, 'a', { pupil: 'mila' }))).toEqual(['slot twice'])
  expect(kinds(deed(10, null, 'b', { pupil: 'tobi' }))).toEqual(['two places'])
  expect(kinds(deed(10, null, 'c', { pupil: 'tobi' }))).toEqual([])
  expect(kinds(deed(10, null, 'b', { pupil: 'mila' }))).toEqual([])
  const rows = [
    { pupil: 'zuri', slot: 'a', family: 'okafor' },
    { pupil: 'mila', slot: 'a', family: 'yildiz' },
    { pupil: 'tobi', slot: 'b', family: 'okafor' },
  ]
  expect(checkRows(rows, slots).map(({ kind }) => kind)).toEqual(['slot twice', 'two places'])
  expect(checkRows(rows.slice(2), slots)).toEqual([])
})

const door = frontDoor()
const CLIENTS = 24
const DEEDS_EACH = 6

/** Families of a school of the world act at once through the front door; answers what the check finds afterwards. */
const play = async (field: Field) => {
  let time = 0
  const recorder: Recorder = { deeds: [], looks: [], retries: 0, now: () => ++time }
  const send: Send = async (cookie, path, form) => {
    const browser = door.front.stranger('zeester.localhost')
    browser.cookie = cookie
    const answer = form ? await browser.post(path, form) : await browser.get(path)
    return { status: answer.status, body: await answer.text() }
  }
  const all = field.clients.map(async (client) => {
    for (let count = 0; count < DEEDS_EACH; count++) await act(send, recorder, client)
  })
  await Promise.all(all)
  const anomalies = await door.front.within(world.zeester, (work) => judge(work, field, recorder))
  return { anomalies, recorder }
}

test('families who all act at once find no anomaly; without the keys of the database the check fails', async () => {
  const { front } = door
  front.clock.now = MORNING
  const field = await front.within(world.zeester, async (work) =>
    openField(work, front.parts.ring, await fillSchool(work), CLIENTS),
  )
  const { anomalies, recorder } = await play(field)
  expect(anomalies).toEqual([])
  expect(new Set(recorder.deeds.map(({ outcome }) => outcome))).toEqual(new Set(['done', 'refused']))
  await withoutKeys(front.server.owner)
  let found = 0
  for (let times = 0; found === 0 && times < 20; times++) found = (await play(field)).anomalies.length
  expect(found).toBeGreaterThan(0)
})
