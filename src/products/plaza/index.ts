import type { Product } from '#src/products.ts'
import { mustReadTasks } from './must-reads/jobs.ts'
import { mustReads } from './must-reads/routes.tsx'
import { teamNewsTasks } from './team-news/jobs.ts'
import { teamNews } from './team-news/routes.tsx'

/** The team's own square: its news, what everybody has to read, and who did. */
export const plaza: Product = {
  name: 'plaza',
  modules: [teamNews, mustReads],
  tasks: [...teamNewsTasks, ...mustReadTasks],
}
