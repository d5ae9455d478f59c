import { type Job, type Task, task } from '#shared/jobs/task.ts'
import type { WriteMail } from '#shared/mail/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { urls } from '#src/urls.ts'
import { answeredMail, copyMail } from './mail.ts'
import { ANSWERED } from './messages.ts'
import { submissionAnswers } from './personal-data.ts'
import { COPY } from './sending.ts'
import { linkToken } from './stamp.ts'

type About = { readonly submission: string; readonly answer?: string }

const senderOf = async (work: Work, id: string) => {
  const rows = await work.db
    .selectFrom('site_submission')
    .select(['id', 'answers', 'language'])
    .where('id', '=', id)
    .execute()
  const [row] = await work.open(rows, { answers: reading(submissionAnswers, 'id', 'mail') })
  return row?.answers.mail
    ? { to: row.answers.mail, language: row.language as 'nl' | 'en', token: linkToken(work, id) }
    : null
}

/** Mails the link of a message to its sender. A message that is gone mails nobody. */
const mailing = (write: WriteMail<{ page: URL }>) => async (job: Job<About>) => {
  const { submission, answer } = job.data
  const sender = await job.inOrganisation((work) => senderOf(work, submission))
  if (!sender) return
  const page = new URL(urls.sentMessage({ token: sender.token }), job.origin)
  const mail = write({ language: sender.language, organisation: job.organisationName }, { page })
  await job.mailer.send({ to: sender.to, key: answer ?? submission, mail })
}

export const formTasks: readonly Task[] = [
  task<About>(COPY, mailing(copyMail)),
  task<About>(ANSWERED, mailing(answeredMail)),
]
