import { dayLong, pick } from '#shared/language/index.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import {
  type Child,
  renderSitePage,
  SiteBeside,
  SiteBlock,
  SiteLead,
  SiteNews,
  type SitePageProps,
  SiteShare,
  SiteTitle,
} from '#shared/ui/index.ts'
import { addressOn, type OnSite } from '../blocks/block.ts'
import type { Block } from '../blocks/content.ts'
import { type Facts, kindOf, ShowBlock } from '../blocks/kinds.ts'
import { newsOn } from '../blocks/news.tsx'
import { above } from '../pages/tree.ts'
import { frameOf } from './frame.ts'
import type { FullPage } from './loading.ts'
import type { SiteFacts } from './site.ts'
import { structuredData } from './structured-data.ts'
import { siteTexts } from './texts.ts'

export type Around = {
  readonly site: SiteFacts
  readonly pages: readonly FullPage[]
  readonly facts: Facts
  readonly on: OnSite
}

/** Kinds that use the whole width, where text keeps to what is read well. */
const wide: ReadonlySet<string> = new Set(['gallery', 'columns', 'people', 'news'])

const OneBlock = ({ block, facts, on, home }: { block: Block; facts: Facts; on: OnSite; home: boolean }) => (
  <SiteBlock id={`b-${block.id.slice(0, 8)}`} wide={home || wide.has(block.type)}>
    <ShowBlock block={block} facts={facts} on={on} />
  </SiteBlock>
)

/** The blocks under each other; on the home page an agenda and the news behind it stand beside each other. */
const Blocks = ({ blocks, home, ...rest }: { blocks: readonly Block[]; facts: Facts; on: OnSite; home: boolean }) => {
  const parts: Child[] = []
  for (let at = 0; at < blocks.length; at++) {
    const [block, next] = [blocks[at]!, blocks[at + 1]]
    const one = <OneBlock key={block.id} block={block} home={home} {...rest} />
    if (home && block.type === 'agenda' && next?.type === 'news') {
      parts.push(
        <SiteBeside>
          {one}
          <OneBlock key={next.id} block={next} home={home} {...rest} />
        </SiteBeside>,
      )
      at++
    } else parts.push(one)
  }
  return parts
}

/** Ways to pass an article on, as plain links: nothing of another host is on the page. */
const shareLinks = (
  address: string,
  title: string,
  words: ReturnType<typeof pick<(typeof siteTexts)['nl']>>['shareBy'],
) => {
  const [url, text] = [encodeURIComponent(address), encodeURIComponent(title)]
  return [
    { to: `mailto:?subject=${text}&body=${url}`, word: words.mail },
    { to: `https://wa.me/?text=${text}%20${url}`, word: words.whatsapp },
    { to: `https://www.facebook.com/sharer/sharer.php?u=${url}`, word: words.facebook },
    { to: `https://www.linkedin.com/sharing/share-offsite/?url=${url}`, word: words.linkedin },
  ]
}

/** What a page says under its title: an article its day and picture, the newsroom all its articles. */
const Inside = ({ page, site, facts, on }: { page: FullPage } & Omit<Around, 'pages'>) => {
  const { blocks, picture } = page.content
  const t = pick(site.language, siteTexts)
  const lead = picture && page.kind !== 'home' ? on.pictures.get(picture) : undefined
  return (
    <>
      {lead && <SiteLead picture={lead} />}
      <Blocks blocks={blocks} facts={facts} on={on} home={page.kind === 'home'} />
      {page.kind === 'newsroom' && (
        <SiteBlock wide>
          <SiteNews title="" articles={newsOn(on, on.articles.length)} />
        </SiteBlock>
      )}
      {page.kind === 'article' && (
        <SiteShare title={t.share} links={shareLinks(site.origin + page.path, page.title, t.shareBy)} />
      )}
    </>
  )
}

/** One page of the site as HTML text, as strangers get it. */
export const renderPageOf = (page: FullPage, { site, pages, facts, on }: Around): string => {
  const { title, summary, action, picture } = page.content
  const home = page.kind === 'home'
  const to = action && addressOn(on, action.to)
  const button = action && to ? { to, word: action.words } : null
  const parents = above(pages, page)
  const day = page.kind === 'article' && page.publishedAt ? dayLong(site.language, dayOf(page.publishedAt)) : null
  const path = home
    ? []
    : [...parents, page].map((one) => ({
        to: one.path,
        word: one.kind === 'home' ? site.name : one.title,
        current: one === page,
      }))
  const forOthers = picture && on.pictures.get(picture)?.sizes.at(-1)?.jpeg
  return renderSitePage({
    frame: frameOf(site, pages, page.path),
    title: home ? site.name : title,
    summary,
    address: site.origin + page.path,
    picture: forOthers ? site.origin + forOthers : null,
    kind: page.kind === 'article' ? 'article' : 'website',
    script: page.content.blocks.some(({ type }) => kindOf(type)?.script),
    data: structuredData(site, page, parents, on),
    ...(home ? { hero: { title, action: button } } : {}),
    path,
    children: (
      <>
        {!home && <SiteTitle title={title} text={summary} action={button} day={day} />}
        <Inside page={page} site={site} facts={facts} on={on} />
      </>
    ),
  })
}

/** The same surroundings for who edits the page: not yet for strangers, and without the scene, which would be in the way. */
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
