import type { Context } from 'hono'
import { isSecure } from '#shared/access/request.ts'
import { isOn } from '#shared/access/switch.ts'
import { readCookie } from '#shared/identity/cookie.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import { securityHeaders } from '#shared/ui/index.ts'
import type { FrontParts } from '#src/products.ts'
import { urls } from '#src/urls.ts'
import { SITE_CHANGED } from './publish.ts'
import { type Ready, type ReadySite, readySite } from './ready.ts'

/** How long a browser may keep what is published without asking: never, so that what was taken down is gone at once. */
const ASK_FIRST = 'no-cache'

/**
 * What strangers get of the sites, from memory: no query, no transaction, so also while the database is away. Every process
 * keeps its own; it renews that when it hears of a change, and serves what it had until the new is there.
 */
export class Front {
  readonly #parts: FrontParts
  readonly #kept = new Map<string, ReadySite>()
  readonly #loading = new Map<string, Promise<void>>()
  readonly #again = new Set<string>()

  readonly #served: (c: Context, site: Site) => void

  /** `served` hears of each page that a visitor was sent. */
  constructor(parts: FrontParts, served: (c: Context, site: Site) => void) {
    this.#parts = parts
    this.#served = served
    parts.notifications.onAny((topic, organisation) => {
      if (topic === SITE_CHANGED) void this.#renew(organisation)
    })
    parts.notifications.onReconnected(() => {
      for (const organisation of this.#kept.keys()) void this.#renew(organisation)
    })
  }

  /** The answer to a request, when a page of a site stands at its address; nothing, and the application answers. */
  async answer(c: Context): Promise<Response | undefined> {
    const { hostname, pathname } = new URL(c.req.url)
    const site = await this.#parts.sites.find(hostname).catch(() => undefined)
    if (!site || site.redirects || !isOn('website', site)) return undefined
    const secure = isSecure(c, this.#parts)
    if (!secure && !hostname.endsWith('localhost')) return undefined
    const ready = await this.#find(c, site, pathname, secure)
    if (ready?.type.startsWith('text/html') && ready.movedTo === null) this.#served(c, site)
    return ready && this.#send(c, ready, secure)
  }

  async #find(c: Context, site: Site, pathname: string, secure: boolean): Promise<Ready | undefined> {
    const files = this.#kept.get(site.id) ?? (await this.#first(site.id))
    if (!files || files.size === 0) return undefined
    if (pathname === urls.siteHome()) return files.get('/')
    // Who is signed in has their own first page there.
    if (pathname === '/' && readCookie(c.req.raw.headers, secure, 'session')) return undefined
    const path = pathname.length > 1 && pathname.endsWith('/') ? pathname.slice(0, -1) : pathname
    return files.get(path)
  }

  #send(c: Context, { etag, type, plain, brotli, movedTo }: Ready, secure: boolean): Response {
    const headers: Record<string, string> = {
      ...securityHeaders({ secure, personal: false }),
      'Cache-Control': ASK_FIRST,
    }
    if (movedTo !== null) return new Response(null, { status: 301, headers: { ...headers, Location: movedTo } })
    const packed = /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(c.req.header('accept-encoding') ?? '')
    headers.ETag = packed ? `"${etag}-br"` : `"${etag}"`
    headers.Vary = 'Accept-Encoding'
    if (c.req.header('if-none-match')?.includes(headers.ETag)) return new Response(null, { status: 304, headers })
    const body = packed ? brotli : plain
    headers['Content-Type'] = type
    headers['Content-Length'] = String(body.length)
    if (packed) headers['Content-Encoding'] = 'br'
    return new Response(body, { headers })
  }

  async #first(organisation: string): Promise<ReadySite | undefined> {
    await this.#renew(organisation)
    return this.#kept.get(organisation)
  }

  /** Reads what changed; a change while it reads makes it read once more. What was there stays when it fails. */
  #renew(organisation: string): Promise<void> {
    const running = this.#loading.get(organisation)
    if (running) {
      this.#again.add(organisation)
      return running
    }
    const reading = this.#read(organisation).finally(() => this.#loading.delete(organisation))
    this.#loading.set(organisation, reading)
    return reading
  }

  async #read(organisation: string): Promise<void> {
    do {
      this.#again.delete(organisation)
      try {
        const before = this.#kept.get(organisation)
        const files = await asSystem(this.#parts, organisation, 'website', (work) => readySite(work, before))
        this.#kept.set(organisation, files)
      } catch (error) {
        this.#parts.log.warn({ organisation, error: (error as Error).name }, 'A site could not be read.')
      }
    } while (this.#again.has(organisation))
  }
}
