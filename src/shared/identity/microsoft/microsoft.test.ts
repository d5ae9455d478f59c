import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { AtMicrosoft } from '#test/entra.ts'
import { frontDoor } from '#test/front-door.ts'
import { signingIn } from '#test/signing-in.ts'
import { oids, SECRET, startEntra, tenants, withMicrosoft } from '#test/with-microsoft.ts'
import { world } from '#test/world.ts'
import { standInAuthority } from './authority.ts'
import { reaching } from './reach.ts'

const entra = await startEntra()
const door = frontDoor({ authority: entra.authority })
const { later, signIn, setUpApp, addPasskey, rows, mailsFor, optionsOf } = signingIn(door)
const { connect, toMicrosoft, through, link } = withMicrosoft(door, entra)
const { vuurtoren, zeester, molen, staff, guardians } = world

beforeAll(() => connect(vuurtoren))
afterEach(() => {
  entra.mood = 'well'
  entra.tell = null
  entra.forge = false
})
afterAll(() => entra.close())

test('somebody links their Microsoft account after a password, and comes in with one press from then on', async () => {
  const { browser, status, to } = await link(staff.hatice, oids.hatice)
  expect([status, to]).toEqual([303, urls.myMicrosoft({ linked: 'yes' })])
  expect(await browser.text(urls.me())).toContain('Gekoppeld sinds')
  expect(await mailsFor(staff.hatice)).toBe(1)
  expect(await door.front.stranger().text(urls.signIn())).toContain('Inloggen met Microsoft')

  const phone = door.front.stranger()
  const entered = await through(phone, oids.hatice, urls.microsoft({ next: urls.groups() }))
  expect([entered.status, entered.to]).toEqual([303, urls.groups()])
  // Microsoft asked a second factor and this school trusts that: ours is not asked.
  expect((await phone.get(urls.groups())).status).toBe(200)

  const kept = JSON.stringify(await rows('select * from microsoft_identity, session, microsoft_connection'))
  for (const hidden of [oids.hatice, SECRET, 'wim@test.example']) expect(kept).not.toContain(hidden)
})

test('an equal mail address opens nothing: who is not linked signs in in their own way first', async () => {
  const browser = door.front.stranger()
  const { status, text } = await through(browser, oids.unknown, urls.microsoft({ next: urls.groups() }))
  expect(status).toBe(200)
  expect(text).toContain('kennen we nog niet')
  expect(text).toContain(`next=${encodeURIComponent(urls.myMicrosoft({ next: urls.groups() }))}`)
  expect(text).not.toContain('Postmaq')
  expect(browser.cookie).toBe('')
  expect((await browser.get(urls.groups())).status).toBe(303)
})

test('another tenant gets one sentence and nothing else', async () => {
  entra.tell = (claims) => ({ ...claims, tid: tenants.molen })
  const browser = door.front.stranger()
  const { status, text } = await through(browser, oids.hatice)
  expect(status).toBe(422)
  expect(text).toContain('is niet van De Vuurtoren')
  expect(browser.cookie).toBe('')
})

test.each([
  ['another nonce', (claims: object) => ({ ...claims, nonce: 'other' })],
  ['none', ({ nonce: _, ...claims }: Record<string, unknown>) => claims],
  ['another issuer', (claims: object) => ({ ...claims, iss: `http://localhost:1/${tenants.kompas}/v2.0` })],
  ['another audience', (claims: object) => ({ ...claims, aud: 'other' })],
  ['an old token', (claims: object) => ({ ...claims, exp: 1_700_000_000, iat: 1_699_999_000 })],
  ['nobody', ({ oid: _, ...claims }: Record<string, unknown>) => claims],
])('an ID token with %s lets nobody in', async (_, tell) => {
  entra.tell = tell as never
  const browser = door.front.stranger()
  const { status, text } = await through(browser, oids.hatice)
  expect([status, text.includes('Dat lukte niet')]).toEqual([422, true])
  expect(browser.cookie).toBe('')
})

