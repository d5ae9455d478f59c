import type { Readable } from 'node:stream'
import { type FileStore, openStream, sealStream } from '#shared/files/index.ts'
import type { Work } from '#shared/tenancy/work.ts'

const FIELD = 'data_copy.file'
type Key = { readonly id: string; readonly raw: Buffer }

/** Keeps a copy in the file store, sealed under the key of whom it is about: erasing that person reaches it. */
export const keepCopy = (
  files: FileStore,
  { copy, organisation, key }: { copy: string; organisation: string; key: Key },
  bytes: Readable,
): Promise<void> => files.put(copy, bytes.pipe(sealStream(key, { organisation, field: FIELD, file: copy })))

/** The copy itself, from its first byte. */
export const openCopy = async (
  work: Work,
  files: FileStore,
  { id, person_id }: { readonly id: string; readonly person_id: string },
): Promise<Readable> => {
  const { raw } = (await work.keys.ofSubjects([person_id])).get(person_id)!
  const stored = await files.get(id)
  const opening = openStream(async () => raw, { organisation: work.organisation, field: FIELD, file: id })
  stored.on('error', (error) => opening.destroy(error))
  return stored.pipe(opening)
}
