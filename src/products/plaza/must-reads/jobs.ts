import { schoolDays } from '#products/school/index.ts'
import { task } from '#shared/jobs/task.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import { askWhoCame, remind } from './asking.ts'

const AHEAD = 2
const DAY = 86_400_000

/** Every morning of a school day: asks who came since, and reminds who has not read what is due in two days or was due before. */
const morning = task<never>(
  'must-reads-morning',
  (job) =>
    job.inOrganisation(async (work) => {
      await askWhoCame(work)
      if (!(await schoolDays(work)).lessons(work.today)) return
      const due = await work.db
        .selectFrom('must_read')
        .select(['id', 'begun_at'])
        .where('closed_at', 'is', null)
        .where('due_on', '<=', dayOf(new Date(work.now.getTime() + AHEAD * DAY)))
        .execute()
      for (const { id, begun_at } of due) if (dayOf(begun_at) !== work.today) await remind(work, id)
    }),
  '0 7 * * 1-5',
)

export const mustReadTasks = [morning]
