import type { Product } from '#src/products.ts'
import { contractTask } from './contracts/jobs.ts'
import './contracts/personal-data.ts'

/** The company that hosts: its customers, agreements, support windows, incidents and the end of a contract. */
export const supplier: Product = {
  name: 'supplier',
  modules: [],
  tasks: [contractTask],
}

export { refusingAfterEnd } from './contracts/read-only.ts'
