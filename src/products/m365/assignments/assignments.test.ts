import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reading } from '#shared/vault/opening.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { atVuurtoren } from '#test/graph/at-school.ts'
import { TestMicrosoft } from '#test/graph/microsoft.ts'
import { runJobs } from '#test/jobs.ts'
import { world } from '#test/world.ts'
import { resultRecord } from '../results/personal-data.ts'
import { toDo } from '../results/to-do/queries.ts'

const microsoft = await TestMicrosoft.start()
const door = frontDoor({ authority: microsoft.authority, pace: microsoft.pace })
afterAll(() => microsoft.close())
const { vuurtoren, staff, guardians, groups, pupils } = world
const { within, pass, bringInStep } = atVuurtoren(door, microsoft)
const DAY = 86_400_000
const now = () => microsoft.pace.now()

const points = (value: number, published: boolean) => ({
  '@odata.type': '#microsoft.graph.educationPointsOutcome',
  id: randomUUID(),
  points: { points: value },
  publishedPoints: published ? { points: value } : null,
})

/** An assignment of group 5 with what two pupils made of it. */
const assign = (name: string, due: number, made: Record<string, { status: string; outcomes?: object[] }>) => {
  const five = microsoft.groups.find(({ displayName }) => displayName.includes('Groep 5'))!
  const id = randomUUID()
  microsoft.tenant.directory.assignments[id] = {
    id,
    classId: five.id,
    status: 'assigned',
    displayName: name,
    dueDateTime: new Date(due).toISOString(),
    grading: { '@odata.type': '#microsoft.graph.educationAssignmentPointsGradeType', maxPoints: 20 },
    changed: now(),
    submissions: Object.entries(made).map(([user, { status, outcomes = [] }]) => ({
      id: randomUUID(),
      status,
      recipient: microsoft.user(user).id,
      submittedDateTime: status === 'working' ? null : new Date(now()).toISOString(),
      returnedDateTime: status === 'returned' ? new Date(now()).toISOString() : null,
      changed: now(),
      outcomes: outcomes as never,
    })),
  }
  return id
}

const read = async (whole: boolean) => {
  pass(1_000)
  await within(vuurtoren, (work) => work.enqueue('m365-assignments', { whole, done: [] }))
  await runJobs(door.front, 'm365-assignments')
}
const stored = () =>
  within(vuurtoren, async (work) => {
    const rows = await work.db
      .selectFrom('result')
      .select(['id', 'pupil_id', 'published_at', 'record_hash', 'record'])
      .orderBy('pupil_id')
      .execute()
    const opened = await work.open(rows, { record: reading(resultRecord, 'id', 'test') })
    return opened
      .map(({ record, pupil_id, published_at, record_hash }) => ({
        name: record.test,
        pupil_id,
        published_at,
        record_hash,
      }))
      .sort((one, other) => one.name.localeCompare(other.name))
  })
const table = async () =>
  (await door.front.as(staff.hatice, vuurtoren)).text(urls.resultsOf({ group: groups.five }, { as: 'table' }))

const held = { taal: '' }
beforeAll(async () => {
  await within(vuurtoren, (work) => microsoft.connect(work))
  await bringInStep()
})

test('what was marked is for the teacher, what was returned is released, what is late is missing', async () => {
  held.taal = assign('Taalq', now() + DAY, {
    'milaq.yildizq': { status: 'returned', outcomes: [points(16, true)] },
    'zuriq.okaforq': { status: 'submitted', outcomes: [points(9, false)] },
  })
  assign('Rekenenq', now() - DAY, { 'milaq.yildizq': { status: 'working' } })
  assign('Laterq', now() + DAY, { 'milaq.yildizq': { status: 'working' } })
  await read(false)
  const page = await table()
  for (const words of ['16 van 20', '9 van 20', 'niet ingeleverd']) expect(page).toContain(words)
  expect(page).not.toContain('Laterq')
  expect(await within(vuurtoren, (work) => toDo(work, { id: pupils.mila }))).toMatchObject([{ name: 'Laterq' }])
  expect(await within(vuurtoren, (work) => toDo(work, { id: pupils.zuri }))).toEqual([])
  const released = (await stored())
    .filter(({ published_at }) => published_at)
    .map(({ name, pupil_id }) => [name, pupil_id])
  expect(released).toEqual([['Taalq', pupils.mila]])
})

