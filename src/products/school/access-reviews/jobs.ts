import { task } from '#shared/jobs/task.ts'
import { forgetReviews } from './deciding.ts'

/** Records go when nobody asks for them any more. */
export const accessReviewTask = task(
  'access-review-retention',
  async (job) => void (await job.inOrganisation(forgetReviews)),
  '35 3 * * *',
)
