import { buffer } from 'node:stream/consumers'
import { beforeAll, describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { choose, openOffice, school, takeOver, upload } from '#test/edexml/office.ts'
import { named, pupil, roster } from '#test/edexml/stored.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { writeEdexml } from './edexml/write.ts'
import { dropExpired } from './queries.ts'
import { readState } from './state.ts'

const door = frontDoor()
const { zeester, vuurtoren } = world
let wim: Browser
beforeAll(async () => {
  wim = await openOffice(door.front)
})

test('a waiting file lies sealed in the store, and goes by hand or after a day', async () => {
  const { parts } = door.front
  const stored = async () =>
    Promise.all((await Array.fromAsync(parts.files.list())).map(({ id }) => parts.files.get(id).then(buffer)))
  const before = (await stored()).length
  const address = await upload(wim, school())
  const files = await stored()
  expect(files).toHaveLength(before + 1)
  expect(files.some((bytes) => bytes.includes('Kind1q') || bytes.includes('EDEX'))).toBe(false)
  const id = address.split('/').at(-1)!
  expect((await wim.post(urls.dropImport({ id }))).status).toBe(303)
  expect(await wim.text(address)).toContain('Dit bestand is weggegooid')

  const late = await upload(wim, school())
  door.front.clock.now = new Date(Date.now() + 25 * 60 * 60 * 1000)
  await door.front.within(zeester, dropExpired)
  door.front.clock.now = null
  expect(await wim.text(late)).toContain('Dit bestand is weggegooid')
  const left = await door.front.within(zeester, ({ db }) => db.selectFrom('file').select('id').execute())
  expect(left).toEqual([])
})

test('only the office of the school reads files in', async () => {
  const address = await upload(wim, school())
  for (const person of [world.staff.hatice, world.staff.roos, world.guardians.ngozi]) {
    const browser = await door.front.as(person, vuurtoren)
    for (const path of [urls.imports(), address, urls.proposedRoles()])
      expect((await browser.get(path)).status).toBe(404)
    expect((await choose(browser, school())).status).toBe(404)
    expect((await browser.post(address)).status).toBe(404)
  }
  // The office of another school does not know this file either.
  const other = await door.front.as(world.staff.wim, vuurtoren)
  for (const method of ['get', 'post'] as const) expect((await other[method](address)).status).toBe(404)
  expect((await other.post(urls.dropImport({ id: address.split('/').at(-1)! }))).status).toBe(404)
})

describe('a protected pupil', () => {
  const named_ = (given: string, prefix: string | null, surname: string) => ({
    ...named(given, surname),
    prefix,
    initials: null,
  })
  const people = [
    ['Zuriq', null, 'Okaforq', 'g5'],
    ['Milaq', null, 'Yıldızq', 'g5'],
    ['Noorq', 'van der', 'Meulenq', 'g5'],
    ['Onvindbaarq', null, 'Schuilenburgq', 'g5'],
    ['Tobiq', null, 'Okaforq', 'g6'],
    ['Raviq', null, 'Ramdinq', 'g6'],
  ] as const
  const file = writeEdexml(
    roster({
      brin: null,
      groups: [
        { key: 'g5', name: 'Groep 5', kind: 'home', year: '5' },
        { key: 'g6', name: 'Groep 6', kind: 'home', year: '6' },
      ],
      pupils: people.map(([given, prefix, surname, group], index) =>
        pupil({
          key: `${100 + index}`,
          name: named_(given, prefix, surname),
          homeGroup: group,
          year: group === 'g5' ? '5' : '6',
        }),
      ),
      teachers: [],
    }),
  )

  test('is neither added twice nor shown to an office that need not know', async () => {
    const blind = await door.front.as(world.staff.wim, vuurtoren)
    const address = await upload(blind, file)
    const page = await blind.text(address)
    // Everyone here was added by hand, so that each is somebody to decide about; the hidden one is only counted.
    expect(page).toContain('Zuriq Okaforq')
    expect(page).toContain('En 1 wijziging bij iemand die is afgeschermd')
    for (const name of ['Onvindbaarq', 'Schuilenburgq', world.pupils.hidden]) expect(page).not.toContain(name)
    const all = await blind.text(`${address}?proposals=all`)
    const choices = Object.fromEntries(
      [...all.matchAll(/name="((?:pupils|teachers|groups)-\d+)" value="([^"]+)" checked/g)].map(([, name, value]) => [
        name!,
        value!,
      ]),
    )
    expect(Object.keys(choices)).toHaveLength(5)
    expect((await takeOver(blind, address, choices)).status).toBe(303)
    await door.front.within(vuurtoren, async ({ db }) => {
      const hidden = await db
        .selectFrom('person')
        .select(['state', 'protected'])
        .where('id', '=', world.pupils.hidden)
        .execute()
      expect(hidden).toEqual([{ state: 'active', protected: true }])
      const pupils = await db.selectFrom('person_role').select('person_id').where('role', '=', 'pupil').execute()
      expect(pupils).toHaveLength(7 - 1)
    })
  })

  test('is shown to those who must know', async () => {
    const principal = await door.front.as(world.staff.anouk, vuurtoren)
    expect(await principal.text(await upload(principal, file))).toContain('Onvindbaarq')
  })
})

test('what must not be kept is in no table, log or file', async () => {
  const planted = ['999999990', '1234ZQ', 'Planted-Land']
  const bad = school().replace(
    /(<leerling key="1">[\s\S]*?<groep key="g3"\/>\n)/,
    `$1<etniciteit>9</etniciteit><bsn>${planted[0]}</bsn><postcodenl>${planted[1]}</postcodenl><land>${planted[2]}</land>\n`,
  )
  expect(bad).toContain(planted[0])
  const address = await upload(wim, bad)
  const page = await wim.text(address)
  expect(page).toContain('Burgerservicenummer')
  expect(page).toContain('1 keer weggelaten. We bewaren die nooit.')
  await takeOver(wim, address)
  const after = await wim.text(address)
  for (const value of planted) expect(page + after).not.toContain(value)
  const { parts } = door.front
  for (const { id } of await Array.fromAsync(parts.files.list())) {
    const bytes = await buffer(await parts.files.get(id))
    for (const value of planted) expect(bytes.includes(value)).toBe(false)
  }
  await door.front.within(zeester, async ({ db }) => {
    for (const table of ['audit_line', 'roster_import', 'file', 'school_group', 'group_pupil'] as const) {
      const rows = JSON.stringify(await db.selectFrom(table).selectAll().execute())
      for (const value of planted) expect(rows).not.toContain(value)
    }
    const rows = await db.selectFrom('roster_import').select('report').execute()
    expect(rows.some(({ report }) => JSON.stringify(report).includes('"bsn":1'))).toBe(true)
  })
  // The records themselves are sealed: opened, they hold the allow-list and nothing else.
  const { records } = (await door.front.within(zeester, (work) => readState(work)))!
  const opened = JSON.stringify([...records.values()])
  for (const value of planted) expect(opened).not.toContain(value)
})
