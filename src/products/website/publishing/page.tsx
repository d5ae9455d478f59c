import { renderSitePage, SiteBlock, type SitePageProps, SiteTitle } from '#shared/ui/index.ts'
import { addressOn, type OnSite } from '../blocks/block.ts'
import { type Facts, kindOf, ShowBlock } from '../blocks/kinds.ts'
import { above } from '../pages/tree.ts'
import { frameOf } from './frame.ts'
import type { FullPage } from './loading.ts'
import type { SiteFacts } from './site.ts'

type Around = {
  readonly site: SiteFacts
  readonly pages: readonly FullPage[]
  readonly facts: Facts
  readonly on: OnSite
}

/** One page of the site as HTML text. */
export const renderPageOf = (page: FullPage, { site, pages, facts, on }: Around): string => {
  const { title, summary, action, blocks } = page.content
  const home = page.kind === 'home'
  const to = action && addressOn(on, action.to)
  const button = action && to ? { to, word: action.words } : null
  const path = home
    ? []
    : [...above(pages, page), page].map((one) => ({
        to: one.path,
        word: one.kind === 'home' ? site.name : one.title,
        current: one === page,
      }))
  return renderSitePage({
    frame: frameOf(site, pages, page.path),
    title: home ? site.name : title,
    summary,
    address: site.origin + page.path,
    picture: null,
    kind: page.kind === 'article' ? 'article' : 'website',
    script: page.content.blocks.some(({ type }) => kindOf(type)?.script),
    data: [],
    ...(home ? { hero: { title, action: button } } : {}),
    path,
    children: (
      <>
        {!home && <SiteTitle title={title} text={summary} action={button} />}
        {blocks.map((block) => (
          <SiteBlock key={block.id} id={`b-${block.id.slice(0, 8)}`}>
            <ShowBlock block={block} facts={facts} on={on} />
          </SiteBlock>
        ))}
      </>
    ),
  })
}

/** The same surroundings for who edits the page: not yet for strangers, and never the scene, which would be in the way. */
export const renderEditor = (
  page: FullPage,
  { site, pages, bar, children }: Pick<Around, 'site' | 'pages'> & Pick<SitePageProps, 'bar' | 'children'>,
): string =>
  renderSitePage({
    frame: frameOf(site, pages, page.path),
    title: page.title,
    summary: '',
    address: site.origin + page.path,
    picture: null,
    kind: 'website',
    data: [],
    hidden: true,
    path: [],
    bar,
    children,
  })
