import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { staff, groups, vuurtoren } = world

const as = (person: string) => door.front.as(person, vuurtoren)
const day = (from: number) =>
  new Date(Date.now() + from * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' })

test('a teacher has the own groups, the office all of them with who teaches when', async () => {
  const tom = await as(staff.tom)
  const own = await tom.text(urls.groups())
  expect(own).toContain('Groep 6')
  expect(own).not.toContain('Groep 5')
  const all = await (await as(staff.wim)).text(urls.groups())
  for (const name of ['Groep 5', 'Groep 6', 'Plusgroep', 'Andere groepen']) expect(all).toContain(name)
  const six = await tom.text(urls.group({ id: groups.six }))
  for (const part of ['Tobiq Okaforq', 'Raviq Ramdinq', 'ma, di en wo']) expect(six).toContain(part)
  for (const other of [staff.roos, world.guardians.kofi])
    expect((await (await as(other)).get(urls.groups())).status).toBe(404)
})

test('a count leaves out whom one may not know', async () => {
  expect(await (await as(staff.hatice)).text(urls.group({ id: groups.five }))).toContain('4 leerlingen')
  expect(await (await as(staff.wim)).text(urls.group({ id: groups.five }))).toContain('3 leerlingen')
})

test('the office puts a substitute before a group for some days and takes somebody off at once', async () => {
  const wim = await as(staff.wim)
  const marit = await as(staff.marit)
  const assign = urls.newGroupTeacher({ id: groups.five })
  const refused = await wim.post(assign, { person: staff.marit, from: day(2), to: day(1), weekdays: ['2'] })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('ligt vóór de eerste')
  expect((await wim.post(assign, { person: staff.wim, from: day(0) })).status).toBe(404)
  expect((await wim.post(assign, { person: staff.marit, from: day(0), to: day(1) })).status).toBe(303)
  expect((await wim.post(assign, { person: staff.marit, from: day(0) })).status).toBe(422)
  expect(await marit.text(urls.group({ id: groups.five }))).toContain('Zuriq')
  await wim.post(urls.endGroupTeacher({ id: groups.five, person: staff.marit }))
  expect((await marit.get(urls.group({ id: groups.five }))).status).toBe(404)
})
