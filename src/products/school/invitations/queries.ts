import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { fullName } from '../people/names.ts'
import { personRecord } from '../people/personal-data.ts'
import { rolesOf } from '../people/roles.ts'
import { hashOfCode } from './code.ts'
import { issueInvitations } from './issuing.ts'

export type Invitation = {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly staff: boolean
  /** Somebody without a role: here for a child. */
  readonly guardian: boolean
}

/** Why a code opens nothing: nobody was ever given it, or it was used, replaced by a newer one, or is too old. */
export type Gone = { readonly gone: 'unknown' | 'used' | 'replaced' | 'expired' }

/**
 * The open invitation of a code, held until the end of the transaction so that it works once. From here on the
 * transaction acts as the invited person, who alone may see the own protected row. Somebody who left has none.
 */
export const findInvitation = async (work: Work, code: string): Promise<Invitation | Gone> => {
  const invitation = await work.db
    .selectFrom('invitation')
    .select(['id', 'person_id', 'expires_at', 'ended_at', 'accepted'])
    .where('code_hash', '=', hashOfCode(code))
    .forUpdate()
    .executeTakeFirst()
  if (!invitation) return { gone: 'unknown' }
  if (invitation.accepted) return { gone: 'used' }
  if (invitation.ended_at) return { gone: 'replaced' }
  const { id, person_id: person } = invitation
  await sql`select set_config('app.person', ${person}, true)`.execute(work.db)
  work.person = person
  const rows = await work.db
    .selectFrom('person')
    .select(['id', 'record'])
    .where('id', '=', person)
    .where('state', '=', 'active')
    .execute()
  const [row] = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  if (!row) return { gone: 'replaced' }
  if (await hasAccount(work, person)) return { gone: 'used' }
  if (invitation.expires_at <= work.now) return { gone: 'expired' }
  const roles = (await rolesOf(work, [person])).get(person) ?? []
  const staff = roles.some((role) => role !== 'pupil')
  return { id, person, name: fullName(row.record), staff, guardian: roles.length === 0 }
}

const hasAccount = async (work: Work, person: string): Promise<boolean> => {
  const row = await work.db
    .selectFrom('account_person')
    .select('account_id')
    .where('organisation_id', '=', work.organisation)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row !== undefined
}

/** Ends an invitation because it was used. */
export const endInvitation = async (work: Work, { id, person }: Invitation): Promise<void> => {
  await work.db.updateTable('invitation').set({ ended_at: work.now, accepted: true }).where('id', '=', id).execute()
  await work.audit('accepted-invitation', 'invitations', [person])
  await work.notify('invitations')
}

/**
 * Somebody who holds an expired code asks for a new one. Where it came by mail a new mail goes to the address that school
 * knows, and to no other; otherwise the office reads that it was asked. Nothing for a code that is not one that expired.
 */
export const askAgain = async (work: Work, code: string): Promise<'mailed' | 'asked' | null> => {
  const found = await findInvitation(work, code)
  if (!('gone' in found) || found.gone !== 'expired') return null
  const row = await work.db
    .updateTable('invitation')
    .set({ asked_again_at: work.now })
    .where('code_hash', '=', hashOfCode(code))
    .returning(['person_id', 'channel', 'created_by'])
    .executeTakeFirstOrThrow()
  await work.audit('asked-for-invitation', 'invitations', [row.person_id])
  await work.notify('invitations')
  if (row.channel !== 'mail' || !row.created_by) return 'asked'
  await issueInvitations(work, [{ person: row.person_id, channel: 'mail' }], row.created_by)
  return 'mailed'
}

/** The person that an account is in this organisation already, if it is one: it can be one person of each. */
export const personHere = async (work: Work, account: string): Promise<string | null> => {
  const row = await work.db
    .selectFrom('account_person')
    .select('person_id')
    .where('account_id', '=', account)
    .where('organisation_id', '=', work.organisation)
    .executeTakeFirst()
  return row?.person_id ?? null
}
