import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import type { Browser } from '#test/front-door.ts'
import { frontDoor } from '#test/front-door.ts'
import { signingIn } from '#test/signing-in.ts'
import { client, oids, SECRET, startEntra, tenants, withMicrosoft } from '#test/with-microsoft.ts'
import { world } from '#test/world.ts'

const entra = await startEntra()
const door = frontDoor({ authority: entra.authority })
const { addPasskey, later, rows } = signingIn(door)
const { through } = withMicrosoft(door, entra)
const { vuurtoren, molen, staff, guardians } = world
afterAll(() => entra.close())

const page = urls.microsoftSettings()
type Fields = Readonly<Record<'tenant' | 'client' | 'secret' | 'ends' | 'mfa', string>>
const right: Fields = { tenant: tenants.kompas, client, secret: SECRET, ends: '2028-02-29', mfa: 'yes' }
const office = () => door.front.as(staff.wim, vuurtoren)
const save = async (browser: Browser, fields = right) => {
  expect((await browser.post(page, fields)).headers.get('location')).toBe(urls.microsoftSettings({ saved: 'yes' }))
}
const check = async (browser: Browser) => {
  const response = await browser.post(urls.checkMicrosoft())
  return { status: response.status, to: response.headers.get('location'), text: await response.text() }
}
const state = async () => (await rows(`select microsoft from organisation where id = '${vuurtoren}'`))[0]!.microsoft

test('the office fills in what Entra shows; what is wrong is said in the words of Entra, and the secret is never shown', async () => {
  const wim = await office()
  const empty = await wim.text(page)
  expect(empty).toContain(`http://vuurtoren.localhost${urls.microsoftAnswer()}`)
  expect((await wim.post(urls.checkMicrosoft())).status).toBe(303)
  const refused = async (fields: Partial<Fields>, sentence: string) => {
    const response = await wim.post(page, { ...right, ...fields })
    const text = await response.text()
    expect([response.status, text.includes(sentence), text.includes(SECRET)]).toEqual([422, true, false])
    return text
  }
  expect(await refused({ tenant: 'devuurtoren.nl' }, 'Een tenant ID ziet eruit als')).toContain('devuurtoren.nl')
  await refused({ client: `${client}0` }, 'Een client ID ziet eruit als')
  await refused({ secret: '' }, 'Vul het client secret in')
  await refused({ secret: randomUUID() }, 'Dit is de Secret ID')
  await refused({ secret: 'x'.repeat(501) }, 'te lang')
  await refused({ ends: '' }, 'Vul in tot wanneer dit geheim geldt')
  await refused({ ends: '2027-02-29' }, 'Vul een dag in')
  await refused({ ends: '2026-11-01' }, 'Deze dag is al voorbij')
  await refused({ mfa: 'maybe' }, 'Kies of de tweede stap')
  await save(wim, { ...right, tenant: tenants.kompas.toUpperCase() })
  const kept = await wim.text(page)
  expect(kept).toContain(tenants.kompas)
  expect(kept).not.toContain(SECRET)
  // Not checked yet, so nobody sees a button.
  expect([await state(), (await door.front.stranger().get(urls.microsoft())).status]).toEqual(['off', 404])
})

test('checking says what is wrong so that ICT can mend it, and turns it on when it works', async () => {
  const wim = await office()
  const wrong = async (sentence: string) => {
    const { status, text } = await check(wim)
    expect([status, text.includes(sentence), await state()]).toEqual([422, true, 'off'])
    return text
  }
  await save(wim, { ...right, secret: 'not-the-value' })
  await wrong('hoort niet bij deze app')
  await save(wim, { ...right, tenant: randomUUID() })
  await wrong('kent deze Directory (tenant) ID niet')
  await save(wim)
  entra.says = ['invalid_client', 'AADSTS7000222']
  await wrong('is verlopen')
  entra.says = ['unauthorized_client', 'AADSTS700016']
  await wrong('kent deze Application (client) ID niet')
  entra.says = ['invalid_grant', 'AADSTS53003']
  const text = await wrong('Code van Microsoft: AADSTS53003')
  expect(text).not.toContain('somebody@school.example')
  entra.says = null
  entra.mood = 'down'
  await wrong('Microsoft geeft geen antwoord')
  entra.mood = 'well'
  expect(await check(wim)).toMatchObject({ status: 303, to: urls.microsoftSettings({ works: 'yes' }) })
  expect(await state()).toBe('offered')
  door.front.application.serving.sites.forget()
  expect((await door.front.stranger().get(urls.microsoft())).status).toBe(303)
  // A secret that is left empty stays.
  await save(wim, { ...right, secret: '' })
  expect((await check(wim)).status).toBe(303)
})

