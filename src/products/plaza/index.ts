import type { Product } from '#src/products.ts'
import { mustReadTasks } from './must-reads/jobs.ts'
import { mustReads } from './must-reads/routes.tsx'

/** The team's own square: what everybody has to read, and who did. */
export const plaza: Product = {
  name: 'plaza',
  modules: [mustReads],
  tasks: mustReadTasks,
}
