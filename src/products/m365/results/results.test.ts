import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { attentionOf, ClassResults, falls, middleHalf, percentOf, stepOf } from './figures.ts'
import { type GivenResult, takeInResults } from './taking-in.ts'

const door = frontDoor()
const { vuurtoren, staff, groups, pupils } = world
const as = (person: string) => door.front.as(person, vuurtoren)

const given = (pupil: string, number: number, value: number | null, more: Partial<GivenResult> = {}): GivenResult => ({
  key: `${pupil}/${number}`,
  pupil,
  test: { key: `dictee-${number}`, subject: 'Spellingq', name: `Dictee ${number}q`, goal: 50, dueOn: null },
  on: new Date(Date.now() - (10 - number) * 86_400_000).toISOString().slice(0, 10),
  state: value === null ? 'missing' : 'scored',
  score: value === null ? null : { value, min: 0, max: 20 },
  level: null,
  feedback: null,
  published: true,
  ...more,
})

const takeIn = (results: readonly GivenResult[], at = vuurtoren) =>
  door.front.within(at, (work) => takeInResults(work, { source: 'test', results }))
const stored = () =>
  door.front.within(vuurtoren, ({ db }) =>
    db.selectFrom('result').select(['id', 'published_at']).orderBy('id').execute(),
  )

test('a delivery that comes twice changes nothing, and what changed at the source replaces what stood', async () => {
  const first = [given(pupils.zuri, 1, 12), given(pupils.mila, 1, 8, { published: false })]
  expect(await takeIn(first)).toEqual(['new', 'new'])
  const before = await stored()
  expect(await takeIn(first)).toEqual(['same', 'same'])
  expect(await stored()).toEqual(before)
  expect(await takeIn([given(pupils.zuri, 1, 14), given(pupils.emre, 1, 9)])).toEqual(['changed', 'unknown-pupil'])
  expect(await stored()).toHaveLength(2)
  // Who sent it for another child by mistake takes it away from the first.
  expect(await takeIn([{ ...given(pupils.noor, 1, 14), key: `${pupils.zuri}/1` }])).toEqual(['changed'])
  expect(await stored()).toHaveLength(2)
  await takeIn([given(pupils.zuri, 1, 14)])
})

test('the teacher sees the own class, child by child; nobody else does', async () => {
  await takeIn(
    [2, 3, 4].flatMap((number) => [
      given(pupils.zuri, number, 20 - 3 * number),
      given(pupils.mila, number, 8 + number),
    ]),
  )
  await takeIn([given(pupils.noor, 4, null)])
  const hatice = await as(staff.hatice)
  const page = await hatice.text(urls.resultsOf({ group: groups.five }))
  for (const words of ['Spellingq', 'Zuriq Okaforq', 'mist', 'Spellingq zakt bij 1 kind', 'niet ingeleverd', '<svg'])
    expect(page).toContain(words)
  expect(page).not.toContain('style=')
  const tests = await hatice.text(urls.resultsOf({ group: groups.five }, { subject: 'Spellingq' }))
  expect(tests).toContain('Dictee 4q')
  expect(await hatice.text(urls.resultsOf({ group: groups.five }, { as: 'table' }))).toContain('12 van 20')
  const child = await hatice.text(urls.resultsOfPupil({ group: groups.five, pupil: pupils.mila }))
  expect(child).toContain('12 van 20')
  expect(child).not.toContain('Okaforq')
  const file = await hatice.get(urls.resultsFile({ group: groups.five }))
  expect(file.headers.get('content-disposition')).toContain('.csv')
  expect(await file.text()).toContain('Zuriq Okaforq;Spellingq;Dictee 4q;')
  const gone = [
    [staff.tom, 404],
    [staff.wim, 404],
    [staff.anouk, 200],
  ] as const
  for (const [person, status] of gone)
    expect((await (await as(person)).get(urls.resultsOf({ group: groups.five }))).status).toBe(status)
  expect((await hatice.get(urls.resultsOfPupil({ group: groups.five, pupil: pupils.tobi }))).status).toBe(404)
})

test('that a teacher looked stands in the log, by kind', async () => {
  const line = await door.front.within(vuurtoren, ({ db }) =>
    db
      .selectFrom('audit_line')
      .select('kinds')
      .where('place', '=', 'GET /results/:group')
      .where('person_id', '=', staff.hatice)
      .limit(1)
      .executeTakeFirstOrThrow(),
  )
  expect(line.kinds).toContain('results')
})

test('figures say what they say, and nothing of too few', () => {
  const scored = (value: number, min: number, max: number) =>
    percentOf({ state: 'scored', score: { value, min, max }, level: null })
  expect([scored(15, 10, 20), scored(25, 0, 20), scored(1, 1, 1)]).toEqual([50, 100, null])
  expect(percentOf({ state: 'scored', score: null, level: 'ii' })).toBe(70)
  expect(percentOf({ state: 'handed-in', score: { value: 1, min: 0, max: 2 }, level: null })).toBe(null)
  expect([49, 50, 62, 63, 100].map((percent) => stepOf(percent, 50))).toEqual([0, 1, 1, 2, 4])
  expect([0, 19, 20, 100].map((percent) => stepOf(percent, null))).toEqual([0, 0, 1, 4])
  expect(middleHalf([1, 2, 3])).toBe(null)
  expect(middleHalf([4, 1, 3, 2, 5])).toEqual({ from: 2, to: 4 })
  const way = (...percents: number[]) => percents.map((percent) => ({ percent }))
  expect([falls(way(60, 55, 50)), falls(way(60, 55, 54)), falls(way(60, 50)), falls(way(40, 60, 55, 51))]).toEqual([
    true,
    false,
    false,
    true,
  ])
})

test('what was missed long ago is not of today', () => {
  const tests = [{ id: 't', subject: 's', name: 'n', goal: null, dueOn: '2026-01-10' }]
  const found = new ClassResults(tests, [
    { id: 'r', pupil: 'p', test: 't', on: '2026-01-10', state: 'missing', score: null, level: null },
  ])
  expect(attentionOf(found, ['p'], '2026-01-20')).toMatchObject([{ kind: 'missing', pupils: ['p'] }])
  expect(attentionOf(found, ['p'], '2026-03-20')).toEqual([])
})
