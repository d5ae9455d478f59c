import { createPrivateKey, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { entraStandIn, newSigningKey, type StandInTenant } from '#demo/microsoft/stand-in.ts'
import { type Authority, standInAuthority } from '#shared/identity/index.ts'

type Claims = Record<string, unknown>

/** How the stand-in behaves: as it should, or as Microsoft on a bad day. */
export type Mood = 'well' | 'down' | 'slow' | 'rubbish' | 'huge' | 'elsewhere'

const jwk = newSigningKey()

/** An ID token whose claims were changed and signed with the tenant's own key: what only a broken Microsoft could send. */
const retold = (token: string, tell: (claims: Claims) => Claims): string => {
  const [head, body] = token.split('.') as [string, string]
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
  const told = `${head}.${Buffer.from(JSON.stringify(tell(claims))).toString('base64url')}`
  const key = createPrivateKey({ key: jwk as never, format: 'jwk' })
  return `${told}.${sign('sha256', Buffer.from(told), key).toString('base64url')}`
}

/** Entra's stand-in for a test file, with a mood and, when somebody lies, other claims. */
export class Entra {
  readonly #server: Server
  readonly port: number
  mood: Mood = 'well'
  /** Changes the claims of the next ID tokens; `forge` breaks their signature. */
  tell: ((claims: Claims) => Claims) | null = null
  forge = false
  /** What the token endpoint answers instead: Microsoft's error and its number. */
  says: readonly [error: string, code: string] | null = null
  /** Every path that was asked. */
  readonly asked: string[] = []

  private constructor(server: Server) {
    this.#server = server
    this.port = (server.address() as AddressInfo).port
  }

  static async start(tenants: () => readonly StandInTenant[]): Promise<Entra> {
    let answer: (request: IncomingMessage, response: ServerResponse) => void = () => {}
    const server = createServer((request, response) => answer(request, response))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const entra = new Entra(server)
    const listener = entraStandIn(entra.origin, tenants, () => jwk)
    answer = (request, response) => entra.#answer(request, response, listener)
    return entra
  }

  get origin(): string {
    return `http://localhost:${this.port}`
  }

  get authority(): Authority {
    return standInAuthority(this.port)
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  #answer(request: IncomingMessage, response: ServerResponse, listener: (...on: never[]) => void): void {
    this.asked.push(request.url!)
    const json = (text: string) => response.writeHead(200, { 'content-type': 'application/json' }).end(text)
    if (this.mood === 'down') return void response.writeHead(503).end()
    if (this.mood === 'slow') return
    if (this.mood === 'rubbish') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Oops')
    if (this.mood === 'huge') return void json(`{"a":"${'x'.repeat(1_000_000)}"}`)
    if (this.mood === 'elsewhere') return void response.writeHead(302, { location: 'http://localhost:9/secrets' }).end()
    if (this.says && request.url!.includes('/token')) {
      const [error, code] = this.says
      response.writeHead(400, { 'content-type': 'application/json' })
      return void response.end(JSON.stringify({ error, error_description: `${code}: for somebody@school.example` }))
    }
    if (request.url!.includes('/token') && (this.tell || this.forge)) this.#retell(response)
    listener(...([request, response] as never[]))
  }

  #retell(response: ServerResponse): void {
    const end = response.end.bind(response)
    response.end = ((body: string | Buffer) => {
      const said = JSON.parse(String(body))
      if (said.id_token && this.tell) said.id_token = retold(said.id_token, this.tell)
      if (said.id_token && this.forge) said.id_token = `${said.id_token.slice(0, -8)}AAAAAAAA`
      const text = JSON.stringify(said)
      response.setHeader('content-length', Buffer.byteLength(text))
      return end(text)
    }) as typeof response.end
  }
}

/** A browser at Microsoft: keeps its cookies and follows, until it is sent back. Answers the path it is sent back to. */
export class AtMicrosoft {
  readonly #origin: string
  readonly #cookies = new Map<string, string>()

  constructor(there: { readonly origin: string }) {
    this.#origin = there.origin
  }

  async #fetch(address: string, body?: URLSearchParams): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie },
      ...(body ? { method: 'POST', body } : {}),
    })
    for (const set of response.headers.getSetCookie()) {
      const [pair] = set.split(';') as [string]
      this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return response
  }

  /** Signs in there as a person, by `oid`, or stops when it is empty; with a session there nobody is asked again. */
  async signIn(address: string, oid: string): Promise<string> {
    let at = address
    for (let step = 0; step < 12; step++) {
      if (!at.startsWith(this.#origin)) return at.slice(new URL(at).origin.length)
      const choosing = at.includes('/choose/')
      const response = await this.#fetch(at, choosing ? new URLSearchParams({ person: oid }) : undefined)
      const to = response.headers.get('location')
      if (!to) throw new Error(`Microsoft stopped at ${response.status}: ${await response.text()}`)
      at = new URL(to, at).href
    }
    throw new Error('Microsoft sends us round in circles')
  }
}
