import { beforeAll, describe, expect, test } from 'vitest'
import type { Route } from '#shared/access/module.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import { type Browser, frontDoor } from './front-door.ts'
import { addressesOf, ids, walk, walkable } from './walk.ts'
import { world } from './world.ts'

const door = frontDoor()
const { vuurtoren, molen, guardians, staff } = world
const today = dayOf(new Date())

type Place = {
  readonly kind: Site['kind']
  readonly organisation: string
  readonly host: string
  /** One person of every kind, each with the whole of their rights. */
  readonly persons: Readonly<Record<string, string>>
  /** Of other organisations: their ids, and names that no answer may hold. */
  readonly foreign: readonly string[]
  readonly names: RegExp
  readonly others: readonly string[]
}

const places: readonly Place[] = [
  {
    kind: 'school',
    organisation: vuurtoren,
    host: 'vuurtoren.localhost',
    persons: {
      teacher: staff.hatice,
      colleague: staff.tom,
      substitute: staff.marit,
      principal: staff.anouk,
      administrator: staff.wim,
      'privacy officer': staff.roos,
      guardian: guardians.ngozi,
      'guardian of another home': guardians.deniz,
      'guardian for information only': guardians.gerda,
    },
    foreign: ids.foreign,
    names: /Semq|Gerritq|Emreq|Hofmanq|Molenaarq/,
    others: [molen],
  },
  {
    kind: 'board',
    organisation: world.kompas,
    host: 'kompas.localhost',
    persons: { 'board’s office': staff.idris },
    foreign: [...ids.own, ...ids.foreign].filter((id) => id !== staff.idris),
    names: /\b(?!Idrisq|Mensahq)[A-Z]\p{L}+q\b/u,
    others: [vuurtoren, world.zeester, molen],
  },
  {
    kind: 'supplier',
    organisation: world.supplier,
    host: 'supplier.localhost',
    persons: { supplier: staff.lotte },
    foreign: [...ids.own, ...ids.foreign].filter((id) => id !== staff.lotte),
    names: /\b(?!Lotteq|Kramerq)[A-Z]\p{L}+q\b/u,
    others: [vuurtoren, world.zeester, molen, world.kompas],
  },
]

const browsers: Record<string, Browser> = {}
beforeAll(async () => {
  for (const { organisation, host, persons } of places)
    for (const [who, id] of Object.entries(persons)) browsers[who] = await door.front.as(id, organisation, host)
})

const visit = (browser: Browser, route: Route, address: string) =>
  route.method === 'GET' ? browser.get(address) : browser.post(address)

const one = (route: Route) => addressesOf(route, today, ids.own)[0]!

