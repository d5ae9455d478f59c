import type pg from 'pg'
import { frameOf } from '#products/website/publishing/frame.ts'
import type { SiteFacts } from '#products/website/publishing/site.ts'
import { searchTexts } from '#products/website/search/texts.ts'
import { renderSitePage } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { statement } from './database.ts'
import { escaped } from './page.ts'

const SITE = statement(
  `select "theme", "tagline", "address", "phone", "email", "live", "organisation"."name", "organisation"."kind", "hue", "chroma",
  "language", "logo", (select "host"."name" from "host" where "host"."organisation_id" = "organisation"."id"
    order by "main" desc, "host"."name" limit $1) as "host"
from "site" inner join "organisation" on "organisation"."id" = "site"."organisation_id"
where "site"."organisation_id" = $2`,
)
const FOUND = statement(
  `select "path", "title", "summary", ts_headline('dutch', coalesce(nullif(summary, ''), left(words, 4000), ''),
  (websearch_to_tsquery('dutch', $1) || to_tsquery('dutch', $2)), $3) as "piece"
from "published_file" where "title" is not null
  and search @@ (websearch_to_tsquery('dutch', $4) || to_tsquery('dutch', $5))
  and "published_file"."organisation_id" = $6
order by ts_rank(search, (websearch_to_tsquery('dutch', $7) || to_tsquery('dutch', $8))) desc, "path" limit $9`,
)
const PAGES = statement(
  `select "id", "parent_id" as "parent", "kind", "slug", "position", "in_menu" as "inMenu", "draft", "published",
  "published_at" as "publishedAt", "publish_at" as "publishAt", "expires_on" as "expiresOn", "owner_id" as "owner",
  "review_on" as "reviewOn", (select "site_revision"."content" ->> 'title' as "title" from "site_revision"
    where "site_revision"."page_id" = "site_page"."id" and "site_revision"."number" = "site_page"."published"
      and "site_revision"."organisation_id" = $1) as "title"
from "site_page" where "removed_at" is null and "published" is not null and "site_page"."organisation_id" = $2
order by "position", "published_at" desc, "made_at"`,
)

const MARKS = 'StartSel=\u0001, StopSel=\u0002, MaxWords=60, MinWords=59'
const t = searchTexts.nl
const [LINK, TEXT] = ['/menu', '\u{e000}']

/** What stands around the answer: once from the application, constant text from then on, but for the menu. */
const frames = new Map<string, readonly string[]>()
const framed = (site: SiteFacts, pages: readonly object[]): readonly string[] => {
  const key = JSON.stringify([site, pages])
  const known = frames.get(key)
  if (known) return known
  const frame = { ...frameOf(site, pages as never, ''), menu: [{ to: LINK, word: 'menu', current: false }] }
  const html = renderSitePage({
    frame,
    title: t.title,
    summary: '',
    address: site.origin + urls.searchSite(),
    picture: null,
    kind: 'website',
    data: [],
    hidden: true,
    path: [
      { to: urls.home(), word: site.name },
      { to: urls.searchSite(), word: t.title, current: true },
    ],
    children: TEXT,
  })
  const parts = html.split(new RegExp(`${TEXT}|<li><a href="${LINK}">menu</a></li>`))
  frames.set(key, parts)
  return parts
}

type Page = {
  readonly id: string
  readonly parent: string | null
  readonly kind: string
  readonly slug: string
  readonly inMenu: boolean
  readonly expiresOn: string | null
  readonly title: string
}

/** The links of the menu: the published pages right under the home page. */
const menuOf = (pages: readonly Page[], today: string): string => {
  const home = pages.find(({ kind }) => kind === 'home')
  let links = ''
  for (const { parent, inMenu, expiresOn, slug, title } of pages) {
    if (!inMenu || parent !== home?.id || (expiresOn !== null && expiresOn < today)) continue
    links += `<li><a href="/${slug}">${escaped(title)}</a></li>`
  }
  return links
}

const pieces = (text: string) => escaped(text).replaceAll('\u0001', '<mark>').replaceAll('\u0002', '</mark>')

/** The page on which a stranger searches the site of an organisation. */
export const searchByHand = async (
  client: pg.ClientBase,
  organisation: string,
  words: string,
  today: string,
): Promise<string | null> => {
  const begun = client.query(`begin;set local app.organisation = '${organisation}'`)
  const [, { rows: sites }] = await Promise.all([begun, client.query({ ...SITE, values: [1, organisation] })])
  const [row] = sites
  if (!row?.live) return null
  const end = /[\p{L}\p{N}]+$/u.exec(words)?.[0]
  const last = end ? `'${end}':*` : ''
  const [found, pages] = await Promise.all([
    client.query({ ...FOUND, values: [words, last, MARKS, words, last, organisation, words, last, 30] }),
    client.query({ ...PAGES, values: [organisation, organisation] }),
  ])
  await client.query('commit')
  const { hue, chroma, host, ...facts } = row
  const origin = `http://${host}:${process.env.PORT ?? 3000}`
  const around = pages.rows
    .filter(({ kind, inMenu }) => kind === 'home' || kind === 'newsroom' || !inMenu)
    .map(({ id, kind, parent, inMenu, slug, title }) => ({ id, kind, parent, inMenu, path: `/${slug}`, title }))
  const [head, between, before, after] = framed({ ...facts, colour: { hue, chroma }, origin }, around)
  const menu = menuOf(pages.rows, today)
  let list = ''
  for (const { path, title, summary, piece } of found.rows)
    list += `<li><h2><a href="${path}">${escaped(title)}</a></h2><p>${pieces(summary || !piece ? piece : `${piece} …`)}</p></li>`
  const said = found.rows.length > 0 ? t.found(found.rows.length) : t.none(words)
  const answer = `<section class="site-block"><p role="status">${escaped(said)}</p><ol class="site-found">${list}</ol></section>`
  const form = `<search><form class="site-search" action="/search"><label for="q">${t.field}</label><input class="box" id="q" name="q" type="search" value="${escaped(words)}" maxlength="100"/><button class="site-action" type="submit">${t.search}</button></form></search>`
  return `${head}${menu}${between}${menu}${before}<div class="site-title"><h1>${t.title}</h1></div>${form}${answer}${after}`
}
