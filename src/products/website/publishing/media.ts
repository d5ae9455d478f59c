import { buffer } from 'node:stream/consumers'
import { openImage } from '#shared/files/images/index.ts'
import type { FileStore } from '#shared/files/index.ts'
import { openFile } from '#shared/files/stored.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Elsewhere } from './ready.ts'

/** How to get the bytes of a published picture or document, once no transaction is open any more; null when they are gone. */
export const openMedia = async (
  work: Work,
  files: FileStore,
  kept: Elsewhere,
): Promise<(() => Promise<Buffer<ArrayBuffer>>) | null> => {
  const opened =
    'image' in kept
      ? await openImage(work, files, { id: kept.image, variant: kept.variant, type: kept.type })
      : await openFile(work, files, kept.file)
  // It is published: to open it is no look at anybody.
  work.disclosure.subjects.clear()
  return opened && (async () => (await buffer(await opened.read())) as Buffer<ArrayBuffer>)
}
