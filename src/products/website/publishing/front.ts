import type { Context } from 'hono'
import { LRUCache } from 'lru-cache'
import { isSecure } from '#shared/access/request.ts'
import { isOn } from '#shared/access/switch.ts'
import { readCookie } from '#shared/identity/cookie.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import { securityHeaders } from '#shared/ui/index.ts'
import type { FrontParts } from '#src/products.ts'
import { urls } from '#src/urls.ts'
import { NOT_FOUND } from './files.ts'
import { openMedia } from './media.ts'
import { SITE_CHANGED } from './publish.ts'
import { type Ready, type ReadySite, readySite } from './ready.ts'

/** Pages are asked for again each time, so that a change and what was taken down is seen at once; pictures within a minute. */
const ASK_FIRST = 'no-cache'
const SHORTLY = 'public, max-age=30'

const MEDIA_BYTES = 96 * 1024 * 1024

/**
 * What strangers get of the sites, from memory: no query, no transaction, so also while the database is away. Every process
 * keeps its own; it renews that when it hears of a change, and serves what it had until the new is there.
 */
export class Front {
  readonly #parts: FrontParts
  readonly #kept = new Map<string, ReadySite>()
  readonly #media = new LRUCache<string, Buffer<ArrayBuffer>>({
    maxSize: MEDIA_BYTES,
    sizeCalculation: (bytes) => Math.max(bytes.length, 1),
  })
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
    const found = await this.#siteOf(c)
    if (!found) return undefined
    const { site, files, pathname, secure } = found
    const ready = this.#find(c, files, pathname, secure)
    if (ready?.type.startsWith('text/html') && ready.movedTo === null) this.#served(c, site)
    return ready && this.#send(c, site, ready, { secure, status: 200 })
  }

  /** The page that says that nothing stands here, when this host has a site and nobody is signed in. */
  async notFound(c: Context): Promise<Response | undefined> {
    const found = await this.#siteOf(c)
    const ready = found && !this.#isSignedIn(c, found.secure) ? found.files.get(NOT_FOUND) : undefined
    return ready && this.#send(c, found!.site, ready, { secure: found!.secure, status: 404 })
  }

  async #siteOf(c: Context) {
    const { hostname, pathname } = new URL(c.req.url)
    const site = await this.#parts.sites.find(hostname).catch(() => undefined)
    if (!site || site.redirects || !isOn('website', site)) return undefined
    const secure = isSecure(c, this.#parts)
    if (!secure && !hostname.endsWith('localhost')) return undefined
    const files = this.#kept.get(site.id) ?? (await this.#first(site.id))
    return files && files.size > 0 ? { site, files, pathname, secure } : undefined
  }

  #find(c: Context, files: ReadySite, pathname: string, secure: boolean): Ready | undefined {
    if (pathname === urls.siteHome()) return files.get('/')
    if (pathname === NOT_FOUND) return undefined
    // Who is signed in has their own first page there.
    if (pathname === '/' && this.#isSignedIn(c, secure)) return undefined
    return (
      files.get(pathname) ??
      (pathname.length > 1 && pathname.endsWith('/') ? files.get(pathname.slice(0, -1)) : undefined)
    )
  }

  #isSignedIn(c: Context, secure: boolean): boolean {
    return readCookie(c.req.raw.headers, secure, 'session') !== undefined
  }

  async #send(
    c: Context,
    site: Site,
    ready: Ready,
    { secure, status }: { readonly secure: boolean; readonly status: 200 | 404 },
  ): Promise<Response | undefined> {
    const { etag, type, plain, brotli, movedTo, elsewhere } = ready
    const headers: Record<string, string> = {
      ...securityHeaders({ secure, personal: false }),
      'Cache-Control': elsewhere ? SHORTLY : ASK_FIRST,
    }
    if (movedTo !== null) return new Response(null, { status: 301, headers: { ...headers, Location: movedTo } })
    const packed = !elsewhere && acceptsBrotli(c.req.header('accept-encoding'))
    headers.ETag = packed ? `"${etag}-br"` : `"${etag}"`
    if (!elsewhere) headers.Vary = 'Accept-Encoding'
    if (status === 200 && c.req.header('if-none-match')?.includes(headers.ETag))
      return new Response(null, { status: 304, headers })
    const body = elsewhere ? await this.#mediaOf(site, ready) : packed ? brotli : plain
    if (!body) return undefined
    headers['Content-Type'] = type
    headers['Content-Length'] = String(body.length)
    if (packed) headers['Content-Encoding'] = 'br'
    if (elsewhere && 'file' in elsewhere) headers['Content-Disposition'] = 'attachment'
    return new Response(body, { status, headers })
  }

  async #mediaOf(site: Site, { etag, elsewhere }: Ready): Promise<Buffer<ArrayBuffer> | undefined> {
    const known = this.#media.get(etag)
    if (known) return known
    const read = await asSystem(this.#parts, site.id, 'website', (work) =>
      openMedia(work, this.#parts.files, elsewhere!),
    ).catch(() => null)
    const bytes = await read?.()
    if (bytes) this.#media.set(etag, bytes)
    return bytes
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

const acceptsBrotli = (header: string | undefined): boolean =>
  header !== undefined && /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(header)
