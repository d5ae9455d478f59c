import type { Product } from '#src/products.ts'
import { documents } from './documents/routes.tsx'
import { events } from './events/routes.tsx'
import { placing } from './pages/placing-routes.tsx'
import { pages } from './pages/routes.tsx'
import { pictures } from './pictures/routes.tsx'
import { measurePicture } from './pictures/uploading.ts'
import { Front } from './publishing/front.ts'
import { publishingTasks } from './publishing/jobs.ts'
import { search } from './search/routes.tsx'
import { sites } from './sites/routes.tsx'
import './personal-data.ts'

/** The public site of an organisation: pages, news, agenda; what strangers get is made when it changes, not when it is asked. */
export const website: Product = {
  name: 'website',
  modules: [pages, placing, pictures, documents, events, sites, search],
  tasks: [...publishingTasks, measurePicture],
  front: (parts) => {
    const front = new Front(parts)
    return { answer: (c) => front.answer(c), notFound: (c) => front.notFound(c) }
  },
}
