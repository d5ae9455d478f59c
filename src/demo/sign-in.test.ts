import { beforeAll, describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { demoParts } from './demo.ts'
import { tuesday } from './examples.ts'
import { groupId } from './groups.ts'
import { demoPeopleToBe } from './people.ts'
import { tour } from './tour.ts'
import { writeDemoWorld } from './write.ts'

const open = frontDoor(demoParts(true, { loopback: true }))
const closed = frontDoor(demoParts(true, { loopback: false }))

beforeAll(async () => {
  for (const { front } of [open, closed]) {
    front.clock.now = new Date(`${tuesday}T08:45:00+01:00`)
    await writeDemoWorld(front.server.owner, front.parts, tuesday)
  }
})

const hostOf = (label: string) => `${label}.localhost:3000`

describe('signing in in the demo', () => {
  test.each(
    demoPeopleToBe
      .filter(({ key }) => key !== 'guardian-new-terms')
      .map(({ host, key, name }) => [host, key, name] as const),
  )('at %s as %s: 303, a session of one host, and the first page of %s', async (host, key, name) => {
    const browser = open.front.stranger(hostOf(host))
    const answer = await browser.post(urls.demoSignIn(), { person: key })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, urls.home()])
    expect(answer.headers.get('set-cookie')).toMatch(/^session=[\w-]{43};.*HttpOnly; SameSite=Lax/)
    const page = await browser.text(urls.home())
    expect(page).toContain(name)
    expect(page).toContain(`href="${urls.demo()}"`)
  })

  test('one mother reads the new terms of use first, and then gets on', async () => {
    const browser = open.front.stranger(hostOf('vuurtoren'))
    expect((await browser.post(urls.demoSignIn(), { person: 'guardian-new-terms' })).status).toBe(303)
    expect((await browser.get(urls.home())).headers.get('location')).toBe(urls.terms({ next: urls.home() }))
    const page = await browser.text(urls.terms())
    const fields = [...page.matchAll(/name="(audience|number|hash)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ])
    expect((await browser.post(urls.terms(), Object.fromEntries(fields))).status).toBe(303)
    expect(await browser.text(urls.home())).toContain('Tamara Reumer')
  })

  test('every key is on a host, and De Vuurtoren has all of a school', () => {
    const keys = new Set(demoPeopleToBe.map(({ key }) => key))
    expect(keys.size).toBe(17)
    expect(demoPeopleToBe.filter(({ host }) => host === 'vuurtoren').map(({ key }) => key)).toHaveLength(13)
  })

  test('is strong: staff are not sent to set up a second factor', async () => {
    const browser = open.front.stranger(hostOf('vuurtoren'))
    await browser.post(urls.demoSignIn(), { person: 'principal' })
    expect((await browser.get(urls.home())).status).toBe(200)
  })

  test('who is asked to show that it is them, hours later, does so with one press and goes on', async () => {
    const browser = open.front.stranger(hostOf('vuurtoren'))
    expect((await browser.post(urls.demoConfirm())).status).not.toBe(303)
    await browser.post(urls.demoSignIn(), { person: 'administrator' })
    const morning = open.front.clock.now!
    open.front.clock.now = new Date(morning.getTime() + 3 * 3_600_000)
    const asked = await browser.post(urls.myPassword())
    const page = await browser.text(asked.headers.get('location')!)
    expect(page).toContain('Demo: ik ben het')
    expect(page).toContain('Wat je net wilde doen, is niet gedaan')
    const next = urls.microsoftSettings()
    expect((await browser.post(urls.demoConfirm(), { next })).headers.get('location')).toBe(next)
    expect(await browser.text(next)).toContain('Client secret')
    expect((await browser.post(urls.demoConfirm(), { next: '//elsewhere.example' })).headers.get('location')).toBe(
      urls.me(),
    )
    open.front.clock.now = morning
  })

  test('answers 404 and no session for a key that the host does not have, or none', async () => {
    for (const fields of [{ person: 'supplier' }, { person: 'nobody' }, { person: ['teacher', 'pupil'] }, {}]) {
      const answer = await open.front.stranger(hostOf('vuurtoren')).post(urls.demoSignIn(), fields as never)
      expect([fields, answer.status, answer.headers.get('set-cookie')]).toEqual([fields, 404, null])
    }
  })

  test('lets the start page post, and no other origin', async () => {
    const from = (origin: string) =>
      open.front
        .stranger(hostOf('vuurtoren'))
        .request('POST', urls.demoSignIn(), new URLSearchParams({ person: 'teacher' }), {
          origin,
          'sec-fetch-site': 'cross-site',
        })
    expect((await from('http://localhost:3000')).status).toBe(303)
    for (const other of ['http://localhost:4000', 'https://localhost:3000', 'http://elsewhere.example', 'null'])
      expect([other, (await from(other)).status]).toEqual([other, 404])
  })

  test('the way back leads to the start page on the same port', async () => {
    const answer = await open.front.stranger(hostOf('molen')).get(urls.demo())
    expect([answer.status, answer.headers.get('location')]).toEqual([303, 'http://localhost:3000/'])
  })
})

test('Hatice finds groep 5 as in the pictures', async () => {
  const browser = open.front.stranger(hostOf('vuurtoren'))
  await browser.post(urls.demoSignIn(), { person: 'teacher' })
  const page = await browser.text(urls.dayList({ group: groupId('vuurtoren', '5', '2026-2027') }))
  expect(page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')).toContain('23 er, 1 laat, 3 gemeld, 1 niet gezien')
})

describe('the start page', () => {
  const start = (host: string) => open.front.stranger(host).get(urls.home())

  test('is there on localhost, with twelve people and a tour, each with one button for its own host', async () => {
    const answer = await start('localhost:3000')
    const page = await answer.text()
    expect(answer.status).toBe(200)
    const actions = [...page.matchAll(/action="([^"]+)"/g)].map((match) => match[1]!)
    expect(actions).toHaveLength(12 + tour.length)
    const allowed = /form-action ([^;]+)/.exec(answer.headers.get('content-security-policy')!)![1]!.split(' ')
    for (const action of actions) {
      expect(new URL(action).pathname).toBe(urls.demoSignIn())
      expect(allowed).toContain(new URL(action).origin)
    }
    expect(allowed).not.toContain('*')
    expect(answer.headers.get('referrer-policy')).toBe('strict-origin')
  })

  test('speaks English to who asks for it', async () => {
    const browser = open.front.stranger('localhost:3000')
    const answer = await browser.request('GET', urls.home(), undefined, { 'accept-language': 'en-GB,en;q=0.9' })
    expect(await answer.text()).toContain('Who do you want to be?')
  })

  test('is reached from 127.0.0.1, and is on no host that is not ours', async () => {
    const loopback = await start('127.0.0.1:3000')
    expect([loopback.status, loopback.headers.get('location')]).toEqual([303, 'http://localhost:3000/'])
    expect((await start('elsewhere.example')).status).toBe(404)
    expect((await open.front.stranger('localhost:3000').get(urls.people())).status).toBe(404)
  })
})

describe('where others can reach the listener, or in a world that is no demo', () => {
  test('nothing of it is there', async () => {
    expect(demoParts(false, { loopback: true })).toEqual({})
    const browser = closed.front.stranger(hostOf('vuurtoren'))
    const answer = await browser.post(urls.demoSignIn(), { person: 'teacher' })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([404, null])
    expect((await browser.get(urls.demo())).status).toBe(404)
    expect((await closed.front.stranger('localhost:3000').get(urls.home())).status).toBe(404)
    const teacher = demoPeopleToBe.find(({ host, key }) => host === 'vuurtoren' && key === 'teacher')!
    const signedIn = await closed.front.as(teacher.personId, teacher.organisationId)
    expect(await signedIn.text(urls.home())).not.toContain(`href="${urls.demo()}"`)
    expect(await signedIn.text(urls.confirm())).not.toContain('Demo')
    expect((await signedIn.post(urls.demoConfirm())).status).toBe(404)
  })
})
