import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { g4 } from '#test/edexml/applying.ts'
import { children, openOffice, school, takeOver, upload } from '#test/edexml/office.ts'
import { g3 } from '#test/edexml/stored.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { groupsOfPlan } from './plans.ts'

const door = frontDoor()
const { staff, pupils, vuurtoren, zeester } = world

afterEach(() =>
  door.front.within(vuurtoren, async ({ db }) => {
    await db.deleteFrom('school_year_plan').execute()
  }),
)

const begin = async (office: Browser) => {
  const id = (await office.post(urls.schoolYears())).headers.get('location')!.split('/').at(-1)!
  const groups = (organisation: string) =>
    door.front.within(organisation, async (work) =>
      Object.fromEntries((await groupsOfPlan(work, id)).map(({ name, id: group }) => [name, group])),
    )
  return { id, groups }
}

test('a group of two groups and a part of a third: what two tick at once is both kept, nothing foreign comes in', async () => {
  const [wim, anouk] = [await door.front.as(staff.wim, vuurtoren), await door.front.as(staff.anouk, vuurtoren)]
  const { id, groups } = await begin(wim)
  const home = await groups(vuurtoren)
  const make = (fields: Record<string, string | string[]>) => wim.post(urls.schoolYearOtherGroups({ id }), fields)
  const key = randomUUID()
  for (const [fields, words] of [
    [{ name: '' }, 'Vul een naam in'],
    [{ name: 'groep 5' }, 'al een groep met deze naam'],
    [{ name: 'x'.repeat(65) }, 'is te lang'],
  ] as const) {
    const refused = await make({ ...fields, requestKey: key })
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(words)])
  }
  expect((await make({ name: 'Plusklas', of: world.groups.five, requestKey: key })).status).toBe(404)
  const plus = { name: 'Plusklas', of: home['Groep 6']!, requestKey: key }
  for (const _ of [1, 2]) expect((await make(plus)).status).toBe(303)
  const page = urls.schoolYearGroup({ id, group: key })
  expect(await wim.text(page)).toMatch(/Milaq[\s\S]*Groep 6/)
  // The child whose identity is protected came along, for those who may know.
  expect(await wim.text(page)).not.toContain('Onvindbaarq')
  expect(await anouk.text(page)).toContain('Onvindbaarq')

  const choose = urls.schoolYearGroupPupils({ id, group: key })
  expect(await wim.text(choose)).toContain('Tobiq Okaforq')
  const within = [pupils.mila, pupils.zuri]
  expect((await wim.post(choose, { seen: within, in: [pupils.mila, pupils.tobi] })).status).toBe(303)
  expect((await anouk.post(choose, { seen: within, in: [...within, pupils.ravi] })).status).toBe(303)
  const both = await wim.text(page)
  for (const name of ['Milaq', 'Tobiq', 'Raviq']) expect(both).toContain(name)
  expect(both).not.toContain('Zuriq')
  for (const odd of [pupils.emre, pupils.hidden, randomUUID(), 'x'])
    expect((await wim.post(choose, { in: odd })).status).toBe(404)
  expect(
    (await wim.post(urls.schoolYearGroupPupils({ id, group: home['Groep 6']! }), { in: pupils.mila })).status,
  ).toBe(404)
  expect((await wim.post(page, { name: 'Plusgroep', seenName: 'Plusklas' })).status).toBe(303)
  expect((await wim.post(page, { name: 'Plus', seenName: 'Plusklas' })).status).toBe(422)
  expect(await wim.text(urls.schoolYearGroups({ id }))).toMatch(/Andere groepen[\s\S]*Plusgroep/)
  await wim.post(urls.removeSchoolYearGroup({ id, group: key }))
  expect((await wim.get(page)).status).toBe(404)
})

test('what was made by hand begins on the day without who leaves, and no file changes or ends it', async () => {
  const at = (day: string) => {
    door.front.clock.now = new Date(`${day}T10:00:00+02:00`)
  }
  at('2026-06-10')
  const office = await openOffice(door.front)
  await takeOver(office, await upload(office, school({ schoolYear: { start: 2025, end: 2026 } })))
  const { id, groups } = await begin(office)
  const key = randomUUID()
  await office.post(urls.schoolYearOtherGroups({ id }), { name: 'Koor', requestKey: key })
  const list = await office.text(urls.schoolYearGroupPupils({ id, group: key }))
  const of = (name: string) => list.match(new RegExp(`value="([0-9a-f-]{36})"[^>]*/><span>${name} Bree<`))![1]!
  const [first, second, leaver] = [of('Kind1q'), of('Kind2q'), of('Kind24q')]
  await office.post(urls.schoolYearGroupPupils({ id, group: key }), { in: [first, second, leaver] })

  // Next year's file knows no choir, and one child less.
  const next = school({
    schoolYear: { start: 2026, end: 2027 },
    groups: [{ ...g3, name: 'Groep 3 nieuw' }, g4],
    pupils: children.slice(0, 23),
  })
  const file = await upload(office, next)
  expect(await office.text(file)).not.toContain('Koor')
  expect((await takeOver(office, file, { confirmed: 'leavers' })).status).toBe(303)
  expect(Object.keys(await groups(zeester))).toContain('Koor')
  expect((await office.post(urls.schoolYearCheck({ id }), { day: '2026-08-01', without: 'yes' })).status).toBe(303)
  at('2026-08-01')
  const choir = urls.group({ id: key })
  const members = async () => (await office.text(choir)).match(/Kind\d+q/g)
  const both = await members()
  expect(new Set(both)).toEqual(new Set(['Kind1q', 'Kind2q']))
  at('2026-09-10')
  await takeOver(office, await upload(office, next))
  expect(await members()).toEqual(both)
})
