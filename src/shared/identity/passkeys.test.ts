import { describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { Authenticator } from '#test/authenticator.ts'
import { frontDoor } from '#test/front-door.ts'
import { ORIGIN, signingIn } from '#test/signing-in.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { later, signIn, codeOf, optionsOf, addPasskey, rows } = signingIn(door)

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
    expect(response.headers.get('location')).toBe(urls.secondFactor({ next: urls.authenticator(), unsent: 'yes' }))
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
