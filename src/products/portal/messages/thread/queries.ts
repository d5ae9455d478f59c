import { type Named, namesOf } from '#products/school/index.ts'
import { readItems } from '#shared/attention/item.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { fileRecord, messageRecord, type Written } from '../personal-data.ts'
import { type Seated, type Side, seatIn } from '../seats.ts'
import { MODULE, renew } from '../telling.ts'

type Person = { readonly id: string; readonly name: string }

/** Something in a conversation: what somebody said, or what happened to it. */
export type Said = {
  readonly id: string
  readonly thread: string
  readonly kind: string
  readonly at: Date
  readonly author: Person
  readonly fromSchool: boolean
  readonly to: string | null
  readonly record: Written | null
  readonly correctedAt: Date | null
  readonly files: readonly { readonly id: string; readonly kind: string; readonly name: string }[]
  readonly reported: boolean
}

type Reading = { readonly person: Person; readonly readTo: Date; readonly at: Date; readonly side: Side }

/** A conversation as somebody reads it. */
export type Conversation = Seated & {
  readonly said: readonly Said[]
  readonly group: string | null
  readonly guardians: readonly Person[]
  readonly secret: number
  readonly pupils: readonly Named[]
  readonly owner: string | null
  readonly read: readonly Reading[]
}

const messages = (work: Work, me: Me, threads: readonly string[]) =>
  work.db
    .selectFrom('message')
    .leftJoin('message_report as report', (join) =>
      join.onRef('report.message_id', '=', 'message.id').on('report.reporter_id', '=', me.id),
    )
    .select([
      'message.id',
      'message.thread_id',
      'kind',
      'author_id',
      'from_school',
      'to_id',
      'sent_at',
      'record',
      'corrected_at',
    ])
    .select('report.id as report')
    .where('message.thread_id', 'in', oneOf(threads))
    .orderBy('sent_at')
    .orderBy('message.id')
    .execute()

const filesIn = async (work: Work, threads: readonly string[]) => {
  const rows = await work.db
    .selectFrom('message_file')
    .select(['id', 'message_id', 'kind', 'record'])
    .where('thread_id', 'in', oneOf(threads))
    .orderBy('kind', 'desc')
    .execute()
  const opened = await work.open(rows, { record: reading(fileRecord, 'id', 'name') })
  return Map.groupBy(opened, ({ message_id }) => message_id)
}

/** Everything that was said in conversations, the oldest first; `names`: of who said it. */
const saidIn = async (
  work: Work,
  me: Me,
  threads: readonly string[],
  unnamed: string,
): Promise<{ said: Said[]; names: ReadonlyMap<string, Named> }> => {
  const rows = await messages(work, me, threads)
  const opened = await work.open(rows, { record: reading(messageRecord, 'id', 'text', 'heading', 'earlier') })
  const files = await filesIn(work, threads)
  const names = await namesOf(
    work,
    rows.flatMap(({ author_id, to_id }) => [author_id, ...(to_id ? [to_id] : [])]),
  )
  const nameOf = (id: string) => names.get(id)?.name ?? unnamed
  const said = opened.map((row) => ({
    id: row.id,
    thread: row.thread_id,
    kind: row.kind,
    at: row.sent_at,
    author: { id: row.author_id, name: nameOf(row.author_id) },
    fromSchool: row.from_school,
    to: row.to_id && nameOf(row.to_id),
    record: row.record,
    correctedAt: row.corrected_at,
    files: (files.get(row.id) ?? []).map(({ id, kind, record }) => ({ id, kind, name: record.name })),
    reported: row.report !== null,
  }))
  return { said, names }
}

const membersOf = (work: Work, thread: string) =>
  work.db.selectFrom('message_member').select(['guardian_id', 'pupil_id']).where('thread_id', '=', thread).execute()

