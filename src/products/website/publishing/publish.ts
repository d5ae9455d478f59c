import { createHash } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'
import { wordsOf } from '../blocks/kinds.ts'
import { shownPages } from './frame.ts'
import { factsOf, fullPages, onSite } from './loading.ts'
import { renderPageOf } from './page.tsx'
import { siteOf } from './site.ts'

/** The topic under which every process hears that what strangers get has changed. */
export const SITE_CHANGED = 'website'

export type PublishedFile = {
  readonly path: string
  readonly type: string
  readonly body: string
  /** Where it sends on to, instead of a body. */
  readonly moved_to?: string
  readonly title?: string
  readonly summary?: string
  readonly words?: string
}

const HTML = 'text/html; charset=utf-8'

/** Everything strangers may get now, made of what is published; nothing while the site is not live. */
const filesOf = async (work: Work): Promise<PublishedFile[]> => {
  const site = await siteOf(work)
  if (!site?.live) return []
  const pages = shownPages(await fullPages(work, 'published'), work.today)
  const facts = await factsOf(
    work,
    pages.flatMap(({ content }) => content.blocks),
  )
  const on = onSite(site, work.today, pages)
  return pages.map((page) => ({
    path: page.path,
    type: HTML,
    body: renderPageOf(page, { site, pages, facts, on }),
    title: page.content.title,
    summary: page.content.summary,
    words: wordsOf(page.content.blocks),
  }))
}

const etagOf = (file: PublishedFile): string =>
  createHash('sha256')
    .update(JSON.stringify([file.type, file.body, file.moved_to ?? null]))
    .digest('base64url')
    .slice(0, 22)

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
  if (changed.length === 0 && gone.length === 0) return
  const old = [...gone, ...changed.map(({ path }) => path)]
  await work.db.deleteFrom('published_file').where('path', 'in', old).execute()
  if (changed.length > 0) await work.db.insertInto('published_file').values(changed).execute()
  await work.notify(SITE_CHANGED)
}
