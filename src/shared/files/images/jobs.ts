import { task } from '#shared/jobs/task.ts'

/** The task that removes the bytes of a picture that was taken away. */
export const removeImageFiles = 'remove-image-files'

const removing = task<{ files: readonly string[] }>(removeImageFiles, async (job) => {
  for (const file of job.data.files) await job.files.remove(file)
})

export const imageTasks = [removing] as const
