import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Visit } from '#shared/access/visit.ts'
import type { ImageKind } from '#shared/files/images/index.ts'
import { type FileStore, openStream, sealStream } from '#shared/files/index.ts'
import { filesOfPerson, type PersonalFile } from '#shared/files/of-person.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { fileRecord } from './personal-data.ts'
import { MODULE } from './telling.ts'

const FIELD = 'message_file.file'
const MAX_PDF = 10 * 1024 * 1024

/** A photo in a message: whole, and large enough to read a drawing. */
export const messagePhoto: ImageKind<'whole'> = {
  name: 'message-photo',
  variants: { whole: { width: 1600, height: 1600, fit: 'inside' } },
}

export type Attached = { readonly kind: 'picture' | 'pdf'; readonly name: string; readonly bytes: Buffer }

/** The end of a name that somebody's telephone gave, without what a browser or a disk would stumble over. */
const nameOf = (file: File | undefined, otherwise: string) =>
  file?.name
    .replace(/[\p{C}/\\:*?"<>|]/gu, ' ')
    .trim()
    .slice(-120) || otherwise

/** What was attached to a form: a photo, made anew, and a PDF; or the field that is wrong, with the code of its sentence. */
export const attachedTo = async (
  visit: Visit,
): Promise<{ files: readonly Attached[] } | { problem: readonly ['photo' | 'file', string] }> => {
  const photo = visit.image('photo')
  const file = visit.file('file')
  if (photo && !photo.ok) return { problem: ['photo', photo.problem] }
  const webp = photo?.ok && photo.files.find(({ type }) => type === 'webp')
  const files: Attached[] = webp
    ? [{ kind: 'picture', name: nameOf(visit.file('photo'), 'foto').replace(/\.\w+$/, ''), bytes: webp.bytes }]
    : []
  if (!file) return { files }
  if (file.size > MAX_PDF) return { problem: ['file', 'file-large'] }
  const bytes = Buffer.from(await file.arrayBuffer())
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') return { problem: ['file', 'file-pdf'] }
  return { files: [...files, { kind: 'pdf', name: nameOf(file, 'bestand.pdf'), bytes }] }
}

const context = (organisation: string, file: string) => ({ organisation, field: FIELD, file })

/** Keeps what goes with a message, sealed under the key of its conversation. */
export const keepFiles = async (
  work: Work,
  store: FileStore,
  { thread, message }: { thread: string; message: string },
  files: readonly Attached[],
): Promise<void> => {
  if (files.length === 0) return
  const key = (await work.keys.ofSubjects([thread])).get(thread)!
  const seal = await work.sealer([thread])
  for (const { kind, name, bytes } of files) {
    const id = randomUUID()
    const record = seal(fileRecord, { subject: thread, row: id }, { name })
    await work.db
      .insertInto('message_file')
      .values({ id, message_id: message, thread_id: thread, kind, bytes: bytes.length, record })
      .execute()
    await store.put(id, Readable.from([bytes]).pipe(sealStream(key, context(work.organisation, id))))
  }
}

/** One file of a conversation that these threads hold, ready to be read after the transaction; nothing where it is in none. */
export const openFile = async (work: Work, store: FileStore, id: string) => {
  const row = await work.db
    .selectFrom('message_file')
    .select(['id', 'thread_id', 'kind', 'bytes', 'record'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const [opened] = await work.open([row], { record: reading(fileRecord, 'id', 'name') })
  const key = (await work.keys.ofSubjects([row.thread_id])).get(row.thread_id)
  if (!opened || !key) return null
  const { raw } = key
  const { organisation } = work
  const read = async () => {
    const stored = await store.get(id)
    const opening = openStream(async () => raw, context(organisation, id))
    stored.on('error', (error) => opening.destroy(error))
    return stored.pipe(opening)
  }
  return {
    thread: row.thread_id,
    kind: row.kind as Attached['kind'],
    name: opened.record.name,
    bytes: Number(row.bytes),
    read,
  }
}

/** What a guardian sent and what school sent them goes along with their copy; what another guardian sent is of that other. */
filesOfPerson(MODULE, async (work, store, person) => {
  const rows = await work.db
    .selectFrom('message_file')
    .innerJoin('message', 'message.id', 'message_file.message_id')
    .innerJoin('message_member as member', 'member.thread_id', 'message_file.thread_id')
    .select(['message_file.id', 'message.sent_at'])
    .distinct()
    .where('member.guardian_id', '=', person)
    .where((or) => or.or([or('message.author_id', '=', person), or('message.from_school', '=', true)]))
    .orderBy('message.sent_at')
    .orderBy('message_file.id')
    .execute()
  const found: PersonalFile[] = []
  for (const { id } of rows) {
    const file = await openFile(work, store, id)
    if (!file) continue
    const ending = file.kind === 'picture' ? '.webp' : ''
    found.push({ name: `bericht-${found.length + 1}-${file.name}${ending}`, bytes: file.bytes, read: file.read })
  }
  return found
})
