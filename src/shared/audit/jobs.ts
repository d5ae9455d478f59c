import { type Task, task } from '#shared/jobs/task.ts'
import { AT_ONCE, chainWaiting } from './chain.ts'
import { noteVerification } from './verification.ts'

/** Every minute the waiting lines are chained; every night the whole chain is walked, after the run of retention let old months go. */
export const auditTasks: readonly Task[] = [
  task(
    'audit-chain',
    async ({ inOrganisation }) => {
      while ((await inOrganisation(chainWaiting)) === AT_ONCE);
    },
    '* * * * *',
  ),
  task('audit-verify', async ({ inOrganisation }) => void (await inOrganisation(noteVerification)), '50 3 * * *'),
]
