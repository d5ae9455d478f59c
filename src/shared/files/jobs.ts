import { task } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'

const REMOVE = 'remove-files'
type Files = { readonly files: readonly string[] }

/** Removes, after this commits, the bytes of sealed files that no row names any more. */
export const removeFiles = async (work: Work, files: readonly string[]): Promise<void> => {
  if (files.length > 0) await work.enqueue(REMOVE, { files } satisfies Files)
}

/** One that is gone already is fine. */
export const removeFilesTask = task<Files>(REMOVE, async (job) => {
  for (const file of job.data.files) await job.files.remove(file)
})
