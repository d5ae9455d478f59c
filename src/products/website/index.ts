import { isOn } from '#shared/access/switch.ts'
import type { Product } from '#src/products.ts'
import { siteEmbeds } from './embeds/routes.tsx'
import { formTasks } from './forms/jobs.ts'
import { siteForms } from './forms/routes.ts'
import { pages } from './pages/routes.tsx'
import { Front } from './publishing/front.ts'
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
  modules: [pages, siteForms, siteEmbeds, siteVisitors, siteStatistics, wellKnown],
  tasks: [...formTasks, ...statisticsTasks],
  front: (parts) => {
    const { behindProxy } = parts
    const counting = Counting.of(parts)
    const front = new Front(parts, (c, site) => {
      if (isOn('site-statistics', site)) noteView(counting, c, { organisation: site.id, behindProxy })
    })
    return (c) => front.answer(c)
  },
}
