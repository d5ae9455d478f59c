import { mailFor } from '#products/portal/index.ts'
import { namesWithRoleToday } from '#products/school/index.ts'
import { isOnHere } from '#shared/access/switch.ts'
import { task } from '#shared/jobs/task.ts'
import { plainText } from '#shared/rich-text/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { teamRoles } from '../rules.ts'
import { teamNewsMail } from './mail.tsx'
import { find } from './reading.ts'
import { MAIL, type Mailing, MODULE } from './writing.ts'

/** Decided when the mail leaves: for who works here still, of news that was not taken back, where the school still has it. */
const toSend = async (work: Work, { news, person }: Mailing) => {
  if (!(await isOnHere(work, MODULE))) return null
  if (!(await namesWithRoleToday(work, teamRoles)).some(({ id }) => id === person)) return null
  const found = await find(work, news)
  if (!found) return null
  const address = await mailFor(work, person, found.kind === 'need' ? 'answer' : 'to-know')
  const words = found.wholeText ? [found.title, ...plainText(found.text).split('\n')] : null
  return address && { ...address, words }
}

const mail = task<Mailing>(MAIL, async (job) => {
  const sending = await job.inOrganisation((work) => toSend(work, job.data))
  if (!sending) return
  const { to, language, words } = sending
  const written = teamNewsMail(
    { language, organisation: job.organisationName },
    {
      words,
      page: new URL(urls.teamNewsItem({ id: job.data.news }), job.origin),
      choices: new URL(urls.howToldMe(), job.origin),
    },
  )
  await job.mailer.send({ to, key: job.data.key, mail: written })
})

export const teamNewsTasks = [mail]
