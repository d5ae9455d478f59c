import { sql } from 'kysely'
import { type Job, type Task, task } from '#shared/jobs/task.ts'
import type { WriteMail } from '#shared/mail/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { urls } from '#src/urls.ts'
import { accountVault, openAccount } from './accounts.ts'
import { addressTask } from './address/jobs.ts'
import { forgottenTask } from './forgotten/jobs.ts'
import { accountChangedMail, accountRecoveryMail } from './mail.tsx'
import { formerAddress } from './passing-data.ts'

const CHANGED = 'account-changed'
const RECOVERY = 'account-recovery'
/** `key` is the event's id: it tells which former address hears of it too, and makes a mail that is sent again the same. */
type Changed = { readonly account: string; readonly key: string }

/** Writes to the owner of an account, after this commits, that a way in was changed. */
export const tellOwner = (work: Work, account: string, event: string): Promise<void> =>
  work.enqueue(CHANGED, { account, key: event } satisfies Changed)

/** Writes to the owner of an account, after this commits, that the office helps somebody into it. */
export const tellOwnerOfRecovery = (work: Work, account: string, event: string): Promise<void> =>
  work.enqueue(RECOVERY, { account, key: event } satisfies Changed)

/** The address that an event took away from the account, when it did. */
const formerOf = async (work: Work, ring: KeyRing, { account, key }: Changed): Promise<string | null> => {
  const row = await work.db
    .selectFrom('account_event')
    .select(['id', 'former'])
    .where('account_id', '=', account)
    .where('id', '=', key)
    .executeTakeFirst()
  if (!row?.former) return null
  return (await accountVault(work, ring, account)).open(formerAddress, row.id, row.former).address
}

const writeToOwner =
  (ring: KeyRing, write: WriteMail<{ page: URL }>, page: string) =>
  async ({ data, inOrganisation, mailer, origin, organisationName }: Job<Changed>): Promise<void> => {
    const owner = await inOrganisation(async (work) => {
      const account = await openAccount(work, ring, data.account)
      return account && { ...account, former: await formerOf(work, ring, data) }
    })
    if (!owner) return
    const reader = { language: owner.language, organisation: organisationName }
    const mail = write(reader, { page: new URL(page, origin) })
    await mailer.send({ to: owner.address, key: data.key, mail })
    if (owner.former) await mailer.send({ to: owner.former, key: `${data.key}-former`, mail })
  }

/** What somebody who guesses makes by the thousand goes within the hour; the rest waits for the night's run of retention. */
const sweep = async ({ db, now }: Work): Promise<void> => {
  await db.deleteFrom('throttle').where('expires_at', '<', sql<Date>`now()`).execute()
  await db.deleteFrom('used_challenge').where('expires_at', '<', sql<Date>`now()`).execute()
  await db.deleteFrom('session').where('pending', '=', true).where('expires_at', '<', now).execute()
}

/** The work of identity outside a request. */
export const identityTasks = (ring: KeyRing): readonly Task[] => [
  task<Changed>(CHANGED, writeToOwner(ring, accountChangedMail, urls.me())),
  task<Changed>(RECOVERY, writeToOwner(ring, accountRecoveryMail, urls.myRecovery())),
  forgottenTask(ring),
  addressTask(ring),
  task('identity-sweep', ({ inOrganisation }) => inOrganisation(sweep), '17 * * * *'),
]
