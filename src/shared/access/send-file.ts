import { Readable } from 'node:stream'
import { documentTypes } from '#shared/files/documents.ts'
import { openFile } from '#shared/files/stored.ts'
import type { Visit } from './visit.ts'

/** RFC 8187: a name in any script, and one of plain letters for who cannot read that. */
const disposition = (name: string, type: string): string => {
  const base = name.replace(/\.[a-z0-9]{1,5}$/i, '') || 'bestand'
  const plain =
    base
      .normalize('NFKD')
      .replace(/[^\w .-]/g, '')
      .trim() || 'bestand'
  return `attachment; filename="${plain}.${type}"; filename*=UTF-8''${encodeURIComponent(`${base}.${type}`).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`
}

/**
 * Answers a kept document, always to be saved and never shown within our own pages; 404 when there is none. The route's rule and
 * the caller's query have said by then that this person may have it. Asked again each time, so that it can be withdrawn.
 */
export const sendFile = async (visit: Visit, id: string): Promise<Response> => {
  const file = await openFile(visit.work, visit.files, id)
  if (!file) return visit.notFound()
  const body = Readable.toWeb(Readable.from(bytesOf(file.read))) as ReadableStream
  return new Response(body, {
    headers: {
      'Content-Type': documentTypes[file.type],
      'Content-Length': String(file.bytes),
      'Content-Disposition': disposition(file.name, file.type),
      'Cache-Control': 'no-store',
    },
  })
}

async function* bytesOf(read: () => Promise<Readable>) {
  yield* await read()
}
