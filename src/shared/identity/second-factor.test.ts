import { Secret, TOTP } from 'otpauth'
import { beforeEach, describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { Authenticator } from '#test/authenticator.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { asSuperuser } from '#test/server.ts'
import { addressOf, PASSWORD, world } from '#test/world.ts'

const door = frontDoor()
const ORIGIN = 'http://vuurtoren.localhost'
const NEW = 'zeven trage otters fluiten'

let day = 0
beforeEach(() => {
  door.front.clock.now = new Date(Date.parse('2026-11-24T08:00:00Z') + ++day * 3 * 86_400_000)
})
const later = (seconds: number) => {
  door.front.clock.now = new Date(door.front.clock.now!.getTime() + seconds * 1_000)
}

const signIn = async (key: string, next?: string, browser = door.front.stranger()) => {
  const response = await browser.post(urls.signIn(), {
    address: addressOf(key),
    password: PASSWORD,
    ...(next ? { next } : {}),
  })
  return { browser, to: response.headers.get('location'), status: response.status }
}

const codeOf = (secret: string, at = door.front.clock.now!) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })

const codesIn = (page: string) => [...page.matchAll(/<code[^>]*>([0-9a-z]{5}-[0-9a-z]{5})<\/code>/g)].map((m) => m[1]!)

/** Sets up codes from an app as the pages lead; answers the secret and the recovery codes. */
const setUpApp = async (browser: Browser, next?: string) => {
  const page = await browser.text(urls.authenticator())
  const secret = /name="secret" value="([A-Z2-7]{32})"/.exec(page)![1]!
  const response = await browser.post(urls.authenticator(), {
    secret,
    code: codeOf(secret),
    ...(next ? { next } : {}),
  })
  return { secret, page, response, codes: codesIn(await response.text()) }
}

const optionsOf = async (browser: Browser, address: string) => (await browser.post(address)).json()

const addPasskey = async (browser: Browser, device = new Authenticator(ORIGIN)) => {
  const answer = device.register(await optionsOf(browser, urls.passkeyOptions()))
  return { device, response: await browser.post(urls.passkeys(), { answer }) }
}

const rows = (query: string) =>
  asSuperuser(door.front.server.admin, async (client) => (await client.query(query)).rows as Record<string, unknown>[])

const mailsFor = async (person: string) =>
  (
    await rows(`select payload->'data'->>'account' as account from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'account-changed' and payload->'data'->>'account' =
        (select account_id::text from account_person where person_id = '${person}')`)
  ).length

