import { createHash } from 'node:crypto'
import { toldAbout } from '#products/school/index.ts'
import { task } from '#shared/jobs/task.ts'
import { urls } from '#src/urls.ts'
import { incidentReported } from './mail.ts'

/** Mails who keeps the register that something was reported. */
const reported = task<{ incident: string }>('incident-reported', async (job) => {
  const { incident } = job.data
  const readers = await job.inOrganisation((work) =>
    toldAbout(work, [], ['privacy-officer', 'principal', 'board', 'supplier']),
  )
  const page = new URL(urls.incident({ id: incident }), job.origin)
  for (const { to, language } of readers) {
    const key = createHash('sha256').update(`incident ${incident} ${to}`).digest('hex')
    await job.mailer.send({
      to,
      key,
      mail: incidentReported({ language, organisation: job.organisationName }, { page }),
    })
  }
})

export const incidentTasks = [reported]
