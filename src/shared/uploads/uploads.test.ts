import { buffer } from 'node:stream/consumers'
import { deflateSync } from 'node:zlib'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import yazl from 'yazl'
import { Module } from '#shared/access/module.ts'
import { path } from '#shared/access/path.ts'
import { signedIn, withRole } from '#shared/access/rule.ts'
import { sendFile } from '#shared/access/send-file.ts'
import { openImage } from '#shared/files/images/index.ts'
import { clamav } from '#shared/files/index.ts'
import { removeFile, storedFiles } from '#shared/files/stored.ts'
import { Clamd, EICAR } from '#test/clamd.ts'
import { frontDoor } from '#test/front-door.ts'
import { runJobs, runTask } from '#test/jobs.ts'
import { begin, phonePhoto, sendPart, uploadWhole } from '#test/uploading.ts'
import { world } from '#test/world.ts'
import {
  type Arrived,
  attachUploads,
  endUploads,
  onTheirWay,
  problemSentence,
  takePosted,
  uploadPurpose,
} from './index.ts'

const { vuurtoren, staff, guardians } = world
const arrived: Arrived[] = []
const ROW = '00000000-0000-4000-8000-00000000aaaa'
const sizes = {
  small: { width: 320, height: 320, fit: 'inside' },
  large: { width: 800, height: 800, fit: 'inside' },
} as const
const purpose = uploadPurpose({
  name: 'test-album',
  rule: withRole({ nl: 'leerkrachten', en: 'teachers' }, 'teacher'),
  picture: { name: 'test-album', variants: sizes },
  documents: true,
  maxBytes: 2 * 1024 * 1024,
  arrived: async (_work, what) => void arrived.push(what),
})

const address = path('/test-files/:id')
const serving = new Module('test-files', { nl: 'Bestanden', en: 'Files' }).get(address, signedIn, (visit) =>
  sendFile(visit, visit.params.id),
)
const clamd = await Clamd.start()
const door = frontDoor({ scanner: clamav(clamd.address), extra: [serving] })
afterAll(() => clamd.close())
afterEach(async () => {
  arrived.length = 0
  clamd.mood = 'well'
  await within(async (work) =>
    endUploads(
      work,
      (await onTheirWay(work, purpose, ROW)).map(({ id }) => id),
    ),
  )
})

const within = <T>(run: Parameters<typeof door.front.within<T>>[1]) => door.front.within(vuurtoren, run)
const hatice = () => door.front.as(staff.hatice, vuurtoren)
const attach = (...uploads: string[]) =>
  within((work) => attachUploads(work, purpose, { person: staff.hatice, row: ROW, uploads }))
const waiting = () => within((work) => onTheirWay(work, purpose, ROW))
const said = async (response: Response) => [response.status, await response.json()]
const inStore = async () => (await Array.fromAsync(door.front.parts.files.list())).length
const count = (table: 'upload' | 'upload_part' | 'image' | 'stored_file') =>
  within(async ({ db }) => (await db.selectFrom(table).select('organisation_id').execute()).length)

const zip = async (...names: string[]) => {
  const made = new yazl.ZipFile()
  for (const name of names) made.addBuffer(Buffer.from('q'), name, { compress: false })
  made.end()
  return Buffer.concat(await Array.fromAsync(made.outputStream as AsyncIterable<Buffer>))
}

/** 14,200 by 14,200 white pixels in some kilobytes, without a checksum: its head says enough. */
const bomb = () => {
  const part = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(14_200, 0)
  head.writeUInt32BE(14_200, 4)
  head.set([1, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    part('IHDR', head),
    part('IDAT', deflateSync(Buffer.alloc(14_200 * 1_776))),
    part('IEND', Buffer.alloc(0)),
  ])
}

