import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { staff, pupils, guardians, vuurtoren } = world
const DAY = 86_400_000

const as = (person: string) => door.front.as(person, vuurtoren)
const day = (from: number) =>
  new Date(Date.now() + from * DAY).toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' })

const guardianshipOf = (pupil: string, guardian: string) =>
  door.front.within(vuurtoren, async (work) => {
    const { id } = await work.db
      .selectFrom('guardianship')
      .select('id')
      .where('pupil_id', '=', pupil)
      .where('guardian_id', '=', guardian)
      .orderBy('from_on', 'desc')
      .executeTakeFirstOrThrow()
    return id
  })

const sees = async (guardian: Browser, pupil: string) => (await guardian.get(urls.child({ id: pupil }))).status === 200

const versionIn = (page: string) => /name="version" value="([^"]+)"/.exec(page)![1]!

const terms = { relation: 'oma', authority: 'no', may: ['collect', 'lives-with'], callOrder: '3' }

test('a guardian who is here already is found by name, and comes with what was agreed', async () => {
  const wim = await as(staff.wim)
  const add = urls.newGuardianship({ id: pupils.mila })
  const found = await (await wim.post(urls.searchGuardian({ id: pupils.mila }), { name: 'ngo' })).text()
  expect(found).toContain('Ngoziq Okaforq')
  expect(found).not.toContain('Kofiq')
  const refused = await wim.post(add, { guardian: guardians.ngozi, ...terms, relation: '', note: 'alleen op vrijdag' })
  expect(refused.status).toBe(422)
  const text = await refused.text()
  expect(text).toContain('alleen op vrijdag')
  expect(text).toContain('Ngoziq Okaforq')
  const ngozi = await as(guardians.ngozi)
  expect(await sees(ngozi, pupils.mila)).toBe(false)
  expect((await wim.post(add, { guardian: guardians.ngozi, ...terms })).status).toBe(303)
  expect(await sees(ngozi, pupils.mila)).toBe(true)
  const twice = await wim.post(add, { guardian: guardians.ngozi, ...terms })
  expect(twice.status).toBe(422)
  expect(await twice.text()).toContain('is al ouder of verzorger')
  expect((await wim.post(add, { guardian: world.guardians.fennaAtMolen, ...terms })).status).toBe(404)

  const id = await guardianshipOf(pupils.mila, guardians.ngozi)
  const change = urls.guardianship({ id })
  const version = versionIn(await wim.text(change))
  expect((await wim.post(change, { ...terms, authority: 'information-only', version })).status).toBe(303)
  expect(await sees(ngozi, pupils.mila)).toBe(false)
  expect(await wim.text(urls.person({ id: pupils.mila }))).toContain('art. 1:377c BW')
})

test('two who change one guardianship at once: the second sees both texts of each field, and chooses', async () => {
  const [wim, anouk] = [await as(staff.wim), await as(staff.anouk)]
  const change = urls.guardianship({ id: await guardianshipOf(pupils.zuri, guardians.kofi) })
  const version = versionIn(await wim.text(change))
  const typed = {
    relation: 'papa',
    authority: 'yes',
    may: ['lives-with', 'be-contacted', 'collect'],
    callOrder: '2',
    note: '',
  }
  expect((await anouk.post(change, { ...typed, may: 'be-contacted', relation: 'vader', version })).status).toBe(303)
  const late = await wim.post(change, { ...typed, note: 'werkt in de nacht', version })
  const shown = await late.text()
  expect(late.status).toBe(422)
  for (const part of [
    'Anoukq Visserq heeft dit',
    'werkt in de nacht',
    'Het kind woont bij deze persoon',
    'name="keep.may" value="stored" checked',
  ])
    expect(shown).toContain(part)
  expect(shown).toContain('name="keep.relation" value="typed" checked')
  const keep = { asked: 'relation may note', 'keep.relation': 'typed', 'keep.may': 'stored', 'keep.note': 'typed' }
  const again = { ...typed, note: 'werkt in de nacht', ...keep, version: versionIn(shown) }
  expect((await wim.post(change, again)).status).toBe(303)
  const page = await wim.text(urls.person({ id: pupils.zuri }))
  for (const part of ['Papa', 'werkt in de nacht', 'Mag het kind niet ophalen']) expect(page).toContain(part)
})

test('the same pair sent twice at once is one guardianship', async () => {
  const wim = await as(staff.wim)
  const add = () =>
    wim.post(urls.newGuardianship({ id: pupils.ravi }), { guardian: guardians.kofi, ...terms, relation: 'oom' })
  const answers = await Promise.all([add(), add()])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
})

