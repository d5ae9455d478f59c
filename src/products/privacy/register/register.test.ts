import { describe, expect, test } from 'vitest'
import { allSwitches } from '#shared/access/switch.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { allDeclarations } from '#shared/vault/declaration.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { signingIn } from '#test/signing-in.ts'
import { world } from '#test/world.ts'
import { renewStatement } from '../statement/queries.ts'

const door = frontDoor()
const { mailsOf } = signingIn(door)
const { vuurtoren, molen, staff, guardians } = world
const as = (person: string) => door.front.as(person, vuurtoren)
const within = <T>(organisation: string, run: (work: Work) => Promise<T>) => door.front.within(organisation, run)

const seenIn = (page: string) => /name="seen" value="(\d+)"/.exec(page)![1]!
const later = (minutes: number) => {
  door.front.clock.now = new Date((door.front.clock.now ?? new Date()).getTime() + minutes * 60_000)
}

test('a declaration that goes with a module names one that a school can switch off', () => {
  const switches = allSwitches().map(({ name }) => name)
  const named = allDeclarations().flatMap(({ module }) => module ?? [])
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((name) => !switches.includes(name))).toEqual([])
})

describe('modules', () => {
  test('one that is off is gone for everyone at once and keeps its data; the statement no longer tells of it', async () => {
    await within(vuurtoren, renewStatement)
    await within(molen, renewStatement)
    const wim = await as(staff.wim)
    const hatice = await as(staff.hatice)
    const page = await wim.text(urls.modules())
    expect(page).toContain('Zet Ziek en afwezig uit voor iedereen')
    const fields = { module: 'absences', to: 'off', seen: seenIn(page) }
    const refused = await wim.post(urls.modules(), { ...fields, reason: '' })
    expect([refused.status, (await refused.text()).includes('Schrijf in een zin waarom.')]).toEqual([422, true])
    expect((await hatice.get(urls.dayLists())).status).not.toBe(404)

    later(1)
    const told = new Promise<void>((resolve) =>
      door.front.parts.notifications.onAny((topic) => topic === 'sites' && resolve()),
    )
    expect((await wim.post(urls.modules(), { ...fields, reason: 'We bellen nog evenq' })).status).toBe(303)
    await told
    for (const address of [urls.dayLists(), urls.newAbsence(), urls.schoolAbsences()])
      for (const person of [staff.hatice, staff.wim, guardians.kofi])
        expect([address, (await (await as(person)).get(address)).status]).toEqual([address, 404])
    expect((await door.front.stranger().get(urls.newAbsence())).status).toBe(404)
    expect((await (await as(guardians.kofi)).post(urls.newAbsence(), {})).status).toBe(404)
    expect(await hatice.text(urls.home())).not.toContain(`href="${urls.dayLists()}"`)

    // Two schools that chose different modules.
    const mine = await door.front.stranger().text(urls.privacy())
    const other = await door.front.stranger('molen.localhost').text(urls.privacy())
    expect(mine).not.toContain('Leerplichtwet')
    expect(other).toContain('Leerplichtwet')

    // A second form that was made before says what counts now.
    const late = await (await as(staff.anouk)).post(urls.modules(), { ...fields, to: 'on', reason: 'Toch welq' })
    expect([late.status, (await late.text()).includes('Iemand anders heeft dit net veranderd')]).toEqual([422, true])

    later(1)
    const back = new Promise<void>((resolve) =>
      door.front.parts.notifications.onAny((topic) => topic === 'sites' && resolve()),
    )
    const again = { module: 'absences', to: 'on', seen: seenIn(await wim.text(urls.modules())), reason: 'Klaarq' }
    expect((await wim.post(urls.modules(), again)).status).toBe(303)
    await back
    expect((await hatice.get(urls.dayLists())).status).not.toBe(404)
    const history = await wim.text(urls.modules())
    expect(history).toContain('We bellen nog evenq')
    expect(history).toContain('Wimq Postmaq, ')
  })

  test('only the office and the principal switch; a module that does not exist is not there', async () => {
    for (const person of [staff.hatice, staff.roos, guardians.kofi])
      expect((await (await as(person)).get(urls.modules())).status).toBe(404)
    const wim = await as(staff.wim)
    const seen = seenIn(await wim.text(urls.modules()))
    expect((await wim.post(urls.modules(), { module: 'homeq', to: 'off', reason: 'x', seen })).status).toBe(404)
    expect((await wim.post(urls.modules(), { module: 'absences', to: 'sideways', reason: 'x', seen })).status).toBe(422)
  })
})

