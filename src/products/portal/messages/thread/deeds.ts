import { namesWithRoleToday } from '#products/school/index.ts'
import { giveItem } from '#shared/attention/item.ts'
import { removeFiles } from '#shared/files/jobs.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { messageRecord } from '../personal-data.ts'
import { type Seated, seatsOf } from '../seats.ts'
import { MODULE, renew, tellSchool, untell } from '../telling.ts'
import { happened } from '../writing.ts'

const locked = (work: Work, thread: string) =>
  work.db.selectFrom('message_thread').select('id').where('id', '=', thread).forUpdate().execute()

const ownMessage = (work: Work, me: Me, thread: string, id: string) =>
  work.db
    .selectFrom('message')
    .select(['id', 'record', 'sent_at', 'from_school', 'thread_id'])
    .where('id', '=', id)
    .where('thread_id', '=', thread)
    .where('author_id', '=', me.id)
    .where('kind', '=', 'text')
    .executeTakeFirst()

/** Whether somebody on the other side has read up to a message. */
const wasRead = async (
  work: Work,
  { seats }: Seated,
  message: { sent_at: Date; from_school: boolean; thread_id: string },
) => {
  const rows = await work.db
    .selectFrom('message_seen')
    .select('person_id')
    .where('thread_id', '=', message.thread_id)
    .where('read_to', '>=', message.sent_at)
    .execute()
  return rows.some(({ person_id }) => seats.home.includes(person_id) === message.from_school)
}

/** What still waits for the school after a message went: the oldest that it did not answer. */
const recount = async (work: Work, thread: string): Promise<void> => {
  const oldest = await work.db
    .selectFrom('message')
    .select(['sent_at', 'answer_by'])
    .where('thread_id', '=', thread)
    .where('kind', '=', 'text')
    .where('from_school', '=', false)
    .where('answered_at', 'is', null)
    .orderBy('sent_at')
    .executeTakeFirst()
  await work.db
    .updateTable('message_thread')
    .set({ waits_since: oldest?.sent_at ?? null, promised_on: oldest?.answer_by ?? null })
    .where('id', '=', thread)
    .execute()
  if (!oldest) await untell(work, thread)
}

/**
 * Takes an own message back, for as long as nobody on the other side has read it: it is gone, with its files. What was not said
 * leaves nothing behind: a letter that is taken back is gone as a whole, and so is a conversation of one message.
 */
export const takeBack = async (
  work: Work,
  me: Me,
  seated: Seated,
  id: string,
): Promise<'done' | 'read' | 'unknown'> => {
  const thread = seated.thread.id
  await locked(work, thread)
  const message = await ownMessage(work, me, thread, id)
  if (!message) return 'unknown'
  if (await wasRead(work, seated, message)) return 'read'
  const files = await work.db.deleteFrom('message_file').where('message_id', '=', id).returning('id').execute()
  await removeFiles(
    work,
    files.map((file) => file.id),
  )
  await work.db.deleteFrom('message').where('id', '=', id).execute()
  await work.audit('took-back-message', thread, [])
  await recount(work, thread)
  const left = await work.db
    .selectFrom('message')
    .select('id')
    .where('thread_id', '=', thread)
    .where('kind', '=', 'text')
    .executeTakeFirst()
  if (!left) {
    await untell(work, thread)
    await work.db.deleteFrom('message_thread').where('id', '=', thread).execute()
    await work.destroyKey(thread)
  }
  await renew(work, thread, [...seated.seats.home, ...seated.seats.school])
  return 'done'
}

/** The text of an own message, to correct it. */
export const ownText = async (work: Work, me: Me, thread: string, id: string) => {
  const row = await ownMessage(work, me, thread, id)
  if (!row) return null
  const [opened] = await work.open([row], { record: reading(messageRecord, 'id', 'text', 'heading', 'earlier') })
  return opened?.record ?? null
}

/** Corrects an own message: how it was before stays to be seen. The same text again changes nothing. */
export const correct = async (
  work: Work,
  me: Me,
  { thread, seats }: Seated,
  id: string,
  text: string,
): Promise<boolean> => {
  await locked(work, thread.id)
  const before = await ownText(work, me, thread.id, id)
  if (!before) return false
  if (before.text === text) return true
  const earlier = [...before.earlier, { text: before.text, until: work.now.toISOString() }]
  const record = await work.seal(messageRecord, { subject: thread.id, row: id }, { ...before, text, earlier })
  await work.db.updateTable('message').set({ record, corrected_at: work.now }).where('id', '=', id).execute()
  await work.audit('corrected-message', thread.id, [])
  await renew(work, thread.id, [...seats.home, ...seats.school])
  return true
}

/** School closes a conversation: nothing in it waits for an answer any more. Whoever writes opens it again. */
export const close = async (work: Work, me: Me, { thread, seats }: Seated): Promise<void> => {
  if (thread.closed_at) return
  await work.db
    .updateTable('message')
    .set({ answered_at: work.now, answer_by: null })
    .where('thread_id', '=', thread.id)
    .where('from_school', '=', false)
    .where('answered_at', 'is', null)
    .execute()
  await work.db
    .updateTable('message_thread')
    .set({ closed_at: work.now, waits_since: null, promised_on: null })
    .where('id', '=', thread.id)
    .execute()
  await happened(work, me, thread.id, 'closed', { fromSchool: true })
  await untell(work, thread.id)
  await renew(work, thread.id, [...seats.home, ...seats.school])
}

/** To whom a conversation can be handed: the team, the principal first. */
export const colleagues = async (work: Work, me: Me) => {
  const principals = await namesWithRoleToday(work, ['principal'])
  const others = await namesWithRoleToday(work, ['teacher', 'substitute', 'support', 'administrator'])
  const first = new Set(principals.map(({ id }) => id))
  return [
    ...principals.map((one) => ({ ...one, principal: true })),
    ...others.filter(({ id }) => !first.has(id)).map((one) => ({ ...one, principal: false })),
  ].filter(({ id }) => id !== me.id)
}

/**
 * Hands a conversation over to a colleague, with everything that was said, or gives it back to the team of the group (`to` is
 * nothing). Who is in it reads that, and who reads along from now on. Refuses who does not work here today.
 */
export const handOver = async (work: Work, me: Me, { thread }: Seated, to: string | null): Promise<boolean> => {
  if (to === null && thread.kind !== 'team') return false
  if (to !== null && !(await colleagues(work, me)).some(({ id }) => id === to)) return false
  if (thread.owner_id === to) return true
  await work.db
    .updateTable('message_thread')
    .set({ owner_id: to })
    .where((or) => or.or([or('id', '=', thread.id), or('answers_id', '=', thread.id)]))
    .execute()
  await happened(work, me, thread.id, to ? 'handed' : 'returned', { fromSchool: true, to })
  const seats = await seatsOf(work, thread.id)
  if (thread.waits_since) {
    await untell(work, thread.id)
    await tellSchool(work, thread.id, seats.school, thread.promised_on)
  } else if (to) await giveItem(work, { module: MODULE, subject: thread.id, readers: [to], class: 'to-know' })
  await renew(work, thread.id, [...seats.home, ...seats.school])
  return true
}
