import type { Product } from '#src/products.ts'
import { pages } from './pages/routes.tsx'
import { Front } from './publishing/front.ts'
import './personal-data.ts'

/** The public site of an organisation: pages, news, agenda; what strangers get is made when it changes, not when it is asked. */
export const website: Product = {
  name: 'website',
  modules: [pages],
  front: (parts) => {
    const front = new Front(parts)
    return (c) => front.answer(c)
  },
}
