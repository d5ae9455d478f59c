import { beforeAll, describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { asSuperuser } from '#test/server.ts'
import { world } from '#test/world.ts'
import { peopleLeaving } from '../leaving/jobs.ts'

const door = frontDoor()
const { staff, pupils, guardians, groups, vuurtoren, molen, zeester } = world
const DAY = 86_400_000
const day = (from: number) =>
  new Date(Date.now() + from * DAY).toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' })

const as = (person: string) => door.front.as(person, vuurtoren)
const atMolen = (person: string) => door.front.as(person, molen, 'molen.localhost')
let wim: Browser
let gerrit: Browser
beforeAll(async () => {
  wim = await as(staff.wim)
  gerrit = await atMolen(staff.gerrit)
})

const moveIn = (page: string) => /href="(\/moves\/[0-9a-f-]{36})"/.exec(page)?.[1]
const answer = async (guardian: string, fields: Record<string, string>) => {
  const browser = await as(guardian)
  return browser.post(moveIn(await browser.text(urls.home()))!, fields)
}
const codeIn = (page: string) => /class="code">([0-9A-Z-]+)</.exec(page)?.[1]
const makeCode = async (pupil: string, by = wim) => codeIn(await (await by.post(urls.moveCode({ id: pupil }))).text())
const arriving = async (code: string, browser = gerrit) => {
  const sent = await browser.post(urls.arrivals(), { code })
  return sent.headers.get('location')!
}
const place = { group: groups.molenSeven, year: '7', from: day(1) }

describe('a pupil moves to a school of another board', () => {
  let code: string
  test('the office offers, every guardian with authority sees what goes along and says so', async () => {
    const move = urls.move({ id: pupils.mila })
    expect(await wim.text(urls.person({ id: pupils.mila }))).toContain(move)
    const bad = await wim.post(move, { to: vuurtoren, lastDay: day(3) })
    expect([bad.status, (await wim.post(move, { to: molen, lastDay: day(-1) })).status]).toEqual([422, 422])
    expect((await wim.post(move, { to: molen, lastDay: day(3) })).status).toBe(303)
    const again = await wim.post(move, { to: zeester, lastDay: day(3) })
    expect([again.status, (await again.text()).includes('loopt al een overstap')]).toEqual([422, true])
    expect(await wim.text(move)).toContain('We wachten op de ouders')
    expect(await makeCode(pupils.mila)).toBeUndefined()

    const fenna = await as(guardians.fenna)
    const address = moveIn(await fenna.text(urls.home()))!
    const shown = await fenna.text(address)
    for (const part of ['De Molen', 'Milaq Yıldızq', 'fenna@test.example, 06-00000003']) expect(shown).toContain(part)
    expect(shown).not.toContain('deniz@test.example')
    for (const stranger of [guardians.kofi, guardians.gerda, staff.wim])
      expect([stranger, (await (await as(stranger)).get(address)).status]).toEqual([stranger, 404])
    expect((await fenna.post(address, { contact: 'yes' })).status).toBe(422)
    expect((await fenna.post(address, { allows: 'yes', contact: 'yes' })).status).toBe(303)
    expect(await makeCode(pupils.mila)).toBeUndefined()
  })

  test('one no is a no: nothing goes along', async () => {
    expect((await answer(guardians.deniz, { allows: 'no' })).status).toBe(303)
    expect(await wim.text(urls.move({ id: pupils.mila }))).toContain('vindt het niet goed')
    expect(await makeCode(pupils.mila)).toBeUndefined()
    expect((await answer(guardians.deniz, { allows: 'yes' })).status).toBe(303)
    code = (await makeCode(pupils.mila))!
    expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$/)
  })

  test('the code opens nothing at another school, nor does a guess, nor one that was replaced or has expired', async () => {
    for (const wrong of [await arriving('AAAA-BBBB-CCCC'), urls.arrival({ code: staff.gerrit })])
      expect((await gerrit.get(wrong)).status).toBe(410)
    expect((await wim.get(await arriving(code, wim))).status).toBe(410)
    expect((await (await atMolen(staff.sem)).get(urls.arrival({ code }))).status).toBe(404)
    const newer = (await makeCode(pupils.mila))!
    expect((await gerrit.get(await arriving(code))).status).toBe(410)
    code = newer
    door.front.clock.now = new Date(Date.now() + 31 * DAY)
    expect((await gerrit.get(await arriving(code))).status).toBe(410)
    door.front.clock.now = null
    expect((await gerrit.post(urls.arrivals(), { code: '' })).status).toBe(422)
  })

  test('authority that changed takes the package back', async () => {
    const page = await wim.text(urls.person({ id: pupils.mila }))
    const restrict = /href="([^"]+restrictions\/new)"[^>]*aria-label="[^"]*Denizq/.exec(page)![1]!
    const given = { kind: 'no-collecting', from: day(0), seenBy: staff.wim, seenOn: day(0), note: 'beschikking 9q' }
    expect((await wim.post(restrict, given)).status).toBe(303)
    expect((await gerrit.get(await arriving(code))).status).toBe(410)
    code = (await makeCode(pupils.mila))!
  })

  test('the other school takes over exactly what was allowed, sealed under its own keys, once', async () => {
    const address = await arriving(code.toLowerCase().replaceAll('-', ' '))
    const shown = await gerrit.text(address)
    for (const part of [
      'Milaq',
      'De Vuurtoren',
      'fenna@test.example',
      'Denizq Yıldızq',
      'Zonder e-mail en telefoon',
      'afspraken over een ouder',
    ])
      expect(shown).toContain(part)
    for (const part of ['deniz@test.example', '06-00000004', 'beschikking 9q']) expect(shown).not.toContain(part)
    expect((await gerrit.post(address, { ...place, group: groups.five })).status).toBe(422)
    const done = await gerrit.post(address, place)
    expect(done.status).toBe(303)
    const page = await gerrit.text(done.headers.get('location')!)
    for (const part of ['Milaq Yıldızq', 'Moeder', 'Vader', 'jaargroep 7'].slice(0, 3)) expect(page).toContain(part)
    expect(page).toContain('Nam het kind aan van een andere school')

    const used = await gerrit.get(address)
    expect([used.status, (await used.text()).includes('al gebruikt')]).toEqual([410, true])
    expect((await gerrit.post(address, place)).status).toBe(410)
    const id = done.headers.get('location')!.split('/').at(-1)!
    const keys = await asSuperuser(door.front.server.admin, (client) =>
      client.query(`select organisation_id from vault_key where subject_id = $1`, [id]),
    )
    expect(keys.rows).toEqual([{ organisation_id: molen }])
    const left = await asSuperuser(door.front.server.admin, (client) =>
      client.query('select content from move_package where taken_at is not null'),
    )
    expect(left.rows).toEqual([{ content: null }])
  })

  test('one account, two schools: the guardian sees the child at both until the last day here', async () => {
    const there = await atMolen(guardians.fennaAtMolen)
    const children = await there.text(urls.children())
    for (const child of ['Emreq', 'Milaq']) expect(children).toContain(child)
    expect((await (await as(guardians.fenna)).get(urls.child({ id: pupils.mila }))).status).toBe(200)
    const night = () =>
      peopleLeaving.run({ inOrganisation: (run: never) => door.front.within(vuurtoren, run) } as never)
    await night()
    expect(await wim.text(urls.person({ id: pupils.mila }))).toContain('Gaat van school. De laatste dag is')
    door.front.clock.now = new Date(Date.now() + 4 * DAY)
    await night()
    expect(await wim.text(urls.person({ id: pupils.mila }))).toContain('Niet meer op school')
    door.front.clock.now = null
  })
})

