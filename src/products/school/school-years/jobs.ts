import { task } from '#shared/jobs/task.ts'
import { takeEffect } from './taking-effect.ts'

/** Every hour, so also just after midnight in the Netherlands: a school year whose day has come begins. */
export const schoolYearTask = task(
  'begin-school-year',
  async (job) => void (await job.inOrganisation(takeEffect)),
  '3 * * * *',
)
