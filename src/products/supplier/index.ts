import type { Product } from '#src/products.ts'

/** The company that hosts: its customers, agreements, support windows, incidents and the end of a contract. */
export const supplier: Product = {
  name: 'supplier',
  modules: [],
}