test('an ID token that the tenant did not sign lets nobody in', async () => {
  entra.forge = true
  expect((await through(door.front.stranger(), oids.hatice)).status).toBe(422)
})

test('an answer works once, in the browser and on the host that asked, with its own state, for ten minutes', async () => {
  const browser = door.front.stranger()
  const back = await toMicrosoft(browser, oids.hatice, urls.microsoft())
  const asked = browser.cookie
  const refused = async (path: string, cookie: string, host?: string) => {
    const other = door.front.stranger(host)
    other.cookie = cookie
    const before = entra.asked.length
    const response = await other.get(path)
    expect([path, response.status, other.cookie.includes('session')]).toEqual([path, 422, false])
    // Nobody makes us go outside with an answer that is not the one we wait for.
    expect(entra.asked.length).toBe(before)
  }
  await refused(back, '')
  await refused(back.replace(/state=[^&]+/, 'state=other'), asked)
  await refused(back.replace(/&?state=[^&]+/, ''), asked)
  await connect(molen)
  await refused(back, asked, 'molen.localhost')
  await refused(back, 'microsoft=x')
  expect((await browser.get(back)).status).toBe(303)
  await refused(back, asked)

  const late = door.front.stranger()
  const lateBack = await toMicrosoft(late, oids.hatice, urls.microsoft())
  later(10 * 60)
  await refused(lateBack, late.cookie)
})

test('the code of somebody else’s sign-in does not fit one’s own', async () => {
  const [victim, thief] = [door.front.stranger(), door.front.stranger()]
  const theirs = await toMicrosoft(victim, oids.hatice, urls.microsoft())
  const own = await toMicrosoft(thief, oids.unknown, urls.microsoft())
  const code = /code=[^&]+/.exec(theirs)![0]
  expect((await thief.get(own.replace(/code=[^&]+/, code))).status).toBe(422)
})

test.each([
  '//evil.example',
  'https://evil.example/',
  '/\\evil.example',
  'javascript:alert(1)',
])('nobody is led elsewhere afterwards: %s', async (next) => {
  const { to } = await through(door.front.stranger(), oids.hatice, urls.microsoft({ next }))
  expect(to).toBe(urls.home())
})

test('who stops at Microsoft is back where the other ways are', async () => {
  const { status, text } = await through(door.front.stranger(), '')
  expect(status).toBe(422)
  expect(text).toContain('Je stopte bij Microsoft')
  expect(text).toContain('name="password"')
})

test('Microsoft down, rubbish or leading elsewhere: a sentence with the other ways, and nothing waits for it', async () => {
  for (const mood of ['down', 'rubbish', 'huge', 'elsewhere'] as const) {
    const browser = door.front.stranger()
    const back = await toMicrosoft(browser, oids.hatice, urls.microsoft())
    entra.mood = mood
    const response = await browser.get(back)
    expect([mood, response.status]).toEqual([mood, 503])
    const text = await response.text()
    expect(text).toContain('Microsoft geeft nu geen antwoord')
    expect(text).toContain('name="password"')
    entra.mood = 'well'
  }
  // A tenant of which nothing is known yet.
  await connect(zeester, { tenant: tenants.molen })
  entra.mood = 'down'
  expect((await door.front.stranger('zeester.localhost').get(urls.microsoft())).status).toBe(503)
  expect((await signIn('kofi')).status).toBe(303)
  entra.mood = 'well'
  expect((await door.front.stranger('zeester.localhost').get(urls.microsoft())).status).toBe(303)
})

test('nothing but the authority is asked, five seconds at most', async () => {
  entra.mood = 'slow'
  const ask = (address: string) =>
    reaching(entra.authority, 50)(address, { method: 'GET', headers: {}, body: null, redirect: 'manual' })
  await expect(ask(`${entra.origin}/x`)).rejects.toThrow('No answer')
  for (const address of ['http://169.254.169.254/', `${standInAuthority(1).origin}/`, 'file:///etc/passwd', 'x'])
    await expect(ask(address)).rejects.toThrow('somebody else')
})

