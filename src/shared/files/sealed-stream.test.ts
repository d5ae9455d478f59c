import { createHash, randomBytes } from 'node:crypto'
import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limitBytes, openStream, sealStream, TooLarge, Unreadable } from './index.ts'

const CHUNK = 65_536
const SEALED_CHUNK = CHUNK + 16
const HEADER = 49
const key = { id: '0191e7a0-0000-7000-8000-00000000000a', raw: randomBytes(32) }
const context = { organisation: 'school-a', field: 'documents.file', file: 'file-1' }
const resolve = async () => key.raw

/** Runs bytes through a stream in pieces of `piece` bytes and tells what came out before the end or the error. */
const through = async (stream: Transform, bytes: Buffer, piece = 10_000) => {
  const out: Buffer[] = []
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, n) =>
    bytes.subarray(n * piece, (n + 1) * piece),
  )
  const error = await pipeline(Readable.from(pieces), stream, async (source) => {
    for await (const part of source) out.push(part)
  }).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return { bytes: Buffer.concat(out), error }
}
const seal = async (plain: Buffer, where = context) => (await through(sealStream(key, where), plain)).bytes
const open = (sealed: Buffer, where = context, piece?: number) => through(openStream(resolve, where), sealed, piece)
/** A file that should not open releases at most the right plaintext of the sound chunks before, then `Unreadable`. */
const expectUnreadable = async (sealed: Buffer, plain: Buffer, chunksBefore: number) => {
  const { bytes, error } = await open(sealed)
  expect(error).toBeInstanceOf(Unreadable)
  expect(bytes.length).toBeLessThanOrEqual(chunksBefore * CHUNK)
  expect(bytes.equals(plain.subarray(0, bytes.length))).toBe(true)
}
const chunksOf = (sealed: Buffer) => {
  const chunks = []
  for (let at = HEADER; at < sealed.length; at += SEALED_CHUNK) chunks.push(sealed.subarray(at, at + SEALED_CHUNK))
  return chunks
}
const sizes = fc.oneof(
  fc.constantFrom(0, 1, 2 * CHUNK, 3 * CHUNK),
  fc.integer({ min: CHUNK - 3, max: CHUNK + 3 }),
  fc.integer({ min: 2 * CHUNK - 17, max: 2 * CHUNK + 17 }),
)
const bytesOf = (size: number) => randomBytes(size)
const runs = { numRuns: 40 }

describe('a sealed file', () => {
  test('opens to what was sealed, whatever its size and however its bytes arrive', () =>
    fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 500, max: 200_000 }), async (size, piece) => {
        const plain = bytesOf(size)
        const sealed = await seal(plain)
        expect(sealed.length).toBe(HEADER + size + 16 * Math.max(1, Math.ceil(size / CHUNK)))
        const opened = await open(sealed, context, piece)
        expect(opened.error).toBeUndefined()
        expect(opened.bytes.equals(plain)).toBe(true)
      }),
      runs,
    ))

  test('arrives whole when its bytes come one by one', async () => {
    const plain = Buffer.from('Een heel klein bestand')
    expect((await open(await seal(plain), context, 1)).bytes.toString()).toBe(plain.toString())
  })

  test('does not open with any byte changed, and releases nothing of the chunk concerned', () =>
    fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.integer({ min: 1, max: 255 }), async (size, where, change) => {
        const plain = bytesOf(size)
        const sealed = await seal(plain)
        const at = where % sealed.length
        sealed[at] = sealed[at]! ^ change
        await expectUnreadable(sealed, plain, at < HEADER ? 0 : Math.floor((at - HEADER) / SEALED_CHUNK))
      }),
      runs,
    ))

  test('does not open when cut anywhere', () =>
    fc.assert(
      fc.asyncProperty(sizes, fc.nat(), async (size, where) => {
        const plain = bytesOf(size)
        const sealed = await seal(plain)
        const cut = where % sealed.length
        // A last whole chunk may be the end for all we know: it must not pass as one that something follows.
        await expectUnreadable(
          sealed.subarray(0, cut),
          plain,
          Math.max(0, Math.ceil((cut - HEADER) / SEALED_CHUNK) - 1),
        )
      }),
      runs,
    ))

  test('does not open when cut exactly between chunks, or with something behind it', async () => {
    const plain = bytesOf(3 * CHUNK)
    const sealed = await seal(plain)
    for (const chunks of [0, 1, 2]) {
      const cut = sealed.subarray(0, HEADER + chunks * SEALED_CHUNK)
      await expectUnreadable(cut, plain, Math.max(0, chunks - 1))
    }
    await expectUnreadable(Buffer.concat([sealed, Buffer.of(0)]), plain, 2)
    await expectUnreadable(Buffer.concat([sealed, sealed.subarray(-SEALED_CHUNK)]), plain, 2)
  })

  test('does not open with chunks swapped, repeated, left out or taken from another file of the same key', async () => {
    const plain = bytesOf(3 * CHUNK + 5)
    const sealed = await seal(plain)
    const header = sealed.subarray(0, HEADER)
    const [a, b, c, last] = chunksOf(sealed) as [Buffer, Buffer, Buffer, Buffer]
    const [otherA] = chunksOf(await seal(plain)) as [Buffer]
    await expectUnreadable(Buffer.concat([header, b, a, c, last]), plain, 0)
    await expectUnreadable(Buffer.concat([header, a, a, b, c, last]), plain, 1)
    await expectUnreadable(Buffer.concat([header, a, c, last]), plain, 1)
    await expectUnreadable(Buffer.concat([header, otherA, b, c, last]), plain, 0)
  })

  test('opens only for its own organisation, field and file, and only with its own key', async () => {
    const sealed = await seal(Buffer.from('oudergesprek'))
    for (const other of [{ organisation: 'school-b' }, { field: 'documents.other' }, { file: 'file-2' }])
      expect((await open(sealed, { ...context, ...other })).error).toBeInstanceOf(Unreadable)
    const wrongKey = await through(
      openStream(async () => randomBytes(32), context),
      sealed,
    )
    expect(wrongKey.error).toBeInstanceOf(Unreadable)
    expect((await open(sealed)).bytes.toString()).toBe('oudergesprek')
  })

  test('asks for the key that sealed it, and passes on why there is none', async () => {
    const gone = new Error('destroyed')
    let asked = ''
    const stream = openStream(async (id) => {
      asked = id
      throw gone
    }, context)
    expect((await through(stream, await seal(Buffer.from('x')))).error).toBe(gone)
    expect(asked).toBe(key.id)
  })

  test('never shows the same bytes twice, nor any of its plaintext', async () => {
    const plain = Buffer.alloc(CHUNK + 9, 'Vuurtoren')
    const [one, two] = [await seal(plain), await seal(plain)]
    const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
    expect(new Set([...chunksOf(one), ...chunksOf(two)].map(digest)).size).toBe(4)
    expect(one.includes('Vuurtoren')).toBe(false)
  })
})

describe('limitBytes', () => {
  test('passes a file of exactly the limit', async () => {
    expect(await through(limitBytes(20_000), Buffer.alloc(20_000))).toMatchObject({ error: undefined })
  })

  test('refuses one byte more, with the limit in the error', async () => {
    const { bytes, error } = await through(limitBytes(20_000), Buffer.alloc(20_001))
    expect(error).toBeInstanceOf(TooLarge)
    expect((error as TooLarge).max).toBe(20_000)
    expect(bytes.length).toBeLessThanOrEqual(20_000)
  })
})
