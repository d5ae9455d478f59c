import { createHash } from 'node:crypto'
import { addressee } from '#products/school/index.ts'
import { type Task, task } from '#shared/jobs/task.ts'
import { urls } from '#src/urls.ts'
import { turnSixteen } from './ages.ts'
import { questionWaits } from './mail.ts'
import { settle } from './settling.ts'

type Waits = { readonly person: string; readonly reminder: string }

/** The same key at every attempt. */
const keyOf = ({ person, reminder }: Waits) => createHash('sha256').update(`${reminder} ${person}`).digest('hex')

export const consentTasks: readonly Task[] = [
  task<Waits>('consent-waits', async ({ data, inOrganisation, mailer, origin, organisationName }) => {
    const reader = await inOrganisation((work) => addressee(work, data.person))
    if (!reader) return
    const mail = questionWaits(
      { language: reader.language, organisation: organisationName },
      { page: new URL(urls.consents(), origin) },
    )
    await mailer.send({ to: reader.to, key: keyOf(data), mail })
  }),
  // What changes by itself: authority that begins or ends, a refusal that waited long enough, a birthday.
  task(
    'consents-settle',
    async ({ inOrganisation }) => {
      await inOrganisation(async (work) => {
        await turnSixteen(work)
        await settle(work, {})
      })
    },
    '7 * * * *',
  ),
]
