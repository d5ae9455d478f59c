import { randomUUID } from 'node:crypto'
import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { codeOf, hashOfCode } from './code.ts'

/** How an invitation travels: shown to the office to pass on, printed, or mailed. */
export type Channel = 'link' | 'letter' | 'mail'

/** A letter waits in a bag and on a table; a link is opened today or not at all. */
const DAYS: Readonly<Record<Channel, number>> = { link: 14, mail: 14, letter: 28 }

export type Invited = { readonly person: string; readonly channel: Channel }
type Issued = { readonly id: string; readonly person: string; readonly expires: Date }

/** The people among these who have an account here. */
const withAccount = async (work: Work, people: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await work.db
    .selectFrom('account_person')
    .select('person_id')
    .where('organisation_id', '=', work.organisation)
    .where('person_id', 'in', oneOf(people))
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

/**
 * Makes a one-time invitation for each of these who is at school and has no account; an earlier one of theirs ends. A mail
 * is on its way when this commits. Two who do this at the same moment come after each other, person by person.
 */
export const issueInvitations = async (
  work: Work,
  invited: readonly Invited[],
  by: string,
  round: string | null = null,
): Promise<Issued[]> => {
  const people = invited.map(({ person }) => person)
  const held = await work.db
    .selectFrom('person')
    .select('id')
    .where('id', 'in', oneOf(people))
    .where('state', '=', 'active')
    .orderBy('id')
    .forUpdate()
    .execute()
  const there = new Set(held.map(({ id }) => id))
  const has = await withAccount(work, people)
  const now = invited.filter(({ person }) => there.has(person) && !has.has(person))
  if (now.length === 0) return []
  await work.db
    .updateTable('invitation')
    .set({ ended_at: work.now })
    .where('person_id', 'in', oneOf(now.map(({ person }) => person)))
    .where('ended_at', 'is', null)
    .execute()
  const rows = now.map(({ person, channel }) => {
    const id = randomUUID()
    return {
      id,
      person_id: person,
      code_hash: hashOfCode(codeOf(work, id)),
      created_by: by,
      created_at: work.now,
      expires_at: new Date(work.now.getTime() + DAYS[channel] * 86_400_000),
      channel,
      round_id: round,
      mail: channel === 'mail' ? ('waiting' as const) : null,
    }
  })
  await work.db.insertInto('invitation').values(rows).execute()
  for (const { id, channel } of rows) if (channel === 'mail') await work.enqueue('send-invitation', { invitation: id })
  await work.audit(
    'invited',
    'invitations',
    now.map(({ person }) => person),
  )
  await work.notify('invitations')
  return rows.map((row) => ({ id: row.id, person: row.person_id, expires: row.expires_at }))
}
