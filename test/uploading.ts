import sharp from 'sharp'
import type { Browser } from './front-door.ts'

/** A drawn picture that has what a telephone hangs on to it: where, when and with what it was taken. */
export const phonePhoto = (width = 900, height = 600): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#7a9e7e' } })
    .withExif({ IFD0: { Make: 'Telefoonq', Copyright: 'Makerq' }, IFD3: { GPSLatitude: '52/1 5/1 0/1' } })
    .withXmp('<x:xmpmeta>Plaatsq</x:xmpmeta>')
    .jpeg()
    .toBuffer()

const form = (fields: Readonly<Record<string, string | Buffer>>): FormData => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields))
    body.set(name, typeof value === 'string' ? value : new File([value as BlobPart], 'part'))
  return body
}

/** Begins an upload as the behaviour does. */
export const begin = (browser: Browser, purpose: string, name: string, size: number): Promise<Response> =>
  browser.request('POST', '/uploads', form({ purpose, name, size: String(size) }))

export const sendPart = (browser: Browser, id: string, at: number, part: Buffer): Promise<Response> =>
  browser.request('POST', `/uploads/${id}`, form({ at: String(at), part }))

/** Sends a whole file in two parts and answers the id of the upload. */
export const uploadWhole = async (browser: Browser, purpose: string, name: string, bytes: Buffer): Promise<string> => {
  const { id } = (await (await begin(browser, purpose, name, bytes.length)).json()) as { id: string }
  const middle = Math.ceil(bytes.length / 2)
  await sendPart(browser, id, 0, bytes.subarray(0, middle))
  await sendPart(browser, id, middle, bytes.subarray(middle))
  return id
}
