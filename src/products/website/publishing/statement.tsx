import { dayLong, pick } from '#shared/language/index.ts'
import { readRichText } from '#shared/rich-text/index.ts'
import { RichProse, renderSitePage, SiteBlock, SiteTitle } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { frameOf } from './frame.ts'
import type { FullPage } from './loading.ts'
import type { SiteFacts } from './site.ts'
import { siteTexts } from './texts.ts'

/**
 * The accessibility statement, made of what is so: publishing refuses what the checks find, so what stands on the site passed them
 * on the day that is named (the model of the Dutch government, digitoegankelijk.nl; EN 301 549).
 */
export const statementPage = (site: SiteFacts, pages: readonly FullPage[], today: string): string => {
  const t = pick(site.language, siteTexts)
  const text = t.statement({
    name: site.name,
    address: site.origin,
    day: dayLong(site.language, today),
    pages: pages.length,
    contact: [site.email, site.phone].filter(Boolean).join(', '),
  })
  return renderSitePage({
    frame: frameOf(site, pages, urls.accessibility()),
    title: t.accessibility,
    summary: t.statementSummary(site.name),
    address: site.origin + urls.accessibility(),
    picture: null,
    kind: 'website',
    data: [],
    path: [
      { to: urls.home(), word: site.name },
      { to: urls.accessibility(), word: t.accessibility, current: true },
    ],
    children: (
      <>
        <SiteTitle title={t.accessibility} text={t.statementSummary(site.name)} action={null} />
        <SiteBlock>
          <RichProse document={readRichText(text)!} />
        </SiteBlock>
      </>
    ),
  })
}

/** What strangers get at an address of the site where nothing stands. */
export const notFoundPage = (site: SiteFacts, pages: readonly FullPage[]): string => {
  const t = pick(site.language, siteTexts)
  return renderSitePage({
    frame: frameOf(site, pages, '/404'),
    title: t.notFound.title,
    summary: '',
    address: site.origin,
    picture: null,
    kind: 'website',
    data: [],
    hidden: true,
    path: [],
    children: (
      <SiteTitle title={t.notFound.title} text={t.notFound.text} action={{ to: urls.home(), word: t.notFound.home }} />
    ),
  })
}
