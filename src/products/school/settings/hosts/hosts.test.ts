import { domainToASCII } from 'node:url'
import { describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { FrontDoor, frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { readHost } from './names.ts'

const door = frontDoor()
const { staff, vuurtoren, molen } = world
const own = 'portaal.vuurtorenq.example'

/** A name server that knows what a test tells it; `away` is one that does not answer. */
const records = new Map<string, string[]>()
const dns = {
  away: false,
  texts: async (name: string) => {
    if (dns.away) throw new Error('away')
    return records.get(name) ?? []
  },
  pointsAt: async (name: string) => (name === own ? ['plein.example'] : []),
}
const looked = (organisation: string) =>
  door.front.application.tasks
    .find(({ name }) => name === 'check-hosts')!
    .run({ dns, inOrganisation: (run: never) => door.front.within(organisation, run) } as never)

const goesTo = (answer: Response) => answer.headers.get('location')
const tokenIn = (page: string, nth = 0) => [...page.matchAll(/schoolplein-[\w-]{24}/g)][nth]![0]

describe('an own address', () => {
  test('is asked for, waits for proof, is proven by its own token only, and taken into use by every process', async () => {
    const wim = await door.front.as(staff.wim, vuurtoren)
    const other = await FrontDoor.open(door.front)
    expect((await other.stranger(own).get(urls.signIn())).status).toBe(404)
    expect(goesTo(await wim.post(urls.hosts(), { name: `https://Portaal.VuurtorenQ.example/` }))).toContain('claimed')
    const page = await wim.text(urls.hosts())
    expect(page).toContain(`_schoolplein.${own}`)
    const use = () => wim.post(urls.useHost({ host: own }))
    expect((await use()).status).toBe(422)

    const waiting = async () => {
      await looked(vuurtoren)
      return wim.text(urls.hosts())
    }
    expect(await waiting()).toContain('Er is nog geen TXT-record.')
    records.set(`_schoolplein.${own}`, ['schoolplein-iets-anders'])
    expect(await waiting()).toContain('een andere waarde')
    records.set(`_schoolplein.${own}`, ['v=spf1 -all', tokenIn(page)])
    const proven = await waiting()
    expect(proven).toContain('Het TXT-record klopt.')
    expect(proven).toContain('wijst nu naar plein.example')
    dns.away = true
    expect(await waiting()).toContain('Bewezen')
    dns.away = false

    const told = new Promise<void>((resolve) =>
      other.parts.notifications.onAny((topic) => topic === 'sites' && resolve()),
    )
    expect(goesTo(await use())).toBe(urls.hosts({ done: 'saved' }))
    await told
    // A request over plain http is told that this host wants TLS: it is known now.
    expect((await other.stranger(own).get(urls.signIn())).status).toBe(400)
    expect(await wim.text(urls.hosts())).toContain(`In gebruik genomen: ${own}.`)
    await other.close()
  })

  test('whose record was taken away is not proven any more', async () => {
    const wim = await door.front.as(staff.wim, vuurtoren)
    const name = 'weg.vuurtorenq.example'
    await wim.post(urls.hosts(), { name })
    records.set(`_schoolplein.${name}`, [tokenIn(await wim.text(urls.hosts()))])
    await looked(vuurtoren)
    records.delete(`_schoolplein.${name}`)
    await looked(vuurtoren)
    expect((await wim.post(urls.useHost({ host: name }))).status).toBe(422)
    expect(goesTo(await wim.post(urls.dropHost({ host: name })))).toContain('dropped')
    expect((await wim.post(urls.dropHost({ host: name }))).status).toBe(404)
  })

  test('is nobody else’s, nor below or above theirs; who claims it too gets it only with a token of their own', async () => {
    const [wim, gerrit] = [
      await door.front.as(staff.wim, vuurtoren),
      await door.front.as(staff.gerrit, molen, 'molen.localhost'),
    ]
    for (const name of [own, `nieuw.${own}`, 'vuurtorenq.example']) {
      const refused = await gerrit.post(urls.hosts(), { name })
      expect([name, refused.status]).toEqual([name, 422])
      expect(await refused.text()).toContain('van een andere organisatie')
    }
    const shared = 'samen.example'
    await wim.post(urls.hosts(), { name: shared })
    await gerrit.post(urls.hosts(), { name: shared })
    records.set(`_schoolplein.${shared}`, [tokenIn(await gerrit.text(urls.hosts()))])
    await looked(vuurtoren)
    await looked(molen)
    expect((await wim.post(urls.useHost({ host: shared }))).status).toBe(422)
    expect((await gerrit.post(urls.useHost({ host: shared }))).status).toBe(303)
    expect(await wim.text(urls.hosts())).not.toContain('Bewezen')
  })

  test.each([
    ['localhost', 'local'],
    ['portaal.localhost', 'local'],
    ['school.local', 'local'],
    ['127.0.0.1', 'ip'],
    ['http://2130706433/', 'ip'],
    ['0x7f.1', 'ip'],
    ['[::1]', 'ip'],
    ['vuurtoren', 'single'],
    ['portaal.devuurtoren.nl:8443', 'port'],
    ['https://portaal.devuurtoren.nl/inloggen', 'address'],
    ['https://iemand@devuurtoren.nl', 'address'],
    ['*.devuurtoren.nl', 'address'],
    ['_schoolplein.devuurtoren.nl', 'address'],
    ['-a.nl', 'address'],
    ['devuurtoren.123', 'address'],
    [`${'a'.repeat(64)}.nl`, 'address'],
    ['a b.nl', 'address'],
    ['', 'empty'],
  ])('%s is refused in words', async (typed, problem) => {
    expect(readHost(typed)).toEqual({ problem })
    const wim = await door.front.as(staff.wim, vuurtoren)
    expect((await wim.post(urls.hosts(), { name: typed })).status).toBe(422)
  })

  test('that looks like another one is shown as a computer writes it', async () => {
    const wim = await door.front.as(staff.wim, vuurtoren)
    const asComputer = domainToASCII('vuurtоren.example')
    expect(asComputer).toMatch(/^xn--/)
    await wim.post(urls.hosts(), { name: 'vuurtоren.example' })
    const page = await wim.text(urls.hosts())
    expect(page).toContain(asComputer)
    expect(page).not.toContain('vuurtоren')
    await wim.post(urls.dropHost({ host: asComputer }))
  })
})

describe('hosts in use', () => {
  const old = 'oud.localhost'
  const deed = async (host: string, what: string, from = 'vuurtoren.localhost') =>
    (await door.front.as(staff.wim, vuurtoren, from)).post(urls.host({ host }), { deed: what })

  test('the old one sends on to the main one, page by page, and works again when that is put back', async () => {
    await door.front.within(vuurtoren, ({ db }) =>
      db.insertInto('host').values({ name: old, organisation_id: vuurtoren }).execute(),
    )
    door.front.application.serving.sites.forget()
    const told = () =>
      new Promise<void>((resolve) => door.front.parts.notifications.onAny((topic) => topic === 'sites' && resolve()))
    let heard = told()
    expect((await deed(old, 'main')).status).toBe(303)
    await heard
    heard = told()
    expect(goesTo(await deed('vuurtoren.localhost', 'main'))).toContain('saved')
    await heard
    heard = told()
    expect((await deed(old, 'redirect')).status).toBe(303)
    await heard
    const sent = await door.front.stranger(old).get('/sign-in?next=%2Fpeople')
    expect([sent.status, goesTo(sent)]).toEqual([308, 'http://vuurtoren.localhost/sign-in?next=%2Fpeople'])
    const within = await door.front
      .stranger(old)
      .request('GET', '/sign-in', undefined, { 'sec-fetch-site': 'same-origin' })
    expect(within.status).toBe(200)
    expect((await deed(old, 'serve')).status).toBe(303)
  })

  test('the last, the main and the one somebody is at cannot go', async () => {
    expect(await (await deed('vuurtoren.localhost', 'remove')).text()).toContain('Dit is het hoofdadres.')
    expect(await (await deed('vuurtoren.localhost', 'redirect')).text()).toContain('Dit is het hoofdadres.')
    expect(await (await deed(old, 'remove', old)).text()).toContain('Op dit adres ben je nu zelf.')
    expect((await deed('molen.localhost', 'remove')).status).toBe(404)
    const gerrit = await door.front.as(staff.gerrit, molen, 'molen.localhost')
    await gerrit.post(urls.host({ host: 'samen.example' }), { deed: 'remove' })
    expect(await (await gerrit.post(urls.host({ host: 'molen.localhost' }), { deed: 'remove' })).text()).toContain(
      'Dit is het enige adres',
    )
    expect((await deed(old, 'remove')).status).toBe(303)
    const { hatice } = staff
    expect(
      (await (await door.front.as(hatice, vuurtoren)).post(urls.host({ host: own }), { deed: 'remove' })).status,
    ).toBe(404)
  })
})
