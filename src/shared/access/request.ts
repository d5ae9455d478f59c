import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { type PreparedImage, prepareImage } from '#shared/files/images/index.ts'
import type { Scanner } from '#shared/files/index.ts'
import { type Typed, typedFields } from './form.ts'
import type { RouteOptions } from './module.ts'

/** The largest form in bytes, unless its route says otherwise. */
export const FORM_BYTES = 64 * 1024

/** The same for a route with pictures: larger than any that is read, so that one too large is refused in our words. */
const PICTURE_BYTES = 32 * 1024 * 1024

/** The largest body of a route for whom it is there. */
export const largestOf = ({ maxBytes, images }: RouteOptions): number | undefined =>
  maxBytes ?? (images ? PICTURE_BYTES : undefined)

type Body = {
  typed: Typed
  posted: ReadonlyMap<string, readonly File[]>
  images: ReadonlyMap<string, PreparedImage>
  /** Of a route that takes text. */
  text: string
}
export const NOTHING: Body = { typed: {}, posted: new Map(), images: new Map(), text: '' }

/** Makes the sizes of each picture: before the transaction, since that takes long. */
const prepared = async (posted: ReadonlyMap<string, readonly File[]>, kinds: NonNullable<RouteOptions['images']>) => {
  const made = new Map<string, PreparedImage>()
  for (const [field, kind] of Object.entries(kinds)) {
    const file = posted.get(field)?.[0]
    if (file) made.set(field, await prepareImage(Buffer.from(await file.arrayBuffer()), kind))
  }
  return made
}

/** What a scanner says of files together: the first thing it finds, else whether it could look at all of them. */
const scannedBy = async (scanner: Scanner | undefined, files: Iterable<File>) => {
  if (!scanner) return 'clean'
  const said = await Promise.all([...files].map(async (file) => scanner(new Uint8Array(await file.arrayBuffer()))))
  return said.find((one) => typeof one === 'object') ?? (said.includes('away') ? 'away' : 'clean')
}

/** What a route reads beyond a form of text, for whom it is there. */
type Reading = {
  readonly limit: number
  readonly images?: RouteOptions['images'] | undefined
  readonly scanner?: Scanner | undefined
  /** The body is text and no form. */
  readonly text?: boolean
}

/**
 * Reads a posted body before any transaction opens, so that a slow line holds no connection. Where a scanner is set up no
 * file is looked at that it did not call clean.
 */
export const readBody = async (
  c: Context,
  { limit, images = {}, scanner, text = false }: Reading,
): Promise<Body | 'too large' | 'unreadable' | 'away' | { readonly found: string }> => {
  if (Number(c.req.header('content-length') ?? 0) > limit) return 'too large'
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of c.req.raw.body ?? []) {
    bytes += chunk.length
    if (bytes > limit) return 'too large'
    chunks.push(chunk)
  }
  if (text) return { ...NOTHING, text: Buffer.concat(chunks).toString('utf8') }
  const type = c.req.header('content-type') ?? ''
  const form = await new Response(Buffer.concat(chunks), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {})
  if (!form) return bytes === 0 ? NOTHING : 'unreadable'
  const files = [...form].filter((entry): entry is [string, File] => entry[1] instanceof File && entry[1].size > 0)
  const posted = new Map<string, File[]>()
  for (const [name, file] of files) posted.set(name, [...(posted.get(name) ?? []), file])
  const scanned = await scannedBy(
    scanner,
    files.map(([, file]) => file),
  )
  if (scanned !== 'clean') return scanned
  return { ...NOTHING, typed: typedFields(form), posted, images: await prepared(posted, images) }
}

/** Whether a request that changes something comes from our own page, from one the route names, or from no browser at all. */
export const isOwnOrigin = (c: Context, { alsoFrom }: Pick<RouteOptions, 'alsoFrom'>): boolean => {
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  if (origin === undefined && site === undefined) return true
  if (origin !== undefined && alsoFrom?.(origin, c.req.header('host') ?? '')) return true
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  return origin === undefined || URL.parse(origin)?.host === c.req.header('host')
}

/** Whether a request came over TLS; behind a proxy of ours its word counts. */
export const isSecure = (c: Context, { behindProxy }: { readonly behindProxy: boolean }): boolean =>
  behindProxy ? c.req.header('x-forwarded-proto') === 'https' : new URL(c.req.url).protocol === 'https:'

/** The address a request came from, or nothing where it is not known; behind a proxy of ours its word counts. */
export const addressOf = (c: Context, { behindProxy }: { readonly behindProxy: boolean }): string => {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return forwarded
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return ''
  }
}
