import { isOn } from '#shared/access/switch.ts'
import type { Product } from '#src/products.ts'
import { documents } from './documents/routes.tsx'
import { siteEmbeds } from './embeds/routes.tsx'
import { events } from './events/routes.tsx'
import { formTasks } from './forms/jobs.ts'
import { siteForms } from './forms/routes.ts'
import { placing } from './pages/placing-routes.tsx'
import { pages } from './pages/routes.tsx'
import { takePhotosAlong } from './pictures/from-news.ts'
import { pictures } from './pictures/routes.tsx'
import { measurePicture } from './pictures/uploading.ts'
import { Front } from './publishing/front.ts'
import { publishingTasks } from './publishing/jobs.ts'
import { search } from './search/routes.tsx'
import { sites } from './sites/routes.tsx'
import { Counting } from './statistics/counting.ts'
import { statisticsTasks } from './statistics/jobs.ts'
import { noteView } from './statistics/noting.ts'
import { siteStatistics } from './statistics/routes.tsx'
import { siteVisitors } from './visitors/routes.tsx'
import { wellKnown } from './well-known/routes.tsx'
import './personal-data.ts'

/**
 * The public site of an organisation: pages, news, agenda, and what visitors send; what strangers get is made when it changes, not
 * when it is asked.
 */
export const website: Product = {
  name: 'website',
  modules: [
    pages,
    placing,
    pictures,
    documents,
    events,
    sites,
    search,
    siteForms,
    siteEmbeds,
    siteVisitors,
    siteStatistics,
    wellKnown,
  ],
  tasks: [...publishingTasks, measurePicture, takePhotosAlong, ...formTasks, ...statisticsTasks],
  front: (parts) => {
    const { behindProxy } = parts
    const counting = Counting.of(parts)
    const front = new Front(parts, (c, site) => {
      if (isOn('site-statistics', site)) noteView(counting, c, { organisation: site.id, behindProxy })
    })
    return { answer: (c) => front.answer(c), notFound: (c) => front.notFound(c), close: () => counting.flush() }
  },
}

export { takeSiteDown } from './publishing/publish.ts'
