import { task } from '#shared/jobs/task.ts'
import { LEAVING, letGoWhoseDayHasPassed } from './changes.ts'

/** Lets everyone go whose last day has passed: just after midnight, and every hour for what ended by its own date. */
export const peopleLeaving = task(LEAVING, async (job) => job.inOrganisation(letGoWhoseDayHasPassed), '20 * * * *')