describe.each(places)('borders: every route of a $kind', ({ kind, organisation, host, persons, ...place }) => {
  let routes: readonly Route[]
  beforeAll(() => {
    routes = walkable(door.front, kind)
  })

  test('sends a stranger away, unless it is open to everyone', async () => {
    for (const route of routes.filter(({ rule }) => !rule.open)) {
      const response = await visit(door.front.stranger(host), route, one(route))
      const place = `${route.method} ${route.pattern}`
      expect([place, response.status]).toEqual([place, route.method === 'GET' ? 303 : 401])
      if (route.method === 'GET') expect(response.headers.get('location')).toMatch(/^\/sign-in\?/)
    }
  })

  test('is not there for the wrong role', async () => {
    const { Me } = await import('#shared/identity/me.ts')
    for (const [who, person] of Object.entries(persons)) {
      const me = await door.front.within(organisation, async (work) => {
        const { sql } = await import('kysely')
        await sql`select set_config('app.person', ${person}, true)`.execute(work.db)
        const found = (await door.front.application.serving.whoIs(work))!
        return new Me({ ...found, account: '', language: 'nl', strong: true, roles: [...found.roles] as never })
      })
      for (const route of routes.filter(({ rule }) => !rule(me))) {
        const response = await visit(browsers[who]!, route, one(route))
        expect([who, route.method, route.pattern, response.status]).toEqual([who, route.method, route.pattern, 404])
      }
    }
  })

  test('takes a session of another organisation for a stranger', async () => {
    const foreign = await door.front.as(staff.sem, molen, 'molen.localhost')
    const here = door.front.stranger(host)
    for (const route of routes.filter(({ rule }) => !rule.open)) {
      here.cookie = foreign.cookie
      const response = await visit(here, route, one(route))
      expect([route.pattern, response.status]).toEqual([route.pattern, route.method === 'GET' ? 303 : 401])
    }
  })

  test('shows nothing of another organisation by its ids, and changes nothing there', async () => {
    const before = await Promise.all(place.others.map(contentOf))
    for (const who of Object.keys(persons)) {
      for (const route of routes.filter(({ pattern }) => pattern.includes(':'))) {
        for (const address of addressesOf(route, today, place.foreign)) {
          const response = await visit(browsers[who]!, route, address)
          const body = await response.text()
          expect([who, address, place.names.exec(body)?.[0]]).toEqual([who, address, undefined])
          if (!route.rule.open)
            expect([who, route.method, address, response.status < 400]).toEqual([who, route.method, address, false])
        }
      }
    }
    expect(await Promise.all(place.others.map(contentOf))).toEqual(before)
  })

  test('names nobody of another organisation on a page without an id', async () => {
    for (const who of Object.keys(persons)) {
      for (const { method, pattern } of routes) {
        if (method !== 'GET' || pattern.includes(':')) continue
        const body = await browsers[who]!.text(pattern)
        expect([who, pattern, place.names.exec(body)?.[0]]).toEqual([who, pattern, undefined])
      }
    }
  })

  test('refuses what another site posts', async () => {
    const browser = browsers[Object.keys(persons)[0]!]!
    for (const route of routes.filter(({ method }) => method === 'POST')) {
      for (const headers of [
        { origin: 'https://elsewhere.example' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
      ]) {
        const response = await browser.request('POST', one(route), new URLSearchParams(), headers as never)
        expect([route.pattern, response.status]).toEqual([route.pattern, 404])
      }
    }
  })

  test('carries every header of a safe page', async () => {
    const browser = browsers[Object.keys(persons)[0]!]!
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const response = await visit(browser, route, one(route))
      expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
      expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      if (!route.rule.open)
        expect([route.pattern, response.headers.get('cache-control')]).toEqual([route.pattern, 'no-store'])
    }
  })
})

describe('protected identity: every route walked, 0 bytes', () => {
  const names = /Schuilenburgq|Onvindbaarq|Verborgenq|hidden@test|hidden-mother@test/

  test.each([
    'colleague',
    'substitute',
    'administrator',
    'privacy officer',
    'guardian',
    'guardian of another home',
  ] as const)('for a %s', async (who) => {
    for await (const { address, body } of walk(door.front, browsers[who]!, ids.own)) {
      expect([address, names.exec(body)?.[0]]).toEqual([address, undefined])
    }
  })

  test('the own teacher and the principal, who must know, do find the child', async () => {
    for (const who of ['teacher', 'principal'] as const) {
      const pages: string[] = []
      for await (const { body } of walk(door.front, browsers[who]!, ids.own)) pages.push(body)
      expect([who, pages.some((body) => names.test(body))]).toEqual([who, true])
    }
  })
})

describe('377c guardian sees nothing but the request page', () => {
  test('no name of the child, its group or anyone else on any page', async () => {
    const pages: string[] = []
    for await (const { address, status, body } of walk(
      door.front,
      browsers['guardian for information only']!,
      ids.own,
    )) {
      if (status === 200) pages.push(address)
      expect([address, /Noorq|Meulenq|Rutgerq|Noorlanderq|Haticeq|Groep 5/.exec(body)?.[0]]).toEqual([
        address,
        undefined,
      ])
    }
    expect(pages.length).toBeGreaterThan(0)
  })
})

/** How much of everything another organisation has: a border that leaks a write shows here. */
const contentOf = (organisation: string) =>
  door.front.within(organisation, async ({ db }) => ({
    people: (await db.selectFrom('person').select(['id', 'state', 'protected']).orderBy('id').execute()).length,
    roles: (await db.selectFrom('person_role').select('role').execute()).length,
    guardianships: await db.selectFrom('guardianship').select(['id', 'authority', 'to_on']).orderBy('id').execute(),
    sessions: (await db.selectFrom('session').select('person_id').where('organisation_id', '=', organisation).execute())
      .length,
  }))
