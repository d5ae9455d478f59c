import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { type GivenResult, takeInResults } from '../taking-in.ts'

const door = frontDoor()
const { vuurtoren, staff, guardians, pupils } = world
const as = (person: string) => door.front.as(person, vuurtoren)
const today = () => door.front.within(vuurtoren, async (work) => work.today)

const given = (pupil: string, on: string, published: boolean, test: string): GivenResult => ({
  key: `${test}/${pupil}`,
  pupil,
  test: { key: test, subject: 'Taalq', name: test, goal: null, dueOn: null },
  on,
  state: 'scored',
  score: { value: 17, min: 0, max: 20 },
  level: null,
  feedback: 'Mooi gewerktq',
  published,
})

const takeIn = (results: readonly GivenResult[]) =>
  door.front.within(vuurtoren, (work) => takeInResults(work, { source: 'test', results }))

const change = async (to: 'on' | 'off') => {
  const told = new Promise<void>((resolve) =>
    door.front.parts.notifications.onAny((topic) => topic === 'sites' && resolve()),
  )
  const office = await as(staff.wim)
  const seen = /name="seen" value="(\d+)"/.exec(await office.text(urls.modules()))![1]!
  const answer = await office.post(urls.modules(), {
    module: 'results-home',
    to,
    reason: 'Ouders vroegen het',
    seen,
  })
  expect(answer.status).toBe(303)
  await told
}

test('nothing goes home where the school did not choose it', async () => {
  await change('off')
  await takeIn([given(pupils.zuri, await today(), true, 'Vooraf q')])
  const ngozi = await as(guardians.ngozi)
  expect((await ngozi.get(urls.myResults())).status).toBe(404)
  expect(await ngozi.text(urls.home())).not.toContain('Resultaten')
})

test('then guardians with a say and the pupil see what was released, and nothing of others', async () => {
  await change('on')
  const day = await today()
  await takeIn([
    given(pupils.zuri, day, true, 'Verhaal q'),
    given(pupils.zuri, day, false, 'Kladje q'),
    given(pupils.mila, day, true, 'Van Mila q'),
    given(pupils.noor, day, true, 'Van Noor q'),
  ])
  const ngozi = await as(guardians.ngozi)
  expect(await ngozi.text(urls.later())).toContain('Nieuw resultaat: Verhaal q')
  const page = await ngozi.text(urls.myResults())
  for (const words of ['Verhaal q', '17 van 20', 'Mooi gewerktq']) expect(page).toContain(words)
  for (const words of ['Kladje q', 'Van Mila q', 'Van Noor q']) expect(page).not.toContain(words)
  expect(await ngozi.text(urls.later())).not.toContain('Verhaal q')
  // For information only: no place, and no result.
  expect((await (await as(guardians.gerda)).get(urls.myResults())).status).toBe(404)
  expect((await (await as(staff.hatice)).get(urls.myResults())).status).toBe(404)
})

test('what was only marked goes home once it is released, and stays so', async () => {
  const day = await today()
  await takeIn([given(pupils.zuri, day, true, 'Kladje q')])
  const ngozi = await as(guardians.ngozi)
  expect(await ngozi.text(urls.later())).toContain('Nieuw resultaat: Kladje q')
  await takeIn([given(pupils.zuri, day, false, 'Kladje q')])
  expect(await ngozi.text(urls.myResults())).toContain('Kladje q')
})

test('a mark that the school did not release is read in "My data" after four weeks, and not before', async () => {
  await takeIn([
    given(pupils.zuri, '2026-09-02', false, 'Nog niet q'),
    given(pupils.zuri, '2026-09-02', true, 'Wel al q'),
  ])
  const ngozi = await as(guardians.ngozi)
  const page = () => ngozi.text(urls.childData({ id: pupils.zuri }))
  expect(await page()).toContain('Wel al q')
  expect(await page()).not.toContain('Nog niet q')
  await door.front.within(vuurtoren, ({ db, now }) =>
    db
      .updateTable('result')
      .set({ taken_in_at: new Date(now.getTime() - 28 * 86_400_000) })
      .where('on_day', '=', '2026-09-02')
      .execute(),
  )
  expect(await page()).toContain('Nog niet q')
})

test('a few points down do not look like a fall', async () => {
  const day = await today()
  const subject = 'Lezenq'
  const scored = (name: string, value: number): GivenResult => ({
    ...given(pupils.zuri, day, true, name),
    test: { key: name, subject, name, goal: null, dueOn: null },
    score: { value, min: 0, max: 100 },
  })
  await takeIn([scored('Lezen q1', 75), scored('Lezen q2', 73)])
  const page = await (await as(guardians.ngozi)).text(urls.myResults())
  const part = page.slice(page.indexOf(`Zo ging ${subject.toLowerCase()}`))
  const [, from, to] = /class="growth-line" d="M[\d.]+ ([\d.]+)L[\d.]+ ([\d.]+)"/.exec(part)!.map(Number)
  expect(Math.abs(to! - from!)).toBeGreaterThan(0)
  expect(Math.abs(to! - from!)).toBeLessThan(5)
})