test('the team is asked for Microsoft only by who is linked and has a passkey, so that nobody is locked out', async () => {
  const wim = await office()
  const ask = async () => (await wim.post(urls.microsoftTeam(), { team: 'yes' })).status
  expect(await wim.text(page)).toContain('Koppel eerst je eigen Microsoft-account')
  expect(await ask()).toBe(422)
  expect((await through(wim, oids.wim, urls.linkMicrosoft())).status).toBe(303)
  expect([await ask(), await state()]).toEqual([422, 'offered'])
  expect(await wim.text(page)).toContain('Voeg eerst een passkey toe')
  await addPasskey(wim)
  expect([await ask(), await state()]).toEqual([303, 'team'])
  expect(await wim.text(page)).toContain('1 persoon heeft zijn account gekoppeld')
  expect((await wim.post(urls.microsoftTeam(), { team: 'no' })).status).toBe(303)
  expect(await state()).toBe('offered')
})

test('thirty days before a secret ends the office and ICT read it on their first page, with what to do; then it says that it ended', async () => {
  const first = async (person: string) => (await door.front.as(person, vuurtoren)).text(urls.home())
  const today = door.front.clock.now!
  const inDays = (days: number) => new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10)
  await save(await office(), { ...right, ends: inDays(31) })
  expect(await first(staff.wim)).not.toContain('Inloggen met Microsoft stopt')
  later(86_400)
  expect(await first(staff.wim)).toMatch(
    /Inloggen met Microsoft stopt over 30 dagen[\s\S]*Maak in Entra een nieuw geheim/,
  )
  expect(await first(staff.hatice)).not.toContain('Inloggen met Microsoft stopt')
  later(29 * 86_400)
  expect(await first(staff.wim)).toContain('stopt over 1 dag')
  later(2 * 86_400)
  expect(await first(staff.wim)).toContain('Niemand komt nu met Microsoft binnen')
  const wim = await office()
  expect(await wim.text(page)).toContain('Niemand komt nu met Microsoft binnen')
  // Something else can be changed meanwhile; a new secret needs a day of its own.
  await save(wim, { ...right, secret: '', ends: inDays(31), mfa: 'no' })
  await save(wim, { ...right, ends: inDays(400) })
  expect(await first(staff.wim)).not.toMatch(/Microsoft stopt|komt nu met Microsoft/)
})

test('turning it off forgets the secret and ends what came through it', async () => {
  const wim = await office()
  const phone = door.front.stranger()
  expect((await through(phone, oids.wim)).to).toBe(urls.home())
  expect((await wim.post(urls.removeMicrosoft())).status).toBe(303)
  expect((await phone.get(urls.me())).headers.get('location')).toContain(urls.signIn())
  expect([await state(), await rows('select from microsoft_connection')]).toEqual(['off', []])
  expect((await wim.get(urls.me())).status).toBe(200)
})

test('it asks for a password or passkey of just now, and is there for the office and ICT only, each for their own school', async () => {
  const wim = await office()
  later(11 * 60)
  expect(await wim.text(page)).toContain('Bevestig dat jij het bent')
  for (const [address, fields] of [
    [page, right],
    [urls.microsoftTeam(), { team: 'yes' }],
    [urls.removeMicrosoft(), {}],
  ] as const)
    expect((await wim.post(address, fields)).headers.get('location')).toContain(urls.confirm())
  const before = entra.asked.length
  for (const person of [staff.hatice, staff.anouk, guardians.kofi]) {
    const browser = await door.front.as(person, vuurtoren)
    for (const address of [page, urls.checkMicrosoft(), urls.microsoftTeam(), urls.removeMicrosoft()])
      expect((await browser.post(address, right)).status).toBe(404)
  }
  expect(entra.asked.length).toBe(before)
  await save(await door.front.as(staff.gerrit, molen, 'molen.localhost'), { ...right, tenant: tenants.molen })
  expect(await (await office()).text(page)).not.toContain(tenants.molen)
})
