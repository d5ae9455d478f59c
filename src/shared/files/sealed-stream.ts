import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'

/*
 * The sealed file, byte by byte (PROMISES P30). STREAM (Hoang, Reyhanitabar, Rogaway and Vizár 2015) as age and Tink do:
 *
 *   header   version (1) · key id (16, the uuid's bytes) · salt (32, random)
 *   chunks   AES-256-GCM of 65,536 bytes, 16 bytes tag behind each; only the last may be shorter, and it is empty only
 *            in an empty file
 *   key      HKDF-SHA256(the subject's key, salt): no two files share a key, so a nonce is never used twice
 *   nonce    chunk number (11 bytes, big-endian) · 1 for the last chunk, else 0
 *   bound    header · JSON of [organisation, field, file], with every chunk
 *
 * So a chunk opens only in its own place, of its own file, of its own organisation, and a file that was cut short
 * misses the chunk that says "last".
 */
const VERSION = 1
const CHUNK = 64 * 1024
const TAG = 16
const KEY_ID = 16
const SALT = 32
const HEADER = 1 + KEY_ID + SALT

/** Where a file belongs; what was sealed for one context opens in no other. `field` is the permanent declared name. */
export interface FileContext {
  organisation: string
  field: string
  file: string
}

/** A sealed file that does not open: changed, cut, moved, of another context, or never sealed by Schoolplein. */
export class Unreadable extends Error {
  override name = 'Unreadable'
  constructor() {
    super('This file does not open: it was changed, cut short or moved.')
  }
}

/**
 * Seals what is written to it, in constant memory, under `key` (32 bytes raw; `id` is a uuid that travels in the header).
 * What comes out reveals the size of the file and the key's id, and nothing else.
 */
export const sealStream = (key: { id: string; raw: Buffer }, context: FileContext): Transform => {
  const header = Buffer.concat([Buffer.of(VERSION), uuidBytes(key.id), randomBytes(SALT)])
  const chunks = chunkCipher(key.raw, header, context)
  const pending = new Pending(CHUNK)
  let started = false
  const start = (out: Transform) => {
    if (!started) out.push(header)
    started = true
  }
  return new Transform({
    transform(data: Buffer, _encoding, done) {
      start(this)
      for (const chunk of pending.add(data)) this.push(chunks.seal(chunk, false))
      done()
    },
    flush(done) {
      start(this)
      this.push(chunks.seal(pending.rest(), true))
      done()
    },
  })
}

/**
 * Opens what `sealStream` sealed, in constant memory. `resolveKey` gives the 32 raw bytes of a key id; what it throws
 * (a destroyed key, a database that is away) is passed on as it is. Anything wrong with the bytes is `Unreadable`, before
 * one byte of the chunk concerned is released. Chunks before it are out by then: only the end of the stream says whole.
 */
export const openStream = (resolveKey: (keyId: string) => Promise<Buffer>, context: FileContext): Transform => {
  const head = new Pending(HEADER)
  const pending = new Pending(CHUNK + TAG)
  let chunks: ReturnType<typeof chunkCipher> | undefined
  const open = async (out: Transform, data: Buffer) => {
    let sealed = data
    if (!chunks) {
      sealed = head.fill(data)
      if (!head.full) return
      const header = head.rest()
      if (header[0] !== VERSION) throw new Unreadable()
      chunks = chunkCipher(await resolveKey(uuidText(header.subarray(1, 1 + KEY_ID))), header, context)
    }
    for (const chunk of pending.add(sealed)) out.push(chunks.open(chunk, false))
  }
  return new Transform({
    transform(data: Buffer, _encoding, done) {
      settle(open(this, data), done)
    },
    flush(done) {
      try {
        if (!chunks) throw new Unreadable()
        this.push(chunks.open(pending.rest(), true))
        done()
      } catch (error) {
        done(error as Error)
      }
    },
  })
}

const settle = (work: Promise<void>, done: TransformCallback) => void work.then(() => done(), done)

/** Seals or opens the chunks of one file, in order. */
const chunkCipher = (key: Buffer, header: Buffer, context: FileContext) => {
  const fileKey = Buffer.from(hkdfSync('sha256', key, header.subarray(1 + KEY_ID), 'schoolplein file v1', 32))
  const bound = Buffer.concat([
    header,
    Buffer.from(JSON.stringify([context.organisation, context.field, context.file])),
  ])
  let count = 0
  const nonce = (last: boolean) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUIntBE(count++, 5, 6)
    bytes[11] = last ? 1 : 0
    return bytes
  }
  return {
    seal(plain: Buffer, last: boolean): Buffer {
      const cipher = createCipheriv('aes-256-gcm', fileKey, nonce(last)).setAAD(bound)
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open(sealed: Buffer, last: boolean): Buffer {
      const size = sealed.length - TAG
      if (size < 0 || (size === 0 && count > 0)) throw new Unreadable()
      const decipher = createDecipheriv('aes-256-gcm', fileKey, nonce(last), { authTagLength: TAG })
      decipher.setAAD(bound).setAuthTag(sealed.subarray(size))
      const plain = decipher.update(sealed.subarray(0, size))
      try {
        decipher.final()
      } catch {
        throw new Unreadable()
      }
      return plain
    },
  }
}

/** Collects bytes into pieces of one size; the last piece stays until it is asked for, since only the end is `last`. */
class Pending {
  #size: number
  #bytes: Buffer
  #length = 0

  constructor(size: number) {
    this.#size = size
    this.#bytes = Buffer.allocUnsafe(size)
  }

  get full(): boolean {
    return this.#length === this.#size
  }

  /** Takes as much of `data` as fits and gives back what does not. */
  fill(data: Buffer): Buffer {
    const taken = data.copy(this.#bytes, this.#length)
    this.#length += taken
    return data.subarray(taken)
  }

  /** Each full piece that something follows. It is valid until the next one is asked for. */
  *add(data: Buffer): Generator<Buffer> {
    for (let left = data; left.length > 0; ) {
      if (this.full) yield this.rest()
      left = this.fill(left)
    }
  }

  rest(): Buffer {
    const piece = this.#bytes.subarray(0, this.#length)
    this.#length = 0
    return piece
  }
}

const uuidBytes = (uuid: string): Buffer => {
  const bytes = Buffer.from(uuid.replaceAll('-', ''), 'hex')
  if (bytes.length !== KEY_ID) throw new TypeError('A key id is a uuid.')
  return bytes
}

const uuidText = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
