import { randomUUID } from 'node:crypto'
import type { NotNull } from 'kysely'
import { namesOf, withRoleToday } from '#products/school/index.ts'
import { giveItem, takeItemBack } from '#shared/attention/item.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { messageRecord, reportReason } from '../personal-data.ts'
import type { Seated } from '../seats.ts'
import { MODULE } from '../telling.ts'

/** Somebody else's message in a conversation that one reads, to report it. */
export const reportable = async (work: Work, me: Me, { thread }: Seated, id: string, unnamed: string) => {
  const row = await work.db
    .selectFrom('message')
    .select(['id', 'author_id', 'record', 'sent_at'])
    .where('id', '=', id)
    .where('thread_id', '=', thread.id)
    .where('author_id', '<>', me.id)
    .where('kind', '=', 'text')
    .$narrowType<{ record: NotNull }>()
    .executeTakeFirst()
  if (!row) return null
  const [opened] = await work.open([row], { record: reading(messageRecord, 'id', 'text') })
  if (!opened) return null
  const names = await namesOf(work, [row.author_id])
  return {
    id,
    author: { id: row.author_id, name: names.get(row.author_id)?.name ?? unnamed },
    text: opened.record.text,
    at: row.sent_at,
  }
}

/** Reports a message to the principal, with the reason. Reported again by the same person it stays one report. */
export const report = async (
  work: Work,
  me: Me,
  { thread }: Seated,
  message: string,
  reason: string,
): Promise<void> => {
  const id = randomUUID()
  const made = await work.db
    .insertInto('message_report')
    .values({
      id,
      message_id: message,
      thread_id: thread.id,
      reporter_id: me.id,
      reported_at: work.now,
      reason: await work.seal(reportReason, { subject: thread.id, row: id }, { text: reason }),
    })
    .onConflict((same) => same.doNothing())
    .returning('id')
    .execute()
  if (made.length === 0) return
  const principals = await withRoleToday(work, ['principal'])
  const readers = principals.map((one) => one.id)
  await giveItem(work, { module: MODULE, subject: id, readers, class: 'urgent' })
  await work.audit('reported-message', thread.id, [])
}

export const openReports = async (work: Work): Promise<number> => {
  const row = await work.db
    .selectFrom('message_report')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('handled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.open)
}

const NEWEST = 100

/** What was reported, for the principal: that one message and the reason, nothing around it. What waits comes first. */
export const listReports = async (work: Work, unnamed: string) => {
  const rows = await work.db
    .selectFrom('message_report as report')
    .innerJoin('message', 'message.id', 'report.message_id')
    .select([
      'report.id',
      'report.reporter_id',
      'report.reported_at',
      'report.reason',
      'report.handled_by',
      'report.handled_at',
    ])
    .select(['message.id as message', 'message.author_id', 'message.record', 'message.sent_at'])
    .$narrowType<{ record: NotNull }>()
    .orderBy('report.reported_at', 'desc')
    .limit(NEWEST)
    .execute()
  const opened = await work.open(rows, {
    reason: reading(reportReason, 'id', 'text'),
    record: reading(messageRecord, 'message', 'text'),
  })
  const names = await namesOf(
    work,
    rows.flatMap(({ reporter_id, author_id, handled_by }) => [
      reporter_id,
      author_id,
      ...(handled_by ? [handled_by] : []),
    ]),
  )
  const nameOf = (id: string) => names.get(id)?.name ?? unnamed
  return opened.map((row) => ({
    id: row.id,
    author: { id: row.author_id, name: nameOf(row.author_id) },
    reporter: nameOf(row.reporter_id),
    text: row.record.text,
    reason: row.reason.text,
    sentAt: row.sent_at,
    reportedAt: row.reported_at,
    handled: row.handled_at && row.handled_by ? { by: nameOf(row.handled_by), at: row.handled_at } : null,
  }))
}

export type Reported = Awaited<ReturnType<typeof listReports>>[number]

/** The principal dealt with it. Answers false for what is no report that waits. */
export const handleReport = async (work: Work, me: Me, id: string): Promise<boolean> => {
  const rows = await work.db
    .updateTable('message_report')
    .set({ handled_by: me.id, handled_at: work.now })
    .where('id', '=', id)
    .where('handled_at', 'is', null)
    .returning('thread_id')
    .execute()
  if (rows.length === 0) return false
  await takeItemBack(work, { module: MODULE, subject: id })
  await work.audit('handled-message-report', id, [])
  return true
}
