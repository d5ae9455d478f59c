import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { week } from '#test/school-week.ts'
import { asSuperuser } from '#test/server.ts'
import { signingIn } from '#test/signing-in.ts'
import { Stream } from '#test/stream.ts'
import { addressesOf, ids, walkable } from '#test/walk.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { mailsOf } = signingIn(door)
const { vuurtoren, molen, guardians, staff, pupils } = world
const as = (person: string) => door.front.as(person, vuurtoren)
const TASK = 'terms-message-waits'
const plus = (days: number) => new Date(door.front.clock.now!.getTime() + days * 86_400_000).toISOString().slice(0, 10)
const later = (days: number) => {
  door.front.clock.now = new Date(door.front.clock.now!.getTime() + days * 86_400_000)
}

const year = Number(week.monday.slice(0, 4))
let weeks = 0
beforeEach(async () => {
  door.front.clock.now = new Date(Date.parse(`${year}-09-15T09:00:00Z`) + ++weeks * 7 * 86_400_000)
  await asSuperuser(door.front.server.admin, (client) => client.query('truncate terms_breach cascade'))
})

const told = { kind: 'others-data', happened: 'Een foto in de appgroepq', message: 'We zagen een foto. Haal hem wegq.' }

/** Somebody of the office notes a breach about somebody; answers its page's address and its id. */
const note = async (person: string, by: string = staff.wim) => {
  const answer = await (await as(by)).post(urls.newBreach({ id: person }), {
    ...told,
    requestKey: randomUUID(),
    seenBy: staff.tom,
    seenOn: plus(0),
  })
  expect(answer.status).toBe(303)
  const address = answer.headers.get('location')!
  return { address, id: address.split('/').at(-1)! }
}

const bar = async (id: string, fields: Record<string, string> = {}, by: string = staff.wim) =>
  (await as(by)).post(urls.barring({ id }), {
    what: 'writing',
    reason: 'Het ging na ons gesprek doorq',
    from: plus(0),
    to: plus(2),
    ...fields,
  })

const reports = (person: string) => as(person).then((browser) => browser.post(urls.newAbsence(), {}))

describe('a breach: contact first', () => {
  test('the person reads what school says, and no mail says what it is about', async () => {
    const { address } = await note(guardians.kofi)
    const mails = await mailsOf(TASK)
    expect(mails).toMatchObject([{ to: 'kofi@test.example', subject: 'Er is een bericht van school' }])
    expect(mails[0]!.text).not.toMatch(/foto|Kofiq|regels/)
    const wim = await as(staff.wim)
    expect(await wim.text(address)).toContain('Nog niet gelezen')
    const kofi = await as(guardians.kofi)
    expect(await kofi.text(urls.home())).toContain('Je hebt een bericht van school')
    const mine = await kofi.text(urls.myBreaches())
    expect(mine).toContain('Haal hem wegq')
    expect(mine).toContain('klachtencommissie')
    // Not who saw it, nor what the office wrote for itself.
    expect(mine).not.toMatch(/Tomq|appgroepq/)
    expect(await wim.text(address)).toContain('Gelezen op')
    expect((await kofi.get(urls.children())).status).toBe(200)
    expect(await kofi.text(urls.home())).not.toContain('Je hebt een bericht')
  })

  test('sent twice is once; what is missing comes back with what was typed', async () => {
    const wim = await as(staff.wim)
    const fields = { ...told, requestKey: randomUUID(), seenBy: staff.tom, seenOn: plus(0) }
    const address = urls.newBreach({ id: guardians.kofi })
    await Promise.all([wim.post(address, fields), wim.post(address, fields)])
    expect((await wim.text(urls.breaches())).match(/Kofiq/g)).toHaveLength(1)
    for (const wrong of [
      { kind: 'worse' },
      { message: '' },
      { happened: 'x'.repeat(2_001) },
      { seenBy: guardians.ngozi },
      { seenBy: staff.sem },
      { seenOn: plus(1) },
      { seenOn: '31 november' },
    ]) {
      const refused = await wim.post(address, { ...fields, ...wrong })
      expect([wrong, refused.status]).toEqual([wrong, 422])
      expect(await refused.text()).toContain(fields.requestKey)
    }
  })

  test('never about oneself, a pupil, somebody of another school or whom one may not know; for the office only', async () => {
    const wim = await as(staff.wim)
    for (const id of [
      staff.wim,
      pupils.zuri,
      guardians.hiddenMother,
      staff.sem,
      guardians.fennaAtMolen,
      randomUUID(),
    ]) {
      expect([id, (await wim.get(urls.newBreach({ id }))).status]).toEqual([id, 404])
      expect([id, (await wim.post(urls.newBreach({ id }), told)).status]).toEqual([id, 404])
    }
    const { id, address } = await note(staff.anouk)
    const deeds = [urls.barring({ id }), urls.confirmBarring({ id }), urls.liftBarring({ id })]
    for (const other of [staff.anouk, staff.hatice, staff.roos, guardians.kofi]) {
      const browser = await as(other)
      expect((await browser.get(address)).status).toBe(404)
      for (const deed of deeds)
        expect((await browser.post(deed, { what: 'writing', reason: 'x', from: plus(0), to: plus(0) })).status).toBe(
          404,
        )
    }
    const gerrit = await door.front.as(staff.gerrit, molen, 'molen.localhost')
    expect((await gerrit.get(address)).status).toBe(404)
    for (const deed of deeds) expect((await gerrit.post(deed, {})).status).toBe(404)
  })
})

