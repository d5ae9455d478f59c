import { createHash } from 'node:crypto'
import { addressee, toldAbout } from '#products/school/index.ts'
import type { Role } from '#shared/identity/me.ts'
import { type Job, task } from '#shared/jobs/task.ts'
import { urls } from '#src/urls.ts'
import { carryOut, dueErasures } from './carrying-out.ts'
import { dataErased, schoolWrote, somethingToDo } from './mail.ts'
import { remindersOfToday } from './reminding.ts'

/** The same key at every attempt. */
const keyOf = (...parts: readonly string[]) => createHash('sha256').update(parts.join(' ')).digest('hex')

const tellSchool = async (job: Job<never>, people: readonly string[], roles: readonly Role[], moment: string) => {
  const readers = await job.inOrganisation((work) => toldAbout(work, people, roles))
  const page = new URL(urls.rightsRequests(), job.origin)
  for (const { to, language } of readers) {
    const mail = somethingToDo({ language, organisation: job.organisationName }, { page })
    await job.mailer.send({ to, key: keyOf(moment, to), mail })
  }
}

const askersOf = (job: Job<never>, request: string) =>
  job.inOrganisation((work) =>
    work.db.selectFrom('rights_request').select(['asked_by', 'person_id']).where('id', '=', request).executeTakeFirst(),
  )

const arrived = task<{ request: string }>('rights-request-arrived', async (job) => {
  const row = await askersOf(job as never, job.data.request)
  if (!row) return
  const roles: readonly Role[] = ['administrator', 'privacy-officer']
  await tellSchool(job as never, [row.asked_by, row.person_id ?? row.asked_by], roles, `arrived ${job.data.request}`)
})

type Answered = { readonly request: string; readonly moment: 'answered' | 'extended' | 'lifted' | 'carried-out' }

const answered = task<Answered>('rights-request-answered', async (job) => {
  const { request, moment } = job.data
  const row = await askersOf(job as never, request)
  const reader = row && (await job.inOrganisation((work) => addressee(work, row.asked_by)))
  if (!reader) return
  const mail = schoolWrote(
    { language: reader.language, organisation: job.organisationName },
    { page: new URL(urls.myRequest({ id: request }), job.origin) },
  )
  await job.mailer.send({ to: reader.to, key: keyOf(moment, request), mail })
})

/** Every morning: reminds the school of what waits. A reminder that could not be mailed is mailed by its own job. */
const clock = task<never>(
  'rights-request-clock',
  (job) =>
    job.inOrganisation(async (work) => {
      for (const reminder of await remindersOfToday(work))
        await work.enqueue('rights-request-reminder', reminder as never)
    }),
  '30 5 * * *',
)

/**
 * Every night: erases whose days to come back on it are over, each in a transaction of its own. Who asked it about
 * themselves hears it by a last mail, to the address that is gone by then.
 */
const erasures = task<never>(
  'rights-request-erasures',
  async (job) => {
    for (const id of await job.inOrganisation(dueErasures)) {
      const gone = await job.inOrganisation((work) => carryOut(work, id))
      if (!gone) continue
      const mail = dataErased({ language: gone.language, organisation: job.organisationName }, {})
      await job.mailer.send({ to: gone.to, key: keyOf('erased', id), mail })
    }
  },
  '20 1 * * *',
)

type Reminder = { readonly request: string; readonly people: string[]; readonly roles: Role[]; readonly moment: number }

const reminder = task<Reminder>('rights-request-reminder', (job) => {
  const { request, people, roles, moment } = job.data
  return tellSchool(job as never, people, roles, `${moment} ${request}`)
})

export const requestTasks = [arrived, answered, clock, reminder, erasures]
