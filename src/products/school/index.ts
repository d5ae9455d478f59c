import type { Product } from '#src/products.ts'
import { home } from './home/routes.tsx'
import { whoIs } from './people/who-is.ts'
import './people/personal-data.ts'
import './organisations/personal-data.ts'
import './imports/personal-data.ts'

/** The product all others stand on: organisations, school years, groups, people, guardianships, imports. */
export const school: Product = { name: 'school', modules: [home], whoIs }
