import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Task, task } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { urls } from '#src/urls.ts'
import { openAccount } from './accounts.ts'
import { accountChangedMail } from './mail.tsx'

const CHANGED = 'account-changed'
type Changed = { readonly account: string; readonly key: string }

/** Writes to the owner of an account, after this commits, that a way in was changed. */
export const tellOwner = (work: Work, account: string): Promise<void> =>
  work.enqueue(CHANGED, { account, key: randomUUID() } satisfies Changed)

/** Deletes what expired: counts of guesses, used challenges, forgotten devices, sign-ins and hops that were not finished. */
const sweep = async ({ db, now }: Work): Promise<void> => {
  await db.deleteFrom('throttle').where('expires_at', '<', sql<Date>`now()`).execute()
  await db.deleteFrom('used_challenge').where('expires_at', '<', sql<Date>`now()`).execute()
  await db.deleteFrom('known_device').where('expires_at', '<', sql<Date>`now()`).execute()
  await db.deleteFrom('hop_token').where('expires_at', '<', sql<Date>`now()`).execute()
  await db.deleteFrom('session').where('pending', '=', true).where('expires_at', '<', now).execute()
}

/** The work of identity outside a request. */
export const identityTasks = (ring: KeyRing): readonly Task[] => [
  task<Changed>(CHANGED, async ({ data, inOrganisation, mailer, origin, organisationName }) => {
    const owner = await inOrganisation((work) => openAccount(work, ring, data.account))
    if (!owner) return
    const reader = { language: owner.language, organisation: organisationName }
    const mail = accountChangedMail(reader, { page: new URL(urls.me(), origin) })
    await mailer.send({ to: owner.address, key: data.key, mail })
  }),
  task('identity-sweep', ({ inOrganisation }) => inOrganisation(sweep), '17 * * * *'),
]
