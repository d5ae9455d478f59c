import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { asSuperuser } from '#test/server.ts'
import { addressOf, PASSWORD, world } from '#test/world.ts'
import { hashesMade } from './hashing.ts'
import { hashOfToken } from './session.ts'

const door = frontDoor()
const START = new Date('2026-11-24T08:00:00Z')
const WRONG = 'horen niet bij elkaar'

/** Each test has a day of its own, so that counts of guesses do not reach from one into another. */
let day = 0
beforeEach(() => {
  door.front.clock.now = new Date(START.getTime() + ++day * 3 * 86_400_000)
})
afterEach(() => {
  door.front.clock.now = null
})
const later = (seconds: number) => {
  door.front.clock.now = new Date(door.front.clock.now!.getTime() + seconds * 1_000)
}

const signIn = (browser: Browser, key: string, password = PASSWORD, next?: string) =>
  browser.post(urls.signIn(), { address: addressOf(key), password, ...(next ? { next } : {}) })

const tokenOf = (browser: Browser) => /session=([^;]+)/.exec(browser.cookie)![1]!

/** What the page says, without the field that repeats the address. */
const said = async (response: Response) => (await response.text()).replaceAll(/value="[^"]*"/g, '')

describe('password', () => {
  test('signs a guardian in and goes where they wanted to be', async () => {
    const browser = door.front.stranger()
    const page = await browser.get(urls.home())
    expect(page.headers.get('location')).toBe(urls.signIn({ next: '/' }))
    const response = await signIn(browser, 'ngozi', PASSWORD, urls.me())
    expect([response.status, response.headers.get('location')]).toEqual([303, urls.me()])
    expect(await browser.text(urls.me())).toContain('Ngoziq Okaforq')
    expect((await browser.get(urls.signIn())).headers.get('location')).toBe(urls.home())
  })

  test('capitals and spaces around the address do not matter, and the password is compared in one form', async () => {
    const browser = door.front.stranger()
    const fields = { address: '  Kofi@Test.EXAMPLE ', password: `${PASSWORD} ` }
    expect((await browser.post(urls.signIn(), fields)).status).toBe(303)
  })

  test('unknown address, wrong password and somebody of another school: the same words and the same work', async () => {
    const guess = async (key: string, password: string) => {
      const before = hashesMade()
      const response = await signIn(door.front.stranger(), key, password)
      return { status: response.status, text: await said(response), hashes: hashesMade() - before }
    }
    const wrong = await guess('ngozi', 'iets anders dan dit')
    const unknown = await guess('nobody-at-all', 'iets anders dan dit')
    const elsewhere = await guess('sem', PASSWORD)
    expect(wrong).toMatchObject({ status: 422, hashes: 1 })
    expect(wrong.text).toContain(WRONG)
    expect(unknown).toEqual(wrong)
    expect(elsewhere).toEqual(wrong)
  })

  test('keeps the address that was typed and never the password', async () => {
    const page = await (await signIn(door.front.stranger(), 'ngozi', 'Geheim woord van mij')).text()
    expect(page).toContain(`value="${addressOf('ngozi')}"`)
    expect(page).not.toContain('Geheim woord')
  })

  test('leads to no other host', async () => {
    for (const next of [
      '//evil.example/x',
      'https://evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'me',
      '/.//evil.example',
    ]) {
      const response = await signIn(door.front.stranger(), 'kofi', PASSWORD, next)
      expect([next, response.headers.get('location')]).toEqual([next, urls.home()])
    }
  })

  test('a form with nothing in it says what is missing', async () => {
    const response = await door.front.stranger().post(urls.signIn())
    const page = await response.text()
    expect(response.status).toBe(422)
    expect(page).toContain('Vul je e-mailadres in.')
    expect(page).toContain('Vul je wachtwoord in.')
  })

  test('staff with nothing but a password reach the set-up of a second factor and nothing else', async () => {
    const browser = door.front.stranger()
    const response = await signIn(browser, 'hatice', PASSWORD, urls.me())
    expect(response.headers.get('location')).toBe(urls.secondFactor({ next: urls.me() }))
    expect(await browser.text(urls.secondFactor())).toContain('Een wachtwoord is niet genoeg')
    for (const place of [urls.home(), urls.me(), urls.myPassword(), urls.passkeys()]) {
      expect((await browser.get(place)).headers.get('location')).toBe(urls.secondFactor({ next: place }))
    }
    const unsent = urls.secondFactor({ unsent: 'yes' })
    expect((await browser.post(urls.recoveryCodes())).headers.get('location')).toBe(unsent)
    expect(await browser.text(unsent)).toContain('Wat je net wilde doen, is niet gedaan')
  })

  test('a hash made with other figures is made anew at the next sign-in', async () => {
    const { hash: argon } = await import('@node-rs/argon2')
    const secret = door.front.parts.ring.lookup('password')
    const old = await argon(PASSWORD, { memoryCost: 8_192, timeCost: 3, secret })
    const hashes = (set: string | null) =>
      asSuperuser(door.front.server.admin, async (client) => {
        const account = `(select account_id from account_person where person_id = '${world.guardians.deniz}')`
        if (set) await client.query(`update password set hash = $1 where account_id = ${account}`, [set])
        return (await client.query<{ hash: string }>(`select hash from password where account_id = ${account}`))
          .rows[0]!.hash
      })
    await hashes(old)
    expect((await signIn(door.front.stranger(), 'deniz')).status).toBe(303)
    expect(await hashes(null)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect((await signIn(door.front.stranger(), 'deniz')).status).toBe(303)
  })
})

describe('sessions', () => {
  test('a token is 256 bits, only its hash is stored, and it is new at every sign-in', async () => {
    const browser = door.front.stranger()
    browser.cookie = `session=${'planted'.padEnd(43, 'x')}`
    await signIn(browser, 'ngozi')
    const first = tokenOf(browser)
    expect(Buffer.from(first, 'base64url')).toHaveLength(32)
    expect(first).not.toContain('planted')
    await signIn(browser, 'ngozi')
    expect(tokenOf(browser)).not.toBe(first)
    const stored = await asSuperuser(door.front.server.admin, async (client) => {
      const rows = await client.query('select * from session')
      return JSON.stringify(rows.rows)
    })
    expect(stored).not.toContain(tokenOf(browser))
    expect(stored).toContain(hashOfToken(tokenOf(browser)))
    expect(stored).not.toContain(hashOfToken(first))
    const again = door.front.stranger()
    again.cookie = `session=${first}`
    expect((await again.get(urls.me())).status).toBe(303)
  })

  test('signing out ends it: the copied cookie opens nothing', async () => {
    const browser = door.front.stranger()
    await signIn(browser, 'ngozi')
    const copied = browser.cookie
    expect((await browser.post(urls.signOut())).headers.get('location')).toBe(urls.signIn())
    expect(browser.cookie).not.toContain('session=')
    browser.cookie = copied
    expect((await browser.get(urls.me())).status).toBe(303)
  })

  test('the cookie is HttpOnly and Lax, and __Host- and Secure behind TLS', async () => {
    const { cookieHeader } = await import('./cookie.ts')
    expect(cookieHeader(false, 'session', 'x')).toBe('session=x; Max-Age=7776000; Path=/; HttpOnly; SameSite=Lax')
    expect(cookieHeader(true, 'session', 'x')).toBe(
      '__Host-session=x; Max-Age=7776000; Path=/; HttpOnly; Secure; SameSite=Lax',
    )
  })

  test('somebody who left is out at the next request, and cannot come back in', async () => {
    const browser = door.front.stranger()
    await signIn(browser, 'restricted')
    expect((await browser.get(urls.me())).status).toBe(200)
    await door.front.within(world.vuurtoren, ({ db }) =>
      db.updateTable('person').set({ state: 'left' }).where('id', '=', world.guardians.restricted).execute(),
    )
    expect((await browser.get(urls.me())).status).toBe(303)
    const response = await signIn(door.front.stranger(), 'restricted')
    expect([response.status, (await response.text()).includes(WRONG)]).toEqual([422, true])
  })

  test('a session ends ninety days after it was last used', async () => {
    const browser = door.front.stranger()
    await signIn(browser, 'ngozi')
    later(80 * 86_400)
    expect((await browser.get(urls.me())).status).toBe(200)
    later(89 * 86_400)
    expect((await browser.get(urls.me())).status).toBe(200)
    later(91 * 86_400)
    expect((await browser.get(urls.me())).status).toBe(303)
  })
})

describe('guessing', () => {
  test('who guesses too fast hears when to come back, and the right password is not looked at until then', async () => {
    for (let guess = 0; guess < 12; guess++) {
      await signIn(door.front.stranger(), 'fenna', 'fout wachtwoord')
      later(guess < 5 ? 1 : 2 ** (guess - 4))
    }
    await signIn(door.front.stranger(), 'fenna', 'fout wachtwoord')
    const before = hashesMade()
    const response = await signIn(door.front.stranger(), 'fenna')
    expect(response.status).toBe(429)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(60)
    expect(await response.text()).toMatch(/Wacht (tot \d+\.\d\d\suur|\d+ seconden)/)
    expect(hashesMade()).toBe(before)
  })

  test('an address that nobody has makes wait just as long', async () => {
    const answersOf = async (key: string) => {
      const answers: unknown[] = []
      for (let guess = 0; guess < 8; guess++) {
        const response = await signIn(door.front.stranger(), key, 'fout wachtwoord')
        answers.push([response.status, response.headers.get('retry-after'), await said(response)])
      }
      return answers
    }
    expect(await answersOf('nobody-waits')).toEqual(await answersOf('gerda'))
  })

  test('the owner always gets in from a known device, whatever others try', async () => {
    const home = door.front.stranger()
    await signIn(home, 'fenna')
    await home.post(urls.signOut())
    for (let guess = 0; guess < 40; guess++) {
      const response = await signIn(door.front.stranger(), 'fenna', 'fout wachtwoord')
      if (response.status === 429) break
    }
    expect((await signIn(door.front.stranger(), 'fenna')).status).toBe(429)
    expect((await signIn(home, 'fenna')).status).toBe(303)
    expect((await signIn(door.front.stranger(), 'fenna')).status).toBe(429)
  })

  test('a known device has a count of its own', async () => {
    const home = door.front.stranger()
    await signIn(home, 'kofi')
    for (let guess = 0; guess < 5; guess++) await signIn(home, 'kofi', 'fout wachtwoord')
    expect((await signIn(home, 'kofi')).status).toBe(429)
    expect((await signIn(door.front.stranger(), 'kofi')).status).toBe(303)
    later(2)
    expect((await signIn(home, 'kofi')).status).toBe(303)
  })

  test('a mark that nobody gave makes no known device', async () => {
    const statuses: number[] = []
    for (let guess = 0; guess < 7; guess++) {
      const browser = door.front.stranger()
      browser.cookie = `device=${String(guess).repeat(43)}`
      statuses.push((await signIn(browser, 'gerda', 'fout wachtwoord')).status)
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429])
  })

  test('guesses at one moment count one by one', async () => {
    const responses = await Promise.all(
      Array.from({ length: 12 }, () => signIn(door.front.stranger(), 'gerda', 'fout wachtwoord')),
    )
    expect(responses.filter(({ status }) => status === 422)).toHaveLength(5)
    expect(responses.filter(({ status }) => status === 429)).toHaveLength(7)
  })

  test('what is stored of guesses tells neither address nor network, and goes', async () => {
    await signIn(door.front.stranger(), 'nobody-stored', 'fout wachtwoord')
    const stored = () =>
      asSuperuser(door.front.server.admin, async (client) => (await client.query('select * from throttle')).rows)
    const rows = await stored()
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.key).toMatch(/^[0-9a-f]{64}$/)
    const sweep = door.front.application.tasks.find((task) => task.name === 'identity-sweep')!
    await asSuperuser(door.front.server.admin, (client) =>
      client.query(`update throttle set expires_at = now() - interval '1 minute'`),
    )
    await sweep.run({
      inOrganisation: (run: never) => door.front.within(world.vuurtoren, run),
    } as never)
    expect(await stored()).toEqual([])
  })

  test('no request reads another count, session, password or device', async () => {
    const counted = await door.front.within(world.zeester, async ({ db }) => {
      const tables = ['password', 'totp', 'recovery_code', 'passkey', 'known_device', 'throttle'] as const
      const rows: unknown[] = []
      for (const table of tables) rows.push(...(await db.selectFrom(table).select(sql`1`.as('one')).execute()))
      return rows.length
    })
    expect(counted).toBe(0)
  })
})
