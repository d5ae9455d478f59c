import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { staff, pupils, vuurtoren } = world
const LATER = 15 * 86_400_000
const terms = { relation: 'vader', authority: 'yes', may: ['lives-with', 'be-contacted', 'collect'], callOrder: '2' }

const office = () => door.front.as(staff.wim, vuurtoren)

/** Adds a guardian to Noor and answers the person's page. */
const addGuardian = async (wim: Browser, givenName: string) => {
  const added = await wim.post(urls.newGuardianship({ id: pupils.noor }), {
    ...terms,
    givenName,
    surname: 'van der Meulenq',
    email: `${givenName}@prive.example`,
    phone: '0612345678',
  })
  expect(added.status).toBe(303)
  return added.headers.get('location')!
}

const inviteAt = (page: string) => urls.invite({ id: page.split('/').at(-1)! })

const invite = async (wim: Browser, page: string) => {
  const issued = await wim.post(inviteAt(page))
  expect(issued.status).toBe(200)
  const code = /([0-9A-HJKMNP-TV-Z]{16})/.exec(await issued.text())?.[1]
  expect(code).toBeDefined()
  return code!
}

const accept = { has: 'new', newPassword: 'acht blauwe kikkers dansen' }

test('a guardian added by hand gets a link that works once and shows the own child', async () => {
  const wim = await office()
  const page = await addGuardian(wim, 'Joostq')
  expect(await wim.text(page)).toContain('Kan nog niet inloggen')
  const code = await invite(wim, page)
  expect(await wim.text(page)).toContain('Uitgenodigd')

  const phone = door.front.stranger()
  const spaced = code.toLowerCase().replace(/(.{4})/g, '$1-')
  const typed = await phone.post(urls.invitationCode(), { code: spaced })
  expect(typed.headers.get('location')).toBe(urls.invitation({ code }))
  const asked = await phone.get(urls.invitation({ code }))
  expect(asked.headers.get('cache-control')).toBe('no-store')
  expect(await asked.text()).toContain('Deze uitnodiging is voor Joostq van der Meulenq')

  const weak = await phone.post(urls.invitation({ code }), {
    has: 'new',
    address: 'joost@thuis.example',
    newPassword: 'kort',
  })
  expect(weak.status).toBe(422)
  const text = await weak.text()
  expect(text).toContain('value="joost@thuis.example"')
  expect(text).not.toContain('kort"')

  const entered = await phone.post(urls.invitation({ code }), { ...accept, address: 'joost@thuis.example' })
  expect(entered.status).toBe(303)
  expect(await phone.text(urls.children())).toContain('Noorq van der Meulenq')
  const child = await phone.text(urls.child({ id: pupils.noor }))
  expect(child).toContain('Rutgerq Noorlanderq')
  expect(child).not.toContain('Gerdaq')
  expect(child).not.toContain('@test.example')
  expect(await wim.text(page)).toContain('Kan inloggen')

  expect((await door.front.stranger().get(urls.invitation({ code }))).status).toBe(410)
  const again = await door.front
    .stranger()
    .post(urls.invitation({ code }), { ...accept, address: 'dief@thuis.example' })
  expect(again.status).toBe(410)
  expect((await wim.post(inviteAt(page))).headers.get('location')).toBe(page)
})

test('a wrong, expired, replaced or foreign code opens nothing', async () => {
  const wim = await office()
  const page = await addGuardian(wim, 'Basq')
  const first = await invite(wim, page)
  const second = await invite(wim, page)
  const stranger = door.front.stranger()
  expect((await stranger.get(urls.invitation({ code: first }))).status).toBe(410)
  expect((await stranger.get(urls.invitation({ code: second }))).status).toBe(200)
  expect((await stranger.get(urls.invitation({ code: '0'.repeat(24) }))).status).toBe(410)
  expect((await door.front.stranger('molen.localhost').get(urls.invitation({ code: second }))).status).toBe(410)
  door.front.clock.now = new Date(Date.now() + LATER)
  expect(
    (await stranger.post(urls.invitation({ code: second }), { ...accept, address: 'bas@thuis.example' })).status,
  ).toBe(410)
  door.front.clock.now = null
})

test('an account of another school joins by its own password, and wrong guesses have to wait', async () => {
  const wim = await office()
  const page = await addGuardian(wim, 'Piaq')
  const code = await invite(wim, page)
  const address = 'pia@twee-scholen.example'
  const gerrit = await door.front.as(staff.gerrit, world.molen, 'molen.localhost')
  const atMolen = await gerrit.post(urls.newGuardianship({ id: pupils.emre }), {
    ...terms,
    givenName: 'Piaq',
    surname: 'Elders',
  })
  const molenCode = await invite(gerrit, atMolen.headers.get('location')!)
  const molen = door.front.stranger('molen.localhost')
  expect((await molen.post(urls.invitation({ code: molenCode }), { ...accept, address })).status).toBe(303)

  const phone = door.front.stranger()
  const taken = await phone.post(urls.invitation({ code }), { ...accept, address })
  expect(taken.status).toBe(422)
  expect(await taken.text()).toContain('is er al een account')
  for (let guess = 0; guess < 5; guess++)
    expect((await phone.post(urls.invitation({ code }), { has: 'own', address, password: 'mis' })).status).toBe(422)
  expect((await phone.post(urls.invitation({ code }), { has: 'own', address, password: 'mis' })).status).toBe(429)
  door.front.clock.now = new Date(Date.now() + 3_600_000)
  const joined = await phone.post(urls.invitation({ code }), { has: 'own', address, password: accept.newPassword })
  expect(joined.status).toBe(303)
  expect(await phone.text(urls.children())).toContain('Noorq')
  door.front.clock.now = null
})

test('an account that is somebody here already joins nobody else', async () => {
  const wim = await office()
  const code = await invite(wim, await addGuardian(wim, 'Timq'))
  const joost = { has: 'own', address: 'joost@thuis.example', password: accept.newPassword }
  const refused = await door.front.stranger().post(urls.invitation({ code }), joost)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('al van iemand')
})

test('an invited colleague has to set up a second factor first', async () => {
  const wim = await office()
  const added = await wim.post(urls.newStaff(), { givenName: 'Jufq', surname: 'Nieuwq', roles: 'teacher' })
  const code = await invite(wim, added.headers.get('location')!)
  const laptop = door.front.stranger()
  const short = await laptop.post(urls.invitation({ code }), {
    has: 'new',
    address: 'juf@school.example',
    newPassword: 'zes mango',
  })
  expect(short.status).toBe(422)
  const entered = await laptop.post(urls.invitation({ code }), { ...accept, address: 'juf@school.example' })
  expect(entered.headers.get('location')).toContain(urls.secondFactor())
  expect((await laptop.get(urls.groups())).headers.get('location')).toContain(urls.secondFactor())
})

test('no code, no address and no name of an invitation is stored in plain text', async () => {
  const wim = await office()
  const code = await invite(wim, await addGuardian(wim, 'Zeldzaamq'))
  const rows = await door.front.within(vuurtoren, (work) => work.db.selectFrom('invitation').selectAll().execute())
  expect(JSON.stringify(rows)).not.toContain(code)
})
