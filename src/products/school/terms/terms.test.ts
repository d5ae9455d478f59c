import { beforeEach, describe, expect, test } from 'vitest'
import { hashOf } from '#shared/language/prose.ts'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { week } from '#test/school-week.ts'
import { asSuperuser } from '#test/server.ts'
import { addressesOf, ids, walkable } from '#test/walk.ts'
import { world } from '#test/world.ts'
import { defaultWords } from './default-words.ts'

const door = frontDoor()
const { vuurtoren, molen, guardians, staff, pupils } = world
const as = (person: string) => door.front.as(person, vuurtoren)
const guardian = { audience: 'guardian' } as const
let day = 0
const today = () => door.front.clock.now!.toISOString().slice(0, 10)
const on = (days: number) => new Date(door.front.clock.now!.getTime() + days * 86_400_000).toISOString().slice(0, 10)

/** Each test has a world without terms, a month later than the one before. */
beforeEach(async () => {
  door.front.clock.now = new Date(Date.parse(`${week.monday.slice(0, 4)}-09-15T09:00:00Z`) + ++day * 14 * 86_400_000)
  await asSuperuser(door.front.server.admin, (client) =>
    client.query('truncate terms_version, terms_acceptance, terms_draft cascade'),
  )
})

/** Publishes what stands in the draft (or a text of its own) from a day on, as the office does. */
const publish = async (
  audience: 'guardian' | 'team',
  { text, from = today() }: { text?: string; from?: string } = {},
) => {
  const wim = await as(staff.wim)
  const read = async (address: string) => /name="revision" value="(\d+)"/.exec(await wim.text(address))![1]!
  if (text) {
    const revision = await read(urls.termsDraft({ audience }))
    const saved = await wim.post(urls.termsDraft({ audience }), { nl: text, en: '', revision })
    expect(saved.headers.get('location')).toBe(urls.publishTerms({ audience }))
  }
  const revision = await read(urls.publishTerms({ audience }))
  return wim.post(urls.publishTerms({ audience }), { from, revision })
}

const fieldsOf = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/name="(audience|number|hash|next)" value="([^"]*)"/g)].map((m) => [m[1]!, m[2]!]),
  )

const agree = async (browser: Browser) => browser.post(urls.terms(), fieldsOf(await browser.text(urls.terms())))

const acceptances = () =>
  door.front.within(vuurtoren, ({ db }) =>
    db.selectFrom('terms_acceptance').selectAll().orderBy('accepted_at').orderBy('number').execute(),
  )

