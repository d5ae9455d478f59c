import type { Work } from '#shared/tenancy/work.ts'
import type { OnSite } from '../blocks/block.ts'
import type { Block, Content } from '../blocks/content.ts'
import { blockKinds, type Facts } from '../blocks/kinds.ts'
import { type PageRow, pagesOf } from '../pages/tree.ts'
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

/** What every block may use of the site: who is on it, and where its pages and pictures are. */
export const onSite = (site: SiteFacts, today: string, pages: readonly Titled[]): OnSite => ({
  language: site.language,
  today,
  pages: new Map(pages.map(({ id, path, title }) => [id, { id, path, title }])),
  pictures: new Map(),
})