describe('a file in parts', () => {
  test('goes on where it was after the line broke, and becomes sizes without a trace of the telephone', async () => {
    const me = await hatice()
    const photo = await phonePhoto()
    const { id } = (await (await begin(me, 'test-album', 'Milaq op het plein.jpg', photo.length)).json()) as {
      id: string
    }
    expect(await said(await sendPart(me, id, 0, photo.subarray(0, 1000)))).toEqual([
      200,
      { received: 1000, state: 'receiving' },
    ])
    // The answer got lost: the same part again, and one from too far, change nothing.
    for (const at of [0, 2000])
      expect(await said(await sendPart(me, id, at, photo.subarray(at, at + 500)))).toEqual([
        200,
        { received: 1000, state: 'receiving' },
      ])
    expect(await said(await me.get(`/uploads/${id}`))).toEqual([200, { received: 1000, state: 'receiving' }])
    await attach(id)
    expect(await said(await sendPart(me, id, 1000, photo.subarray(1000)))).toEqual([
      200,
      { received: photo.length, state: 'checking' },
    ])
    expect(await waiting()).toEqual([{ id, name: 'Milaq op het plein.jpg', problem: null }])
    await runJobs(door.front, '')
    expect(arrived).toMatchObject([{ for: ROW, name: 'Milaq op het plein.jpg', by: staff.hatice }])
    for (const variant of ['small', 'large'])
      for (const type of ['webp', 'jpeg'] as const) {
        const opened = await within((work) =>
          openImage(work, door.front.parts.files, { id: arrived[0]!.image!, variant, type }),
        )
        const bytes = await buffer(await opened!.read())
        expect(/Telefoonq|Makerq|Plaatsq|Exif|GPS/.exec(bytes.toString('latin1'))).toBeNull()
      }
    expect([await count('upload'), await count('upload_part'), await inStore()]).toEqual([0, 0, 4])
  })

  test('is of who sends it alone', async () => {
    const me = await hatice()
    const photo = await phonePhoto()
    const { id } = (await (await begin(me, 'test-album', 'a.jpg', photo.length)).json()) as { id: string }
    const colleague = await door.front.as(staff.tom, vuurtoren)
    expect((await colleague.get(`/uploads/${id}`)).status).toBe(404)
    expect((await sendPart(colleague, id, 0, photo)).status).toBe(404)
    await within((work) => attachUploads(work, purpose, { person: staff.tom, row: ROW, uploads: [id] }))
    expect(await waiting()).toEqual([])
    const guardian = await door.front.as(guardians.fenna, vuurtoren)
    expect((await begin(guardian, 'test-album', 'a.jpg', 10)).status).toBe(404)
    expect((await begin(me, 'nothing', 'a.jpg', 10)).status).toBe(404)
  })

  test('that nobody finished is gone after a day, parts, pictures and all', async () => {
    const me = await hatice()
    const before = await inStore()
    const pictures = await count('image')
    await uploadWhole(me, 'test-album', 'klaar.jpg', await phonePhoto())
    const { id } = (await (await begin(me, 'test-album', 'half.jpg', 5000)).json()) as { id: string }
    await sendPart(me, id, 0, (await phonePhoto()).subarray(0, 1000))
    await runJobs(door.front, '')
    expect([(await count('upload')) > 1, await count('image')]).toEqual([true, pictures + 1])
    door.front.clock.now = new Date(Date.now() + 25 * 3_600_000)
    await runTask(door.front, vuurtoren, 'upload-clear', {})
    await runJobs(door.front, '')
    door.front.clock.now = null
    expect([await count('upload'), await count('upload_part'), await count('image'), await inStore()]).toEqual([
      0,
      0,
      pictures,
      before,
    ])
  })
})

