import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { staff, pupils, guardians, vuurtoren, groups } = world

const as = (person: string) => door.front.as(person, vuurtoren)

test('the office finds everyone, a teacher the pupils of the own groups, and each by a part of the name', async () => {
  const wim = await as(staff.wim)
  const all = await wim.text(urls.people())
  for (const name of ['Zuriq Okaforq', 'Tobiq Okaforq', 'Noorq van der Meulenq']) expect(all).toContain(name)
  expect(await wim.text(urls.people({ kind: 'guardians' }))).toContain('Ouder van Tobiq en Zuriq')
  expect(await wim.text(urls.people({ kind: 'team' }))).toContain('Haticeq Aydınq')

  const hatice = await as(staff.hatice)
  const own = await hatice.text(urls.people())
  expect(own).toContain('Zuriq Okaforq')
  expect(own).not.toContain('Tobiq')
  expect(await hatice.text(urls.people({ kind: 'guardians' }))).not.toContain('Ngoziq')
  const found = await (await hatice.post(urls.people(), { name: 'meul' })).text()
  expect(found).toContain('Noorq van der Meulenq')
  expect(found).not.toContain('Zuriq')
})

test('a page that is not theirs is not there: other groups, other kinds, other schools, no id at all', async () => {
  const hatice = await as(staff.hatice)
  expect((await hatice.get(urls.person({ id: pupils.zuri }))).status).toBe(200)
  for (const id of [pupils.tobi, guardians.ngozi, staff.wim, pupils.emre, 'geen-id']) {
    expect((await hatice.get(urls.person({ id }))).status).toBe(404)
  }
  for (const address of [
    urls.editPerson({ id: pupils.zuri }),
    urls.newGuardianship({ id: pupils.zuri }),
    urls.roles({ id: staff.hatice }),
    urls.protection({ id: pupils.zuri }),
    urls.group({ id: groups.six }),
    urls.newStaff(),
  ])
    expect((await hatice.get(address)).status).toBe(404)
  const wim = await as(staff.wim)
  expect((await wim.get(urls.person({ id: pupils.emre }))).status).toBe(404)
  expect((await wim.get(urls.group({ id: groups.molenSeven }))).status).toBe(404)
  expect((await wim.get(urls.protection({ id: pupils.zuri }))).status).toBe(404)
})

test('a substitute has the group on the assigned days only', async () => {
  const marit = await as(staff.marit)
  expect(await marit.text(urls.groups())).toContain('Groep 6')
  expect((await marit.get(urls.person({ id: pupils.tobi }))).status).toBe(200)
  // The world's substitute has today and tomorrow: a run may go on past midnight.
  door.front.clock.now = new Date(Date.now() + 2 * 86_400_000)
  expect(await marit.text(urls.groups())).not.toContain('Groep 6')
  expect((await marit.get(urls.person({ id: pupils.tobi }))).status).toBe(404)
  door.front.clock.now = null
})

test('the pupil page says in words what each guardian may, and who sees it', async () => {
  const page = await (await as(staff.hatice)).text(urls.person({ id: pupils.mila }))
  expect(page).toContain('Denizq Yıldızq')
  expect(page).toContain('Het kind woont hier niet')
  expect(page).toContain('Groep 5: Haticeq Aydınq.')
  expect(page).not.toContain('06-00000004')
  expect(page).not.toContain('deniz@test.example')
  const office = await (await as(staff.wim)).text(urls.person({ id: guardians.deniz }))
  expect(office).toContain('06-00000004')
})

test('a protected identity leaves every list, group and search but for the few who must know', async () => {
  const wim = await as(staff.wim)
  const anouk = await as(staff.anouk)
  expect(await (await wim.post(urls.people(), { name: 'ravi' })).text()).toContain('Raviq')
  const before = await anouk.get(urls.protection({ id: pupils.ravi }))
  expect(before.status).toBe(200)
  const nobody = await anouk.post(urls.protection({ id: pupils.ravi }), { deed: 'protect' })
  expect(nobody.status).toBe(422)
  const done = await anouk.post(urls.protection({ id: pupils.ravi }), { deed: 'protect', readers: staff.tom })
  expect(done.headers.get('location')).toBe(urls.person({ id: pupils.ravi }))

  const addresses = [
    urls.people(),
    urls.groups(),
    urls.group({ id: groups.six }),
    urls.person({ id: pupils.ravi }),
    urls.editPerson({ id: pupils.ravi }),
    urls.newGuardianship({ id: pupils.ravi }),
  ]
  for (const address of addresses) expect(await wim.text(address)).not.toContain('Raviq')
  expect(await (await wim.post(urls.people(), { name: 'ravi' })).text()).not.toContain('Raviq')
  expect(await wim.text(urls.groups())).toContain('1 leerling')
  for (const reader of [await as(staff.tom), anouk]) {
    expect(await reader.text(urls.group({ id: groups.six }))).toContain('Raviq')
  }
  await anouk.post(urls.protection({ id: pupils.ravi }), { deed: 'end' })
  expect(await wim.text(urls.group({ id: groups.six }))).toContain('Raviq')
})

