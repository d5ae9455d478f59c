import { addressee, schoolYearOf, whoHasASay } from '#products/school/index.ts'
import { type Job, type Task, task } from '#shared/jobs/task.ts'
import type { WriteMail } from '#shared/mail/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { callUsMail, toldMail } from './mail.tsx'
import { toBeTold } from './telling.ts'

/** Whom to write to about whom, and a key fixed when the job was added, so that a second attempt is the same mail. */
type Letter = { readonly guardian: string; readonly pupils: readonly string[]; readonly key: string }

/** Whether the letter may still leave: what was so when it was added may have ended since. */
type Still = (work: Work, letter: Letter) => Promise<boolean>

const stillTold: Still = async (work, { guardian, pupils }) => (await toBeTold(work, pupils)).has(guardian)

const stillCalled: Still = async (work, { guardian, pupils }) =>
  (await whoHasASay(work, pupils)).some((say) => say.guardian === guardian && say.reachable)

const write = async (
  job: Job<Letter>,
  still: Still,
  template: WriteMail<{ page: URL }>,
  page: string,
): Promise<void> => {
  const reader = await job.inOrganisation(async (work) =>
    (await still(work, job.data)) ? addressee(work, job.data.guardian) : null,
  )
  if (!reader) return
  const mail = template(
    { language: reader.language, organisation: job.organisationName },
    { page: new URL(page, job.origin) },
  )
  await job.mailer.send({ to: reader.to, key: job.data.key, mail })
}

/**
 * What the declarations of this module promise: the word is emptied 30 days after hand-over, everything else goes when
 * the school year is over (PROMISES P22).
 */
const forget = (work: Work) => {
  const { startsOn } = schoolYearOf(work.today)
  const month = new Date(work.now.getTime() - 30 * 86_400_000)
  return Promise.all([
    work.db.updateTable('absence').set({ word: null }).where('handed_over_at', '<=', month).execute(),
    work.db
      .deleteFrom('absence')
      .where(({ eb, fn }) => eb(fn.coalesce('to_on', 'from_on'), '<', startsOn))
      .execute(),
    work.db.deleteFrom('attendance_mark').where('on_day', '<', startsOn).execute(),
    work.db.deleteFrom('absence_call').where('on_day', '<', startsOn).execute(),
  ])
}

export const absenceTasks: readonly Task[] = [
  task<Letter>('absence-told', (job) => write(job, stillTold, toldMail, urls.myAbsences())),
  task<Letter>('absence-call-us', (job) => write(job, stillCalled, callUsMail, urls.newAbsence())),
  task('absence-retention', async (job) => void (await job.inOrganisation(forget)), '10 3 * * *'),
]