describe('refused', () => {
  test('a pupil the other school has already, by name and day of birth', async () => {
    const named = { givenName: 'Emreq', prefix: '', surname: 'Yıldızq', birthDate: '2015-05-05' }
    for (const [browser, id] of [
      [wim, pupils.zuri],
      [gerrit, pupils.emre],
    ] as const) {
      const edit = urls.editPerson({ id })
      const version = /name="version" value="([^"]+)"/.exec(await browser.text(edit))![1]!
      expect((await browser.post(edit, { ...named, version })).status).toBe(303)
    }
    await wim.post(urls.move({ id: pupils.zuri }), { to: molen, lastDay: day(0) })
    for (const guardian of [guardians.ngozi, guardians.kofi]) await answer(guardian, { allows: 'yes' })
    const address = await arriving((await makeCode(pupils.zuri))!)
    const refused = await gerrit.post(address, { ...place, other: 'yes' })
    expect([refused.status, (await refused.text()).includes('zit al bij jullie op school')]).toEqual([422, true])
    expect((await wim.post(urls.withdrawMove({ id: pupils.zuri }))).status).toBe(303)
    expect((await gerrit.get(address)).status).toBe(410)
    expect(moveIn(await (await as(guardians.ngozi)).text(urls.home()))).toBeUndefined()
  })

  test('a protected pupil is moved by who must know only, and taken over by the principal there', async () => {
    const anouk = await as(staff.anouk)
    const move = urls.move({ id: pupils.hidden })
    expect((await wim.get(move)).status).toBe(404)
    expect((await wim.post(move, { to: molen, lastDay: day(2) })).status).toBe(404)
    expect((await anouk.post(move, { to: molen, lastDay: day(2) })).status).toBe(303)
    expect(await wim.text(urls.home())).not.toContain('Onvindbaarq')
    expect((await answer(guardians.hiddenMother, { allows: 'yes', contact: 'yes' })).status).toBe(303)
    const address = await arriving((await makeCode(pupils.hidden, anouk))!)
    expect((await gerrit.get(address)).status).toBe(410)
    await door.front.within(molen, ({ db }) =>
      db
        .insertInto('person_role')
        .values({ person_id: staff.gerrit, role: 'principal', from_on: '2020-01-01' })
        .execute(),
    )
    expect(await gerrit.text(address)).toContain('Dit kind is afgeschermd')
    const done = await gerrit.post(address, place)
    expect(done.status).toBe(303)
    expect(await gerrit.text(done.headers.get('location')!)).toContain('Afgeschermd')
    expect((await (await atMolen(staff.sem)).get(done.headers.get('location')!)).status).toBe(404)
  })
})
