import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { type FileStore, openStream, sealStream } from '#shared/files/index.ts'
import { removeFiles } from '#shared/files/jobs.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { Destroyed } from '#shared/vault/keys.ts'

const FIELD = 'roster_import.file'
const DAY = 24 * 60 * 60 * 1000

/**
 * Keeps an uploaded file for a day, sealed under a key of the import itself, and answers the file's id. The name it had
 * is not kept.
 */
export const keepUpload = async (
  work: Work,
  files: FileStore,
  { of, purpose }: { of: string; purpose: 'roster-import' | 'guardian-import' | 'staff-photos' },
  upload: Blob,
): Promise<string> => {
  const id = randomUUID()
  const key = (await work.keys.ofSubjects([of])).get(of)!
  const sealing = sealStream(key, { organisation: work.organisation, field: FIELD, file: id })
  await files.put(id, Readable.from([Buffer.from(await upload.arrayBuffer())]).pipe(sealing))
  await work.db
    .insertInto('file')
    .values({
      id,
      subject_id: of,
      purpose,
      bytes: upload.size,
      expires_at: new Date(work.now.getTime() + DAY),
    })
    .execute()
  return id
}

/** The plain bytes of a kept file. Refuses with `Destroyed` once it was forgotten. */
export const openUpload = async (work: Work, files: FileStore, file: string): Promise<Readable> => {
  const stored = await files.get(file)
  const opening = openStream(
    async (keyId) => {
      const hex = keyId.replaceAll('-', '')
      const key = (await work.keys.byIds([hex])).get(hex)
      if (!key) throw new Destroyed()
      return key.raw
    },
    { organisation: work.organisation, field: FIELD, file },
  )
  stored.on('error', (error) => opening.destroy(error))
  return stored.pipe(opening)
}

/** Makes a kept file unreadable as of this commit; a job takes its bytes away. */
export const forgetUpload = async (work: Work, of: string, file: string): Promise<void> => {
  await work.db.deleteFrom('file').where('id', '=', file).execute()
  await work.destroyKey(of)
  await removeFiles(work, [file])
}
