import type { Product } from '#src/products.ts'
import { contractTask } from './contracts/jobs.ts'
import './contracts/personal-data.ts'
import { customerWindows } from './windows/customer-routes.tsx'
import './windows/desk-part.ts'
import { supportWindows } from './windows/routes.tsx'

/** The company that hosts: its customers, agreements, support windows, incidents and the end of a contract. */
export const supplier: Product = {
  name: 'supplier',
  modules: [supportWindows, customerWindows],
  tasks: [contractTask],
}

export { refusingAfterEnd } from './contracts/read-only.ts'
