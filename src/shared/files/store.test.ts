import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FileMissing, type FileStore, openFileStore } from './index.ts'

/** An S3 for the four requests that we make, two objects on a page. It answers 403 to whoever does not sign. */
const standInS3 = async () => {
  const objects = new Map<string, { bytes: Buffer; modified: Date }>()
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://s3')
    const key = url.pathname.replace(/^\/school-files\/?/, '')
    const body = await buffer(request)
    const stored = objects.get(key)
    if (!/^AWS4-HMAC-SHA256 Credential=KEY\/\d+\/eu-test\/s3\/aws4_request, /.test(request.headers.authorization ?? ''))
      response.writeHead(403).end()
    else if (request.method === 'PUT') {
      if (Number(request.headers['content-length']) !== body.length) return response.writeHead(411).end()
      objects.set(key, { bytes: body, modified: new Date() })
      response.end()
    } else if (request.method === 'DELETE') {
      objects.delete(key)
      response.writeHead(204).end()
    } else if (url.searchParams.get('list-type') === '2') {
      const from = Number(url.searchParams.get('continuation-token') ?? 0)
      const page = [...objects].slice(from, from + 2)
      const more = from + 2 < objects.size
      response.end(
        `<ListBucketResult><IsTruncated>${more}</IsTruncated>${more ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''}${page
          .map(
            ([name, { bytes, modified }]) =>
              `<Contents><Key>${name}</Key><Size>${bytes.length}</Size><LastModified>${modified.toISOString()}</LastModified></Contents>`,
          )
          .join('')}</ListBucketResult>`,
      )
    } else if (stored) response.end(stored.bytes)
    else response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return { server, address: `http://KEY:SE%2FCRET@127.0.0.1:${port}/school-files?region=eu-test` }
}

let folder: string
let s3: Awaited<ReturnType<typeof standInS3>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-test-'))
  s3 = await standInS3()
})
afterAll(async () => {
  s3.server.close()
  await rm(folder, { recursive: true })
})

const all = async (store: FileStore) => (await Array.fromAsync(store.list())).sort((a, b) => a.size - b.size)
const broken = () =>
  Readable.from(
    (async function* () {
      yield randomBytes(1000)
      throw new Error('the browser went away')
    })(),
  )

describe.each([
  ['a folder', () => openFileStore({}, folder)],
  ['S3', () => openFileStore({ FILES_S3_URL: s3.address }, folder)],
])('a file store in %s', (_where, opened) => {
  test('gives back what was put, lists it, and forgets what is removed', async () => {
    const store = await opened()
    const files = [0, 10, 300_000].map((size) => ({ id: randomUUID(), bytes: randomBytes(size) }))
    const before = Date.now()
    for (const { id, bytes } of files) await store.put(id, Readable.from([bytes]))
    for (const { id, bytes } of files) expect((await buffer(await store.get(id))).equals(bytes)).toBe(true)

    const listed = await all(store)
    expect(listed.map(({ id, size }) => ({ id, size }))).toEqual(
      files.map(({ id, bytes }) => ({ id, size: bytes.length })),
    )
    for (const { modified } of listed) expect(modified.getTime()).toBeGreaterThanOrEqual(before - 1000)

    await store.remove(files[0]!.id)
    await store.remove(files[0]!.id)
    await store.remove(randomUUID())
    await expect(store.get(files[0]!.id)).rejects.toBeInstanceOf(FileMissing)
    expect(await all(store)).toHaveLength(2)
  })

  test('stores nothing of a file whose source breaks off', async () => {
    const store = await opened()
    const [before, id] = [await all(store), randomUUID()]
    await expect(store.put(id, broken())).rejects.toThrow('the browser went away')
    await expect(store.get(id)).rejects.toBeInstanceOf(FileMissing)
    expect(await all(store)).toEqual(before)
  })

  test('takes nothing but a uuid for a name', async () => {
    const store = await opened()
    for (const id of ['../../etc/passwd', '', `${randomUUID()}/..`, randomUUID().toUpperCase().replace(/\d/g, 'A')]) {
      await expect(store.put(id, Readable.from(['x']))).rejects.toThrow(TypeError)
      await expect(store.get(id)).rejects.toThrow(TypeError)
      await expect(store.remove(id)).rejects.toThrow(TypeError)
    }
  })
})

test('the folder and its files are for their owner only, and nothing is left aside', async () => {
  const place = join(folder, 'modes')
  const store = await openFileStore({}, place)
  const id = randomUUID()
  await store.put(id, Readable.from(['x']))
  await expect(store.put(randomUUID(), broken())).rejects.toThrow()
  const mode = async (...path: string[]) => (await stat(join(place, 'files', ...path))).mode & 0o777
  expect(await mode()).toBe(0o700)
  expect(await mode(id.slice(-2))).toBe(0o700)
  expect(await mode(id.slice(-2), id)).toBe(0o600)
  expect(await readdir(join(place, 'files', 'incoming'))).toEqual([])
})

test('what a crash left aside is cleared after a day, and what is being written is not', async () => {
  const place = join(folder, 'crash')
  await openFileStore({}, place)
  const aside = join(place, 'files', 'incoming')
  await writeFile(join(aside, 'crashed'), 'x')
  await writeFile(join(aside, 'busy'), 'x')
  const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000)
  await utimes(join(aside, 'crashed'), twoDaysAgo, twoDaysAgo)
  await openFileStore({}, place)
  expect(await readdir(aside)).toEqual(['busy'])
})

test('an S3 address that lacks something is refused in a sentence that does not repeat it', async () => {
  for (const address of [
    's3',
    'https://KEY:SECRET@host/bucket',
    'https://host/bucket?region=x',
    'ftp://K:S@host/b?region=x',
  ])
    await expect(openFileStore({ FILES_S3_URL: address }, folder)).rejects.toThrow(
      'FILES_S3_URL must look like https://KEY:SECRET@host/bucket?region=REGION.',
    )
})