test('a guardianship that ended counts no more at the next request', async () => {
  const wim = await as(staff.wim)
  const deniz = await as(guardians.deniz)
  const id = await guardianshipOf(pupils.mila, guardians.deniz)
  const end = urls.endGuardianship({ id })
  expect((await wim.post(end, {})).status).toBe(422)
  const past = await wim.post(end, { when: 'later', lastDay: day(-2) })
  expect(past.status).toBe(422)
  expect(await past.text()).toContain('Deze dag is al voorbij')

  await wim.post(end, { when: 'later', lastDay: day(0) })
  expect(await sees(deniz, pupils.mila)).toBe(true)
  door.front.clock.now = new Date(Date.now() + DAY)
  expect(await sees(deniz, pupils.mila)).toBe(false)
  expect((await deniz.get(urls.children())).status).toBe(404)
  door.front.clock.now = null

  await wim.post(end, { when: 'now' })
  expect(await sees(deniz, pupils.mila)).toBe(false)
  expect(await wim.text(urls.person({ id: pupils.mila }))).not.toContain('Denizq')
  expect((await wim.get(urls.guardianship({ id }))).status).toBe(404)
})

test('a restriction that ends today holds all of today, and no longer', async () => {
  const wim = await as(staff.wim)
  const rutger = await as(guardians.restricted)
  const id = await guardianshipOf(pupils.noor, guardians.restricted)
  const restrict = urls.newRestriction({ id })
  const given = { kind: 'no-information', from: day(-3), to: day(0), seenBy: staff.anouk, seenOn: day(-4) }
  const refused = await wim.post(restrict, { ...given, to: day(-5), seenOn: day(3), note: 'beschikking 12q' })
  expect(refused.status).toBe(422)
  const said = await refused.text()
  for (const sentence of ['ligt vóór de eerste', 'moet nog komen', 'beschikking 12q']) expect(said).toContain(sentence)

  expect(await sees(rutger, pupils.noor)).toBe(true)
  expect((await wim.post(restrict, { ...given, note: 'beschikking 12q' })).status).toBe(303)
  expect(await sees(rutger, pupils.noor)).toBe(false)
  expect((await rutger.get(urls.children())).status).toBe(404)
  expect((await rutger.get(urls.informationRequest())).status).toBe(404)

  const office = await wim.text(urls.person({ id: pupils.noor }))
  for (const part of ['Krijgt geen informatie', 'Anoukq Visserq zag het bewijs', 'beschikking 12q'])
    expect(office).toContain(part)
  const teacher = await (await as(staff.hatice)).text(urls.person({ id: pupils.noor }))
  expect(teacher).toContain('Krijgt geen informatie')
  expect(teacher).not.toContain('beschikking 12q')

  door.front.clock.now = new Date(Date.now() + DAY)
  expect(await sees(rutger, pupils.noor)).toBe(true)
  door.front.clock.now = null
})

test('a restriction that is ended stops at once', async () => {
  const wim = await as(staff.wim)
  const kofi = await as(guardians.kofi)
  const id = await guardianshipOf(pupils.tobi, guardians.kofi)
  const given = { kind: 'no-information', from: day(0), seenBy: staff.wim, seenOn: day(0) }
  await wim.post(urls.newRestriction({ id }), given)
  expect(await sees(kofi, pupils.tobi)).toBe(false)
  expect(await sees(kofi, pupils.zuri)).toBe(true)
  const page = await wim.text(urls.person({ id: pupils.tobi }))
  const end = /href="(\/restrictions\/[0-9a-f-]+\/end)"/.exec(page)![1]!
  expect((await (await as(staff.hatice)).get(end)).status).toBe(404)
  expect((await wim.post(end, { when: 'now' })).status).toBe(303)
  expect(await sees(kofi, pupils.tobi)).toBe(true)
})

test('guardians see each other by name and nothing else', async () => {
  const kofi = await as(guardians.kofi)
  const child = await kofi.text(urls.child({ id: pupils.zuri }))
  expect(child).toContain('Ngoziq Okaforq')
  for (const contact of ['06-0000', '@test.example']) expect(child).not.toContain(contact)
  for (const address of [
    urls.person({ id: guardians.ngozi }),
    urls.people(),
    urls.groups(),
    urls.child({ id: pupils.mila }),
  ])
    expect((await kofi.get(address)).status).toBe(404)
})

test('a protected child is there for the own guardian, and a wrong school’s guardianship for nobody', async () => {
  const mother = await as(guardians.hiddenMother)
  expect(await mother.text(urls.children())).toContain('Onvindbaarq')
  const gerrit = await door.front.as(staff.gerrit, world.molen, 'molen.localhost')
  const id = await guardianshipOf(pupils.zuri, guardians.kofi)
  for (const address of [urls.guardianship({ id }), urls.endGuardianship({ id }), urls.newRestriction({ id })])
    expect((await gerrit.get(address)).status).toBe(404)
  const hidden = await guardianshipOf(pupils.hidden, guardians.hiddenMother)
  expect((await (await as(staff.wim)).get(urls.guardianship({ id: hidden }))).status).toBe(404)
})
