import { pick } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import type { OnSite } from '../blocks/block.ts'
import { filesIn, picturesIn, wordsOf } from '../blocks/kinds.ts'
import { calendarOf, rssOf, sitemapOf } from './feeds.ts'
import { shownPages } from './frame.ts'
import { type FullPage, factsOf, fullPages, onSite } from './loading.ts'
import { renderPageOf } from './page.tsx'
import { siteOf } from './site.ts'
import { notFoundPage, statementPage } from './statement.tsx'
import { siteTexts } from './texts.ts'

/** One address of a site: a page or feed with its text, a picture or document that is kept elsewhere, or where to go instead. */
export type PublishedFile = {
  readonly path: string
  readonly type: string
  readonly body: string
  readonly moved_to?: string
  readonly image_id?: string
  readonly variant?: string
  readonly file_id?: string
  /** What the search finds it by. */
  readonly title?: string
  readonly summary?: string
  readonly words?: string
}

const HTML = 'text/html; charset=utf-8'
/** What stands at every address where nothing stands. */
export const NOT_FOUND = '/404'

const mediaOf = (pages: readonly FullPage[], on: OnSite): PublishedFile[] => {
  const blocks = pages.flatMap(({ content }) => content.blocks)
  const pictures = new Set([...picturesIn(blocks), ...pages.flatMap(({ content }) => content.picture ?? [])])
  const documents = new Set(filesIn(blocks))
  const sizes = [...pictures].flatMap((id) =>
    (on.pictures.get(id)?.sizes ?? []).flatMap(({ webp, jpeg }) => [
      { path: webp, type: 'image/webp', image_id: id },
      { path: jpeg, type: 'image/jpeg', image_id: id },
    ]),
  )
  const offered = [...documents].flatMap((id) => {
    const document = on.documents.get(id)
    return document ? [{ path: document.address, type: 'application/octet-stream', body: '', file_id: id }] : []
  })
  return [
    ...sizes.map((size) => ({ ...size, body: '', variant: size.path.split('/').at(-1)!.split('.')[0]! })),
    ...offered,
  ]
}

/** Old addresses lead to where their pages are now: one step, and none where a page stands again. */
const redirectsOf = async (work: Work, pages: readonly FullPage[]): Promise<PublishedFile[]> => {
  const rows = await work.db.selectFrom('site_redirect').select(['path', 'page_id']).execute()
  const there = new Set(pages.map(({ path }) => path))
  return rows.flatMap(({ path, page_id }) => {
    const page = pages.find(({ id }) => id === page_id)
    return page && !there.has(path) ? [{ path, type: HTML, body: '', moved_to: page.path }] : []
  })
}

/** Everything strangers may get now, made of what is published; nothing while the site is not on. */
export const filesOf = async (work: Work): Promise<PublishedFile[]> => {
  const site = await siteOf(work)
  if (!site?.live) return []
  const pages = shownPages(await fullPages(work, 'published'), work.today)
  if (!pages.some(({ kind }) => kind === 'home')) return []
  const on = await onSite(work, site, pages, 'strangers')
  const facts = await factsOf(
    work,
    pages.flatMap(({ content }) => content.blocks),
  )
  const t = pick(site.language, siteTexts)
  const text = (path: string, type: string, body: string): PublishedFile => ({ path, type, body })
  return [
    ...pages.map((page) => ({
      path: page.path,
      type: HTML,
      body: renderPageOf(page, { site, pages, facts, on }),
      title: page.content.title,
      summary: page.content.summary,
      words: wordsOf(page.content.blocks),
    })),
    text(urls.accessibility(), HTML, statementPage(site, pages, work.today)),
    text(NOT_FOUND, HTML, notFoundPage(site, pages)),
    text(urls.siteFeed(), 'application/rss+xml; charset=utf-8', rssOf(site, pages, t.feed(site.name))),
    text(urls.sitemap(), 'application/xml; charset=utf-8', sitemapOf(site, pages)),
    text(urls.siteCalendar(), 'text/calendar; charset=utf-8', calendarOf(site, on)),
    ...mediaOf(pages, on),
    ...(await redirectsOf(work, pages)),
  ]
}