test('a secret that is wrong tells the person to tell ICT, and says nothing of it', async () => {
  await connect(vuurtoren, { secret: 'wrong' })
  const { status, text } = await through(door.front.stranger(), oids.hatice)
  expect(status).toBe(422)
  expect(text).toContain('Geef dit door aan ICT')
  await connect(vuurtoren)
})

test('Microsoft’s second factor counts only where the school says so and Microsoft says it was given', async () => {
  await connect(vuurtoren, { trustsMfa: false })
  const plain = door.front.stranger()
  expect((await through(plain, oids.hatice)).to).toContain(urls.secondFactor())
  expect((await plain.get(urls.groups())).headers.get('location')).toContain(urls.secondFactor())
  // Without a password or passkey of ours nothing is set up either.
  expect((await plain.get(urls.secondFactor())).headers.get('location')).toContain(urls.confirm())
  await connect(vuurtoren)

  const own = await door.front.as(guardians.fenna, vuurtoren, 'vuurtoren.localhost', false)
  const { secret, codes } = await setUpApp(own)
  expect(secret && codes.length).toBe(10)
  expect((await through(own, oids.fenna, urls.linkMicrosoft())).status).toBe(303)
  const asked = door.front.stranger()
  expect((await through(asked, oids.fenna)).to).toBe(urls.secondFactor())
  expect((await asked.get(urls.children())).headers.get('location')).toContain(urls.signIn())
  expect((await asked.post(urls.secondFactor(), { code: codes[0]! })).headers.get('location')).toBe(urls.home())
  expect((await asked.get(urls.children())).status).toBe(200)
})

test('a session of Microsoft alone changes nothing about the account, and leads to no other school', async () => {
  const browser = door.front.stranger()
  await through(browser, oids.fenna)
  const { codes } = await setUpCodes()
  await browser.post(urls.secondFactor(), { code: codes[0]! })
  expect((await browser.get(urls.passkeys())).headers.get('location')).toContain(urls.confirm())
  expect((await browser.post(urls.unlinkMicrosoft())).headers.get('location')).toContain(urls.confirm())
  const arrive = async (from: typeof browser) => {
    const sent = await from.post(urls.otherSchools(), { organisation: molen })
    const there = door.front.stranger('molen.localhost')
    return there.get(new URL(sent.headers.get('location')!).pathname)
  }
  const refused = await arrive(browser)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('log hier één keer zelf in')
  expect((await arrive(await door.front.as(guardians.fenna, vuurtoren))).status).toBe(303)
})

const setUpCodes = async () => {
  const own = await door.front.as(guardians.fenna, vuurtoren)
  const response = await own.post(urls.recoveryCodes())
  return { codes: [...(await response.text()).matchAll(/([0-9a-z]{5}-[0-9a-z]{5})</g)].map((found) => found[1]!) }
}

test('one Microsoft account is one account, and the other way round', async () => {
  const taken = await link(staff.tom, oids.hatice)
  expect([taken.status, taken.text.includes('hoort al bij iemand anders')]).toEqual([422, true])
  const second = await link(staff.hatice, oids.unknown)
  expect(second.status).toBe(422)
  // An answer for one person is of no use in a browser where another signed in meanwhile.
  const wim = await door.front.as(staff.wim, vuurtoren)
  const back = await toMicrosoft(wim, oids.wim, urls.linkMicrosoft())
  const tom = await door.front.as(staff.tom, vuurtoren)
  tom.cookie = `${tom.cookie}; ${wim.cookie.split('; ').find((one) => one.startsWith('microsoft='))}`
  expect((await tom.get(back)).status).toBe(422)
  expect((await rows('select from microsoft_identity')).length).toBe(2)
})

