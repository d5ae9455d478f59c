import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { addAccount } from '#shared/identity/accounts.ts'
import { root } from '#shared/root.ts'
import { urls } from '#src/urls.ts'
import { sample } from '#test/edexml/files.ts'
import { children, choose, openOffice, school, shownOn, takeOver, upload } from '#test/edexml/office.ts'
import { named, pupil } from '#test/edexml/stored.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { addGuardianships, addPeople } from '../people/adding.ts'
import { readState } from './state.ts'

const door = frontDoor()
const { zeester } = world
let wim: Browser
beforeAll(async () => {
  wim = await openOffice(door.front)
})

/** A parent of the child with this given name, in a browser of their own. */
const parent = '00000009-0000-4000-8000-000000000002'
const guardianOf = async (givenName: string) => {
  const child = await door.front.within(zeester, async (work) => {
    const { records } = (await readState(work))!
    const [id] = [...records].find(([, record]) => record.givenName === givenName)!
    await addPeople(work, [{ id: parent, record: { givenName: 'Ouderq', surname: 'Bree' } }])
    await addGuardianships(work, [{ pupil: id, guardian: parent, authority: 'yes', relation: 'moeder' }])
    return id
  })
  await addAccount(door.front.parts, {
    address: 'zeester-parent@test.example',
    language: 'nl',
    persons: [{ organisation: zeester, person: parent }],
  })
  return { child, guardian: await door.front.as(parent, zeester, 'zeester.localhost') }
}

