import { whenConsentChanges } from '#products/privacy/index.ts'
import { whenClosedDaysChange } from '#products/school/index.ts'
import { task } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { isStopped } from '../pages/checks.ts'
import { PUBLISH_LATER, publishPage } from '../pages/publication.ts'
import { draftOf } from '../pages/revisions.ts'
import { publishSite } from './publish.ts'
import { copySite } from './static-copy.ts'

/** Puts a page on the site whose moment has come; one that misses something by then waits until that is put right. */
const later = task<{ page: string }>(PUBLISH_LATER, async ({ inOrganisation, data }) => {
  await inOrganisation(async (work) => {
    const due = await work.db
      .selectFrom('site_page')
      .select('id')
      .where('id', '=', data.page)
      .where('publish_at', '<=', work.now)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    const content = due && (await draftOf(work, due.id))
    if (content && !(await isStopped(work, content))) await publishPage(work, due.id)
  })
})

/** What the day changes: pages that expired, and what has gone by in the agenda. */
const daily = task(
  'website-day',
  async ({ inOrganisation }) => {
    await inOrganisation(async (work) => {
      if (await hasSite(work)) await publishSite(work)
    })
  },
  '1 0,1,2 * * *',
)

const hasSite = async (work: Work): Promise<boolean> =>
  (await work.db.selectFrom('site').select('live').where('live', '=', true).executeTakeFirst()) !== undefined

/**
 * A picture with a child leaves the site in the same transaction in which the consent for it ends, from every page, address and
 * copy; and comes back when it is given again (art. 7(3) GDPR; PROMISES P50).
 */
whenConsentChanges('website', async (work, changes) => {
  const pupils = changes.filter(({ use }) => use === 'photo-website').map(({ pupil }) => pupil)
  if (pupils.length === 0 || !(await hasSite(work))) return
  const shown = await work.db
    .selectFrom('site_picture_pupil')
    .select('picture_id')
    .where('pupil_id', 'in', pupils)
    .executeTakeFirst()
  if (shown) await publishSite(work)
})

/** The agenda of the site has the days without school in it. */
whenClosedDaysChange(async (work) => {
  if (await hasSite(work)) await publishSite(work)
})

export const publishingTasks = [later, daily, copySite]
