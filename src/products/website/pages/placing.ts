import type { Work } from '#shared/tenancy/work.ts'
import { makePage } from './making.ts'
import { contentOf } from './revisions.ts'
import { freeSlug } from './slug.ts'
import { above, type PageRow, pagesOf } from './tree.ts'

export type Placing = {
  readonly parent: string
  readonly slug: string
  readonly inMenu: boolean
  readonly owner: string | null
  readonly reviewOn: string | null
  readonly expiresOn: string | null
}

/** Where a page may be moved to: any page that holds pages, but not itself or what stands under it. */
export const placesFor = (pages: readonly PageRow[], page: PageRow): PageRow[] =>
  pages.filter(
    (one) =>
      (page.kind === 'article' ? one.kind === 'newsroom' : one.kind === 'home' || one.kind === 'page') &&
      one.id !== page.id &&
      !above(pages, one).some(({ id }) => id === page.id),
  )

/**
 * Gives a page its place, address, owner and days. Where it and all under it stood before leads on to where they are now; an old
 * address at which a page stands again leads nowhere. Answers false for a place where it cannot stand.
 */
export const placePage = async (work: Work, id: string, placing: Placing): Promise<boolean> => {
  // One move at a time: two at once could put two pages under each other.
  await work.db.selectFrom('site_page').select('id').where('kind', '=', 'home').forUpdate().execute()
  const before = await pagesOf(work)
  const page = before.find((one) => one.id === id)
  if (!page) return false
  const moves = page.kind !== 'home'
  if (moves && placing.parent !== page.parent && !placesFor(before, page).some((one) => one.id === placing.parent))
    return false
  const slug = moves ? await freeSlug(work, placing.parent, placing.slug, id) : ''
  await work.db
    .updateTable('site_page')
    .set({
      ...(moves ? { parent_id: placing.parent, slug } : {}),
      in_menu: placing.inMenu,
      owner_id: placing.owner,
      review_on: placing.reviewOn,
      expires_on: placing.expiresOn,
    })
    .where('id', '=', id)
    .execute()
  await redirectMoved(work, before)
  return true
}

/** Notes where pages stood that now stand elsewhere. */
const redirectMoved = async (work: Work, before: readonly PageRow[]): Promise<void> => {
  const now = await pagesOf(work)
  const moved = before.filter((old) => old.published !== null && now.find(({ id }) => id === old.id)?.path !== old.path)
  for (const { id, path } of moved)
    await work.db
      .insertInto('site_redirect')
      .values({ path, page_id: id, made_at: work.now })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'path']).doUpdateSet({ page_id: id, made_at: work.now }),
      )
      .execute()
}

/** Puts a page before or behind its neighbour. */
export const reorderPage = async (work: Work, id: string, way: 'up' | 'down'): Promise<boolean> => {
  const pages = await pagesOf(work)
  const page = pages.find((one) => one.id === id)
  if (!page) return false
  const beside = pages.filter(({ parent }) => parent === page.parent)
  const from = beside.indexOf(page)
  const order = beside.toSpliced(from, 1).toSpliced(Math.max(0, way === 'up' ? from - 1 : from + 1), 0, page)
  for (const [position, one] of order.entries())
    await work.db.updateTable('site_page').set({ position }).where('id', '=', one.id).execute()
  return true
}

/** A page like this one beside it, which strangers do not see yet; answers its id, or nothing for a page that is not there. */
export const duplicatePage = async (
  work: Work,
  id: string,
  titleOf: (title: string) => string,
): Promise<string | null> => {
  const page = (await pagesOf(work)).find((one) => one.id === id)
  const content = page && (await contentOf(work, id, page.draft))
  if (!page?.parent || !content) return null
  const title = titleOf(content.title).slice(0, 120)
  return makePage(work, { parent: page.parent, kind: page.kind, content: { ...content, title }, inMenu: page.inMenu })
}

/** Removes a page; false for the home page, for one under which others stand, and for one that is not there. */
export const removePage = async (work: Work, id: string): Promise<boolean> => {
  const pages = await pagesOf(work)
  const page = pages.find((one) => one.id === id)
  if (!page || page.kind === 'home' || pages.some(({ parent }) => parent === id)) return false
  await work.db.updateTable('site_page').set({ removed_at: work.now, publish_at: null }).where('id', '=', id).execute()
  await work.db.deleteFrom('site_redirect').where('page_id', '=', id).execute()
  return true
}
