import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { Refused } from '../problems.ts'

const most = { megabytes: 16, unpackedMegabytes: 64, entries: 64, ratio: 150 }
const MEGABYTE = 1024 * 1024
/** Small things may be packed as tightly as they like. */
const RATIO_FROM = MEGABYTE

/** The files of a package by name, without the folder they are in; read when asked for. */
export type Package = ReadonlyMap<string, () => Promise<Buffer>>

const LINK = 0o120000
const KIND = 0o170000
const isLink = ({ externalFileAttributes }: yauzl.Entry) => ((externalFileAttributes >>> 16) & KIND) === LINK

/** What computers put in a zip file beside what was chosen. */
const isClutter = (name: string) => /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(name)

/**
 * The files of a zip file, without unpacking any: refuses by what its list of contents says. Throws `Refused` for more than
 * 16 MB packed or 64 MB unpacked, more than 64 files, one packed more than 150 times, a path that leads outside, links,
 * packed files within, passwords, the same file twice, files in several folders, and what is damaged. A file that turns
 * out larger than the list said is refused while it is read.
 */
async function openZip(bytes: Buffer): Promise<Package> {
  const files = new Map<string, () => Promise<Buffer>>()
  const folders = new Set<string>()
  let unpacked = 0
  const zip = await broken(() => yauzl.fromBufferPromise(bytes, { lazyEntries: true, autoClose: false }))
  if (zip.entryCount > most.entries) throw new Refused('zip-many', 1, 'zip', most.entries)
  await broken(async () => {
    for await (const entry of zip.eachEntry()) {
      const { fileName, uncompressedSize, compressedSize } = entry
      if (isLink(entry)) throw new Refused('zip-link', 1, 'zip')
      if (entry.isEncrypted()) throw new Refused('zip-encrypted', 1, 'zip')
      unpacked += uncompressedSize
      refuseUnpacked(unpacked)
      if (uncompressedSize > RATIO_FROM && uncompressedSize > compressedSize * most.ratio)
        throw new Refused('zip-ratio', 1, 'zip')
      if (fileName.endsWith('/') || isClutter(fileName)) continue
      const folder = fileName.slice(0, fileName.lastIndexOf('/') + 1)
      const name = fileName.slice(folder.length).toLowerCase()
      if (/\.(zip|gz|tgz|tar|7z|rar|bz2|xz)$/.test(name)) throw new Refused('zip-nested', 1, 'zip')
      if (files.has(name)) throw new Refused('zip-repeated', 1, 'zip')
      folders.add(folder)
      files.set(name, () => unpack(zip, entry))
    }
  })
  if (folders.size > 1) throw new Refused('zip-folders', 1, 'zip')
  return files
}

/** Refuses a file by its size, before it is read. */
export function refuseLarge(bytes: number, path = 'zip'): void {
  if (bytes > most.megabytes * MEGABYTE) throw new Refused('too-large', 1, path, most.megabytes)
}

/** Refuses a package by what all its files together hold. */
export function refuseUnpacked(bytes: number): void {
  if (bytes > most.unpackedMegabytes * MEGABYTE) throw new Refused('zip-large', 1, 'zip', most.unpackedMegabytes)
}

/** How a zip file begins; one that is empty begins with its end. */
export const isZip = (start: Uint8Array): boolean =>
  start[0] === 0x50 && start[1] === 0x4b && ((start[2] === 3 && start[3] === 4) || (start[2] === 5 && start[3] === 6))

/** Reads a package of which the bytes come as a stream. Throws `Refused` for what is too large or no zip file. */
export async function zipFrom(chunks: AsyncIterable<Uint8Array>, bytes = 0): Promise<Package> {
  refuseLarge(bytes)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of chunks) {
    parts.push(part)
    size += part.byteLength
    refuseLarge(size)
  }
  const whole = Buffer.concat(parts)
  if (whole.byteLength === 0) throw new Refused('empty', 1, 'zip')
  if (!isZip(whole)) throw new Refused('zip-not', 1, 'zip')
  return openZip(whole)
}

const unpack = (zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> =>
  broken(async () => {
    const parts: Buffer[] = []
    let size = 0
    for await (const part of await zip.openReadStreamPromise(entry)) {
      parts.push(part as Buffer)
      size += (part as Buffer).byteLength
      if (size > entry.uncompressedSize) throw new Refused('zip-broken', 1, 'zip')
    }
    const whole = Buffer.concat(parts)
    if (crc32(whole) !== entry.crc32) throw new Refused('zip-broken', 1, 'zip')
    return whole
  })

/** Whatever the unzipper throws is a zip file that is not right; that it leads outside is said apart. */
async function broken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused) throw error
    const said = error instanceof Error ? error.message : ''
    if (/encrypt/.test(said)) throw new Refused('zip-encrypted', 1, 'zip')
    throw new Refused(/absolute path|relative path|invalid characters/.test(said) ? 'zip-path' : 'zip-broken', 1, 'zip')
  }
}
