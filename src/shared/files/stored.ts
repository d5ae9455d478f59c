import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Work } from '#shared/tenancy/work.ts'
import { Destroyed } from '#shared/vault/keys.ts'
import { reading } from '#shared/vault/opening.ts'
import type { DocumentType } from './documents.ts'
import { removeFiles } from './jobs.ts'
import { openStream, sealStream } from './sealed-stream.ts'
import type { FileStore } from './store.ts'
import { storedName } from './stored-data.ts'

const FIELD = 'stored_file.file'

/** Keeps a document as it came, sealed under a key of its own, and answers its id. Who uses it keeps that id in a row. */
export const keepFile = async (
  work: Work,
  files: FileStore,
  document: { readonly bytes: Buffer; readonly type: DocumentType; readonly name: string; readonly by: string | null },
): Promise<string> => {
  const [id, file] = [randomUUID(), randomUUID()]
  const key = (await work.keys.ofSubjects([id])).get(id)!
  await work.db
    .insertInto('stored_file')
    .values({
      id,
      subject_id: id,
      file_id: file,
      type: document.type,
      bytes: document.bytes.length,
      name: await work.seal(storedName, { subject: id, row: id }, { name: document.name }),
      created_at: work.now,
      created_by: document.by,
    })
    .execute()
  const sealing = sealStream(key, { organisation: work.organisation, field: FIELD, file })
  await files.put(file, Readable.from([document.bytes]).pipe(sealing))
  return id
}

/** A kept document, as a list shows it. */
export type StoredFile = {
  readonly id: string
  readonly name: string
  readonly type: DocumentType
  readonly bytes: number
}

/** Names and sizes of these documents; one whose key was destroyed is not there. */
export const storedFiles = async (work: Work, ids: readonly string[]): Promise<StoredFile[]> => {
  if (ids.length === 0) return []
  const rows = await work.db
    .selectFrom('stored_file')
    .select(['id', 'name', 'type', 'bytes'])
    .where('id', 'in', ids)
    .execute()
  const opened = await work.open(rows, { name: reading(storedName, 'id', 'name') })
  const byId = new Map(opened.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [{ id, name: row.name.name, type: row.type as DocumentType, bytes: Number(row.bytes) }] : []
  })
}

/** Opens a document, to be read after the transaction; null when there is none. Whether I may is for the caller to know before. */
export const openFile = async (
  work: Work,
  files: FileStore,
  id: string,
): Promise<(StoredFile & { readonly read: () => Promise<Readable> }) | null> => {
  const [about] = await storedFiles(work, [id])
  const row = await work.db
    .selectFrom('stored_file')
    .select(['file_id', 'subject_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  const keys =
    row &&
    (await work.keys.ofSubjects([row.subject_id]).catch((error: unknown) => {
      if (!(error instanceof Destroyed)) throw error
    }))
  if (!about || !row || !keys) return null
  const { raw } = keys.get(row.subject_id)!
  const context = { organisation: work.organisation, field: FIELD, file: row.file_id }
  const read = async () => {
    const stored = await files.get(row.file_id)
    const opening = openStream(async () => raw, context)
    stored.on('error', (error) => opening.destroy(error))
    return stored.pipe(opening)
  }
  return { ...about, read }
}

/** Takes a document away: its row and key in this transaction, its bytes by a job after it. */
export const removeFile = async (work: Work, id: string): Promise<void> => {
  const gone = await work.db
    .deleteFrom('stored_file')
    .where('id', '=', id)
    .returning(['file_id', 'subject_id'])
    .execute()
  for (const { subject_id } of gone) if (subject_id === id) await work.destroyKey(id)
  await removeFiles(
    work,
    gone.map(({ file_id }) => file_id),
  )
}
