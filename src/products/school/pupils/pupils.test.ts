import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { staff, pupils, guardians, groups, vuurtoren } = world
const DAY = 86_400_000
const day = (from: number) =>
  new Date(Date.now() + from * DAY).toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' })

const as = (person: string) => door.front.as(person, vuurtoren)
const idIn = (response: Response) => /people\/([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')![1]!
const daan = { givenName: 'Daanq', prefix: 'de', surname: 'Vriesq', group: groups.five, year: '', from: day(0) }

test('the office adds a pupil with a group and a first day, and a parent right away or later', async () => {
  const wim = await as(staff.wim)
  const refused = await wim.post(urls.newPupil(), { ...daan, surname: '', group: '', from: '2020-01-01' })
  expect(refused.status).toBe(422)
  const said = await refused.text()
  for (const part of ['value="Daanq"', 'Vul een achternaam in', 'Kies een groep', 'dag in van dit schooljaar'])
    expect(said).toContain(part)

  const added = await wim.post(urls.newPupil(), { ...daan, parents: 'now' })
  const id = idIn(added)
  expect(added.headers.get('location')).toBe(urls.newGuardianship({ id }))
  expect(await (await as(staff.hatice)).text(urls.group({ id: groups.five }))).toContain('Daanq de Vriesq')
  expect(await wim.text(urls.person({ id }))).toContain('jaargroep 5')

  const later = await wim.post(urls.newPupil(), {
    ...daan,
    givenName: 'Siemq',
    surname: 'Kleinq',
    from: day(9),
    parents: 'later',
  })
  expect(later.headers.get('location')).toBe(urls.person({ id: idIn(later) }))
  expect(await (await as(staff.hatice)).text(urls.group({ id: groups.five }))).not.toContain('Siemq')
  door.front.clock.now = new Date(Date.now() + 9 * DAY)
  expect(await (await as(staff.hatice)).text(urls.group({ id: groups.five }))).toContain('Siemq')
  door.front.clock.now = null
})

test('who looks the same is shown first; twins with one initial are two children', async () => {
  const wim = await as(staff.wim)
  const twin = { ...daan, givenName: 'Davidq', surname: 'vriesQ' }
  const asked = await wim.post(urls.newPupil(), twin)
  const said = await asked.text()
  expect([asked.status, said.includes('Daanq de Vriesq'), said.includes('Een tweeling')]).toEqual([422, true, true])
  expect(said).toContain('Nee, Davidq is iemand anders')
  const added = await wim.post(urls.newPupil(), { ...twin, other: 'yes' })
  expect(added.status).toBe(303)
  const list = await (await wim.post(urls.people(), { kind: 'pupils', name: 'vriesq' })).text()
  for (const name of ['Daanq', 'Davidq']) expect(list).toContain(name)
})

test('with the same name and day of birth nobody is added twice, also not who left', async () => {
  const wim = await as(staff.wim)
  await door.front.within(vuurtoren, ({ db }) => db.updateTable('school').set({ keeps_birth_dates: true }).execute())
  const lot = { ...daan, givenName: 'Lotteq', surname: 'Dubbelq', birthDate: '2017-03-04' }
  const first = await wim.post(urls.newPupil(), lot)
  await wim.post(urls.leaving({ id: idIn(first) }), { when: 'now' })
  const again = await wim.post(urls.newPupil(), { ...lot, other: 'yes' })
  const said = await again.text()
  expect([again.status, said.includes('Haal dat kind terug'), said.includes('name="other"')]).toEqual([
    422,
    true,
    false,
  ])
  expect(said).toContain(urls.returning({ id: idIn(first) }))
  const twin = await wim.post(urls.newPupil(), { ...lot, givenName: 'Larsq', other: 'yes' })
  expect(twin.status).toBe(303)
  const future = await wim.post(urls.newPupil(), { ...lot, givenName: 'Xq', birthDate: '2999-01-01' })
  expect([future.status, (await future.text()).includes('Vul een dag in die voorbij is')]).toEqual([422, true])
})

test('a pupil gets another group from a day on: the old teacher no longer sees the child, the new one does', async () => {
  const wim = await as(staff.wim)
  const [hatice, tom] = [await as(staff.hatice), await as(staff.tom)]
  const change = urls.placing({ id: pupils.mila })
  expect(await wim.text(change)).toContain('Een andere groep voor Milaq')
  expect((await wim.post(change, { group: groups.six, year: '', from: day(-1) })).status).toBe(422)
  const same = await wim.post(change, { group: groups.five, year: '5', from: day(0) })
  expect([same.status, (await same.text()).includes('zit dit kind al')]).toEqual([422, true])
  expect((await wim.post(change, { group: groups.molenSeven, year: '', from: day(0) })).status).toBe(422)
  const given = { group: groups.six, year: '6', from: day(1) }
  expect((await wim.post(change, given)).status).toBe(303)
  expect((await wim.post(change, given)).status).toBe(422)
  expect((await hatice.get(urls.person({ id: pupils.mila }))).status).toBe(200)
  expect((await tom.get(urls.person({ id: pupils.mila }))).status).toBe(404)
  door.front.clock.now = new Date(Date.now() + DAY)
  expect((await hatice.get(urls.person({ id: pupils.mila }))).status).toBe(404)
  expect((await tom.get(urls.person({ id: pupils.mila }))).status).toBe(200)
  door.front.clock.now = null
})

test('a new guardian or colleague who is known already stays one person', async () => {
  const wim = await as(staff.wim)
  const terms = { relation: 'moeder', authority: 'yes', may: ['collect'], callOrder: '1', note: 'woensdag bellen' }
  const typed = { givenName: 'Hatice', surname: 'Aydinq', ...terms }
  const add = urls.newGuardianship({ id: pupils.ravi })
  const asked = await wim.post(add, { ...typed, givenName: 'Haticeq' })
  const said = await asked.text()
  expect([asked.status, said.includes('Ja, dit is Haticeq Aydınq'), said.includes('woensdag bellen')]).toEqual([
    422,
    true,
    true,
  ])
  const done = await wim.post(add, { ...typed, guardian: staff.hatice })
  expect(done.headers.get('location')).toBe(urls.person({ id: pupils.ravi }))
  const hatice = await as(staff.hatice)
  expect((await hatice.get(urls.child({ id: pupils.ravi }))).status).toBe(200)
  expect((await hatice.get(urls.group({ id: groups.five }))).status).toBe(200)

  const staffed = { givenName: 'Ngoziq', surname: 'Okaforq', roles: 'support' }
  expect((await wim.post(urls.newStaff(), staffed)).status).toBe(422)
  const one = await wim.post(urls.newStaff(), { ...staffed, person: guardians.ngozi })
  expect(one.headers.get('location')).toBe(urls.person({ id: guardians.ngozi }))
  const page = await wim.text(urls.person({ id: guardians.ngozi }))
  for (const part of ['Ondersteuning', 'Tobiq', 'ouder of verzorger'])
    expect(page.toLowerCase()).toContain(part.toLowerCase())
})