describe('a restriction: what, why, until when', () => {
  test('only reading: every form leads to the reason, and after its last day everything opens by itself', async () => {
    const { id } = await note(guardians.kofi)
    const kofi = await as(guardians.kofi)
    expect((await bar(id)).headers.get('location')).toBe(urls.breach({ id }))
    expect((await kofi.get(urls.children())).status).toBe(200)
    const sent = await kofi.post(urls.newAbsence(), {
      pupil: pupils.zuri,
      when: 'open',
      kind: 'ill',
      requestKey: randomUUID(),
    })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, urls.myBreaches({ unsent: 'yes' })])
    const why = await kofi.text(sent.headers.get('location')!)
    expect(why).toContain('Wat je net wilde doen, is niet gedaan.')
    expect(why).toContain('Het ging na ons gesprek doorq')
    expect(why).toContain('Je kind ziek melden kan telefonisch')
    expect(await kofi.text(urls.home())).toContain('kun je hier alleen lezen')
    expect((await kofi.post(urls.myLanguage(), { language: 'nl' })).headers.get('location')).toBe(urls.me())
    // Others of the family are not concerned.
    expect((await reports(guardians.ngozi)).status).toBe(422)
    later(2)
    expect((await reports(guardians.kofi)).status).toBe(303)
    later(1)
    expect((await reports(guardians.kofi)).status).toBe(422)
    expect(await kofi.text(urls.myBreaches())).toContain('Deze beperking is voorbij.')
  })

  test('everything: one page is left, on every route, also when signing in anew; lifted it is over at once', async () => {
    const { id } = await note(staff.hatice)
    const hatice = await as(staff.hatice)
    expect((await bar(id, { what: 'everything' })).status).toBe(303)
    const { Me } = await import('#shared/identity/me.ts')
    const me = new Me({ ...blank, roles: ['teacher'] })
    for (const route of walkable(door.front).filter(
      ({ rule, options }) => !rule.open && options.staysOpen !== 'always' && rule(me),
    )) {
      const address = addressesOf(route, plus(0), ids.own)[0]!
      const answer = await (route.method === 'GET' ? hatice.get(address) : hatice.post(address))
      const to = answer.headers.get('location')?.split('?')[0]
      expect([route.method, route.pattern, answer.status, to]).toEqual([
        route.method,
        route.pattern,
        303,
        urls.myBreaches(),
      ])
    }
    const again = await as(staff.hatice)
    const page = await again.text(urls.myBreaches())
    expect(page).toContain('Je kunt nu niet verder in Schoolplein')
    expect(page).toContain('Log uit')
    expect(page).not.toContain('<nav')
    // Everyone else of the office may end it.
    expect((await (await as(staff.anouk)).post(urls.liftBarring({ id }))).status).toBe(303)
    expect((await hatice.get(urls.groups())).status).toBe(200)
    expect((await mailsOf(TASK)).slice(-3).map(({ to }) => to)).toEqual(Array(3).fill('hatice@test.example'))
  })

  test('an objection goes to school from the page itself, once; the answer is kept with the restriction and told', async () => {
    const { id, address } = await note(staff.hatice)
    const [hatice, wim, anouk] = [await as(staff.hatice), await as(staff.wim), await as(staff.anouk)]
    await bar(id, { what: 'everything' })
    const page = await hatice.text(urls.myBreaches())
    const to = /action="(\/terms\/messages\/[^"]+\/objection)"/.exec(page)![1]!
    const refused = await hatice.post(to, { text: ' ' })
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining('Schrijf waarom je het er niet'),
    ])
    const long = await hatice.post(to, { text: 'Zo was het nietq. '.repeat(200) })
    expect([long.status, (await long.text()).includes('Zo was het nietq')]).toEqual([422, true])
    for (const other of [guardians.kofi, staff.tom])
      expect((await (await as(other)).post(to, { text: 'x' })).status).toBe(404)
    for (const text of ['Ik deelde die foto nietq', 'En nog iets'])
      expect((await hatice.post(to, { text })).headers.get('location')).toBe(urls.myBreaches())
    expect(await hatice.text(urls.myBreaches())).toMatch(/Ik deelde die foto nietq[\s\S]*Nog niet\. Je krijgt een mail/)
    expect(await hatice.text(urls.myBreaches())).not.toContain('En nog iets')

    expect(await wim.text(urls.home())).toContain('1 bezwaar wacht op antwoord')
    const seen = await wim.text(address)
    expect(seen).toContain('Ik deelde die foto nietq')
    const restriction = /name="restriction" value="([^"]+)"/.exec(seen)![1]!
    const answer = { restriction, text: 'We kijken er samen naarq' }
    expect((await wim.post(urls.answerObjection({ id }), { restriction })).status).toBe(422)
    expect((await wim.post(urls.answerObjection({ id: randomUUID() }), answer)).status).toBe(404)
    expect((await hatice.post(urls.answerObjection({ id }), answer)).status).toBe(404)
    await mailsOf(TASK)
    expect((await wim.post(urls.answerObjection({ id }), answer)).status).toBe(303)
    expect((await anouk.post(urls.answerObjection({ id }), answer)).status).toBe(404)
    expect((await mailsOf(TASK)).map(({ to }) => to)).toEqual(['hatice@test.example'])
    expect(await anouk.text(address)).toMatch(/Antwoord van Wimq[\s\S]*We kijken er samen naarq/)
    expect(await wim.text(urls.home())).not.toContain('wacht op antwoord')
    await anouk.post(urls.liftBarring({ id }))
    expect(await hatice.text(urls.home())).toContain('Je hebt een bericht van school')
    expect(await hatice.text(urls.myBreaches())).toContain('We kijken er samen naarq')
    expect(await hatice.text(urls.home())).not.toContain('Je hebt een bericht van school')
  })

  test('an open page of theirs hears nothing more from that moment', async () => {
    const { id } = await note(staff.hatice)
    const hatice = await as(staff.hatice)
    const stream = await Stream.of(hatice, urls.dayList({ group: world.groups.five }))
    await bar(id, { what: 'everything' })
    expect(await stream.end()).toContain('event: ended')
  })

  test('longer than a week takes a second person, and so does a second one soon after', async () => {
    const { id } = await note(guardians.kofi)
    const [wim, anouk] = [await as(staff.wim), await as(staff.anouk)]
    expect((await bar(id, { to: plus(7) })).status).toBe(303)
    expect((await reports(guardians.kofi)).status).toBe(422)
    expect(await (await as(guardians.kofi)).text(urls.myBreaches())).not.toContain('gesprek doorq')
    expect(await wim.text(urls.person({ id: guardians.kofi }))).toContain('Er is een beperking aangevraagd voor Kofiq')
    expect((await wim.post(urls.confirmBarring({ id }))).status).toBe(404)
    // Whatever a program asks.
    await expect(
      door.front.within(vuurtoren, ({ db }) =>
        db.updateTable('terms_restriction').set({ state: 'in-force' }).execute(),
      ),
    ).rejects.toThrow(/check constraint/)
    expect((await bar(id)).status).toBe(422)
    expect(await anouk.text(urls.home())).toContain('1 beperking wacht op jou')
    const both = await Promise.all([
      anouk.post(urls.confirmBarring({ id })),
      (await as(staff.anouk)).post(urls.confirmBarring({ id })),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 404])
    expect((await reports(guardians.kofi)).status).toBe(303)
    expect((await wim.post(urls.liftBarring({ id }))).status).toBe(303)
    expect((await wim.post(urls.liftBarring({ id }))).status).toBe(404)
    // Six days alone, and six days again, would be a way around.
    await bar(id, { to: plus(5) })
    later(6)
    await bar(id, { to: plus(5) })
    expect(await wim.text(urls.breach({ id }))).toContain('Wacht op een collega')
    expect((await reports(guardians.kofi)).status).toBe(422)
  })

  test('an end is needed, in this school year; days and words that cannot be are told', async () => {
    const { id } = await note(guardians.kofi)
    for (const wrong of [
      { to: '' },
      { to: plus(-1) },
      { from: plus(-1) },
      { to: `${year + 1}-08-01` },
      { to: `${year + 1}-02-30` },
      { reason: '' },
      { what: 'school' },
    ]) {
      const refused = await bar(id, wrong)
      expect([wrong, refused.status]).toEqual([wrong, 422])
    }
    expect((await bar(id, { to: `${year + 1}-07-31` })).status).toBe(303)
  })

  test('somebody of the office stays free: two cannot keep each other out', async () => {
    const [aboutAnouk, aboutWim] = [await note(staff.anouk), await note(staff.wim, staff.anouk)]
    const answers = await Promise.all([
      bar(aboutAnouk.id, { from: plus(3), to: plus(4) }),
      bar(aboutWim.id, { from: plus(3), to: plus(4) }, staff.anouk),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    const refused = answers.find(({ status }) => status === 422)!
    expect(await refused.text()).toContain('Dan blijft er niemand over')
    // Nor does the one who stays free give up the role meanwhile.
    const free = answers[0]!.status === 303 ? staff.wim : staff.anouk
    expect((await (await as(free)).post(urls.roles({ id: free }), { roles: 'teacher' })).status).toBe(422)
  })
})

const blank = { id: '', account: '', givenName: '', name: '', language: 'nl', strong: true, accessVersion: 0 } as const
