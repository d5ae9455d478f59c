import { Client, type Context, GraphError, type Middleware } from '@microsoft/microsoft-graph-client'
import { GraphTrouble } from './trouble.ts'

/** What Graph is reached with: where, by which token, and how one waits (tests do not). */
export type GraphWays = {
  readonly origin: string
  /** A token; `anew` when the last one was refused. Throws {@link GraphTrouble}. */
  readonly token: (anew?: boolean) => Promise<string>
  readonly wait: (milliseconds: number) => Promise<void>
  readonly now: () => number
  /** Until when this may wait in the process, in the same clock: what takes longer is for a later job. */
  readonly until: number
}

export type Call = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly body?: object
}

/** What became of one call of a batch; nothing when its time has not come yet. */
export type Reply = {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly headers: Readonly<Record<string, string>>
}

/** Enumerations have members that came later; without this they are all told apart from each other no more. */
const PREFER = 'include-unknown-enum-members'
const PATIENCE = 30_000
/** The longest one wait in the process. */
const LONGEST = 15_000
const ATTEMPTS = 6
export const AT_ONCE = 20

/** The last link of the client's chain: one token, one host, no redirect. The client's own retries know no other work. */
class Reaching implements Middleware {
  readonly #ways: GraphWays

  constructor(ways: GraphWays) {
    this.#ways = ways
  }

  async execute(context: Context): Promise<void> {
    const address = String(context.request)
    if (URL.parse(address)?.origin !== this.#ways.origin) throw new GraphTrouble('refused', { code: 'other-host' })
    context.response = await this.#fetch(address, context, false)
    if (context.response.status === 401) context.response = await this.#fetch(address, context, true)
  }

  async #fetch(address: string, { options }: Context, anew: boolean): Promise<Response> {
    const headers = new Headers(options?.headers as HeadersInit)
    headers.set('Authorization', `Bearer ${await this.#ways.token(anew)}`)
    try {
      return await fetch(address, { ...options, headers, redirect: 'error', signal: AbortSignal.timeout(PATIENCE) })
    } catch (cause) {
      throw new GraphTrouble('away', { cause })
    }
  }
}

const retryAfter = (headers: { get(name: string): string | null } | undefined): number | null => {
  const seconds = Number(headers?.get('Retry-After') ?? Number.NaN)
  return Number.isFinite(seconds) ? seconds : null
}

/** Growing waits with some chance in them, for answers that do not say when to come back. */
const growing = (attempt: number) => Math.min(60, 2 ** attempt) * (0.75 + Math.random() / 2)

const BUSY = new Set([429, 502, 503, 504])

/**
 * Microsoft Graph v1.0 for one tenant, as the application itself. Obeys throttling: once a call is told to come later,
 * nobody calls before that moment, since refused calls count too. Throws {@link GraphTrouble} when the run has to stop,
 * and the client's own GraphError for a refusal that is about one thing only.
 */
export class Graph {
  readonly #client: Client
  readonly #ways: GraphWays
  #notBefore = 0