describe('what is refused, in a word', () => {
  test('before a byte comes, and at the first bytes', async () => {
    const me = await hatice()
    expect(await said(await begin(me, 'test-album', 'a.jpg', 3 * 1024 * 1024))).toEqual([
      422,
      { problem: expect.stringContaining('groter dan 2 MB') },
    ])
    expect(await said(await begin(me, 'test-album', 'a.jpg', 0))).toEqual([
      422,
      { problem: expect.stringContaining('leeg') },
    ])
    const first = async (bytes: Buffer) => {
      const { id } = (await (await begin(me, 'test-album', 'foto.jpg', 5000)).json()) as { id: string }
      return said(await sendPart(me, id, 0, bytes))
    }
    expect(await first(Buffer.from('MZ\x90 een programma'))).toEqual([
      422,
      { problem: expect.stringContaining('Kies een pdf') },
    ])
    expect(await first(Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic')]))).toEqual([
      422,
      { problem: expect.stringContaining('HEIC') },
    ])
    expect(await first(Buffer.from('<svg xmlns="x"><script/></svg>'))).toEqual([
      422,
      { problem: expect.stringContaining('SVG') },
    ])
  })

  test.each([
    ['a picture of 200 megapixels', async () => bomb(), 'too-many-pixels'],
    ['half a photo', async () => (await phonePhoto()).subarray(0, 2000), 'damaged'],
    ['a zip that is no document', () => zip('users.csv'), 'not-a-document'],
    ['a document with a macro', () => zip('word/document.xml', 'word/vbaProject.bin'), 'macros'],
    ['a virus over the edge of two parts', async () => Buffer.from(`%PDF-1.7 ${EICAR}   `), 'virus'],
  ] as const)('%s', async (_, make, problem) => {
    const me = await hatice()
    const stored = await inStore()
    const id = await uploadWhole(me, 'test-album', 'q.pdf', await make())
    await attach(id)
    await runJobs(door.front, '')
    expect(await waiting()).toEqual([{ id, name: 'q.pdf', problem }])
    for (const language of ['nl', 'en'] as const) expect(problemSentence(language, problem, 1)).toMatch(/\.$/)
    expect(arrived).toEqual([])
    expect(await inStore()).toBe(stored)
  })

  test('nothing, while the scanner is away: it waits', async () => {
    const me = await hatice()
    await attach(await uploadWhole(me, 'test-album', 'q.pdf', Buffer.from('%PDF-1.7 q')))
    clamd.mood = 'silent'
    await expect(runJobs(door.front, '')).rejects.toThrow('does not answer')
    expect(await waiting()).toMatchObject([{ problem: null }])
  })
})

test('a plain form takes several at once: documents as they came, what cannot be in a word', async () => {
  const pdf = Buffer.from('%PDF-1.7 weekbriefq')
  const posted = [pdf, await zip('word/document.xml'), Buffer.from('MZ\x90')].map(
    (bytes, at) => new File([bytes as BlobPart], ['Weekbriefq.pdf', 'briefq.docx', 'foto.jpg'][at]!),
  )
  const refused = await within((work) =>
    takePosted(work, door.front.parts.files, purpose, { person: staff.hatice, row: ROW, posted }),
  )
  expect(refused).toEqual([{ name: 'foto.jpg', problem: 'not-a-document' }])
  await runJobs(door.front, '')
  arrived.sort((one, other) => one.chosen.getTime() - other.chosen.getTime())
  const ids = arrived.map(({ file }) => file!)
  expect((await within((work) => storedFiles(work, ids))).map(({ name, type }) => [name, type])).toEqual([
    ['Weekbriefq.pdf', 'pdf'],
    ['briefq.docx', 'docx'],
  ])
  const answer = await (await hatice()).get(address({ id: ids[0]! }))
  expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true)
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="Weekbriefq.pdf"; filename*=UTF-8''Weekbriefq.pdf`,
  )
  for await (const { id } of door.front.parts.files.list())
    expect((await buffer(await door.front.parts.files.get(id))).includes('weekbriefq')).toBe(false)
  await within((work) => removeFile(work, ids[0]!))
  expect((await (await hatice()).get(address({ id: ids[0]! }))).status).toBe(404)
})
