import { task } from '#shared/jobs/task.ts'
import { endTakenMoves } from '../moves/sending.ts'
import { LEAVING, letGoWhoseDayHasPassed } from './changes.ts'

/**
 * Lets everyone go whose last day has passed: just after midnight, and every hour for what ended by its own date and for
 * pupils whom another school took over.
 */
export const peopleLeaving = task(
  LEAVING,
  (job) =>
    job.inOrganisation(async (work) => {
      await endTakenMoves(work)
      await letGoWhoseDayHasPassed(work)
    }),
  '20 * * * *',
)
