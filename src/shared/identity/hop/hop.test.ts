import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { signingIn } from '#test/signing-in.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { later, setUpApp, rows } = signingIn(door)
const { vuurtoren, molen, zeester, guardians, staff } = world
const MOLEN = 'molen.localhost'

/** The path at which the browser arrives at the other school. */
const hop = async (browser: Browser, to: string = molen) => {
  const sent = await browser.post(urls.otherSchools(), { organisation: to })
  expect(sent.status).toBe(303)
  const address = new URL(sent.headers.get('location')!)
  return { origin: address.origin, path: address.pathname + address.search }
}
const fenna = (strong = false) => door.front.as(guardians.fenna, vuurtoren, 'vuurtoren.localhost', strong)

test('somebody of two schools goes to the other one and is signed in there, as that school’s person', async () => {
  const browser = await fenna()
  const menu = await browser.text(urls.home())
  expect(menu).toContain(`href="${urls.otherSchools()}"`)
  const list = await browser.get(urls.otherSchools())
  expect(list.headers.get('content-security-policy')).toContain("form-action 'self' http://molen.localhost;")
  const { origin, path } = await hop(browser)
  expect(origin).toBe('http://molen.localhost')
  expect(path).toMatch(/^\/other-schools\/arrive\/[\w-]{43}$/)
  const there = door.front.stranger(MOLEN)
  const arrived = await there.get(path)
  expect([arrived.status, arrived.headers.get('location')]).toEqual([303, urls.arrived()])
  expect(await there.text(urls.arrived())).toContain('Voeg dit apparaat toe')
  expect(await there.text(urls.children())).toContain('Emreq')
  const [session] = await rows(`select strong, confirmed_at from session where person_id = '${guardians.fennaAtMolen}'`)
  expect(session!.strong).toBe(false)
  // The second time this browser is known there, and nothing is offered.
  expect((await there.get((await hop(browser)).path)).headers.get('location')).toBe(urls.home())
})

test('a token works once, for a minute, on its own host, and is nowhere in the database', async () => {
  const browser = await fenna()
  const first = await hop(browser)
  const token = first.path.split('/').at(-1)!
  expect(JSON.stringify(await rows('select * from hop_token'))).not.toContain(token)
  for (const host of ['vuurtoren.localhost', 'zeester.localhost', 'kompas.localhost']) {
    const elsewhere = door.front.stranger(host)
    const refused = await elsewhere.get(first.path)
    expect([host, refused.status, elsewhere.cookie]).toEqual([host, 422, ''])
  }
  expect((await door.front.stranger(MOLEN).get(first.path)).status).toBe(303)
  const replayed = await door.front.stranger(MOLEN).get(first.path)
  expect(replayed.status).toBe(422)
  expect(await replayed.text()).toContain('werkt één keer')

  const late = await hop(browser)
  later(60)
  expect((await door.front.stranger(MOLEN).get(late.path)).status).toBe(422)
  for (const odd of ['x', encodeURIComponent('’\u0001'), 'a'.repeat(2_000)])
    expect((await door.front.stranger(MOLEN).get(`/other-schools/arrive/${odd}`)).status).toBe(422)
})

test('who signs out everywhere is nowhere a minute later, also where a token was under way', async () => {
  for (const end of [urls.endAllSessions(), urls.endOtherSessions()]) {
    const [thief, owner] = [await fenna(), await fenna()]
    const { path } = await hop(thief)
    expect((await owner.post(end)).status).toBe(303)
    expect((await door.front.stranger(MOLEN).get(path)).status).toBe(422)
  }
})

test('of ten who use a token at once, one comes in', async () => {
  const { path } = await hop(await fenna())
  const answers = await Promise.all(Array.from({ length: 10 }, () => door.front.stranger(MOLEN).get(path)))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(9).fill(422)])
})

test('nobody goes where the account is nobody, and a stranger gets no token', async () => {
  const browser = await fenna()
  for (const organisation of [zeester, vuurtoren, world.kompas, 'x', ''])
    expect((await browser.post(urls.otherSchools(), { organisation })).status).toBe(404)
  expect((await door.front.stranger().post(urls.otherSchools(), { organisation: molen })).status).toBe(401)
  const kofi = await door.front.as(guardians.kofi, vuurtoren)
  expect(await kofi.text(urls.home())).not.toContain(urls.otherSchools())
  expect(await kofi.text(urls.otherSchools())).toContain('alleen bij deze school')
  expect((await kofi.post(urls.otherSchools(), { organisation: molen })).status).toBe(404)
})

test('a browser in which someone else is signed in there keeps that person', async () => {
  const { path } = await hop(await fenna())
  const gerrit = await door.front.as(staff.gerrit, molen, MOLEN)
  const cookie = gerrit.cookie
  expect((await gerrit.get(path)).status).toBe(422)
  expect(gerrit.cookie).toBe(cookie)
  // It was used up by trying; the school is chosen again.
  await gerrit.post(urls.signOut())
  expect((await gerrit.get(path)).status).toBe(422)
  expect((await gerrit.get((await hop(await fenna())).path)).status).toBe(303)
})

test('a second factor that was given carries over; one that was not is asked there', async () => {
  const { browser } = await door.front
    .as(guardians.fenna, vuurtoren, 'vuurtoren.localhost', false)
    .then(async (own) => ({
      browser: own,
      app: await setUpApp(own),
    }))
  const strong = door.front.stranger(MOLEN)
  expect((await strong.get((await hop(browser)).path)).headers.get('location')).toBe(urls.arrived())
  const weak = door.front.stranger(MOLEN)
  const asked = await weak.get((await hop(await fenna())).path)
  expect(asked.headers.get('location')).toBe(urls.secondFactor())
  expect((await weak.get(urls.children())).headers.get('location')).toContain(urls.signIn())
})

test('a passkey is added at the other school after a password or passkey just now, which a hop carries along', async () => {
  const browser = await fenna(true)
  const there = door.front.stranger(MOLEN)
  await there.get((await hop(browser)).path)
  expect((await there.get(urls.passkeys())).status).toBe(200)
  later(11 * 60)
  const stale = door.front.stranger(MOLEN)
  await stale.get((await hop(browser)).path)
  expect((await stale.get(urls.passkeys())).headers.get('location')).toContain(urls.confirm())
})
