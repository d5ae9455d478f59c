import { describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { signingIn } from '#test/signing-in.ts'
import { addressOf, PASSWORD, world } from '#test/world.ts'

const door = frontDoor()
const { later, signIn, optionsOf, addPasskey, mailsFor } = signingIn(door)
const NEW = 'zeven trage otters fluiten'

describe('changing how one signs in', () => {
  test('asks for the password or passkey again after ten minutes', async () => {
    const { browser } = await signIn('restricted')
    const { device } = await addPasskey(browser)
    const id = device.id.toString('base64url')
    later(601)
    const confirm = urls.confirm({ next: urls.me(), unsent: 'yes' })
    expect((await browser.post(urls.removePasskey({ id }))).headers.get('location')).toBe(confirm)
    expect((await browser.get(urls.passkeys())).headers.get('location')).toBe(urls.confirm({ next: urls.passkeys() }))
    expect((await browser.get(urls.authenticator())).status).toBe(303)
    expect((await browser.post(urls.recoveryCodes())).headers.get('location')).toBe(confirm)
    expect((await browser.post(urls.passkeyOptions())).status).toBe(404)

    expect(await browser.text(confirm)).toContain('Wat je net wilde doen, is niet gedaan')
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
