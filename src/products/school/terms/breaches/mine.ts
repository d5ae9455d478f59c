import type { Me } from '#shared/identity/me.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { barReason, breachRecord } from '../personal-data.ts'
import { answersRead, objectionsTo, unreadAnswers } from './objections.ts'
import { standingOf, type What } from './standing.ts'

/** How many messages somebody has about the terms. */
export const countMine = async (work: Work, me: Me): Promise<number> => {
  const row = await work.db
    .selectFrom('terms_breach')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('person_id', '=', me.id)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

const unread = prepared(({ db }, { person }: { person: string }) =>
  db
    .selectFrom('terms_breach')
    .select('id')
    .where('person_id', '=', person)
    .where('read_at', 'is', null)
    .unionAll(unreadAnswers({ db }, person))
    .limit(1),
)

/** Whether a message, or an answer to an objection, waits to be read. */
export const hasUnread = async (work: Work, me: Me): Promise<boolean> =>
  (await unread(work, { person: me.id })).length > 0

/** The last day of what is kept from somebody now. */
export const barredUntil = async (work: Work, me: Me): Promise<string | null> => {
  const row = await work.db
    .selectFrom('terms_restriction')
    .select('to_on')
    .where('person_id', '=', me.id)
    .where('state', '=', 'in-force')
    .executeTakeFirst()
  return row?.to_on ?? null
}

/**
 * What school told somebody, the newest first, with the restrictions that count or counted: not one that still waits for a
 * second person. Who saw the evidence is not in it. Notes that they were read.
 */
export const readMine = async (work: Work, me: Me) => {
  const rows = await work.db
    .selectFrom('terms_breach')
    .select(['id', 'kind', 'record', 'noted_at'])
    .where('person_id', '=', me.id)
    .orderBy('noted_at', 'desc')
    .execute()
  const messages = await work.open(rows, { record: reading(breachRecord, 'id', 'message') })
  const bars = await work.open(
    await work.db
      .selectFrom('terms_restriction')
      .select(['id', 'breach_id', 'what', 'reason', 'from_on', 'to_on', 'state', 'confirmed_by'])
      .where('person_id', '=', me.id)
      .where('state', '!=', 'waiting')
      .orderBy('asked_at', 'desc')
      .execute(),
    { reason: reading(barReason, 'id', 'text') },
  )
  const objections = await objectionsTo(
    work,
    bars.map((bar) => bar.id),
  )
  await answersRead(work, me)
  await work.db
    .updateTable('terms_breach')
    .set({ read_at: work.now })
    .where('person_id', '=', me.id)
    .where('read_at', 'is', null)
    .execute()
  return messages.map(({ id, record, noted_at }) => ({
    id,
    message: record.message,
    at: noted_at,
    bars: bars
      .filter((bar) => bar.breach_id === id)
      .map((bar) => ({
        id: bar.id,
        what: bar.what as What,
        reason: bar.reason.text,
        from: bar.from_on,
        to: bar.to_on,
        stands: standingOf(work, bar),
        objection: objections.get(bar.id) ?? null,
      })),
  }))
}
export type MyMessage = Awaited<ReturnType<typeof readMine>>[number]
