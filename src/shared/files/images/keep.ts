import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Work } from '#shared/tenancy/work.ts'
import { Destroyed } from '#shared/vault/keys.ts'
import { removeFiles } from '../jobs.ts'
import { openStream, sealStream } from '../sealed-stream.ts'
import type { FileStore } from '../store.ts'
import type { PreparedImage } from './kind.ts'

const FIELD = 'image_file.file'

type Made = Extract<PreparedImage, { ok: true }>

/**
 * Keeps a picture, sealed under the key of its subject (a person, or the organisation) or, where several people may be in it,
 * under a key of its `own`, and answers its id. Who uses it keeps that id in a row, and calls {@link removeImage} for the one it
 * replaces.
 */
export const keepImage = async (work: Work, files: FileStore, of: string, made: Made): Promise<string> => {
  const id = randomUUID()
  const subject = of === 'own' ? id : of
  const key = (await work.keys.ofSubjects([subject])).get(subject)!
  await work.db
    .insertInto('image')
    .values({ id, subject_id: subject, kind: made.kind.name, created_at: work.now, created_by: work.person })
    .execute()
  const rows = made.files.map((file) => ({ ...file, id: randomUUID() }))
  await work.db
    .insertInto('image_file')
    .values(
      rows.map((row) => ({
        image_id: id,
        variant: row.variant,
        type: row.type,
        file_id: row.id,
        bytes: row.bytes.length,
      })),
    )
    .execute()
  for (const { id: file, bytes } of rows) {
    const sealing = sealStream(key, { organisation: work.organisation, field: FIELD, file })
    await files.put(file, Readable.from([bytes]).pipe(sealing))
  }
  return id
}

/** Takes a picture away: its rows in this transaction, its bytes by a job after it. One that is gone already is fine. */
export const removeImage = async (work: Work, id: string): Promise<void> => {
  const rows = await work.db.selectFrom('image_file').select('file_id').where('image_id', '=', id).execute()
  await work.db.deleteFrom('image').where('id', '=', id).execute()
  await work.destroyKey(id)
  await removeFiles(
    work,
    rows.map((row) => row.file_id),
  )
}

/** One variant of a picture, ready to be read after the transaction has ended. */
export type OpenedImage = {
  /** Names these very bytes: a file is never written twice. */
  readonly file: string
  readonly type: 'webp' | 'jpeg'
  readonly bytes: number
  readonly read: () => Promise<Readable>
}

/**
 * Opens one variant of a picture and notes that it was looked at, when it shows somebody else (of one with a key of its own
 * its module knows who is in it). Nothing when there is none,
 * or when the key of its subject was destroyed. Whether I may see it is for the caller to know before.
 */
export const openImage = async (
  work: Work,
  files: FileStore,
  { id, variant, type }: { id: string; variant: string; type: 'webp' | 'jpeg' },
): Promise<OpenedImage | null> => {
  const row = await work.db
    .selectFrom('image_file')
    .innerJoin('image', 'image.id', 'image_file.image_id')
    .select(['image.subject_id as subject', 'image_file.file_id as file', 'image_file.bytes'])
    .where('image.id', '=', id)
    .where('image_file.variant', '=', variant)
    .where('image_file.type', '=', type)
    .executeTakeFirst()
  if (!row) return null
  const { subject, file } = row
  const key = await work.keys.ofSubjects([subject]).catch(unlessDestroyed)
  if (!key) return null
  if (subject !== work.organisation && subject !== id) work.opened(subject, 'image')
  const { raw } = key.get(subject)!
  const read = async () => {
    const stored = await files.get(file)
    const opening = openStream(async () => raw, { organisation: work.organisation, field: FIELD, file })
    stored.on('error', (error) => opening.destroy(error))
    return stored.pipe(opening)
  }
  return { file, type, bytes: Number(row.bytes), read }
}

/** Every picture of a subject as a JPEG, the largest of each; nothing of one whose key was destroyed. */
export const imagesOf = async (work: Work, files: FileStore, subject: string): Promise<OpenedImage[]> => {
  const rows = await work.db
    .selectFrom('image_file')
    .innerJoin('image', 'image.id', 'image_file.image_id')
    .select(['image.id', 'image_file.variant'])
    .distinctOn('image.id')
    .where('image.subject_id', '=', subject)
    .where('image_file.type', '=', 'jpeg')
    .orderBy('image.id')
    .orderBy('image_file.bytes', 'desc')
    .execute()
  const opened = await Promise.all(rows.map(({ id, variant }) => openImage(work, files, { id, variant, type: 'jpeg' })))
  return opened.filter((one) => one !== null)
}

const unlessDestroyed = (error: unknown): undefined => {
  if (!(error instanceof Destroyed)) throw error
}
