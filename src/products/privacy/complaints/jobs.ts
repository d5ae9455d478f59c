import { createHash } from 'node:crypto'
import { addressee, toldAbout } from '#products/school/index.ts'
import { whenSomethingArrives } from '#shared/jobs/arrivals.ts'
import { type Job, task } from '#shared/jobs/task.ts'
import { urls } from '#src/urls.ts'
import { takeIn } from './arriving.ts'
import { complaintWaits, supplierAnswered } from './mail.ts'
import { complaintsToRemindOf } from './reminding.ts'

/** The same key at every attempt. */
const keyOf = (...parts: readonly string[]) => createHash('sha256').update(parts.join(' ')).digest('hex')

/** What a knock from another organisation leads to. Mails are jobs of their own: what was taken in stays so without them. */
whenSomethingArrives('complaints', (job) =>
  job.inOrganisation(async (work) => {
    const { complaints, answers } = await takeIn(work)
    for (const complaint of complaints) await work.enqueue('complaint-waits', { complaint, moment: 'arrived' })
    for (const complaint of answers) await work.enqueue('complaint-answered', { complaint })
  }),
)

const waits = task<{ complaint: string; moment: string }>('complaint-waits', async (job) => {
  const { complaint, moment } = job.data
  const readers = await job.inOrganisation((work) => toldAbout(work, [], ['supplier']))
  const page = new URL(urls.complaintReceived({ id: complaint }), job.origin)
  for (const { to, language } of readers) {
    const mail = complaintWaits({ language, organisation: job.organisationName }, { page })
    await job.mailer.send({ to, key: keyOf(moment, complaint, to), mail })
  }
})

const readerOf = (job: Job<{ complaint: string }>) =>
  job.inOrganisation(async (work) => {
    const row = await work.db
      .selectFrom('complaint_to_supplier')
      .select('asked_by')
      .where('id', '=', job.data.complaint)
      .executeTakeFirst()
    return row ? addressee(work, row.asked_by) : null
  })

const answered = task<{ complaint: string }>('complaint-answered', async (job) => {
  const reader = await readerOf(job)
  if (!reader) return
  const { complaint } = job.data
  const mail = supplierAnswered(
    { language: reader.language, organisation: job.organisationName },
    { page: new URL(urls.myComplaint({ id: complaint }), job.origin) },
  )
  await job.mailer.send({ to: reader.to, key: keyOf('complaint answered', complaint), mail })
})

/** Every morning: reminds the supplier of what waits. */
const clock = task<never>(
  'complaint-clock',
  (job) =>
    job.inOrganisation(async (work) => {
      for (const { id, moment } of await complaintsToRemindOf(work))
        await work.enqueue('complaint-waits', { complaint: id, moment: `${moment} days` })
    }),
  '35 5 * * *',
)

export const complaintTasks = [waits, answered, clock]
