import { createHash } from 'node:crypto'
import { toldAbout } from '#products/school/index.ts'
import { type Job, task } from '#shared/jobs/task.ts'
import { urls } from '#src/urls.ts'
import { clockRunsOut, incidentReported } from './mail.ts'
import { incidentsToRemindOf } from './reminding.ts'

/** Mails everybody who keeps the register; the key is the same at every attempt. */
const mailKeepers = async (
  job: Job<unknown>,
  incident: string,
  about: string,
  template: typeof incidentReported | typeof clockRunsOut,
): Promise<void> => {
  const readers = await job.inOrganisation((work) =>
    toldAbout(work, [], ['privacy-officer', 'principal', 'board', 'supplier']),
  )
  const page = new URL(urls.incident({ id: incident }), job.origin)
  for (const { to, language } of readers) {
    const key = createHash('sha256').update(`incident ${incident} ${about} ${to}`).digest('hex')
    await job.mailer.send({ to, key, mail: template({ language, organisation: job.organisationName }, { page }) })
  }
}

/** Mails who keeps the register that something was reported. */
const reported = task<{ incident: string }>('incident-reported', (job) =>
  mailKeepers(job, job.data.incident, 'reported', incidentReported),
)

/** Mails them that a clock runs out. */
const runsOut = task<{ incident: string; moment: number }>('incident-runs-out', (job) =>
  mailKeepers(job, job.data.incident, `${job.data.moment} hours`, clockRunsOut),
)

/** Every hour, also at night and in the weekend: a clock of 72 hours does not stop for either. */
const clock = task<never>(
  'incident-clock',
  (job) =>
    job.inOrganisation(async (work) => {
      for (const reminder of await incidentsToRemindOf(work)) await work.enqueue('incident-runs-out', reminder)
    }),
  '10 * * * *',
)

export const incidentTasks = [reported, runsOut, clock]
