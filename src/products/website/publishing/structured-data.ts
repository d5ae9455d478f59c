import { dayOf } from '#shared/tenancy/work.ts'
import type { OnSite } from '../blocks/block.ts'
import type { FullPage } from './loading.ts'
import type { SiteFacts } from './site.ts'

const organisation = (site: SiteFacts) => ({
  '@type': site.kind === 'school' ? 'ElementarySchool' : 'Organization',
  name: site.name,
  url: site.origin,
  ...(site.tagline ? { slogan: site.tagline } : {}),
  ...(site.phone ? { telephone: site.phone } : {}),
  ...(site.email ? { email: site.email } : {}),
  ...(site.address
    ? { address: { '@type': 'PostalAddress', streetAddress: site.address.replaceAll('\n', ', ') } }
    : {}),
})

/** The next things that one can come to. */
const comingEvents = ({ events }: OnSite) => events.filter(({ noSchool }) => !noSchool).slice(0, 5)

/** What search engines read of a page (schema.org): the school itself, what comes there, an article, and where a page stands. */
export const structuredData = (site: SiteFacts, page: FullPage, above: readonly FullPage[], on: OnSite): object[] => {
  const context = { '@context': 'https://schema.org' }
  if (page.kind === 'home')
    return [
      { ...context, ...organisation(site) },
      ...comingEvents(on).map(({ title, from, to, place, text }) => ({
        ...context,
        '@type': 'Event',
        name: title,
        startDate: from,
        endDate: to,
        ...(text ? { description: text } : {}),
        location: {
          '@type': 'Place',
          name: place || site.name,
          address: site.address.replaceAll('\n', ', ') || site.name,
        },
        organizer: { '@type': 'Organization', name: site.name, url: site.origin },
      })),
    ]
  const crumbs = {
    ...context,
    '@type': 'BreadcrumbList',
    itemListElement: [...above, page].map(({ path, title, kind }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: kind === 'home' ? site.name : title,
      item: site.origin + path,
    })),
  }
  if (page.kind !== 'article' || !page.publishedAt) return [crumbs]
  const picture = page.content.picture && on.pictures.get(page.content.picture)?.sizes.at(-1)
  return [
    crumbs,
    {
      ...context,
      '@type': 'NewsArticle',
      headline: page.title,
      description: page.content.summary,
      datePublished: dayOf(page.publishedAt),
      mainEntityOfPage: site.origin + page.path,
      ...(picture ? { image: [site.origin + picture.jpeg] } : {}),
      publisher: { '@type': 'Organization', name: site.name, url: site.origin },
    },
  ]
}
