import type { Product } from '#src/products.ts'
import { breakGlassTasks } from './break-glass/jobs.ts'
import { breakGlass } from './break-glass/routes.tsx'
import { contractTask } from './contracts/jobs.ts'
import { supportExports } from './exports/routes.tsx'
import { incidentAffected } from './incidents/affected/routes.tsx'
import { incidentFromAlarm } from './incidents/alarm-routes.ts'
import './incidents/desk-part.ts'
import { incidentTasks } from './incidents/jobs.ts'
import { incidentTextsReady } from './incidents/ready/routes.tsx'
import { incidentIntake, incidents } from './incidents/routes.tsx'
import './contracts/personal-data.ts'
import './incidents/sharing/arriving.ts'
import { customerWindows } from './windows/customer-routes.tsx'
import './windows/desk-part.ts'
import { supportWindows } from './windows/routes.tsx'

/** The company that hosts: its customers, agreements, support windows, incidents and the end of a contract. */
export const supplier: Product = {
  name: 'supplier',
  modules: [
    supportWindows,
    customerWindows,
    breakGlass,
    supportExports,
    incidentIntake,
    incidents,
    incidentAffected,
    incidentTextsReady,
    incidentFromAlarm,
  ],
  tasks: [contractTask, ...breakGlassTasks, ...incidentTasks],
}

export { refusingAfterEnd } from './contracts/read-only.ts'