describe('grounds (P10)', () => {
  const attendance = urls.privacyPurpose({ purpose: 'attendance' })

  test('what the law forces cannot rest on consent: refused in one sentence, nothing changed', async () => {
    const roos = await as(staff.roos)
    const fields = { ground: 'consent', recipients: '', reason: 'Dat lijkt me beterq', seen: '0' }
    const refused = await roos.post(attendance, fields)
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('Aanwezigheid kan niet rusten op toestemming: de Leerplichtwet 1969 vraagt dit')
    expect(page).toContain('Dat lijkt me beterq')
    expect(await roos.text(attendance)).toContain('Hier is nog niets veranderd')
    expect((await roos.post(attendance, { ...fields, ground: 'because' })).status).toBe(422)
  })

  test('a change has a date, a reason and who; the old state stays, and a new version of the statement is published', async () => {
    await within(vuurtoren, renewStatement)
    later(1)
    const roos = await as(staff.roos)
    const fields = { ground: 'public-task', recipients: 'de gemeente Urkq', reason: 'Nieuw beleidq', seen: '0' }
    expect((await roos.post(attendance, fields)).headers.get('location')).toBe(`${attendance}?done=kept`)
    const page = await roos.text(attendance)
    for (const words of ['Nieuw beleidq', 'Roosq Tuinstraq, ', 'Ook naar: de gemeente Urkq.'])
      expect(page).toContain(words)
    const statement = await door.front.stranger().text(urls.privacy())
    expect(statement).toContain('Wie het buiten ons ook krijgt: de gemeente Urkq.')

    // The second of two who began with the same state is told.
    later(1)
    const stale = await (await as(staff.wim)).post(attendance, {
      ...fields,
      ground: 'legal-obligation',
      reason: 'Terugq',
    })
    expect([stale.status, (await stale.text()).includes('Iemand anders heeft dit net veranderd')]).toEqual([422, true])
    expect((await (await as(staff.wim)).post(attendance, { ...fields, seen: '1' })).headers.get('location')).toBe(
      `${attendance}?done=same`,
    )
  })

  test('for the privacy officer and the office only; another school’s choices are its own', async () => {
    for (const person of [staff.hatice, staff.anouk, guardians.kofi]) {
      const browser = await as(person)
      for (const address of [urls.privacyPurposes(), attendance, urls.privacyContact(), urls.privacyDesk()])
        expect([person, address, (await browser.get(address)).status]).toEqual([person, address, 404])
    }
    const gerrit = await door.front.as(staff.gerrit, molen, 'molen.localhost')
    expect(await gerrit.text(attendance)).not.toContain('Urkq')
    expect((await (await as(staff.wim)).get(urls.privacyPurpose({ purpose: 'constructor' }))).status).toBe(404)
  })
})

describe('the statement (P43)', () => {
  test('people are told of a material change: on their first page and by a mail that does not say what', async () => {
    await within(vuurtoren, renewStatement)
    later(1)
    const wim = await as(staff.wim)
    const contact = {
      controller: '',
      address: 'Havenkade 1, Urkq',
      mail: 'privacy@vuurtoren.exampleq',
      phone: '',
      officer: 'Roosq',
      officerMail: '',
      officerPhone: '',
      storage: '',
      reason: 'Eerste keerq',
      seen: '0',
    }
    const wrong = await wim.post(urls.privacyContact(), { ...contact, mail: 'geen adres' })
    expect([wrong.status, (await wrong.text()).includes('Dit is geen e-mailadres')]).toEqual([422, true])
    expect((await wim.post(urls.privacyContact(), contact)).status).toBe(303)
    expect(await door.front.stranger().text(urls.privacy())).toContain('Havenkade 1, Urkq')
    const kofi = await as(guardians.kofi)
    // An address is not what we do with data.
    await kofi.text(urls.privacy())
    expect(await kofi.text(urls.home())).not.toContain('De privacyverklaring van school is veranderd')

    later(1)
    const purpose = urls.privacyPurpose({ purpose: 'contact-with-guardians' })
    await wim.post(purpose, { ground: 'legal-obligation', recipients: '', reason: 'Strakkerq', seen: '0' })
    const ngozi = await as(guardians.ngozi)
    const home = await ngozi.text(urls.home())
    expect(home).toContain('De privacyverklaring van school is veranderd')
    const [, number] = /privacy\/versions\/(\d+)/.exec(home)!
    const version = await ngozi.text(urls.privacyVersion({ number: number! }))
    expect(version).toMatch(/<ins>Dit moet van de wet: de Wet op het primair onderwijs/)
    expect(version).toMatch(/<del>Dit hoort bij de taak die de wet geeft/)
    expect(await ngozi.text(urls.home())).not.toContain('De privacyverklaring van school is veranderd')
    expect(await kofi.text(urls.home())).toContain('De privacyverklaring van school is veranderd')
    await mailsOf('privacy-statement-changed')
    const mails = await mailsOf('privacy-statement-told')
    expect(mails.map(({ to }) => to)).toContain('kofi@test.example')
    expect(new Set(mails.map(({ subject }) => subject))).toEqual(
      new Set(['De privacyverklaring van school is veranderd']),
    )
    expect(mails[0]!.text).not.toMatch(/Strakker|Wet op|q\b/)
  })

  test('it is for everyone, in both languages, with the rights, the authority and every part that the law asks for', async () => {
    const stranger = door.front.stranger()
    const page = await stranger.text(urls.privacy())
    for (const words of [
      'Postbus 93374, 2509 AJ Den Haag',
      'Laten verbeteren',
      'Je gegevens meenemen',
      'intrekken',
      'binnen vier weken',
      'Waar gegevens vandaan komen',
      'Beslist een computer over je?',
      'tot 2 jaar nadat iemand van school gaat',
      'privacyfunctionaris',
      'laatst veranderd op',
    ])
      expect(page).toContain(words)
    const english = await stranger.request('GET', urls.privacy(), undefined, { 'accept-language': 'en' })
    expect(await english.text()).toContain('Have put right or completed what is not correct.')
    for (const number of ['0', '999', 'x', '1e1'])
      expect((await stranger.get(urls.privacyVersion({ number }))).status).toBe(404)
  })

  test('the same words are one version, also when several ask at once; a published version never changes', async () => {
    expect(await Promise.all([1, 2, 3].map(() => within(vuurtoren, renewStatement)))).toEqual([null, null, null])
    await expect(
      within(vuurtoren, ({ db }) => db.updateTable('privacy_statement').set({ material: false }).execute()),
    ).rejects.toThrow(/permission denied/)
  })
})
