import type { Work } from '#shared/tenancy/work.ts'
import { publishSite } from '../publishing/publish.ts'
import { markReplaced } from './revisions.ts'

/** The job that puts a page on the site at its moment. */
export const PUBLISH_LATER = 'website-publish-later'

/** Marks what editors see of a page as what strangers see; `publishSite` then makes it so. */
export const putOnSite = async (work: Work, page: string): Promise<void> => {
  const { draft, published_at: before } = await work.db
    .selectFrom('site_page')
    .select(['draft', 'published_at'])
    .where('id', '=', page)
    .executeTakeFirstOrThrow()
  await work.db
    .updateTable('site_page')
    .set({ published: draft, published_at: before ?? work.now, publish_at: null })
    .where('id', '=', page)
    .execute()
  await work.db
    .updateTable('site_revision')
    .set({ published_at: work.now })
    .where('page_id', '=', page)
    .where('number', '=', draft)
    .execute()
  await markReplaced(work, page)
}

/** Puts what editors see of a page on the site. */
export const publishPage = async (work: Work, page: string): Promise<void> => {
  await putOnSite(work, page)
  await work.audit('published-page', 'website', [])
  await publishSite(work)
}

/** Takes a page off the site; editors keep it. */
export const withdrawPage = async (work: Work, page: string): Promise<void> => {
  await work.db.updateTable('site_page').set({ published: null, publish_at: null }).where('id', '=', page).execute()
  await markReplaced(work, page)
  await work.audit('withdrew-page', 'website', [])
  await publishSite(work)
}

/** Plans when a page comes on the site, or no longer plans it. */
export const planPage = async (work: Work, page: string, at: Date | null): Promise<void> => {
  await work.db.updateTable('site_page').set({ publish_at: at }).where('id', '=', page).execute()
  if (at) await work.enqueue(PUBLISH_LATER, { page }, { runAt: at })
}
