import { addressee } from '#products/school/index.ts'
import { type Job, type Task, task } from '#shared/jobs/task.ts'
import { urls } from '#src/urls.ts'
import { toldMail } from './mail.tsx'
import { toBeTold } from './telling.ts'

/** Whom to write to about whom, and a key fixed when the job was added, so that a second attempt is the same mail. */
type Letter = { readonly guardian: string; readonly pupils: readonly string[]; readonly key: string }

/** What was so when the letter was added may have ended since: then it does not leave. */
const tell = async (job: Job<Letter>): Promise<void> => {
  const { guardian, pupils, key } = job.data
  const reader = await job.inOrganisation(async (work) =>
    (await toBeTold(work, pupils)).has(guardian) ? addressee(work, guardian) : null,
  )
  if (!reader) return
  const page = new URL(urls.myAbsences(), job.origin)
  const mail = toldMail({ language: reader.language, organisation: job.organisationName }, { page })
  await job.mailer.send({ to: reader.to, key, mail })
}

export const absenceTasks: readonly Task[] = [task<Letter>('absence-told', tell)]
