import { createHash } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'
import { filesOf, type PublishedFile } from './files.ts'

/** The topic under which every process hears that what strangers get has changed. */
export const SITE_CHANGED = 'website'
export const COPY = 'website-copy'

/** Names exactly these bytes: a picture or document is never written twice, so its id does. */
const etagOf = ({ type, body, moved_to, image_id, variant, file_id }: PublishedFile): string =>
  createHash('sha256')
    .update(JSON.stringify([type, body, moved_to, image_id, variant, file_id]))
    .digest('base64url')
    .slice(0, 22)

const BATCH = 200

/**
 * Makes what strangers get anew, in the transaction of the change itself: when it commits, every process hears of it and serves
 * the new bytes. Only what differs is written. Is to be called after everything that shows on a page of the site.
 */
export const publishSite = async (work: Work): Promise<void> => {
  const files = (await filesOf(work)).map((file) => ({ ...file, etag: etagOf(file) }))
  const before = new Map(
    (await work.db.selectFrom('published_file').select(['path', 'etag']).execute()).map(({ path, etag }) => [
      path,
      etag,
    ]),
  )
  const changed = files.filter(({ path, etag }) => before.get(path) !== etag)
  const kept = new Set(files.map(({ path }) => path))
  const gone = [...before.keys()].filter((path) => !kept.has(path))
  const old = [...gone, ...changed.map(({ path }) => path)]
  if (old.length === 0) return
  await work.db.deleteFrom('published_file').where('path', 'in', old).execute()
  for (let at = 0; at < changed.length; at += BATCH)
    await work.db
      .insertInto('published_file')
      .values(changed.slice(at, at + BATCH))
      .execute()
  await tellOfChange(work)
}

const tellOfChange = async (work: Work): Promise<void> => {
  await work.notify(SITE_CHANGED)
  await work.enqueue(COPY, {}, { key: COPY })
}

/** Nothing is published any more: with this commit every process forgets the pages it holds, and a job empties the copy on disk. */
export const takeSiteDown = async (work: Work): Promise<void> => {
  await work.db.deleteFrom('published_file').execute()
  await tellOfChange(work)
}