describe('terms of use: agreed to once per version', () => {
  test('nothing counts before the school publishes; then one page, one button, and what was wanted opens', async () => {
    const ngozi = await as(guardians.ngozi)
    expect((await ngozi.get(urls.children())).status).toBe(200)
    expect((await publish('guardian')).headers.get('location')).toBe(urls.termsFor(guardian))
    const aside = await ngozi.get(urls.child({ id: pupils.zuri }))
    expect(aside.headers.get('location')).toBe(urls.terms({ next: urls.child({ id: pupils.zuri }) }))
    const page = await ngozi.text(aside.headers.get('location')!)
    expect(page).toContain('Ik ga akkoord')
    expect(page).toContain('Maak geen schermafdrukken')
    const done = await ngozi.post(urls.terms(), fieldsOf(page))
    expect([done.status, done.headers.get('location')]).toEqual([303, urls.child({ id: pupils.zuri })])
    expect((await ngozi.get(urls.child({ id: pupils.zuri }))).status).toBe(200)
    // Pressed twice is once, also on another device.
    expect((await (await as(guardians.ngozi)).post(urls.terms(), fieldsOf(page))).status).toBe(303)
    expect(await acceptances()).toMatchObject([
      { person_id: guardians.ngozi, number: 1, language: 'nl', text_hash: hashOf(defaultWords.guardian.nl) },
    ])
    expect(await ngozi.text(urls.terms())).toContain('Versie 1: akkoord op')
    // Who works here has terms of their own, and those of parents do not hold them up.
    expect((await (await as(staff.hatice)).get(urls.groups())).status).toBe(200)
    const office = await (await as(staff.wim)).text(urls.termsFor(guardian))
    expect(office).toContain('1 van 6 mensen met een account gingen akkoord')
    const waiting = await (await as(staff.wim)).text(urls.termsPeople(guardian))
    expect(waiting).toContain('Denizq')
    expect(waiting).not.toMatch(/Ngoziq|Verborgenq/)
  })

  test('a new version asks again on its day, and nothing published changes', async () => {
    await publish('guardian')
    const fenna = await as(guardians.fenna)
    const old = fieldsOf(await fenna.text(urls.terms()))
    await agree(fenna)
    const text = `${defaultWords.guardian.nl}\n- Nog een nieuwe regel voor iedereen.`
    expect((await publish('guardian', { text, from: on(3) })).status).toBe(303)
    // While one waits for its day no other is made; published again is refused in words.
    expect(await (await publish('guardian', { text: `${text} Nog een.` })).text()).toContain('wacht al een versie')
    expect((await fenna.get(urls.children())).status).toBe(200)
    door.front.clock.now = new Date(door.front.clock.now!.getTime() + 3 * 86_400_000)
    expect((await fenna.get(urls.children())).status).toBe(303)
    const asked = await fenna.text(urls.terms())
    expect(asked).toContain('De regels zijn veranderd')
    // What was on the screen before does not count for what is in force now.
    expect((await fenna.post(urls.terms(), old)).status).toBe(422)
    expect((await fenna.post(urls.terms(), { ...fieldsOf(asked), hash: old.hash! })).status).toBe(422)
    await agree(fenna)
    expect((await fenna.get(urls.children())).status).toBe(200)
    const wim = await as(staff.wim)
    const version = await wim.text(urls.termsVersion({ ...guardian, number: '2' }))
    expect(version).toContain('<span class="small strong">Nieuw: </span><ins>Nog een nieuwe regel voor iedereen.</ins>')
    expect((await wim.post(urls.withdrawTerms({ ...guardian, number: '2' }))).status).toBe(404)
    await expect(
      door.front.within(vuurtoren, ({ db }) => db.updateTable('terms_version').set({ words: '{}' }).execute()),
    ).rejects.toThrow(/permission denied/)
  })

  test('before its day a version can be withdrawn; its text is the draft again', async () => {
    await publish('team', { text: 'Wij zijn aardig voor elkaar en voor de kinderen van school.', from: on(2) })
    const wim = await as(staff.wim)
    expect((await wim.post(urls.withdrawTerms({ audience: 'team', number: '1' }))).status).toBe(303)
    expect((await wim.post(urls.withdrawTerms({ audience: 'team', number: '1' }))).status).toBe(404)
    expect(await wim.text(urls.termsDraft({ audience: 'team' }))).toContain('aardig voor elkaar')
    door.front.clock.now = new Date(door.front.clock.now!.getTime() + 3 * 86_400_000)
    expect((await (await as(staff.tom)).get(urls.groups())).status).toBe(200)
  })

  test('no way around: every other route leads to the terms, and does nothing', async () => {
    await publish('guardian')
    await publish('team')
    for (const person of [guardians.ngozi, staff.hatice, staff.wim]) {
      const browser = await as(person)
      const me = await whoIs(person)
      for (const route of walkable(door.front).filter(
        ({ rule, options }) => !rule.open && options.staysOpen !== 'always',
      )) {
        if (!route.rule(me)) continue
        const address = addressesOf(route, today(), ids.own)[0]!
        const answer = await (route.method === 'GET' ? browser.get(address) : browser.post(address))
        const to = answer.headers.get('location')?.split('?')[0]
        expect([route.method, route.pattern, answer.status, to]).toEqual([
          route.method,
          route.pattern,
          303,
          urls.terms(),
        ])
      }
      for (const open of [urls.me(), urls.terms(), urls.myBreaches()])
        expect((await browser.get(open)).status).toBe(200)
      expect((await browser.post(urls.myLanguage(), { language: 'nl' })).headers.get('location')).toBe(urls.me())
    }
    // The right to information waits for nobody (art. 1:377c BW); another school is not concerned.
    expect((await (await as(guardians.gerda)).get(urls.informationRequest())).status).toBe(200)
    expect((await (await door.front.as(staff.sem, molen, 'molen.localhost')).get(urls.groups())).status).toBe(200)
    const out = await as(guardians.ngozi)
    expect((await out.post(urls.signOut())).status).toBe(303)
    expect(out.cookie).not.toContain('session=')
  })

  test('only whose terms they are can agree, and only to what is in force', async () => {
    await publish('team')
    const ngozi = await as(guardians.ngozi)
    const team = fieldsOf(await (await as(staff.hatice)).text(urls.terms()))
    for (const wrong of [team, { ...team, number: '9' }, { ...team, audience: 'pupil' }, {}, { ...team, number: 'é' }])
      expect((await ngozi.post(urls.terms(), wrong)).headers.get('location')).toBe(urls.terms())
    expect(await acceptances()).toEqual([])
    const hatice = await as(staff.hatice)
    expect((await hatice.post(urls.terms(), { ...team, hash: hashOf('other') })).status).toBe(422)
    // The address to go on to is one of our own.
    const away = await hatice.post(urls.terms(), { ...team, next: 'https://elsewhere.example/' })
    expect(away.headers.get('location')).toBe(urls.home())
    for (const wrong of [staff.hatice, staff.roos, guardians.ngozi]) {
      const browser = await as(wrong)
      expect((await browser.post(urls.publishTerms(guardian), { from: today() })).status).not.toBe(200)
      expect((await browser.get(urls.termsSettings())).status).not.toBe(200)
    }
  })

  test('a text that says too little or was saved by somebody else comes back with what was typed', async () => {
    const [wim, anouk] = [await as(staff.wim), await as(staff.anouk)]
    const address = urls.termsDraft(guardian)
    const short = await wim.post(address, { nl: 'Kortq', en: '', revision: '0' })
    expect(short.status).toBe(422)
    expect(await short.text()).toContain('Kortq')
    const both = { en: '', revision: '0' }
    expect((await wim.post(address, { ...both, nl: 'De tekst van Wim is lang genoeg om te mogen.' })).status).toBe(303)
    const late = await anouk.post(address, { ...both, nl: 'De tekst van Anouk is ook lang genoeg daarvoor.' })
    expect(late.status).toBe(422)
    const page = await late.text()
    expect(page).toContain('Iemand anders heeft deze tekst net bewaard')
    expect(page).toContain('De tekst van Anouk')
    // Nobody publishes a text that they did not read.
    const unread = await wim.post(urls.publishTerms(guardian), { from: today(), revision: '0' })
    expect([unread.status, (await unread.text()).includes('heeft de tekst net aangepast')]).toEqual([422, true])
    for (const from of [on(-1), '2026-02-31', '', on(900)])
      expect((await wim.post(urls.publishTerms(guardian), { from, revision: '1' })).status).toBe(422)
  })
})

const whoIs = async (person: string) => {
  const { Me } = await import('#shared/identity/me.ts')
  const { sql } = await import('kysely')
  return door.front.within(vuurtoren, async (work) => {
    await sql`select set_config('app.person', ${person}, true)`.execute(work.db)
    const found = (await door.front.application.serving.whoIs(work))!
    return new Me({ ...found, account: '', language: 'nl', strong: true, roles: [...found.roles] as never })
  })
}
