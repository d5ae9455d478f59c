import { addressee, whoHasASay } from '#products/school/index.ts'
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

export const absenceTasks: readonly Task[] = [
  task<Letter>('absence-told', (job) => write(job, stillTold, toldMail, urls.myAbsences())),
  task<Letter>('absence-call-us', (job) => write(job, stillCalled, callUsMail, urls.newAbsence())),
]
