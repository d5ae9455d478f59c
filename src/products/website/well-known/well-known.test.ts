import { expect, test } from 'vitest'
import { allKept } from '#shared/kept-in-browser.ts'
import { urls } from '#src/urls.ts'
import { FrontDoor, frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, staff } = world

const fieldsOf = (text: string) =>
  new Map(
    text
      .trim()
      .split('\n')
      .map((line) => line.split(/: (.*)/).slice(0, 2) as [string, string]),
  )

test('security.txt holds for half a year and renews itself; its contact is what the school says', async () => {
  const stranger = door.front.stranger()
  const answer = await stranger.get(urls.securityTxt())
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  const before = fieldsOf(await answer.text())
  expect([...before.keys()]).toEqual(['Contact', 'Expires', 'Preferred-Languages', 'Canonical'])
  expect(before.get('Canonical')).toBe('https://vuurtoren.localhost/.well-known/security.txt')
  for (const ahead of [0, 20, 400, 4000]) {
    const now = new Date(Date.now() + ahead * 86_400_000)
    door.front.clock.now = now
    const days =
      (Date.parse(fieldsOf(await stranger.text(urls.securityTxt())).get('Expires')!) - now.getTime()) / 86_400_000
    expect(days > 150 && days < 365).toBe(true)
  }
  door.front.clock.now = null
  const wim = await door.front.as(staff.wim, vuurtoren)
  for (const contact of ['geen adresq', 'http://onveilig.example', 'javascript:alert(1)', 'a@b@c', '06 12345678']) {
    const refused = await wim.post(urls.securityContact(), { contact, policy: '' })
    expect([contact, refused.status, (await refused.text()).includes('Typ een mailadres')]).toEqual([
      contact,
      422,
      true,
    ])
  }
  await wim.post(urls.securityContact(), { contact: 'lek@voorbeeldq.nl', policy: 'https://voorbeeldq.nl/melden' })
  const after = fieldsOf(await stranger.text(urls.securityTxt()))
  expect([after.get('Contact'), after.get('Policy')]).toEqual([
    'mailto:lek@voorbeeldq.nl',
    'https://voorbeeldq.nl/melden',
  ])
  await wim.post(urls.securityContact(), { contact: '+31 72 1234567', policy: '' })
  expect(fieldsOf(await stranger.text(urls.securityTxt())).get('Contact')).toBe('tel:+31721234567')
  expect((await (await door.front.as(staff.hatice, vuurtoren)).get(urls.securityContact())).status).toBe(404)
})

test('robots.txt keeps search engines from what is behind sign-in and from what is one visitor’s own', async () => {
  const read = () => door.front.stranger().text(urls.robotsTxt())
  expect(await read()).toBe('User-agent: *\nDisallow: /\n')
  const wim = await door.front.as(staff.wim, vuurtoren)
  await wim.post(urls.startSite(), { ...answers, theme: 'tide' })
  expect(await read()).toBe('User-agent: *\nDisallow: /\n')
  await wim.post(urls.siteLive(), { live: 'yes' })
  const robots = await read()
  for (const path of ['/sign-in', '/sent/', '/embed/', '/me']) expect(robots).toContain(`Disallow: ${path}\n`)
})

const answers = {
  headline: 'Aan zee leer je ver kijken',
  about: 'Basisschool in de duinen.',
  size: 'Ruim tweehonderd kinderen.',
  hours: 'Van 8.30 tot 14.15 uur.',
  visit: 'Elke eerste dinsdag.',
  team: 'Hatice: groep 5',
  address: 'Duinweg 14\nZandvliet',
  phone: '0200 123 456',
  email: 'info@vuurtoren.example',
}

/** What internet.nl looks at in the answers of a site (its tests of the web, 2026). */
const wanted = {
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^(DENY|SAMEORIGIN)$/,
  'referrer-policy': /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/,
  'content-security-policy':
    /^default-src 'none'; (?=.*base-uri 'none')(?=.*form-action 'self')(?=.*frame-ancestors '(none|self)')/,
  'strict-transport-security': /^max-age=(3[1-9]\d{6}|[4-9]\d{7}); includeSubDomains$/,
} as const

test('every header that internet.nl asks for, behind TLS, on every public answer; over plain http no promise of TLS', async () => {
  const front = await FrontDoor.open(door.front, {})
  const { createApp } = await import('#src/app.ts')
  const { hono, routes } = createApp({ ...front.parts, behindProxy: true })
  const addresses = [
    ...routes
      .filter(({ method, rule, pattern }) => method === 'GET' && rule.open && !/[:*]/.test(pattern))
      .map(({ pattern }) => pattern),
    '/niets',
  ]
  expect(addresses).toContain(urls.visitors())
  for (const address of addresses) {
    const asked = (proto: string) =>
      hono.request(`http://vuurtoren.localhost${address}`, {
        headers: { host: 'vuurtoren.localhost', 'x-forwarded-proto': proto },
      })
    const { headers } = await asked('https')
    for (const [name, shape] of Object.entries(wanted))
      expect([address, name, headers.get(name)]).toEqual([address, name, expect.stringMatching(shape)])
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*|http:/)
    expect([headers.has('server'), headers.has('x-powered-by')]).toEqual([false, false])
    for (const cookie of headers.getSetCookie()) expect(cookie).toMatch(/^__Host-.*HttpOnly.*Secure.*SameSite=Lax/)
    expect((await asked('http')).headers.has('strict-transport-security')).toBe(false)
  }
  await front.close()
})

test('the list of what a browser keeps is made of what the code declares', async () => {
  const list = await door.front.stranger().text(urls.visitors())
  expect(allKept().map(({ name }) => name)).toEqual([
    'device',
    'microsoft',
    'session',
    'uncounted',
    'embeds',
    'public',
    'today',
  ])
  for (const { name, why } of allKept()) {
    expect(list).toContain(`>${name}</th>`)
    expect(list).toContain(why.nl)
  }
})