test('linking and unlinking ask for a password or passkey of just now; unlinking ends what came through it', async () => {
  const browser = await door.front.as(staff.hatice, vuurtoren)
  const phone = door.front.stranger()
  expect((await through(phone, oids.hatice)).status).toBe(303)
  later(11 * 60)
  expect((await browser.get(urls.linkMicrosoft())).headers.get('location')).toContain(urls.confirm())
  expect((await browser.post(urls.unlinkMicrosoft())).headers.get('location')).toContain(urls.confirm())
  const fresh = await door.front.as(staff.hatice, vuurtoren)
  expect((await fresh.post(urls.unlinkMicrosoft())).headers.get('location')).toBe(urls.myMicrosoft())
  expect((await phone.get(urls.groups())).headers.get('location')).toContain(urls.signIn())
  expect((await through(door.front.stranger(), oids.hatice)).text).toContain('kennen we nog niet')
  expect((await link(staff.hatice, oids.hatice)).status).toBe(303)
})

test('signing out offers Microsoft’s own, its own ends ours, and everywhere is everywhere', async () => {
  const there = new AtMicrosoft(entra)
  const browser = door.front.stranger()
  let sid = ''
  entra.tell = (claims) => {
    sid = String(claims.sid)
    return claims
  }
  await through(browser, oids.hatice, urls.microsoft(), there)
  const ended = urls.microsoftEnded({ iss: `${entra.origin}/${tenants.kompas}/v2.0`, sid })
  await door.front.stranger().get(urls.microsoftEnded({ sid: 'other' }))
  expect((await browser.get(urls.groups())).status).toBe(200)
  expect((await door.front.stranger().get(ended)).status).toBe(200)
  expect((await browser.get(urls.groups())).status).toBe(303)

  await through(browser, oids.hatice, urls.microsoft(), there)
  const elsewhere = await door.front.as(staff.hatice, vuurtoren)
  const out = await browser.post(urls.endAllSessions())
  expect(out.headers.get('location')).toBe(urls.signIn({ out: 'microsoft' }))
  expect(await browser.text(urls.signIn({ out: 'microsoft' }))).toContain('Log ook uit bij Microsoft')
  expect((await browser.get(urls.microsoftSignOut())).headers.get('location')).toContain(`${entra.origin}/`)
  expect((await elsewhere.get(urls.groups())).status).toBe(303)
})

test('the team through Microsoft only: no password, no passkey, but a first time to link; the office has a way', async () => {
  await connect(vuurtoren, { microsoft: 'team' })
  const before = await door.front.as(staff.hatice, vuurtoren)
  expect((await before.get(urls.groups())).headers.get('location')).toContain(urls.myMicrosoft())
  const refused = await signIn('hatice')
  expect([refused.status, refused.browser.cookie]).toEqual([422, ''])
  expect((await through(refused.browser, oids.hatice, urls.microsoft({ next: urls.groups() }))).to).toBe(urls.groups())
  expect((await refused.browser.get(urls.groups())).status).toBe(200)
  expect((await refused.browser.post(urls.unlinkMicrosoft())).status).not.toBe(200)

  // Tom never linked: his password leads to linking and to nothing else.
  const { browser: tom } = await signIn('tom')
  expect((await tom.get(urls.groups())).headers.get('location')).toContain(urls.myMicrosoft())
  expect((await through(tom, oids.sem, urls.linkMicrosoft({ next: urls.groups() }))).to).toBe(urls.groups())
  expect((await tom.get(urls.groups())).status).toBe(200)
  expect((await signIn('kofi')).status).toBe(303)

  // The office comes in with a passkey while Microsoft is down, and lets everyone in again.
  const wim = await door.front.as(staff.wim, vuurtoren)
  const { device } = await addPasskey(wim)
  expect((await through(wim, oids.wim, urls.linkMicrosoft())).status).toBe(303)
  entra.mood = 'down'
  const rescue = door.front.stranger()
  const answer = device.answer(await optionsOf(rescue, urls.signInPasskeyOptions()))
  expect((await rescue.post(urls.signInPasskey(), { answer })).status).toBe(303)
  expect((await rescue.post(urls.microsoftTeam(), { team: 'no' })).status).toBe(303)
  door.front.application.serving.sites.forget()
  expect((await signIn('hatice')).status).toBe(303)
  await connect(vuurtoren)
})
