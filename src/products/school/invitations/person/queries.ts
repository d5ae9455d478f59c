import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { fullName } from '../../people/names.ts'
import { personRecord } from '../../people/personal-data.ts'
import type { Channel } from '../issuing.ts'

export type Earlier = {
  readonly id: string
  readonly channel: Channel
  readonly sent: Date
  readonly by: string | null
  readonly until: Date
  readonly became: 'open' | 'expired' | 'accepted' | 'replaced'
  readonly mail: string | null
  /** When, and by whom, the account was taken away again. */
  readonly parted: { readonly at: Date; readonly by: string | null } | null
  readonly joined: boolean
}

const became = (row: { accepted: boolean; ended_at: Date | null; expires_at: Date }, now: Date): Earlier['became'] => {
  if (row.accepted) return 'accepted'
  if (row.ended_at) return 'replaced'
  return row.expires_at > now ? 'open' : 'expired'
}

/** Every invitation of somebody, the latest first: by whom, how, and what came of it. */
export const historyOf = async (work: Work, person: string): Promise<Earlier[]> => {
  const rows = await work.db
    .selectFrom('invitation')
    .selectAll()
    .where((or) => or.or([or('person_id', '=', person), or('moved_to', '=', person)]))
    .orderBy('created_at', 'desc')
    .execute()
  const people = [...new Set(rows.flatMap((row) => [row.created_by, row.parted_by]).filter((id) => id !== null))]
  const found = await work.db.selectFrom('person').select(['id', 'record']).where('id', 'in', oneOf(people)).execute()
  const opened = await work.open(found, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  const names = new Map(opened.map(({ id, record }) => [id, fullName(record)]))
  const nameOf = (id: string | null) => (id && names.get(id)) || null
  return rows.map((row) => ({
    id: row.id,
    channel: row.channel as Channel,
    sent: row.created_at,
    by: nameOf(row.created_by),
    until: row.expires_at,
    became: became(row, work.now),
    mail: row.mail,
    parted: row.parted_at && { at: row.parted_at, by: nameOf(row.parted_by) },
    joined: row.moved_from !== null,
  }))
}

/** What an office may know of how to reach somebody: whether there is a mail address, not which. */
export const hasAddress = async (work: Work, person: string): Promise<boolean> => {
  const rows = await work.db.selectFrom('person').select(['id', 'record']).where('id', '=', person).execute()
  const [row] = await work.open(rows, { record: reading(personRecord, 'id', 'email') })
  return Boolean(row?.record.email)
}
