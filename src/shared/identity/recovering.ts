import type { Language } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { accountByAddress, createAccount, joinPerson, openAddress } from './accounts.ts'
import { actAsAccount } from './act-as-account.ts'
import { forgetDevices } from './device.ts'
import { noteChange } from './events.ts'
import { endLinks } from './links.ts'
import { setFirstPassword } from './passwords.ts'
import { removeRecoveryCodes } from './recovery-codes.ts'
import { removeTotp } from './totp.ts'

/**
 * Takes away everything an account had besides its password, ends its sessions and tells its owner: whoever lost a second
 * factor sets up another. The password must have been given in this transaction.
 */
export const resetFactors = async (work: Work, ring: KeyRing, account: string): Promise<void> => {
  await actAsAccount(work, account)
  await removeTotp(work, account)
  await removeRecoveryCodes(work, account)
  await work.db.deleteFrom('passkey').where('account_id', '=', account).execute()
  await work.db.deleteFrom('microsoft_identity').where('account_id', '=', account).execute()
  await work.db.deleteFrom('session').where('account_id', '=', account).execute()
  await forgetDevices(work, account)
  await endLinks(work, account)
  await noteChange(work, ring, account, 'recovered')
}

/**
 * Whether another account would stand in the way of this address. The own one does not when it is of this organisation
 * only, since it goes.
 */
const isTaken = async (work: Work, ring: KeyRing, address: string, own: { account: string; goes: boolean }) => {
  const found = await accountByAddress(work, ring, address)
  return found !== null && !(own.goes && found === own.account)
}

/**
 * Makes a new account for a person who lost everything. The old one goes, unless it is somebody at another organisation
 * too: that one's word counts here only. Its address is told either way. Refuses an address that is another account's.
 */
export const replaceAccount = async (
  work: Work,
  ring: KeyRing,
  given: { person: string; account: string; address: string; password: string; language: Language },
): Promise<string | 'taken'> => {
  const { person, account, address, password, language } = given
  await actAsAccount(work, account)
  const people = await work.db
    .selectFrom('account_person')
    .select('person_id')
    .where('account_id', '=', account)
    .execute()
  const goes = people.length === 1
  const former = (await openAddress(work, ring, account)) ?? undefined
  if (await isTaken(work, ring, address, { account, goes })) return 'taken'
  await actAsAccount(work, account)
  if (goes) await work.db.deleteFrom('account').where('id', '=', account).execute()
  else await leave(work, account, person)
  const made = await createAccount(work, ring, address, language)
  await setFirstPassword(work, ring, made, password)
  await joinPerson(work, made, person)
  await noteChange(work, ring, made, 'recovered', former)
  return made
}

/** Parts an account from a person here: the other people it is stay as they are. */
const leave = async (work: Work, account: string, person: string): Promise<void> => {
  await work.db
    .deleteFrom('session')
    .where('account_id', '=', account)
    .where('organisation_id', '=', work.organisation)
    .execute()
  await work.db
    .deleteFrom('account_person')
    .where('account_id', '=', account)
    .where('person_id', '=', person)
    .where('organisation_id', '=', work.organisation)
    .execute()
}
