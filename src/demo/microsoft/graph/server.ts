import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { badRequest, Refusal } from './failing.ts'
import { answerCall, partsOf } from './routes.ts'
import { Throttle } from './throttling.ts'
import type { Answer, Asked, Manners, Tenant, Token } from './types.ts'

/** One exchange, for whoever wants to look at it: tests hold it against Graph's own schema. */
export type Exchange = { readonly asked: Asked; readonly answer: Answer }

const LARGEST = 4 * 1024 * 1024
const HOUR = 3_600_000

const readBody = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > LARGEST) throw new Refusal(413, 'RequestEntityTooLarge', 'The request is too large.')
    chunks.push(chunk)
  }
  if (size === 0) return {}
  try {
    return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>
  } catch {
    throw badRequest('Unable to read JSON request payload.')
  }
}

const inWords = ({ code, message, target }: Refusal) => ({
  error: {
    code,
    message,
    ...(target ? { details: [{ code: 'PropertyConflictOrInvalid', message, target }] } : {}),
    innerError: { date: new Date().toISOString().slice(0, 19), 'request-id': randomUUID() },
  },
})

const lower = (headers: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]))

type Part = { id?: unknown; method?: unknown; url?: unknown; body?: unknown; headers?: unknown; dependsOn?: unknown }

/** As strict as Graph v1.0, for tenants of this machine: what Graph refuses it refuses, in the same words. */
export class GraphStandIn {
  readonly origin: string
  readonly #tenants: ReadonlyMap<string, Tenant>
  readonly #manners: Manners
  readonly #tokens = new Map<string, Token>()
  readonly #throttles = new Map<string, Throttle>()
  /** What it does instead: nothing answers, or every call (or one in so many parts of a batch) is told to come later. */
  mood: 'well' | 'down' | 'half' = 'well'
  look: ((exchange: Exchange) => void) | undefined
  changed: (() => void) | undefined
  #parts = 0

  constructor(origin: string, tenants: readonly Tenant[], manners: Manners) {
    this.origin = origin
    this.#tenants = new Map(tenants.map((tenant) => [tenant.id, tenant]))
    this.#manners = manners
  }