test('what was marked after it was returned does not go home', async () => {
  await within(vuurtoren, (work) =>
    work.db.updateTable('organisation').set({ modules_off: [] }).where('id', '=', vuurtoren).execute(),
  )
  const ofZuri = (id: string) => microsoft.tenant.directory.assignments[id]!.submissions[0]!
  const later = assign('Aardrijkskundeq', now() + DAY, { 'zuriq.okaforq': { status: 'returned' } })
  const again = assign('Spellingq', now() + DAY, {
    'zuriq.okaforq': { status: 'returned', outcomes: [points(16, true)] },
  })
  await read(false)
  Object.assign(ofZuri(later), { changed: now(), outcomes: [points(11, false)] })
  const marked = { ...points(3, false), publishedPoints: { points: 16 } }
  Object.assign(ofZuri(again), { changed: now(), status: 'submitted', outcomes: [marked] })
  await read(false)
  const page = async () => (await door.front.as(guardians.ngozi, vuurtoren)).text(urls.myResults())
  const before = await page()
  expect(before).toContain('16 van 20')
  for (const words of ['11 van 20', '3 van 20']) expect(before).not.toContain(words)
  Object.assign(ofZuri(later), { changed: now(), outcomes: [points(11, true)] })
  Object.assign(ofZuri(again), { changed: now(), status: 'returned', outcomes: [points(3, true)] })
  await read(false)
  const after = await page()
  for (const words of ['11 van 20', '3 van 20']) expect(after).toContain(words)
  for (const id of [later, again]) delete microsoft.tenant.directory.assignments[id]
  await read(true)
})

test('a class that is gone does not keep the others from being read', async () => {
  const ours = await within(vuurtoren, ({ db }) =>
    db.selectFrom('m365_group').selectAll().where('kind', '=', 'class').orderBy('id').execute(),
  )
  const objects = ours.map(({ object_id }) => object_id)
  const hold = (values: readonly (string | null)[]) =>
    within(vuurtoren, async ({ db }) => {
      await db.updateTable('m365_group').set({ object_id: null }).where('kind', '=', 'class').execute()
      for (const [index, { id }] of ours.entries())
        await db.updateTable('m365_group').set({ object_id: values[index]! }).where('id', '=', id).execute()
    })
  const five = microsoft.groups.find(({ displayName }) => displayName.includes('Groep 5'))!.id
  const id = assign('Muziekq', now() + DAY, { 'milaq.yildizq': { status: 'submitted', outcomes: [points(5, false)] } })
  await hold(ours.map((_, index) => (index === ours.length - 1 ? five : randomUUID())))
  await read(false)
  expect(await table()).toContain('5 van 20')
  await hold(objects)
  delete microsoft.tenant.directory.assignments[id]
  await read(true)
})

test('the same again changes nothing, and a whole look takes away what was deleted', async () => {
  const before = await stored()
  await read(false)
  await read(true)
  expect(await stored()).toEqual(before)
  delete microsoft.tenant.directory.assignments[held.taal]
  await read(false)
  expect(await stored()).toEqual(before)
  await read(true)
  expect((await stored()).map(({ name }) => name)).toEqual(['Laterq', 'Rekenenq'])
})

test('without the permission nothing is asked, and nothing is lost', async () => {
  await within(vuurtoren, (work) => work.db.updateTable('m365_setup').set({ given: [] }).execute())
  const before = await stored()
  let asked = 0
  const look = microsoft.graph.look
  microsoft.graph.look = (exchange) => {
    asked++
    look?.(exchange)
  }
  await read(true)
  expect(await stored()).toEqual(before)
  expect(asked).toBe(0)
})

test('and all of it as Graph’s own schema says (skipped where ../shared/contracts is missing)', () => {
  expect(microsoft.wrong).toEqual([])
})
