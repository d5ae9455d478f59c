import { randomUUID } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'
import type { Content } from '../blocks/content.ts'
import { addRevision } from './revisions.ts'
import { freeSlug } from './slug.ts'
import type { PageKind } from './tree.ts'

export type NewPage = {
  readonly id?: string
  readonly parent: string | null
  readonly kind: PageKind
  readonly content: Content
  readonly inMenu?: boolean
  /** The last part of its address; made of the title, unless said. */
  readonly slug?: string
  readonly owner?: string | null
}

/** Makes a page that only editors see yet, the last among its neighbours; answers its id. */
export const makePage = async (work: Work, page: NewPage): Promise<string> => {
  const id = page.id ?? randomUUID()
  const last = await work.db
    .selectFrom('site_page')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('parent_id', page.parent ? '=' : 'is', page.parent)
    .executeTakeFirst()
  await work.db
    .insertInto('site_page')
    .values({
      id,
      parent_id: page.parent,
      kind: page.kind,
      slug: page.kind === 'home' ? '' : await freeSlug(work, page.parent, page.slug ?? page.content.title),
      position: (last?.position ?? 0) + 1,
      in_menu: page.inMenu ?? page.kind !== 'article',
      draft: 1,
      owner_id: page.owner === undefined ? work.person : page.owner,
      made_at: work.now,
    })
    .execute()
  await addRevision(work, id, { content: page.content, previous: null })
  return id
}
