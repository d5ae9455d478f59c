import { task } from '#shared/jobs/task.ts'
import { dropExpiredGuardianFiles } from './guardians/queries.ts'
import { dropExpired } from './queries.ts'
import { removeFile } from './upload.ts'

/** Removes the bytes of a file that was forgotten: its key is gone already. */
const removing = task<{ file: string }>(removeFile, (job) => job.files.remove(job.data.file))

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

export const importTasks = [removing, expiring] as const