describe('codes from an app', () => {
  test('staff set them up right after the password and get ten recovery codes, once', async () => {
    const { browser } = await signIn('hatice', urls.me())
    const before = browser.cookie
    const { page, response, codes } = await setUpApp(browser, urls.me())
    expect(page).toContain('<svg role="img"')
    expect(page).not.toContain('style=')
    expect(response.status).toBe(200)
    expect(new Set(codes).size).toBe(10)
    expect(browser.cookie).not.toBe(before)
    expect((await browser.get(urls.me())).status).toBe(200)
    expect(await browser.text(urls.me())).toContain('Je hebt er nog 10')
    expect(codesIn(await browser.text(urls.authenticator()))).toEqual([])
    const stored = JSON.stringify(await rows('select * from recovery_code'))
    for (const code of codes) expect(stored).not.toContain(code.replace('-', ''))
    expect(await mailsFor(world.staff.hatice)).toBe(1)
  })

  test('a wrong code sets nothing up and keeps the secret that was scanned', async () => {
    const { browser } = await signIn('tom')
    const page = await browser.text(urls.authenticator())
    const secret = /name="secret" value="([A-Z2-7]{32})"/.exec(page)![1]!
    const response = await browser.post(urls.authenticator(), { secret, code: '000000' })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(`value="${secret}"`)
    expect((await browser.get(urls.me())).headers.get('location')).toBe(urls.secondFactor({ next: urls.me() }))
  })

  test('signing in asks for one; until it is given the session opens nothing', async () => {
    const first = (await signIn('anouk')).browser
    const { secret } = await setUpApp(first)
    later(60)
    const { browser, to } = await signIn('anouk', urls.me())
    expect(to).toBe(urls.secondFactor({ next: urls.me() }))
    expect((await browser.get(urls.me())).headers.get('location')).toMatch(/^\/sign-in/)
    expect((await browser.post(urls.passkeyOptions())).status).toBe(401)
    const pending = browser.cookie
    const wrong = await browser.post(urls.secondFactor(), { code: '123456' })
    expect([wrong.status, (await wrong.text()).includes('klopt niet')]).toEqual([422, true])
    const right = await browser.post(urls.secondFactor(), { code: codeOf(secret), next: urls.me() })
    expect([right.status, right.headers.get('location')]).toEqual([303, urls.me()])
    expect((await browser.get(urls.me())).status).toBe(200)
    const old = door.front.stranger()
    old.cookie = pending
    expect((await old.get(urls.me())).status).toBe(303)
  })

  test('a code works once, also for who looks over a shoulder', async () => {
    const { browser: first } = await signIn('wim')
    const { secret } = await setUpApp(first)
    later(60)
    const code = codeOf(secret)
    const one = (await signIn('wim')).browser
    const other = (await signIn('wim')).browser
    expect((await one.post(urls.secondFactor(), { code })).status).toBe(303)
    expect((await other.post(urls.secondFactor(), { code })).status).toBe(422)
    expect(
      (
        await other.post(urls.secondFactor(), {
          code: codeOf(secret, new Date(door.front.clock.now!.getTime() - 30_000)),
        })
      ).status,
    ).toBe(422)
    later(30)
    expect((await other.post(urls.secondFactor(), { code: codeOf(secret) })).status).toBe(303)
  })

  test('a recovery code works once, however it is typed over', async () => {
    const { browser: first } = await signIn('roos')
    const { codes } = await setUpApp(first)
    const typed = codes[0]!.toUpperCase().replace('-', ' ').replaceAll('0', 'O').replaceAll('1', 'I')
    const one = (await signIn('roos')).browser
    expect((await one.post(urls.secondFactor(), { code: typed })).status).toBe(303)
    const other = (await signIn('roos')).browser
    expect((await other.post(urls.secondFactor(), { code: codes[0]! })).status).toBe(422)
    expect(await one.text(urls.me())).toContain('Je hebt er nog 9')
    const renewed = codesIn(await (await one.post(urls.recoveryCodes())).text())
    expect(renewed).toHaveLength(10)
    expect((await other.post(urls.secondFactor(), { code: codes[1]! })).status).toBe(422)
    expect((await other.post(urls.secondFactor(), { code: renewed[1]! })).status).toBe(303)
  })

  test('guessing codes is delayed like guessing passwords, and a sign-in that waits too long begins anew', async () => {
    const { browser: first } = await signIn('marit')
    const { secret } = await setUpApp(first)
    await first.post(urls.signOut())
    later(60)
    const guesser = (await signIn('marit')).browser
    const statuses: number[] = []
    for (let guess = 0; guess < 8; guess++) {
      statuses.push((await guesser.post(urls.secondFactor(), { code: `00000${guess}` })).status)
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429, 429])
    expect((await guesser.post(urls.secondFactor(), { code: codeOf(secret) })).status).toBe(429)
    const owner = (await signIn('marit', undefined, first)).browser
    expect((await owner.post(urls.secondFactor(), { code: codeOf(secret) })).status).toBe(303)
    later(601)
    const late = await guesser.post(urls.secondFactor(), { code: codeOf(secret) })
    expect([late.status, (await late.text()).includes('duurde te lang')]).toEqual([422, true])
  })

  test('a guardian may turn them on and off; the owner hears of both', async () => {
    const { browser } = await signIn('ngozi')
    await setUpApp(browser)
    expect((await signIn('ngozi')).to).toBe(urls.secondFactor())
    const response = await browser.post(urls.removeAuthenticator())
    expect([response.status, response.headers.get('location')]).toEqual([303, urls.me()])
    expect((await signIn('ngozi')).to).toBe(urls.home())
    expect(await mailsFor(world.guardians.ngozi)).toBe(2)
  })

  test('who is in with a password only changes nothing once there is a second factor', async () => {
    const { browser: early } = await signIn('gerda')
    const { browser } = await signIn('gerda')
    const { secret } = await setUpApp(browser)
    const due = (next: string) => urls.secondFactor({ next })
    expect((await early.post(urls.removeAuthenticator())).headers.get('location')).toBe(due(urls.authenticator()))
    expect((await early.post(urls.recoveryCodes())).headers.get('location')).toBe(due(urls.me()))
    const given = { current: PASSWORD, password: NEW }
    expect((await early.post(urls.myPassword(), given)).headers.get('location')).toBe(due(urls.myPassword()))
    later(60)
    expect((await early.post(urls.secondFactor(), { code: codeOf(secret) })).status).toBe(303)
    expect((await early.post(urls.removeAuthenticator())).headers.get('location')).toBe(urls.me())
  })

  test('staff cannot turn off the last one', async () => {
    const { browser } = await signIn('hatice')
    const secret = await door.front.within(world.vuurtoren, async (work) => {
      const { actAsAccount } = await import('./act-as-account.ts')
      const { accountVault } = await import('./accounts.ts')
      const { totpSecret } = await import('./personal-data.ts')
      const row = await work.db
        .selectFrom('account_person')
        .select('account_id')
        .where('person_id', '=', world.staff.hatice)
        .executeTakeFirstOrThrow()
      await actAsAccount(work, row.account_id)
      const totp = await work.db.selectFrom('totp').select('secret').executeTakeFirstOrThrow()
      const vault = await accountVault(work, door.front.parts.ring, row.account_id)
      return vault.open(totpSecret, row.account_id, totp.secret).secret
    })
    await browser.post(urls.secondFactor(), { code: codeOf(secret) })
    const response = await browser.post(urls.removeAuthenticator())
    expect([response.status, (await response.text()).includes('Voeg eerst iets anders toe')]).toEqual([422, true])
    expect((await signIn('hatice')).to).toBe(urls.secondFactor())
  })
})

