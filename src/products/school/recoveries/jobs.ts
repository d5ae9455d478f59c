import { createHash } from 'node:crypto'
import { task } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { urls } from '#src/urls.ts'
import { personRecord } from '../people/personal-data.ts'
import { withRoleToday } from '../people/with-role.ts'
import { recoveryWaitsMail } from './mail.ts'

const WAITS = 'recovery-waits'
type Waits = { readonly recovery: string }

/** Asks the others of the office, after this commits, to look at a recovery. */
export const recoveryWaits = (work: Work, recovery: string): Promise<void> =>
  work.enqueue(WAITS, { recovery } satisfies Waits)

/** The addresses of who may approve: not who began it, not whom it is about. */
const approvers = async (work: Work, recovery: string): Promise<{ id: string; email: string }[]> => {
  const row = await work.db
    .selectFrom('account_recovery')
    .select(['started_by', 'person_id'])
    .where('id', '=', recovery)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  if (!row) return []
  const office = await withRoleToday(work, ['administrator', 'principal'])
  const others = office.filter(({ id }) => id !== row.started_by && id !== row.person_id)
  const people = await work.open(others, { record: reading(personRecord, 'id', 'email') })
  return people.flatMap(({ id, record }) => (record.email ? [{ id, email: record.email }] : []))
}

/** The same key at every attempt, another one for each reader. */
const keyFor = (recovery: string, reader: string) => createHash('sha256').update(`${recovery} ${reader}`).digest('hex')

/** Mails the office that a second person is needed. */
export const recoveryWaitsTask = task<Waits>(
  WAITS,
  async ({ data, inOrganisation, mailer, origin, organisationName }) => {
    const readers = await inOrganisation((work) => approvers(work, data.recovery))
    const mail = recoveryWaitsMail(
      { language: 'nl', organisation: organisationName },
      { page: new URL(urls.recoveries(), origin) },
    )
    for (const { id, email } of readers) await mailer.send({ to: email, key: keyFor(data.recovery, id), mail })
  },
)