test('a correction keeps what a colleague stored meanwhile, and a refused one what was typed', async () => {
  const wim = await as(staff.wim)
  const anouk = await as(staff.anouk)
  const edit = urls.editPerson({ id: guardians.kofi })
  const versionIn = (page: string) => /name="version" value="([^"]+)"/.exec(page)![1]!
  const version = async () => versionIn(await wim.text(edit))
  const typed = {
    givenName: 'Kofiq',
    prefix: '',
    surname: 'Mensahq',
    email: 'geen adres',
    phone: '06-99',
    version: await version(),
  }
  const refused = await wim.post(edit, typed)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('value="geen adres"')

  const good = { ...typed, email: 'kofi@test.example', phone: '0600000099' }
  expect((await anouk.post(edit, { ...good, phone: '0611111111' })).status).toBe(303)
  const late = await wim.post(edit, good)
  expect(late.status).toBe(422)
  const shown = await late.text()
  for (const part of ['Anoukq Visserq heeft dit net ook gewijzigd', '0611111111', 'name="phone" value="0600000099"'])
    expect(shown).toContain(part)
  const chosen = { ...good, version: versionIn(shown), asked: 'phone' }
  const unchosen = await wim.post(edit, chosen)
  expect([unchosen.status, (await unchosen.text()).includes('Kies wat er blijft staan.')]).toEqual([422, true])
  expect((await wim.post(edit, { ...chosen, 'keep.phone': 'typed' })).status).toBe(303)
  expect(await wim.text(urls.person({ id: guardians.kofi }))).toContain('0600000099')

  // Two changed different fields: each is proposed as it was changed, and both are kept.
  const from = { ...good, version: await version() }
  expect((await anouk.post(edit, { ...from, surname: 'Mensah-Asantewaaq' })).status).toBe(303)
  const both = await (await wim.post(edit, { ...from, email: 'nieuw@test.example' })).text()
  const proposed = [...both.matchAll(/name="keep\.(\w+)" value="(\w+)" checked/g)].map((match) => match.slice(1))
  expect(proposed).toEqual([
    ['surname', 'stored'],
    ['email', 'typed'],
  ])
  const keep = { asked: 'surname email', 'keep.surname': 'stored', 'keep.email': 'typed', version: versionIn(both) }
  expect((await wim.post(edit, { ...from, email: 'nieuw@test.example', ...keep })).status).toBe(303)
  const page = await wim.text(urls.person({ id: guardians.kofi }))
  for (const part of ['Mensah-Asantewaaq', 'nieuw@test.example', 'Wijzigde de gegevens', 'Anoukq Visserq, '])
    expect(page).toContain(part)
  expect(await (await as(staff.hatice)).text(urls.person({ id: pupils.zuri }))).not.toContain('Wat er gedaan is')
})

test('roles begin and end at once, and the last who can give them stays', async () => {
  const wim = await as(staff.wim)
  const roles = urls.roles({ id: staff.tom })
  expect((await wim.post(roles, { roles: 'teacher' })).status).toBe(303)
  expect((await wim.post(roles, { roles: ['ict', 'teacher'] })).status).toBe(303)
  const tom = await as(staff.tom)
  expect(await tom.text(urls.people({ kind: 'team' }))).toContain('Haticeq')
  expect((await tom.get(urls.person({ id: guardians.ngozi }))).status).toBe(404)
  await wim.post(roles, {})
  expect((await tom.get(urls.people())).headers.get('location')).toContain(urls.signIn())
  await wim.post(roles, { roles: 'teacher' })
  expect((await (await as(staff.tom)).get(urls.people())).status).toBe(200)

  expect((await wim.post(urls.roles({ id: staff.anouk }), { roles: 'teacher' })).status).toBe(303)
  const last = await wim.post(urls.roles({ id: staff.wim }), { roles: 'teacher' })
  expect(last.status).toBe(422)
  expect(await last.text()).toContain('Dit is de laatste')
  await wim.post(urls.roles({ id: staff.anouk }), { roles: 'principal' })
})

test('the office adds a colleague with a role', async () => {
  const wim = await as(staff.wim)
  const refused = await wim.post(urls.newStaff(), { givenName: 'Nieuwq', surname: '' })
  expect(refused.status).toBe(422)
  const text = await refused.text()
  expect(text).toContain('value="Nieuwq"')
  expect(text).toContain('Kies ten minste één rol')
  const added = await wim.post(urls.newStaff(), { givenName: 'Nieuwq', surname: 'Collegaq', roles: 'substitute' })
  expect(added.status).toBe(303)
  const page = await wim.text(added.headers.get('location')!)
  expect(page).toContain('Invaller')
  expect(page).toContain('Kan nog niet inloggen')
})
