import { createHash } from 'node:crypto'
import { toldAbout } from '#products/school/index.ts'
import { whenSomethingArrives } from '#shared/jobs/arrivals.ts'
import { task } from '#shared/jobs/task.ts'
import { urls } from '#src/urls.ts'
import { supplierLooks } from './mail.ts'
import { toldRoles } from './rules.ts'
import { takeIn } from './taking-in.ts'

whenSomethingArrives('break-glass', (job) =>
  job.inOrganisation(async (work) => {
    for (const id of await takeIn(work)) await work.enqueue('break-glass-told', { id })
  }),
)

const told = task<{ id: string }>('break-glass-told', async (job) => {
  const readers = await job.inOrganisation((work) => toldAbout(work, [], toldRoles))
  const page = new URL(urls.breakGlassTold({ id: job.data.id }), job.origin)
  for (const { to, language } of readers) {
    const key = createHash('sha256').update(`break glass ${job.data.id} ${to}`).digest('hex')
    await job.mailer.send({ to, key, mail: supplierLooks({ language, organisation: job.organisationName }, { page }) })
  }
})

export const breakGlassTasks = [told]