const counts = () =>
  door.front.within(zeester, async ({ db }) => {
    const of = async (table: 'person' | 'file' | 'roster_import') =>
      (
        await db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n
    return { people: await of('person'), files: await of('file'), imports: await of('roster_import') }
  })

test('the first page of a school without groups says where to begin, until its file is there', async () => {
  const begin = `href="${urls.imports()}"`
  const main = async () => /<main[\s\S]*<\/main>/.exec(await wim.text(urls.home()))![0]
  expect(await main()).toContain('Begin hier')
  expect(await main()).toContain(begin)
  expect(await main()).not.toContain('De school vandaag')
})

test('nothing is stored before somebody says so; then everything is, and the file is gone', async () => {
  const before = await counts()
  const address = await upload(wim, school())
  expect(await counts()).toEqual({ people: before.people, files: 1, imports: 1 })
  const page = await wim.text(address)
  for (const word of ['Kind1q Bree', 'Liaq Peters', 'Groep 3', '12 leerlingen', 'Schooljaar 2026-2027'])
    expect(page).toContain(word)

  const done = await takeOver(wim, address)
  expect(done.status).toBe(303)
  expect(await counts()).toEqual({ people: before.people + 26, files: 0, imports: 1 })
  const after = await wim.text(address)
  expect(after).toContain('Het bestand is ingelezen')
  for (const next of [urls.guardianImports(), urls.invitations()]) expect(after).toContain(`href="${next}"`)
  expect(await wim.text(urls.home())).not.toContain('Begin hier')
  expect(after).not.toContain('Kind1q')
  expect(await wim.text(urls.people({ kind: 'pupils' }))).toContain('Kind1q Bree')
  // The key of the import is destroyed: whatever bytes are left open for nobody.
  const key = await door.front.within(zeester, ({ db }) =>
    db.selectFrom('vault_key').select('destroyed_at').where('subject_id', '=', address.split('/').at(-1)!).execute(),
  )
  expect(key).toEqual([{ destroyed_at: expect.any(Date) }])
  expect((await wim.post(address, { shown: 'again' })).status).toBe(303)
  expect((await counts()).people).toBe(before.people + 26)
})

test('teachers of a file can see nothing until the office gives them the proposed role, all at once', async () => {
  const page = await wim.text(urls.proposedRoles())
  expect(page).toContain('Liaq Peters')
  const offered = [...page.matchAll(/name="people" value="([^"]+)"/g)].map((match) => match[1]!)
  expect(offered).toHaveLength(1)
  expect(page).toContain('Dirkq Vos')
  const rolesOf = () =>
    door.front.within(zeester, async ({ db }) =>
      (await db.selectFrom('person_role').select('role').where('role', '!=', 'pupil').execute()).map(
        ({ role }) => role,
      ),
    )
  expect(await rolesOf()).toEqual(['administrator'])
  const director = /href="\/people\/([^/]+)\/roles"/.exec(page)![1]!
  expect((await wim.post(urls.proposedRoles(), { people: [...offered, director] })).status).toBe(303)
  expect((await rolesOf()).sort()).toEqual(['administrator', 'teacher'])
})

test('--confirm-leavers: more than one in twenty leaving asks for a tick of its own', async () => {
  const { guardian, child } = await guardianOf('Kind1q')
  expect((await guardian.get(urls.child({ id: child }))).status).toBe(200)
  const address = await upload(wim, school({ pupils: children.slice(2) }))
  const page = await wim.text(address)
  expect(page).toContain('2 leerlingen gaan van school (8%)')
  const refused = await takeOver(wim, address)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Zet een vinkje bij de leerlingen')
  expect(await wim.text(urls.people({ kind: 'pupils' }))).toContain('Kind1q')
  expect((await takeOver(wim, address, { leavers: 'yes' })).status).toBe(303)
  expect(await wim.text(urls.people({ kind: 'pupils' }))).not.toContain('Kind1q')
  expect((await guardian.get(urls.child({ id: child }))).headers.get('location')).toContain(urls.signIn())
  const back = await upload(wim, school())
  expect(await wim.text(back)).toContain('komt terug')
  expect((await takeOver(wim, back)).status).toBe(303)
  const again = await door.front.as(parent, zeester, 'zeester.localhost')
  expect((await again.get(urls.child({ id: child }))).status).toBe(200)
})

test('one in twenty or fewer leaves without a tick', async () => {
  const address = await upload(wim, school({ pupils: children.slice(0, 23) }))
  expect(await wim.text(address)).not.toContain('name="leavers"')
  expect((await takeOver(wim, address)).status).toBe(303)
  expect((await takeOver(wim, await upload(wim, school()))).status).toBe(303)
})

test('another BRIN asks for a tick of its own', async () => {
  const address = await upload(wim, school({ brin: '11AA' }))
  expect(await wim.text(address)).toContain('11AA, en niet 99QX')
  expect((await takeOver(wim, address)).status).toBe(422)
  await wim.post(urls.dropImport({ id: address.split('/').at(-1)! }))
})

test('what changed since somebody looked is shown again instead of stored', async () => {
  const address = await upload(wim, school({ pupils: [...children, pupil({ key: '90', name: named('Nieuwq') })] }))
  const shown = shownOn(await wim.text(address))
  const between = await upload(wim, school({ pupils: [...children, pupil({ key: '91', name: named('Tussenq') })] }))
  expect((await takeOver(wim, between)).status).toBe(303)
  const again = await wim.post(address, { shown })
  expect(again.status).toBe(422)
  const page = await again.text()
  expect(page).toContain('De school is veranderd sinds je keek')
  expect(page).toContain('Tussenq')
  expect(await (await wim.post(urls.people(), { kind: 'pupils', name: 'Nieuwq' })).text()).toContain('Niemand gevonden')
  expect((await takeOver(wim, address)).status).toBe(303)
  expect((await takeOver(wim, await upload(wim, school()), { leavers: 'yes' })).status).toBe(303)
})

test('somebody of whom only the name is known is nobody until the office says who', async () => {
  const unsure = school({
    pupils: [...children.slice(1), pupil({ key: null, name: named('Kind1q'), homeGroup: 'g4', year: '4' })],
  })
  const address = await upload(wim, unsure)
  const page = await wim.text(address)
  expect(page).toContain('Wie is dit?')
  expect(page).toContain('Alleen de naam is gelijk.')
  const [, field, candidate] = /name="(pupils-\d+)" value="([0-9a-f-]{36})"/.exec(page)!
  const people = (await counts()).people
  expect(await wim.text(`${address}?proposals=all`)).toMatch(new RegExp(`value="${candidate}"[^>]* checked`))
  expect((await takeOver(wim, address, { [field!]: candidate! })).status).toBe(303)
  expect((await counts()).people).toBe(people)
  // Left open, nothing happens to either.
  const open = await upload(
    wim,
    school({ pupils: [...children.slice(1), pupil({ key: '70', name: named('Kind1q') })] }),
  )
  expect((await takeOver(wim, open)).status).toBe(303)
  expect((await counts()).people).toBe(people)
  expect(await wim.text(urls.people({ kind: 'pupils' }))).toContain('Kind1q')
})

test('a file that cannot be read says where and why, and nothing is kept', async () => {
  const before = await counts()
  for (const [content, why] of [
    ['<EDEX><school>', 'houdt te vroeg op'],
    ['PK\u0003\u0004', 'zip'],
    ['geen bestand van een school', 'geen XML-bestand'],
    ['<!DOCTYPE EDEX [<!ENTITY x "y">]><EDEX/>', 'DOCTYPE'],
    [school().replace('<jaargroep>3</jaargroep>', '<jaargroep>9</jaargroep>'), 'jaargroep bestaat niet'],
    [`<EDEX>${'<a>'.repeat(500)}`, 'te diep'],
    [Buffer.alloc(17 * 1024 * 1024, 32), 'te groot'],
  ] as const) {
    const response = await choose(wim, content)
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain(why)
    expect(page).toContain('Er is niets veranderd')
  }
  const empty = await wim.request('POST', urls.imports(), new FormData())
  expect(await empty.text()).toContain('Kies eerst een bestand')
  const earlier = await choose(wim, school({ schoolYear: { start: 2020, end: 2021 } }))
  expect(await earlier.text()).toContain('Hier staat al een later schooljaar')
  expect(await counts()).toEqual(before)
})

test('files of every version are read', async () => {
  for (const version of ['1.03', '2.0', '2.1']) {
    const response = await choose(wim, sample(version))
    expect([303, 422]).toContain(response.status)
    if (response.status === 422) expect(await response.text()).toContain('later schooljaar')
  }
})

const real = join(root, '../shared/samples/edexml-2.1-example.xml')
test.skipIf(!existsSync(real))(
  'the example of the standard is taken over (skipped where ../shared/samples is missing)',
  async () => {
    const gerrit = await door.front.as(world.staff.gerrit, world.molen, 'molen.localhost')
    await door.front.within(world.molen, async ({ db }) => {
      await db.deleteFrom('group_pupil').execute()
      await db.deleteFrom('group_teacher').execute()
      await db.deleteFrom('school_group').execute()
    })
    const address = await upload(gerrit, readFileSync(real))
    expect(await gerrit.text(address)).toContain('Schooljaar 2014-2015')
    expect((await takeOver(gerrit, address)).status).toBe(303)
    expect(await gerrit.text(address)).toContain('Het bestand is ingelezen')
  },
)
