import { describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { codesIn, signingIn } from '#test/signing-in.ts'
import { PASSWORD, world } from '#test/world.ts'

const door = frontDoor()
const { later, signIn, codeOf, setUpApp, rows, mailsFor } = signingIn(door)
const NEW = 'zeven trage otters fluiten'

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
    const due = (next: string) => urls.secondFactor({ next, unsent: 'yes' })
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
      const { totpSecret } = await import('./ways-in-data.ts')
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
