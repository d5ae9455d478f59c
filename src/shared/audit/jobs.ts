import { type Task, task } from '#shared/jobs/task.ts'
import { AT_ONCE, chainWaiting } from './chain.ts'

/** Every minute the waiting lines are chained; the night's run of retention lets old months go. */
export const auditTasks: readonly Task[] = [
  task(
    'audit-chain',
    async ({ inOrganisation }) => {
      while ((await inOrganisation(chainWaiting)) === AT_ONCE);
    },
    '* * * * *',
  ),
]
