import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { FileStore } from '#shared/files/index.ts'
import type { Me } from '#shared/identity/me.ts'
import { inTurn } from '#shared/tenancy/in-turn.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { promisedBy } from '../attention/rules/message-rules.ts'
import { type Attached, keepFiles } from './files.ts'
import { messageRecord } from './personal-data.ts'
import { type Seats, type Side, seatsOf } from './seats.ts'
import { tell, type Urgency } from './telling.ts'

/** What somebody wants to say. `key`: a form sent twice is one message. */
export type Words = {
  readonly key: string
  readonly text: string
  readonly heading?: string | null
  readonly files: readonly Attached[]
  readonly urgency?: Urgency | undefined
}

/** The conversation in which this form arrived before; nothing for a new one. */
export const sentBefore = async (work: Work, me: Me, key: string): Promise<string | null> => {
  await inTurn(work, key)
  const row = await work.db
    .selectFrom('message')
    .select('thread_id')
    .where('author_id', '=', me.id)
    .where('request_key', '=', key)
    .executeTakeFirst()
  return row?.thread_id ?? null
}

/** What school was asked and has not answered: it is answered now. */
const answer = (work: Work, thread: string) =>
  work.db
    .updateTable('message')
    .set({ answered_at: work.now })
    .where('thread_id', '=', thread)
    .where('from_school', '=', false)
    .where('kind', '=', 'text')
    .where('answered_at', 'is', null)
    .execute()

/**
 * Says something in a conversation, tells the other side, and keeps what school promised about it. Whether the author may
 * write there is for the caller to know; who gets it is asked of the seats now.
 */
export const say = async (
  work: Work,
  me: Me,
  { thread, side, store }: { thread: string; side: Side; store: FileStore },
  words: Words,
): Promise<{ message: string; seats: Seats }> => {
  const id = randomUUID()
  const promised = side === 'home' ? await promisedBy(work) : null
  const record = { text: words.text, heading: words.heading ?? null, earlier: [] }
  await work.db
    .insertInto('message')
    .values({
      id,
      thread_id: thread,
      kind: 'text',
      author_id: me.id,
      from_school: side === 'school',
      sent_at: work.now,
      record: await work.seal(messageRecord, { subject: thread, row: id }, record),
      answer_by: promised,
      request_key: words.key,
    })
    .execute()
  await keepFiles(work, store, { thread, message: id }, words.files)
  if (side === 'school') await answer(work, thread)
  await work.db
    .updateTable('message_thread')
    .set(({ fn, ref, val }) => ({
      last_at: work.now,
      closed_at: null,
      waits_since: side === 'school' ? null : fn.coalesce(ref('waits_since'), val(work.now)),
      promised_on: side === 'school' ? null : fn.coalesce(ref('promised_on'), sql<string>`${promised}::date`),
    }))
    .where('id', '=', thread)
    .execute()
  const seats = await seatsOf(work, thread)
  await tell(work, thread, { seats, author: me.id, side, promised, urgency: words.urgency })
  await work.audit('wrote-message', thread, [])
  return { message: id, seats }
}

/** Writes down in a conversation what happened to it: who handed it over, who closed it. */
export const happened = async (
  work: Work,
  me: Me,
  thread: string,
  kind: 'handed' | 'returned' | 'closed' | 'shared' | 'parted',
  { fromSchool, to = null }: { fromSchool: boolean; to?: string | null },
): Promise<void> => {
  await work.db
    .insertInto('message')
    .values({
      id: randomUUID(),
      thread_id: thread,
      kind,
      author_id: me.id,
      from_school: fromSchool,
      to_id: to,
      sent_at: work.now,
    })
    .execute()
  await work.audit(`${kind}-messages`, thread, to ? [to] : [])
}