/** Who has read what, of whoever still reads it. */
const readingsOf = async (
  work: Work,
  { seats }: Seated,
  threads: readonly string[],
  unnamed: string,
): Promise<Reading[]> => {
  const rows = await work.db
    .selectFrom('message_seen')
    .select(['person_id', 'read_to', 'seen_at'])
    .where('thread_id', 'in', oneOf(threads))
    .orderBy('seen_at')
    .execute()
  const names = await namesOf(
    work,
    rows.map(({ person_id }) => person_id),
  )
  return rows.map(({ person_id, read_to, seen_at }) => ({
    person: { id: person_id, name: names.get(person_id)?.name ?? unnamed },
    readTo: read_to,
    at: seen_at,
    side: seats.home.includes(person_id) ? 'home' : 'school',
  }))
}

/** The answer that this guardian gave to a letter, if any. */
const ownReply = async (work: Work, me: Me, letter: string): Promise<string | null> => {
  const row = await work.db
    .selectFrom('message_thread as reply')
    .innerJoin('message_member as member', 'member.thread_id', 'reply.id')
    .select('reply.id')
    .where('reply.answers_id', '=', letter)
    .where('member.guardian_id', '=', me.id)
    .executeTakeFirst()
  return row?.id ?? null
}

/**
 * A conversation as somebody who reads it today sees it; nothing for everybody else. A guardian sees a letter of the school
 * with the own answers under it, and no one else's.
 */
export const readThread = async (work: Work, me: Me, id: string, unnamed: string): Promise<Conversation | null> => {
  const seated = await seatIn(work, me.id, id)
  if (!seated) return null
  const { thread, side } = seated
  const reply = thread.kind === 'letter' && side === 'home' ? await ownReply(work, me, id) : null
  const threads = reply ? [id, reply] : [id]
  const { said } = await saidIn(work, me, threads, unnamed)
  const members = await membersOf(work, id)
  const shown =
    thread.kind === 'letter' && side === 'home' ? members.filter(({ guardian_id }) => guardian_id === me.id) : members
  const people = new Set(shown.map(({ guardian_id }) => guardian_id))
  const children = [...new Set(shown.map(({ pupil_id }) => pupil_id))]
  const names = await namesOf(work, [...people, ...children, ...(thread.owner_id ? [thread.owner_id] : [])])
  const group = thread.group_id
    ? await work.db.selectFrom('school_group').select('name').where('id', '=', thread.group_id).executeTakeFirst()
    : null
  const guardians = [...people].flatMap((guardian) => {
    const found = names.get(guardian)
    return found ? [{ id: guardian, name: found.name }] : []
  })
  return {
    ...seated,
    said,
    group: group?.name ?? null,
    guardians,
    secret: people.size - guardians.length,
    pupils: children.flatMap((child) => names.get(child) ?? []),
    owner: (thread.owner_id && names.get(thread.owner_id)?.name) || null,
    read: await readingsOf(work, seated, threads, unnamed),
  }
}

/**
 * Notes that somebody has these messages before them. What was read can no longer be taken back: both take the lock of the
 * conversation. The other side hears it, once.
 */
export const noteRead = async (work: Work, me: Me, { thread, seats, said }: Conversation): Promise<void> => {
  const ids = [...new Set([thread.id, ...said.map((one) => one.thread)])]
  await readItems(work, me, MODULE, ids)
  for (const id of ids) {
    const last = said.filter((one) => one.thread === id && one.author.id !== me.id).at(-1)
    if (!last) continue
    await work.db.selectFrom('message_thread').select('id').where('id', '=', id).forUpdate().execute()
    const fresh = await work.db
      .insertInto('message_seen')
      .values({ thread_id: id, person_id: me.id, read_to: last.at, seen_at: work.now })
      .onConflict((same) =>
        same
          .columns(['organisation_id', 'thread_id', 'person_id'])
          .doUpdateSet({ read_to: last.at, seen_at: work.now })
          .where('message_seen.read_to', '<', last.at),
      )
      .returning('thread_id')
      .execute()
    if (fresh.length > 0) await renew(work, id, [me.id, ...(thread.kind === 'letter' ? [] : seats.school)])
  }
}
