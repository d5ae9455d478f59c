import { Readable } from 'node:stream'
import { openImage } from '#shared/files/images/index.ts'
import type { Visit } from './visit.ts'

const TYPES = { webp: 'image/webp', jpeg: 'image/jpeg' } as const

/**
 * Answers one variant of a picture, as WebP or, for whom cannot read that, as JPEG; 404 when there is none. The route's
 * rule and the caller's query have said by then that this person may see it. A browser keeps it for itself for an hour (another
 * picture has another id), or, where it can be `withdrawn`, asks each time and is told that its copy still holds. The bytes are read and opened after the transaction, so that they hold no connection.
 */
export const sendImage = async (
  visit: Visit,
  id: string,
  variant: string,
  { withdrawn = false }: { readonly withdrawn?: boolean } = {},
): Promise<Response> => {
  const accepts = visit.request.headers.get('accept') ?? ''
  const type = accepts.includes(TYPES.webp) ? 'webp' : 'jpeg'
  const image = await openImage(visit.work, visit.files, { id, variant, type })
  if (!image) return visit.notFound()
  const headers = {
    ETag: `"${image.file}"`,
    'Cache-Control': withdrawn ? 'private, no-cache' : 'private, max-age=3600',
    Vary: 'Accept',
  }
  if (visit.request.headers.get('if-none-match') === headers.ETag) return new Response(null, { status: 304, headers })
  const body = Readable.toWeb(Readable.from(bytesOf(image.read))) as ReadableStream
  return new Response(body, {
    headers: { ...headers, 'Content-Type': TYPES[type], 'Content-Length': String(image.bytes) },
  })
}

/** Begins to read once somebody asks for the first byte. */
async function* bytesOf(read: () => Promise<Readable>) {
  yield* await read()
}
