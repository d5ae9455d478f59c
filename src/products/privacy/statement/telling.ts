import { createHash } from 'node:crypto'
import { addressee } from '#products/school/index.ts'
import { task } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { statementChanged } from './mail.ts'

const EVERYONE = 'privacy-statement-changed'
const ONE = 'privacy-statement-told'

/** Writes to everyone with an account here, after this commits, that there is a change to read. */
export const tellEveryone = (work: Work, number: number): Promise<void> => work.enqueue(EVERYONE, { number })

const peopleWithAccount = (work: Work) =>
  work.db.selectFrom('account_person').select('person_id').where('organisation_id', '=', work.organisation).execute()

/** One job per person: a mail server that is away for one letter does not write the others again. */
const everyone = task<{ number: number }>(EVERYONE, async ({ data: { number }, inOrganisation }) =>
  inOrganisation(async (work) => {
    for (const { person_id: person } of await peopleWithAccount(work))
      await work.enqueue(ONE, { person, number }, { key: `${ONE} ${number} ${person}` })
  }),
)

const one = task<{ person: string; number: number }>(ONE, async (job) => {
  const { person, number } = job.data
  const reader = await job.inOrganisation((work) => addressee(work, person))
  if (!reader) return
  const mail = statementChanged(
    { language: reader.language, organisation: job.organisationName },
    { page: new URL(urls.privacyVersion({ number: String(number) }), job.origin) },
  )
  const key = createHash('sha256').update(`${ONE} ${number} ${person}`).digest('hex')
  await job.mailer.send({ to: reader.to, key, mail })
})

export const tellingTasks = [everyone, one] as const
