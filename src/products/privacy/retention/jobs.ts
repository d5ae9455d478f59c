import { createHash, randomUUID } from 'node:crypto'
import { toldAbout } from '#products/school/index.ts'
import { type Task, task } from '#shared/jobs/task.ts'
import { urls } from '#src/urls.ts'
import { filesGo } from './mail.ts'
import { newWarning, type Warning } from './warning.ts'

type Told = Warning & { readonly id: string }

export const retentionTasks: readonly Task[] = [
  // After the night's run, so that what went is not warned about. One mail for all of them; the page says who they are.
  task(
    'retention-warning',
    ({ inOrganisation }) =>
      inOrganisation(async (work) => {
        const warning = await newWarning(work)
        if (warning) await work.enqueue('retention-warned', { id: randomUUID(), ...warning } satisfies Told)
      }),
    '50 5 * * *',
  ),
  task<Told>('retention-warned', async ({ data, inOrganisation, mailer, origin, organisationName }) => {
    const readers = await inOrganisation((work) => toldAbout(work, [], ['privacy-officer', 'administrator']))
    for (const { to, language } of readers) {
      const mail = filesGo(
        { language, organisation: organisationName },
        { people: data.people, first: data.first, page: new URL(urls.retention(), origin) },
      )
      // The same at every attempt.
      const key = createHash('sha256').update(`${data.id} ${to}`).digest('hex')
      await mailer.send({ to, key, mail })
    }
  }),
]
