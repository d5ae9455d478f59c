import { AT_ONCE, chainWaiting } from '#shared/audit/chain.ts'
import { usualFiles } from '#shared/audit/files-opened.ts'
import { type Task, task } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { HOUR, USUAL_DAYS } from './limits.ts'
import { raiseAlarms } from './raising.ts'
import { toRead } from './telling.ts'

/** What each role usually opens, from the last four weeks. */
const computeUsual = async (work: Work): Promise<void> => {
  const found = await usualFiles(work, new Date(work.now.getTime() - USUAL_DAYS * 24 * HOUR))
  await work.db.deleteFrom('look_usual').execute()
  if (found.length === 0) return
  await work.db
    .insertInto('look_usual')
    .values(found.map((one) => ({ ...one, computed_at: work.now })))
    .execute()
}

/** Every minute: chains what waits and looks at it, so that an alarm is there within a minute of the look. */
export const alarmTasks: readonly Task[] = [
  task(
    'privacy-alarms',
    async ({ inOrganisation }) => {
      while ((await inOrganisation(chainWaiting)) === AT_ONCE);
      while (await inOrganisation(raiseAlarms));
    },
    '* * * * *',
  ),
  task('privacy-usual-looks', async ({ inOrganisation }) => inOrganisation(computeUsual), '40 2 * * *'),
  toRead,
]
