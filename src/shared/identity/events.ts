import { randomUUID } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import type { Sealed } from '#shared/vault/sealed.ts'
import { accountVault } from './accounts.ts'
import { tellOwner, tellOwnerOfRecovery } from './jobs.ts'
import { formerAddress } from './passing-data.ts'

/** What can change about signing in. */
export type CredentialEvent =
  | 'password-changed'
  | 'password-reset'
  | 'address-changed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'app-added'
  | 'app-removed'
  | 'codes-renewed'
  | 'microsoft-linked'
  | 'microsoft-unlinked'
  | 'accounts-merged'
  | 'recovered'

/** What the school's office does for who cannot sign in. */
export type RecoveryEvent = 'recovery-began' | 'recovery-approved' | 'recovery-stopped'

type Former = Sealed<{ address: string }>

const note = async (work: Work, event: { id: string; account: string; what: string; former: Former | null }) => {
  const { id, account, what, former } = event
  await work.db
    .insertInto('account_event')
    .values({ id, account_id: account, organisation_id: work.organisation, at: work.now, what, former })
    .execute()
}

/**
 * Notes that a way in changed, for the owner to see, and writes to them after this commits (ASVS 6.3.7): at the account's
 * address and, when that changed, at the `former` one too. The transaction must reach the account.
 */
export const noteChange = async (
  work: Work,
  ring: KeyRing,
  account: string,
  what: CredentialEvent,
  former?: string,
): Promise<void> => {
  const id = randomUUID()
  const seal = async (address: string) => (await accountVault(work, ring, account)).seal(formerAddress, id, { address })
  await note(work, { id, account, what, former: former ? await seal(former) : null })
  await tellOwner(work, account, id)
}

/** Notes what the office of this organisation does about somebody's account, and writes to its owner. */
export const noteRecovery = async (work: Work, account: string, what: RecoveryEvent): Promise<void> => {
  const id = randomUUID()
  await note(work, { id, account, what, former: null })
  await tellOwnerOfRecovery(work, account, id)
}

export type EventRow = {
  readonly id: string
  readonly at: Date
  readonly what: CredentialEvent | RecoveryEvent
  readonly organisation: string
  readonly here: boolean
}

/** What lately changed in an account, the newest first: the last ten. */
export const listEvents = async (work: Work, account: string): Promise<EventRow[]> => {
  const rows = await work.db
    .selectFrom('account_event')
    .innerJoin('organisation', 'organisation.id', 'account_event.organisation_id')
    .select([
      'account_event.id',
      'account_event.at',
      'account_event.what',
      'organisation.name as organisation',
      'account_event.organisation_id as where',
    ])
    .where('account_event.account_id', '=', account)
    .orderBy('account_event.at', 'desc')
    .limit(10)
    .execute()
  return rows.map(({ where, ...row }) => ({
    ...row,
    what: row.what as EventRow['what'],
    here: where === work.organisation,
  }))
}
