import type { Work } from '#shared/tenancy/work.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import type { OnSite, ShownPicture } from '../blocks/block.ts'
import type { Block, Content } from '../blocks/content.ts'
import { blockKinds, type Facts } from '../blocks/kinds.ts'
import { documentsOf } from '../documents/queries.ts'
import { agendaFrom } from '../events/queries.ts'
import { type PageRow, pagesOf } from '../pages/tree.ts'
import { editorAddress, keptFromSite, picturesOf, publicAddress, shown } from '../pictures/queries.ts'
import type { Titled } from './frame.ts'
import type { SiteFacts } from './site.ts'

export type FullPage = Titled & { readonly content: Content }

/** Pages with what they say: to strangers (those that were published) or to editors. */
export const fullPages = async (work: Work, which: 'draft' | 'published'): Promise<FullPage[]> => {
  const pages = await pagesOf(work)
  const rows = await work.db
    .selectFrom('site_page')
    .innerJoin('site_revision', (join) =>
      join
        .onRef('site_revision.page_id', '=', 'site_page.id')
        .onRef('site_revision.number', '=', which === 'draft' ? 'site_page.draft' : 'site_page.published'),
    )
    .select(['site_page.id', 'site_revision.content'])
    .where('site_page.removed_at', 'is', null)
    .execute()
  const contents = new Map(rows.map(({ id, content }) => [id, content as unknown as Content]))
  return pages.flatMap((page: PageRow) => {
    const content = contents.get(page.id)
    return content ? [{ ...page, title: content.title, content }] : []
  })
}

/** What all blocks of these pages need from the database: each kind asks once for all of its own. */
export const factsOf = async (work: Work, blocks: readonly Block[]): Promise<Facts> => {
  const facts = new Map<string, unknown>()
  for (const { type, load, offers } of blockKinds) {
    const mine = blocks.filter((block) => block.type === type)
    if (load && (mine.length > 0 || offers))
      facts.set(
        type,
        await load(
          work,
          mine.map(({ data }) => data),
        ),
      )
  }
  return facts
}

/** The pictures that may be seen: by strangers only those that consent allows now, by editors all of them. */
const picturesFor = async (work: Work, whom: 'strangers' | 'editors'): Promise<ReadonlyMap<string, ShownPicture>> => {
  const all = await picturesOf(work)
  if (whom === 'editors') return new Map(all.map((one) => [one.id, shown(one, editorAddress(one.id))]))
  const kept = await keptFromSite(work, all)
  return new Map(all.filter(({ id }) => !kept.has(id)).map((one) => [one.id, shown(one, publicAddress(one.id))]))
}

/** What every block may use of the site: its pages, pictures, articles and agenda, as strangers or editors see them. */
export const onSite = async (
  work: Work,
  site: SiteFacts,
  pages: readonly FullPage[],
  whom: 'strangers' | 'editors',
): Promise<OnSite> => ({
  language: site.language,
  today: work.today,
  pages: new Map(pages.map(({ id, path, title }) => [id, { id, path, title }])),
  pictures: await picturesFor(work, whom),
  articles: pages
    .filter(({ kind, publishedAt }) => kind === 'article' && publishedAt !== null)
    .sort((one, other) => other.publishedAt!.getTime() - one.publishedAt!.getTime())
    .map(({ id, path, title, content, publishedAt }) => ({
      id,
      path,
      title,
      summary: content.summary,
      day: dayOf(publishedAt!),
      picture: content.picture,
    })),
  events: await agendaFrom(work, work.today),
  documents: new Map((await documentsOf(work)).map((one) => [one.id, one])),
})
