import { type Task, task } from '#shared/jobs/task.ts'
import { forgetYesterday } from './counting.ts'

/** Just after midnight in the Netherlands, in summer and in winter: the salt of the day goes, also where nobody comes. */
export const statisticsTasks: readonly Task[] = [
  task<never>('site-statistics-midnight', (job) => job.inOrganisation(forgetYesterday), '1 22,23 * * *'),
]
