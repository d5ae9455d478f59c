import { type Task, task } from '#shared/jobs/task.ts'
import { AT_ONCE, chainWaiting } from './chain.ts'
import { expireLines } from './expiry.ts'

/** Every minute the waiting lines are chained; every night the lines of a month that ended a year ago go. */
export const auditTasks: readonly Task[] = [
  task(
    'audit-chain',
    async ({ inOrganisation }) => {
      while ((await inOrganisation(chainWaiting)) === AT_ONCE);
    },
    '* * * * *',
  ),
  task('audit-expiry', async ({ inOrganisation }) => void (await inOrganisation(expireLines)), '10 3 * * *'),
]
