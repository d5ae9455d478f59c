import type { PageOptions, Visit } from '#shared/access/visit.ts'
import { PlainScreen, renderSitePage, SiteBlock, SiteTitle, Stack } from '#shared/ui/index.ts'
import type { Child } from '#shared/ui/jsx.ts'
import { publishedTitles } from './pages/tree.ts'
import { frameOf, shownPages } from './publishing/frame.ts'
import { siteOf } from './publishing/site.ts'

/** What a page for one visitor may be: never found by a search engine unless it says so. */
type Options = Pick<PageOptions, 'title' | 'status' | 'keeps' | 'frames'> & { readonly found?: boolean }

/**
 * A page of the public site that is made for one visitor: a form, a message that somebody sent, what their browser keeps. It looks
 * like the other pages of the site; where there is no site (yet), like the page to sign in.
 */
export const publicPage = async (
  visit: Visit,
  options: Options,
  heading: string,
  content: Child,
): Promise<Response> => {
  const { work, language, request } = visit
  const site = await siteOf(work)
  if (!site?.live)
    return visit.page(
      { ...options, bare: true },
      <PlainScreen title={heading}>
        <Stack gap="loose">{content}</Stack>
      </PlainScreen>,
    )
  const pages = shownPages(await publishedTitles(work), work.today)
  const { pathname } = new URL(request.url)
  const document = renderSitePage({
    frame: frameOf({ ...site, language }, pages, pathname),
    title: options.title,
    summary: '',
    address: site.origin + pathname,
    picture: null,
    kind: 'website',
    data: [],
    hidden: !options.found,
    script: true,
    path: [],
    children: (
      <>
        <SiteTitle title={heading} text="" action={null} />
        <SiteBlock>
          <Stack gap="loose">{content}</Stack>
        </SiteBlock>
      </>
    ),
  })
  return visit.html(document, options)
}