  constructor(ways: GraphWays) {
    this.#ways = ways
    this.#client = Client.initWithMiddleware({
      baseUrl: `${ways.origin}/`,
      defaultVersion: 'v1.0',
      middleware: new Reaching(ways),
    })
  }

  /** Where Graph is, for the addresses that it wants in a body. */
  get origin(): string {
    return this.#ways.origin
  }

  /** One call; waits and tries again as Graph says. */
  async call<T = Record<string, unknown>>({ method, url, body }: Call): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      await this.#turn()
      try {
        const request = this.#client.api(url).header('Prefer', PREFER)
        if (method === 'GET') return (await request.get()) as T
        if (method === 'POST') return (await request.post(body ?? {})) as T
        if (method === 'PATCH') return (await request.patch(body ?? {})) as T
        return (await request.delete()) as T
      } catch (error) {
        this.#afterFailing(error, attempt)
      }
    }
  }

  get<T>(url: string): Promise<T> {
    return this.call<T>({ method: 'GET', url })
  }

  /** Every item of a list, page by page. */
  async *pages<T>(url: string): AsyncGenerator<readonly T[]> {
    for (let next: string | undefined = url; next; ) {
      const page: { value: T[]; '@odata.nextLink'?: string } = await this.get(next)
      yield page.value
      next = page['@odata.nextLink']
    }
  }

  async all<T>(url: string): Promise<T[]> {
    const found: T[] = []
    for await (const page of this.pages<T>(url)) found.push(...page)
    return found
  }

  /**
   * Up to twenty calls at once. Parts that are told to come later are asked again when their time has come; those that would
   * take too long come back as nothing, beside the others. `later`: after how many seconds they may be asked. When all are
   * refused for want of a permission the run stops, unless a refusal may be about each one (`each`): an administrator's
   * account, which no application may touch.
   */
  async batch(calls: readonly Call[], { each = false } = {}): Promise<{ replies: (Reply | null)[]; later: number }> {
    const replies: (Reply | null)[] = calls.map(() => null)
    let open = calls.map((_, index) => index)
    for (let attempt = 0; ; attempt++) {
      const body = { requests: open.map((index) => asPart(calls[index]!, index)) }
      const { responses } = await this.call<{ responses: Part[] }>({ method: 'POST', url: '/$batch', body })
      let later = 0
      for (const { id, status, headers = {}, body: said } of responses) {
        const named = new Headers(headers)
        if (BUSY.has(status)) later = Math.max(later, retryAfter(named) ?? growing(attempt))
        else replies[Number(id)] = { status, body: said ?? {}, headers: Object.fromEntries(named) }
      }
      open = open.filter((index) => replies[index] === null)
      if (!each) this.#stopFor(replies)
      if (open.length === 0) return { replies, later: 0 }
      this.#hold(later)
      if (attempt >= ATTEMPTS || !this.#mayWait()) return { replies, later }
    }
  }

  /** A permission that is missing stops the run; so does a token that is worth nothing. */
  #stopFor(replies: readonly (Reply | null)[]): void {
    const answered = replies.filter((reply) => reply !== null)
    const [stopped] = answered
    if (stopped && answered.every(({ status }) => status === 401 || status === 403))
      throw new GraphTrouble('consent', { code: String(errorOf(stopped).code ?? '') })
  }

  #hold(seconds: number): void {
    this.#notBefore = Math.max(this.#notBefore, this.#ways.now() + seconds * 1_000)
  }

  #mayWait(): boolean {
    const until = this.#notBefore
    return until - this.#ways.now() <= LONGEST && until <= this.#ways.until
  }

  async #turn(): Promise<void> {
    const wait = this.#notBefore - this.#ways.now()
    if (wait <= 0) return
    if (!this.#mayWait()) throw new GraphTrouble('throttled', { later: Math.ceil(wait / 1_000) })
    await this.#ways.wait(wait)
  }

  #afterFailing(error: unknown, attempt: number): void {
    if (!(error instanceof GraphError)) throw error
    const { statusCode, code } = error
    if (statusCode === 401 || statusCode === 403) throw new GraphTrouble('consent', { code: code ?? '' })
    if (!BUSY.has(statusCode)) throw error
    const later = retryAfter(error.headers as Headers | undefined)
    if (statusCode !== 429 && attempt >= 2) throw new GraphTrouble('away', { later: later ?? 60 })
    this.#hold(later ?? growing(attempt))
    if (attempt >= ATTEMPTS) throw new GraphTrouble('throttled', { later: later ?? 60 })
  }
}

type Part = { id: string; status: number; headers?: Record<string, string>; body?: Record<string, unknown> }

const asPart = ({ method, url, body }: Call, index: number) => ({
  id: String(index),
  method,
  url,
  ...(body ? { body, headers: { 'Content-Type': 'application/json', Prefer: PREFER } } : {}),
})

/** What a refused part says about itself. */
export const errorOf = ({ body }: Reply): { code?: string; message?: string } =>
  (body.error as { code?: string; message?: string } | undefined) ?? {}

export const isDone = ({ status }: Reply): boolean => status >= 200 && status < 300