describe('passkeys', () => {
  test('added by a guardian, then enough to sign in, strong, and counted up', async () => {
    const { browser } = await signIn('fenna')
    const { device, response } = await addPasskey(browser)
    expect([response.status, (await response.text()).includes('Bewaar deze codes')]).toEqual([200, true])
    expect(await browser.text(urls.me())).toContain('Vinger of gezicht')
    const other = door.front.stranger()
    const answer = device.answer(await optionsOf(other, urls.signInPasskeyOptions()))
    const entered = await other.post(urls.signInPasskey(), { answer, next: urls.me() })
    expect([entered.status, entered.headers.get('location')]).toEqual([303, urls.me()])
    expect((await other.get(urls.me())).status).toBe(200)
    const [passkey] = await rows(`select host, counter from passkey where id = '${device.id.toString('base64url')}'`)
    expect(passkey).toMatchObject({ host: 'vuurtoren.localhost', counter: '1' })
    // A passkey is there for ease: the guardian's password still opens the door.
    expect((await signIn('fenna')).to).toBe(urls.home())
    device.origin = 'http://molen.localhost'
    const atMolen = door.front.stranger('molen.localhost')
    const strayed = device.answer(await optionsOf(atMolen, urls.signInPasskeyOptions()))
    expect((await atMolen.post(urls.signInPasskey(), { answer: strayed })).status).toBe(422)
    device.origin = ORIGIN
    device.counter = 0
    const copied = device.answer(await optionsOf(door.front.stranger(), urls.signInPasskeyOptions()))
    expect((await door.front.stranger().post(urls.signInPasskey(), { answer: copied })).status).toBe(422)
  })

  test('an answer works once, for five minutes, on its own host and for its own purpose', async () => {
    const { browser } = await signIn('kofi')
    const { device } = await addPasskey(browser)
    device.counts = false
    const enter = (answer: string, host?: string) => door.front.stranger(host).post(urls.signInPasskey(), { answer })
    const challenge = () => optionsOf(door.front.stranger(), urls.signInPasskeyOptions())

    const used = device.answer(await challenge())
    expect((await enter(used)).status).toBe(303)
    expect((await enter(used)).status).toBe(422)

    const late = await challenge()
    later(301)
    expect((await enter(device.answer(late))).status).toBe(422)

    const elsewhere = await optionsOf(door.front.stranger('molen.localhost'), urls.signInPasskeyOptions())
    expect((await enter(device.answer(elsewhere), 'molen.localhost')).status).toBe(422)
    expect((await enter(device.answer({ ...elsewhere, rpId: 'vuurtoren.localhost' }))).status).toBe(422)

    const forConfirming = await optionsOf(browser, urls.confirmPasskeyOptions())
    expect((await enter(device.answer(forConfirming))).status).toBe(422)

    const evil = new Authenticator('https://evil.example')
    expect((await enter(evil.answer(await challenge()))).status).toBe(422)
    const forged = Buffer.alloc(56, 1).toString('base64url')
    expect((await enter(device.answer({ challenge: forged, rpId: 'vuurtoren.localhost' }))).status).toBe(422)
    for (const nonsense of ['', 'null', '{}', '{"response":{}}', '[]', '{"id":{"a":1},"response":{}}']) {
      expect([nonsense, (await enter(nonsense)).status]).toEqual([nonsense, 422])
    }
    expect((await enter(device.answer(await challenge()))).status).toBe(303)
  })

  test('asking for a challenge stores nothing', async () => {
    const before = await rows('select * from used_challenge')
    await optionsOf(door.front.stranger(), urls.signInPasskeyOptions())
    expect(await rows('select * from used_challenge')).toEqual(before)
  })

  test('for staff it is the second factor: a password alone neither enters nor adds another one, on any host', async () => {
    const { browser } = await signIn('idris', undefined, door.front.stranger('kompas.localhost'))
    const device = new Authenticator('http://kompas.localhost')
    await addPasskey(browser, device)
    expect((await browser.get(urls.home())).status).toBe(200)
    const thief = await signIn('idris', undefined, door.front.stranger('kompas.localhost'))
    expect(thief.to).toBe(urls.secondFactor())
    expect((await thief.browser.get(urls.authenticator())).status).toBe(303)
    expect((await thief.browser.post(urls.passkeyOptions())).status).toBe(401)
    expect(await thief.browser.text(urls.secondFactor())).toContain('data-behaviour="passkey-sign-in"')
    const answer = device.answer(await optionsOf(thief.browser, urls.signInPasskeyOptions()))
    expect((await thief.browser.post(urls.signInPasskey(), { answer })).status).toBe(303)
  })

  test('a session that had only a password adds nothing beside a factor that was added meanwhile', async () => {
    const weak = await door.front.as(world.staff.gerrit, world.molen, 'molen.localhost', false)
    const { browser } = await signIn('gerrit', undefined, door.front.stranger('molen.localhost'))
    await addPasskey(browser, new Authenticator('http://molen.localhost'))
    expect((await weak.post(urls.passkeyOptions())).status).toBe(404)
    const secret = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
    const response = await weak.post(urls.authenticator(), { secret, code: codeOf(secret) })
    expect(response.headers.get('location')).toBe(urls.secondFactor({ next: urls.authenticator() }))
    expect(await weak.text(urls.secondFactor())).toContain('Nog één stap')
  })

  test('is renamed and removed by its owner, and is not there for anyone else', async () => {
    const { browser } = await signIn('deniz')
    const { device } = await addPasskey(browser)
    const id = device.id.toString('base64url')
    expect((await browser.post(urls.passkey({ id }), { name: 'Oude telefoon' })).status).toBe(303)
    expect(await browser.text(urls.me())).toContain('Oude telefoon')
    const empty = await browser.post(urls.passkey({ id }), { name: '' })
    expect([empty.status, (await empty.text()).includes('hooguit 60 tekens')]).toEqual([422, true])
    const stored = await rows(`select name::text from passkey where id = '${id}'`)
    expect(Buffer.from(String(stored[0]!.name).slice(2), 'hex').toString()).not.toContain('Oude')
    const other = (await signIn('gerda')).browser
    expect((await other.post(urls.passkey({ id }), { name: 'x' })).status).toBe(404)
    expect((await other.post(urls.removePasskey({ id }))).status).toBe(404)
    expect((await browser.post(urls.removePasskey({ id }))).status).toBe(303)
    expect(await browser.text(urls.me())).not.toContain('Oude telefoon')
    const answer = device.answer(await optionsOf(other, urls.signInPasskeyOptions()))
    expect((await door.front.stranger().post(urls.signInPasskey(), { answer })).status).toBe(422)
  })
})

