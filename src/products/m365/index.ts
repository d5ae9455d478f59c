import type { Product } from '#src/products.ts'
import { applyingTasks } from './applying/jobs.ts'
import { assignmentTasks } from './assignments/jobs.ts'
import { connection } from './connection/routes.tsx'
import { resetTask } from './passwords/jobs.ts'
import { passwords } from './passwords/routes.tsx'
import { plans } from './plans/routes.tsx'
import { resultsHome } from './results/home/routes.tsx'
import { results } from './results/routes.tsx'
import { tiles } from './tiles/routes.tsx'
import { uwlr } from './uwlr/routes.tsx'
import './applying/joining.ts'
import './personal-data.ts'

/** Microsoft 365 run for the school: the tenant in step with the school, passwords, the connection. */
export const m365: Product = {
  name: 'm365',
  modules: [tiles, plans, passwords, results, resultsHome, uwlr],
  forMicrosoft: (cloud) => ({
    modules: [connection(cloud)],
    tasks: [...applyingTasks(cloud), ...assignmentTasks(cloud), resetTask(cloud)],
  }),
}
