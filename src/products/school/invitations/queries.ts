import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { fullName } from '../people/names.ts'
import { personRecord } from '../people/personal-data.ts'
import { rolesOf } from '../people/roles.ts'
import { hashOfCode, newCode } from './code.ts'

const DAYS = 14

/**
 * Makes a one-time invitation for somebody without an account and answers its code, which nobody can read again; an
 * earlier one ends. Nothing when the person can sign in already.
 */
export const issueInvitation = async (
  work: Work,
  person: string,
  by: string,
): Promise<{ code: string; expires: Date } | null> => {
  const account = await work.db
    .selectFrom('account_person')
    .select('account_id')
    .where('organisation_id', '=', work.organisation)
    .where('person_id', '=', person)
    .executeTakeFirst()
  if (account) return null
  await work.db
    .updateTable('invitation')
    .set({ ended_at: work.now })
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .execute()
  const code = newCode()
  const expires = new Date(work.now.getTime() + DAYS * 86_400_000)
  await work.db
    .insertInto('invitation')
    .values({
      person_id: person,
      code_hash: hashOfCode(code),
      created_by: by,
      created_at: work.now,
      expires_at: expires,
    })
    .execute()
  await work.audit('invited', 'invitations', [person])
  return { code, expires }
}

export type Invitation = {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly staff: boolean
}

/**
 * The open invitation of a code, held until the end of the transaction so that it works once. From here on the
 * transaction acts as the invited person, who alone may see the own protected row. Nothing for a code that is wrong, used,
 * replaced or expired, and for somebody who left.
 */
export const findInvitation = async (work: Work, code: string): Promise<Invitation | null> => {
  const invitation = await work.db
    .selectFrom('invitation')
    .select(['id', 'person_id'])
    .where('code_hash', '=', hashOfCode(code))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', work.now)
    .forUpdate()
    .executeTakeFirst()
  if (!invitation) return null
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
  if (!row) return null
  const roles = (await rolesOf(work, [person])).get(person) ?? []
  return { id, person, name: fullName(row.record), staff: roles.some((role) => role !== 'pupil') }
}

/** Ends an invitation because it was used. */
export const endInvitation = async (work: Work, { id, person }: Invitation): Promise<void> => {
  await work.db.updateTable('invitation').set({ ended_at: work.now, accepted: true }).where('id', '=', id).execute()
  await work.audit('accepted-invitation', 'invitations', [person])
}

/** Whether an account is somebody of this organisation already: it can be one person of each. */
export const isSomebodyHere = async (work: Work, account: string): Promise<boolean> => {
  const row = await work.db
    .selectFrom('account_person')
    .select('person_id')
    .where('account_id', '=', account)
    .where('organisation_id', '=', work.organisation)
    .executeTakeFirst()
  return row !== undefined
}
