import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import yauzl from 'yauzl'
import { urls } from '#src/urls.ts'
import type { Browser } from '#test/front-door.ts'
import { runJobs } from '#test/jobs.ts'
import { idIn, messaging, page } from '#test/messaging.ts'
import { world } from '#test/world.ts'

const { as, db, door, later } = messaging()
const { guardians, staff, groups } = world

const inFive = urls.beginMessages({ group: groups.five })
const send = (who: Browser, file: File, field: 'photo' | 'file', to: string = inFive) => {
  const form = new FormData()
  form.append('requestKey', randomUUID())
  form.append('text', 'Kijk maarq')
  form.append(field, file)
  return who.request('POST', to, form)
}
const pdf = (name = 'Briefq van opa.pdf') =>
  new File([Buffer.from('%PDF-1.7 ziekenbriefq')], name, { type: 'application/pdf' })

describe('what goes with it', () => {
  test('a PDF is stored sealed, and opens for who reads the conversation only', async () => {
    const [ngozi, hatice] = [await as(guardians.ngozi), await as(staff.hatice)]
    const thread = idIn(await send(ngozi, pdf(), 'file'))
    expect(await page(hatice, thread)).toContain('PDF: Briefq van opa.pdf')
    const { id } = await db((it) => it.selectFrom('message_file').select('id').executeTakeFirstOrThrow())
    const opened = await hatice.get(urls.messageFile({ file: id }))
    expect([opened.headers.get('content-disposition'), await opened.text()]).toEqual([
      'attachment; filename="Briefq van opa.pdf"',
      '%PDF-1.7 ziekenbriefq',
    ])
    for (const other of [guardians.fenna, staff.tom])
      expect((await (await as(other)).get(urls.messageFile({ file: id }))).status).toBe(404)
    const stored: Buffer[] = []
    for await (const piece of await door.front.parts.files.get(id)) stored.push(piece)
    expect(Buffer.concat(stored).includes('ziekenbriefq')).toBe(false)
  })

  test('a photo is made anew, without what a camera wrote into it', async () => {
    const { default: sharp } = await import('sharp')
    const made = sharp({ create: { width: 1700, height: 20, channels: 3, background: '#2a6' } })
    const jpeg = await made
      .withExif({ IFD0: { Artist: 'Plaatsq' } })
      .jpeg()
      .toBuffer()
    expect(jpeg.includes('Plaatsq')).toBe(true)
    const ngozi = await as(guardians.ngozi)
    await send(ngozi, new File([jpeg], 'kamer.jpg', { type: 'image/jpeg' }), 'photo')
    const { id } = await db((it) => it.selectFrom('message_file').select('id').executeTakeFirstOrThrow())
    const answer = await ngozi.get(urls.messageFile({ file: id }))
    const bytes = Buffer.from(await answer.arrayBuffer())
    const { format, width } = await sharp(bytes).metadata()
    expect([answer.headers.get('content-type'), format, width, bytes.includes('Plaatsq')]).toEqual([
      'image/webp',
      'webp',
      1600,
      false,
    ])
  })

  test('what is something else than it says is refused in a word, and nothing is sent', async () => {
    const ngozi = await as(guardians.ngozi)
    const program = new File([Buffer.from('MZ programmaq')], 'brief.pdf', { type: 'application/pdf' })
    const photo = new File([Buffer.from('%PDF-1.7')], 'foto.jpg', { type: 'image/jpeg' })
    for (const [file, field, words] of [
      [program, 'file', 'Dit bestand is geen PDF'],
      [photo, 'photo', 'Dit bestand is geen foto'],
    ] as const) {
      const refused = await send(ngozi, file, field)
      expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(words)])
    }
    expect(await db((it) => it.selectFrom('message').select('id').execute())).toEqual([])
  })
})

describe('somebody’s copy of what is known about them', () => {
  /** The names of the files in it, once the school looked at the texts; the copy waits for that. */
  const copyOf = async (person: string) => {
    const [browser, wim] = [await as(person), await as(staff.wim)]
    await browser.post(urls.newCopy(), { about: person })
    await runJobs(door.front, 'make-data-copy')
    const { id } = await db((it) =>
      it.selectFrom('data_copy').select('id').where('asked_by', '=', person).executeTakeFirstOrThrow(),
    )
    const review = urls.copyReview({ id })
    const places = [...(await wim.text(review)).matchAll(/name="(place-\d+)" value="([^"]+)"/g)]
    const let_ = places.flatMap(([, name, value]) => [
      [name!, value!],
      [name!.replace('place', 'how'), 'whole'],
    ])
    expect((await wim.post(review, Object.fromEntries(let_))).status).toBe(303)
    await runJobs(door.front, 'make-data-copy')
    const zip = await yauzl.fromBufferPromise(
      Buffer.from(await (await browser.get(urls.copyFile({ id }))).arrayBuffer()),
    )
    const files = new Map<string, string>()
    for await (const entry of zip.eachEntry())
      files.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString('latin1'))
    return files
  }

  test('has what they sent and what school sent them; what another guardian sent stays that other’s', async () => {
    const [ngozi, kofi, hatice] = [await as(guardians.ngozi), await as(guardians.kofi), await as(staff.hatice)]
    const thread = idIn(await send(ngozi, pdf('Van ngoziq.pdf'), 'file'))
    later()
    await send(kofi, pdf('Van kofiq.pdf'), 'file')
    later()
    await send(hatice, pdf('Van schoolq.pdf'), 'file', urls.messageThread({ thread }))
    const copy = await copyOf(guardians.ngozi)
    const along = [...copy].filter(([name]) => name.startsWith('bericht-'))
    expect(along).toEqual([
      ['bericht-1-Van ngoziq.pdf', '%PDF-1.7 ziekenbriefq'],
      ['bericht-2-Van schoolq.pdf', '%PDF-1.7 ziekenbriefq'],
    ])
    const { files } = JSON.parse(copy.get('data.json')!)
    expect(files).toContainEqual({ name: 'bericht-1-Van ngoziq.pdf', bytes: 21 })
  })
})
