import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type pg from 'pg'
import { fullName } from '#products/school/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import { securityHeaders } from '#shared/ui/index.ts'
import { lookupHash } from '#shared/vault/crypto.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { bookByHand } from './booking.ts'
import { class300 } from './class-300.ts'
import { begin, beginThere, commit, createPool, PLANNED_ONCE, type Who } from './database.ts'
import { dayList } from './day-list.ts'
import { gatherByHand } from './family-school.tsx'
import { frameOf } from './frame.tsx'
import { guardianHome } from './guardian-home.tsx'
import { Opener } from './opening.ts'
import type { NameRecord, ReferencePage } from './page.ts'
import { classResults } from './results.ts'
import { searchByHand } from './search.ts'

export type ReferenceParts = { readonly app: pg.ClientConfig; readonly ring: KeyRing; readonly now: () => Date }

const SITES = `select o.id, o.kind, h.name as host, o.name, o.mark, o.hue, o.chroma, o.language
  from host h join organisation o on o.id = h.organisation_id`
const HEADERS = { ...securityHeaders({ secure: false, personal: true }), 'Content-Type': 'text/html; charset=utf-8' }
const PAGES: readonly ReferencePage[] = [dayList, class300, classResults]
const HOME_KINDS = ['ordinary']
const BOOK = /^\/conversations\/([0-9a-f-]{36})$/
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
const SESSION = /(?:^|; )session=([^;]+)/

/** A handler by hand of five pages and a form: what the least is that they cost, with the same promises kept. */
export class Reference {
  readonly #pool: pg.Pool
  readonly #ring: KeyRing
  readonly #opener: Opener
  readonly #now: () => Date
  readonly #sites: Promise<ReadonlyMap<string, Site>>

  constructor({ app, ring, now }: ReferenceParts) {
    this.#pool = createPool(app)
    this.#ring = ring
    this.#opener = new Opener(ring)
    this.#now = now
    this.#sites = this.#pool.query<Site>(SITES).then(({ rows }) => new Map(rows.map((site) => [site.host, site])))
  }

