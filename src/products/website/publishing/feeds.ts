import { urls } from '#src/urls.ts'
import type { OnSite, SiteEvent } from '../blocks/block.ts'
import { wordsOf } from '../blocks/kinds.ts'
import type { FullPage } from './loading.ts'
import type { SiteFacts } from './site.ts'

const xml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // What XML 1.0 has no place for (section 2.2).
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

const MOST_ARTICLES = 30

/** The news as RSS 2.0 with its own address in it (Atom `self`), so that readers and checkers know it. */
export const rssOf = (site: SiteFacts, pages: readonly FullPage[], name: string): string => {
  const articles = pages
    .filter(({ kind, publishedAt }) => kind === 'article' && publishedAt)
    .sort((one, other) => other.publishedAt!.getTime() - one.publishedAt!.getTime())
    .slice(0, MOST_ARTICLES)
  const items = articles.map(({ path, title, content, publishedAt }) => {
    const address = xml(site.origin + path)
    const said = content.summary || wordsOf(content.blocks).slice(0, 500)
    return `<item><title>${xml(title)}</title><link>${address}</link><guid>${address}</guid><pubDate>${publishedAt!.toUTCString()}</pubDate><description>${xml(said)}</description></item>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${xml(name)}</title><link>${xml(site.origin)}/</link><description>${xml(site.tagline || name)}</description><language>${site.language}</language><atom:link href="${xml(site.origin + urls.siteFeed())}" rel="self" type="application/rss+xml"/>${items.join('')}</channel></rss>
`
}

/** Every page of the site for search engines (sitemaps.org). */
export const sitemapOf = (
  site: SiteFacts,
  pages: readonly FullPage[],
): string => `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${pages
  .map(
    ({ path, publishedAt }) =>
      `<url><loc>${xml(site.origin + path)}</loc>${publishedAt ? `<lastmod>${publishedAt.toISOString().slice(0, 10)}</lastmod>` : ''}</url>`,
  )
  .join('')}</urlset>
`

const ics = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll('\n', '\\n')

/** A line of at most 75 bytes goes on after a line end and a space (RFC 5545, 3.1). */
const folded = (line: string): string => {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > 73) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return [...parts, part].join('\r\n ')
}

const digits = (text: string) => text.replace(/[-:]/g, '')

const nextDay = (day: string): string => {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

const eventLines = ({ id, title, text, place, from, to, starts, ends }: SiteEvent, stamp: string): string[] => {
  const timed = starts !== null && from === to
  const at = (time: string) => `;TZID=Europe/Amsterdam:${digits(from)}T${digits(time.slice(0, 5))}00`
  return [
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${stamp}`,
    timed ? `DTSTART${at(starts)}` : `DTSTART;VALUE=DATE:${digits(from)}`,
    ...(timed ? (ends ? [`DTEND${at(ends)}`] : []) : [`DTEND;VALUE=DATE:${digits(nextDay(to))}`]),
    `SUMMARY:${ics(title)}`,
    ...(place ? [`LOCATION:${ics(place)}`] : []),
    ...(text ? [`DESCRIPTION:${ics(text)}`] : []),
    'END:VEVENT',
  ]
}

/** The agenda for calendars of telephones (RFC 5545). The stamp is that of the day, so that what did not change stays the same bytes. */
export const calendarOf = (site: SiteFacts, on: OnSite): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Schoolplein//Website//NL',
    `X-WR-CALNAME:${ics(site.name)}`,
    ...on.events.flatMap((event) => eventLines(event, `${digits(on.today)}T000000Z`)),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
