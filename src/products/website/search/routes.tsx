import { sql } from 'kysely'
import { Module } from '#shared/access/module.ts'
import { anyone } from '#shared/access/rule.ts'
import { pick } from '#shared/language/index.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import { renderSitePage, SiteBlock, SiteFound, SiteSearch, SiteTitle } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { publishedTitles } from '../pages/tree.ts'
import { frameOf, shownPages } from '../publishing/frame.ts'
import { siteOf } from '../publishing/site.ts'
import { searchTexts } from './texts.ts'

const MOST = 30
const LONGEST = 100
/** Marks around what was found, which no text of a page holds. */
const [BEGIN, END] = ['\u0001', '\u0002']

/**
 * Pages that hold these words, in Dutch stems (`fietsen` finds `fiets`), the best first, and the last word also by its beginning.
 * Only published texts stand in what it searches. `%` and signs mean nothing.
 */
const find = prepared(({ db }, { words, last, marks }: { words: string; last: string; marks: string }) => {
  const query = sql`(websearch_to_tsquery('dutch', ${words}) || to_tsquery('dutch', ${last}))`
  return db
    .selectFrom('published_file')
    .select(['path', 'title', 'summary'])
    .select(
      sql<string>`ts_headline('dutch', coalesce(nullif(summary, ''), left(words, 4000), ''), ${query}, ${marks})`.as(
        'piece',
      ),
    )
    .where('title', 'is not', null)
    .where(sql<boolean>`search @@ ${query}`)
    .orderBy(sql`ts_rank(search, ${query})`, 'desc')
    .orderBy('path')
    .limit(MOST)
})

/** Room for the longest introduction, which is shown whole; of a text without one as much. */
const MARKS = `StartSel=${BEGIN}, StopSel=${END}, MaxWords=60, MinWords=59`

/** The last word as a beginning, for who types half of it. */
const prefixOf = (words: string): string => {
  const last = /[\p{L}\p{N}]+$/u.exec(words.trim())?.[0]
  return last ? `'${last}':*` : ''
}

const piecesOf = (text: string) =>
  text.split(BEGIN).flatMap((part, at) => {
    if (at === 0) return [{ text: part, found: false }]
    const [found = '', rest = ''] = part.split(END)
    return [
      { text: found, found: true },
      { text: rest, found: false },
    ]
  })

/** Searching the public site, for everyone; what is not published does not exist for it. */
export const search = new Module('website', { nl: 'Zoeken op de website', en: 'Search the website' }).get(
  urls.searchSite,
  anyone,
  async (visit) => {
    const { work, query } = visit
    const site = await siteOf(work)
    if (!site?.live) return visit.notFound()
    const t = pick(site.language, searchTexts)
    const words = (query.get('q') ?? '').replaceAll('\0', '').trim().slice(0, LONGEST)
    const [found, titles] = await Promise.all([
      words ? find(work, { words, last: prefixOf(words), marks: MARKS }) : [],
      publishedTitles(work),
    ])
    const pages = shownPages(titles, work.today)
    return visit.html(
      renderSitePage({
        frame: frameOf(site, pages, urls.searchSite()),
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
        children: (
          <>
            <SiteTitle title={t.title} text="" action={null} />
            <SiteSearch action={urls.searchSite()} label={t.field} button={t.search} value={words} />
            {words && (
              <SiteBlock>
                <SiteFound
                  said={found.length > 0 ? t.found(found.length) : t.none(words)}
                  pages={found.map(({ path, title, summary, piece }) => ({
                    to: path,
                    title: title!,
                    pieces: piecesOf(summary || !piece ? piece : `${piece} …`),
                  }))}
                />
              </SiteBlock>
            )}
          </>
        ),
      }),
    )
  },
)
