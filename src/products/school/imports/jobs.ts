import { task } from '#shared/jobs/task.ts'
import { dropExpiredGuardianFiles } from './guardians/queries.ts'
import { dropExpired } from './queries.ts'

/** Every hour: files that nobody decided about within a day go. */
const expiring = task(
  'drop-expired-imports',
  (job) =>
    job.inOrganisation(async (work) => {
      await dropExpired(work)
      await dropExpiredGuardianFiles(work)
    }),
  '23 * * * *',
)

export const importTasks = [expiring] as const
