import type { Product } from '#src/products.ts'
import { siteEmbeds } from './embeds/routes.tsx'
import { formTasks } from './forms/jobs.ts'
import { siteForms } from './forms/routes.ts'
import { statisticsTasks } from './statistics/jobs.ts'
import { siteStatistics } from './statistics/routes.tsx'
import { siteVisitors } from './visitors/routes.tsx'
import { wellKnown } from './well-known/routes.tsx'

/** The public site of an organisation: what everybody sees, and what visitors send. */
export const website: Product = {
  name: 'website',
  modules: [siteForms, siteEmbeds, siteVisitors, siteStatistics, wellKnown],
  tasks: [...formTasks, ...statisticsTasks],
}
