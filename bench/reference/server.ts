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
import { begin, commit, createPool } from './database.ts'
import { dayList } from './day-list.ts'
import { frameOf } from './frame.tsx'
import { Opener } from './opening.ts'
import type { NameRecord, ReferencePage } from './page.ts'
import { searchByHand } from './search.ts'

export type ReferenceParts = { readonly app: pg.ClientConfig; readonly ring: KeyRing; readonly now: () => Date }

const SITES = `select o.id, o.kind, h.name as host, o.name, o.mark, o.hue, o.chroma, o.language
  from host h join organisation o on o.id = h.organisation_id`
const HEADERS = { ...securityHeaders({ secure: false, personal: true }), 'Content-Type': 'text/html; charset=utf-8' }
const PAGES: readonly ReferencePage[] = [dayList, class300]
const BOOK = /^\/conversations\/([0-9a-f-]{36})$/
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
const SESSION = /(?:^|; )session=([^;]+)/

/** A handler by hand of three pages and a form: what the least is that they cost, with the same promises kept. */
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
    for (const page of PAGES) {
      const found = page.address.exec(address)
      if (found) return this.#inTransaction(site, hashOf(token), page, found)
    }
    return null
  }

  /** What a stranger finds on the site of an organisation; nothing where it has none. */
  async search(host: string, words: string): Promise<string | null> {
    const site = (await this.#sites).get(host)
    if (!site) return null
    const client = await this.#pool.connect()
    try {
      const html = await searchByHand(client, site.id, words, dayOf(this.#now()))
      if (html === null) await client.query('rollback')
      client.release()
      return html
    } catch (error) {
      client.release(true)
      throw error
    }
  }

  /** Where a form that books leads; nothing where it may not be. */
  async book(host: string, address: string, cookie: string, form: URLSearchParams): Promise<string | null> {
    const site = (await this.#sites).get(host)
    const token = SESSION.exec(cookie)?.[1]
    const round = BOOK.exec(address)?.[1]
    if (!site || !token || !round) return null
    const client = await this.#pool.connect()
    try {
      const [now, organisation] = [this.#now(), site.id]
      const today = dayOf(now)
      const signedIn = await begin(client, organisation, hashOf(token), now, today)
      // A guardian needs no second factor.
      const me = signedIn?.free && signedIn.who.roles.includes('guardian') ? signedIn.who.id : null
      const done = me !== null && (await bookByHand({ client, organisation, me, now, today }, round, form))
      const ended = await client.query(done ? 'commit' : 'rollback')
      if (done && ended.command !== 'COMMIT') throw new Error('Nothing was stored')
      client.release()
      return done ? '/conversations?done=booked' : null
    } catch (error) {
      client.release(true)
      throw error
    }
  }

  async #inTransaction(site: Site, session: string, page: ReferencePage, found: RegExpExecArray) {
    const client = await this.#pool.connect()
    try {
      const html = await this.#make(client, site, session, page, found)
      if (html === null) await client.query('rollback')
      client.release()
      return html
    } catch (error) {
      client.release(true)
      throw error
    }
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
    const [before, after] = frameOf(site, who, path, made, (topic) =>
      lookupHash(this.#ring, `${site.id} live topic`, `${id} 0 ${[...roles].sort()} ${today} ${topic}`),
    )
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