describe('changing how one signs in', () => {
  test('asks for the password or passkey again after ten minutes', async () => {
    const { browser } = await signIn('restricted')
    const { device } = await addPasskey(browser)
    const id = device.id.toString('base64url')
    later(601)
    const confirm = urls.confirm({ next: urls.me() })
    expect((await browser.post(urls.removePasskey({ id }))).headers.get('location')).toBe(confirm)
    expect((await browser.get(urls.passkeys())).headers.get('location')).toBe(urls.confirm({ next: urls.passkeys() }))
    expect((await browser.get(urls.authenticator())).status).toBe(303)
    expect((await browser.post(urls.recoveryCodes())).headers.get('location')).toBe(confirm)
    expect((await browser.post(urls.passkeyOptions())).status).toBe(404)

    const wrong = await browser.post(urls.confirm(), { password: 'iets anders' })
    expect([wrong.status, (await wrong.text()).includes('klopt niet')]).toEqual([422, true])
    const right = await browser.post(urls.confirm(), { password: PASSWORD, next: urls.passkeys() })
    expect(right.headers.get('location')).toBe(urls.passkeys())
    expect((await browser.get(urls.passkeys())).status).toBe(200)

    later(601)
    const answer = device.answer(await optionsOf(browser, urls.confirmPasskeyOptions()))
    expect((await browser.post(urls.confirmPasskey(), { answer, next: urls.me() })).status).toBe(303)
    expect((await browser.post(urls.removePasskey({ id }))).headers.get('location')).toBe(urls.me())
  })

  test('a new password needs the current one, ends every other session and is told by mail', async () => {
    const { browser } = await signIn('gerda')
    const elsewhere = (await signIn('gerda')).browser
    const before = browser.cookie
    const mails = await mailsFor(world.guardians.gerda)
    const refused = await browser.post(urls.myPassword(), { current: 'iets anders', password: NEW })
    expect([refused.status, (await refused.text()).includes('Dit wachtwoord klopt niet')]).toEqual([422, true])
    const changed = await browser.post(urls.myPassword(), { current: PASSWORD, password: NEW })
    expect([changed.status, changed.headers.get('location')]).toEqual([303, urls.me()])
    expect((await browser.get(urls.me())).status).toBe(200)
    expect((await elsewhere.get(urls.me())).status).toBe(303)
    const copied = door.front.stranger()
    copied.cookie = before
    expect((await copied.get(urls.me())).status).toBe(303)
    expect((await signIn('gerda')).status).toBe(422)
    expect(await mailsFor(world.guardians.gerda)).toBe(mails + 1)
  })

  test('refuses a password that others try first, in words, and takes any that is long', async () => {
    const { browser } = await signIn('hidden-mother')
    for (const [password, words] of [
      ['kort', 'minstens 10 tekens'],
      ['Welkom2026!', 'als eerste'],
      ['hidden-mother1', 'e-mailadres'],
      ['qwertyuiop12', 'rijtje'],
    ] as const) {
      const response = await browser.post(urls.myPassword(), { current: PASSWORD, password })
      expect([password, response.status, (await response.text()).includes(words)]).toEqual([password, 422, true])
    }
    const response = await browser.post(urls.myPassword(), { current: PASSWORD, password: 'şeker بيت дом 家 vier' })
    expect(response.status).toBe(303)
    const again = door.front.stranger()
    const decomposed = 'şeker بيت дом 家 vier'.normalize('NFD')
    expect(
      (await again.post(urls.signIn(), { address: addressOf('hidden-mother'), password: decomposed })).status,
    ).toBe(303)
  })
})
