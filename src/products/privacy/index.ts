import type { Product } from '#src/products.ts'
import { desk } from './desk/routes.tsx'

/** What the school promises about personal data, carried out and proved: views of the declarations and the log. */
export const privacy: Product = { name: 'privacy', modules: [desk] }