  /** A token of an application of a tenant, with what an administrator granted at this moment. */
  issue(tenant: string, kind: Token['kind'] = 'application'): string {
    const found = this.#tenants.get(tenant)
    if (!found) throw new Error('No such tenant')
    const { granted } = found.directory
    const now = this.#manners.now()
    const claims = {
      tid: tenant,
      appid: found.client,
      roles: granted,
      exp: Math.floor((now + HOUR) / 1_000),
      jti: randomUUID(),
    }
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const token = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.${randomBytes(32).toString('base64url')}`
    this.#tokens.set(token, { tenant, kind, permissions: [...granted], expires: now + HOUR })
    return token
  }

  /** Every token that was given out is worth nothing any more. */
  revokeTokens(): void {
    this.#tokens.clear()
  }

  throttleOf(tenant: string): Throttle {
    const throttle = this.#throttles.get(tenant) ?? new Throttle(this.#manners)
    this.#throttles.set(tenant, throttle)
    return throttle
  }

  get listener(): RequestListener {
    return (request, response) => {
      this.#serve(request, response).catch(() => response.destroy())
    }
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.mood === 'down') {
      request.resume()
      return void response
        .writeHead(503, { 'content-type': 'application/json' })
        .end('{"error":{"code":"serviceNotAvailable","message":"down"}}')
    }
    const answer = await this.#answer(request)
    const body = answer.body === undefined ? undefined : JSON.stringify(answer.body)
    response.writeHead(answer.status, {
      ...(body === undefined ? {} : { 'content-type': 'application/json;odata.metadata=minimal;charset=utf-8' }),
      'request-id': randomUUID(),
      ...answer.headers,
    })
    response.end(body)
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    try {
      const token = this.#tokenOf(request.headers.authorization)
      const url = new URL(request.url ?? '/', this.origin)
      const body = await readBody(request)
      if (!url.pathname.startsWith('/v1.0/')) throw badRequest('Invalid version.')
      if (url.pathname === '/v1.0/$batch') return this.#batch(token, body)
      return this.#call(token, String(request.method), url, lower(request.headers), body)
    } catch (error) {
      return this.#refused(error)
    }
  }

  #refused(error: unknown): Answer {
    if (!(error instanceof Refusal)) throw error
    return { status: error.status, headers: error.headers, body: inWords(error) }
  }

  #tokenOf(header: string | undefined): Token {
    const token = this.#tokens.get(header?.replace(/^Bearer /, '') ?? '')
    if (!token) throw new Refusal(401, 'InvalidAuthenticationToken', 'Access token is empty or not valid.')
    if (token.expires <= this.#manners.now())
      throw new Refusal(401, 'InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.')
    return token
  }

  #call(token: Token, method: string, url: URL, headers: Asked['headers'], body: Record<string, unknown>): Answer {
    const tenant = this.#tenants.get(token.tenant)!
    const path = partsOf(url.pathname)
    const manners = this.#manners
    const share = this.throttleOf(tenant.id).pass(method, path, url.searchParams, manners.now())
    const asked: Asked = {
      method,
      path,
      query: url.searchParams,
      headers,
      body,
      tenant,
      token,
      manners,
      origin: this.origin,
    }
    const answer = answerCall(asked)
    this.look?.({ asked, answer })
    if (method !== 'GET') this.changed?.()
    return share < 0.8
      ? answer
      : { ...answer, headers: { ...answer.headers, 'x-ms-throttle-limit-percentage': share.toFixed(2) } }
  }

  /** Up to twenty calls; the answers come in another order, and each has a status of its own. */
  #batch(token: Token, body: Record<string, unknown>): Answer {
    const parts = body.requests as Part[] | undefined
    if (!Array.isArray(parts) || parts.length === 0) throw badRequest('Invalid batch payload format.')
    if (parts.length > 20) throw badRequest('Number of batch request steps exceeds the maximum value of 20.')
    const ids = new Set(parts.map(({ id }) => id))
    if (ids.size < parts.length || parts.some(({ id }) => typeof id !== 'string'))
      throw badRequest('Each batch request must have a unique id.')
    const states = new Map<string, number>()
    const responses = parts.map((part) => {
      const answer = this.#part(token, part, states)
      states.set(String(part.id), answer.status)
      return {
        id: part.id,
        status: answer.status,
        headers: answer.headers ?? {},
        ...(answer.body ? { body: answer.body } : {}),
      }
    })
    return { status: 200, body: { responses: responses.toReversed() } }
  }

  #part(token: Token, part: Part, states: ReadonlyMap<string, number>): Answer {
    try {
      const needs = (part.dependsOn as string[] | undefined) ?? []
      if (needs.some((id) => (states.get(id) ?? 424) >= 400))
        throw new Refusal(424, 'FailedDependency', 'The operation depends on one that failed.')
      if (typeof part.url !== 'string' || typeof part.method !== 'string')
        throw badRequest('A step needs a method and a url.')
      const headers = lower((part.headers ?? {}) as Record<string, unknown>)
      if (part.body !== undefined && !headers['content-type']?.includes('application/json'))
        throw badRequest('Write request id does not contain Content-Type header or body.')
      this.#parts += 1
      if (this.mood === 'half' && this.#parts % 2 === 0)
        throw new Refusal(429, 'TooManyRequests', 'Too many requests.', { retryAfter: 2 })
      const url = new URL(`/v1.0/${part.url.replace(/^\/+/, '')}`, this.origin)
      return this.#call(token, part.method, url, headers, (part.body ?? {}) as Record<string, unknown>)
    } catch (error) {
      return this.#refused(error)
    }
  }
}