  /** The page of an address for who is signed in; nothing where there is none. */
  async page(host: string, address: string, cookie: string): Promise<string | null> {
    const site = (await this.#sites).get(host)
    const token = SESSION.exec(cookie)?.[1]
    if (!site || !token) return null
    if (address === '/') return this.#home(site, hashOf(token))
    for (const page of PAGES) {
      const found = page.address.exec(address)
      if (found) return this.#onClient((client) => this.#make(client, site, hashOf(token), page, found))
    }
    return null
  }

  /** What a stranger finds on the site of an organisation; nothing where it has none. */
  async search(host: string, words: string): Promise<string | null> {
    const site = (await this.#sites).get(host)
    if (!site) return null
    return this.#onClient((client) => searchByHand(client, site.id, words, dayOf(this.#now())))
  }

  /** Where a form that books leads; nothing where it may not be. */
  async book(host: string, address: string, cookie: string, form: URLSearchParams): Promise<string | null> {
    const site = (await this.#sites).get(host)
    const token = SESSION.exec(cookie)?.[1]
    const round = BOOK.exec(address)?.[1]
    if (!site || !token || !round) return null
    return this.#onClient(async (client) => {
      const [now, organisation] = [this.#now(), site.id]
      const today = dayOf(now)
      const signedIn = await begin(client, organisation, hashOf(token), now, today)
      // A guardian needs no second factor.
      const me = signedIn?.free && signedIn.who.roles.includes('guardian') ? signedIn.who.id : null
      if (me === null || !(await bookByHand({ client, organisation, me, now, today }, round, form))) return null
      const ended = await client.query('commit')
      if (ended.command !== 'COMMIT') throw new Error('Nothing was stored')
      return '/conversations?done=booked'
    })
  }

  /** Runs in a transaction on a connection of its own; what ends without an answer is rolled back. */
  async #onClient<T>(run: (client: pg.ClientBase) => Promise<T | null>): Promise<T | null> {
    const client = await this.#pool.connect()
    try {
      const answer = await run(client)
      if (answer === null) await client.query('rollback')
      client.release()
      return answer
    } catch (error) {
      client.release(true)
      throw error
    }
  }

  /** What one school has for a guardian who is signed in there, or elsewhere with the same account. */
  async #gather(client: pg.ClientBase, site: Site, { id, record, roles }: Who, account: string, here: boolean) {
    const [now, opened, opener] = [this.#now(), new Set<string>(), this.#opener]
    await opener.prepare(client, site.id, [record])
    const own = opener.open<NameRecord>(site.id, 'person.record', id, record, opened)
    const asked = { client, site, me: { id, roles }, opener, now, today: dayOf(now), opened }
    const found = await gatherByHand(asked, account, here)
    opened.delete(id)
    await commit(client, site.id, {
      person: id,
      role: roles[0]!,
      place: 'GET /',
      subjects: [...opened],
      kinds: HOME_KINDS,
    })
    return { site, found, own, id, roles }
  }

  /** The first page of a guardian: a transaction at each school of the account, one after the other. */
  async #home(site: Site, session: string): Promise<string | null> {
    const [now, today] = [this.#now(), dayOf(this.#now())]
    const first = await this.#onClient(async (client) => {
      const begun = await begin(client, site.id, session, now, today, PLANNED_ONCE)
      if (!begun?.free || !begun.who.roles.includes('guardian')) return null
      const { who, account, elsewhere } = begun
      return { ...(await this.#gather(client, site, who, account, true)), account, elsewhere }
    })
    if (!first) return null
    const { account, elsewhere, id, roles, own } = first
    const sites = [...(await this.#sites).values()]
    const there = await Promise.all(
      first.found.others.map(({ organisation, person }) =>
        this.#onClient(async (client) => {
          const begun = await beginThere(client, organisation, person, today)
          const school = sites.find((one) => one.id === organisation)
          return begun?.free && school ? this.#gather(client, school, begun.who, account, false) : null
        }),
      ),
    )
    const schools = [first, ...there.filter((one) => one !== null)]
    const otherThemes = schools.slice(1).map((one) => ({ hue: one.site.hue, chroma: one.site.chroma }))
    const made = { ...guardianHome(today, now, schools), otherThemes, live: `attention/${id}` }
    const who = { id, roles, elsewhere, name: fullName(own), givenName: own.givenName }
    const [before, after] = frameOf(site, who, '/', made, (topic) => this.#markOf(site, who, topic))
    return before + made.content + after
  }

  /** By which a page proves that its reader may hear of a topic. */
  #markOf(site: Site, { id, roles }: { id: string; roles: readonly string[] }, topic: string): string {
    const today = dayOf(this.#now())
    return lookupHash(this.#ring, `${site.id} live topic`, `${id} 0 ${[...roles].sort()} ${today} ${topic}`)
  }

  async #make(client: pg.ClientBase, site: Site, session: string, page: ReferencePage, found: RegExpExecArray) {
    const now = this.#now()
    const today = dayOf(now)
    const signedIn = await begin(client, site.id, session, now, today)
    if (!signedIn?.mayEnter) return null
    const { id, record, roles } = signedIn.who
    const opener = this.#opener
    const opened = new Set<string>()
    await opener.prepare(client, site.id, [record])
    const own = opener.open<NameRecord>(site.id, 'person.record', id, record, opened)
    const made = await page.make({ client, site, me: { id, roles }, opener, now, today, opened }, found.slice(1))
    if (!made) return null
    opened.delete(id)
    const line = { person: id, role: roles[0]!, place: page.place, subjects: [...opened], kinds: page.kinds }
    await commit(client, site.id, line)
    const path = found[0].split('?')[0]!
    const who = { id, roles, name: fullName(own), givenName: own.givenName }
    const [before, after] = frameOf(site, who, path, made, (topic) => this.#markOf(site, who, topic))
    return before + made.content + after
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }
}

const { 'Content-Type': _, ...PLAIN } = HEADERS
const PUBLIC = { ...securityHeaders({ secure: false, personal: false }), 'Content-Type': 'text/html; charset=utf-8' }
const SEARCH = /^\/search\?q=([^&]+)$/

const formOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'))
}

const answerForm = async (reference: Reference, request: IncomingMessage, response: ServerResponse) => {
  const { host = '', cookie = '' } = request.headers
  const to = await reference.book(host.split(':')[0]!, request.url ?? '', cookie, await formOf(request))
  if (to === null) response.writeHead(404).end()
  else response.writeHead(303, { ...PLAIN, Location: to, 'Content-Length': 0 }).end()
}

const answer = async (reference: Reference, request: IncomingMessage, response: ServerResponse) => {
  if (request.method === 'POST') return answerForm(reference, request, response)
  const { host = '', cookie = '' } = request.headers
  const [name, address] = [host.split(':')[0]!, request.url ?? '']
  const words = SEARCH.exec(address)?.[1]
  const html =
    words === undefined
      ? await reference.page(name, address, cookie)
      : await reference.search(name, decodeURIComponent(words))
  if (html === null) response.writeHead(404).end()
  else
    response
      .writeHead(200, { ...(words === undefined ? HEADERS : PUBLIC), 'Content-Length': Buffer.byteLength(html) })
      .end(html)
}

/** Serves the reference on a free port of this machine and answers it. */
export const serveReference = async (parts: ReferenceParts): Promise<number> => {
  const reference = new Reference(parts)
  const server: Server = createServer((request, response) => {
    answer(reference, request, response).catch((error) => {
      console.error(error)
      response.writeHead(500).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
