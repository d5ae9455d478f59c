import type { NotNull } from 'kysely'
import { namesOf } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { messageRecord } from '../personal-data.ts'
import { readBy, type Side } from '../seats.ts'

/** A line in the list of conversations. */
export type Line = {
  readonly id: string
  readonly kind: 'team' | 'letter' | 'reply'
  readonly side: Side
  readonly group: string | null
  readonly guardians: readonly { readonly id: string; readonly name: string }[]
  readonly secret: number
  readonly pupils: readonly string[]
  readonly lastAt: Date
  readonly waitsSince: Date | null
  readonly promisedOn: string | null
  readonly closed: boolean
  readonly shared: boolean
  /** The newest words, and who wrote them. */
  readonly last: {
    readonly author: string
    readonly mine: boolean
    readonly text: string
    readonly heading: string | null
  } | null
  readonly unread: boolean
  /** Of a letter: how many guardians have it, and how many of them read it. */
  readonly sent: number
  readonly readBy: number
}

/** The list is one page: what is older is found by searching. */
const MOST = 150

const threadsOn = (side: Side) =>
  prepared(({ db }, { person, today }: { person: string; today: string }) =>
    db
      .selectFrom('message_thread as thread')
      .leftJoin('school_group as own', 'own.id', 'thread.group_id')
      .select([
        'thread.id',
        'thread.kind',
        'thread.last_at',
        'thread.waits_since',
        'thread.promised_on',
        'thread.closed_at',
      ])
      .select(['thread.shared', 'own.name as group', 'thread.answers_id'])
      .where('thread.id', 'in', readBy({ db, today }, person, side))
      .orderBy('thread.last_at', 'desc')
      .limit(MOST),
  )
const threads = { home: threadsOn('home'), school: threadsOn('school') }

type Ids = { readonly ids: readonly string[] }

const newestIn = prepared(({ db }, { ids }: Ids) =>
  db
    .selectFrom('message')
    .select(['id', 'thread_id', 'author_id', 'record', 'sent_at'])
    .distinctOn('thread_id')
    .where('thread_id', 'in', oneOf(ids))
    .where('kind', '=', 'text')
    .$narrowType<{ record: NotNull }>()
    .orderBy('thread_id')
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc'),
)

const newest = async (work: Work, ids: readonly string[]) => {
  const rows = await newestIn(work, { ids })
  const opened = await work.open(rows, { record: reading(messageRecord, 'id', 'text', 'heading') })
  return new Map(opened.map((row) => [row.thread_id, row]))
}

const seenBy = prepared(({ db }, { ids }: Ids) =>
  db.selectFrom('message_seen').select(['thread_id', 'person_id', 'read_to']).where('thread_id', 'in', oneOf(ids)),
)

const membersOf = prepared(({ db }, { ids }: Ids) =>
  db.selectFrom('message_member').select(['thread_id', 'guardian_id', 'pupil_id']).where('thread_id', 'in', oneOf(ids)),
)

/**
 * The conversations that somebody reads on one side, the newest first. The answers that a guardian gave to a letter stand with
 * the letter; the team has each answer by itself, since it is a conversation.
 */
export const listLines = async (work: Work, me: Me, side: Side): Promise<Line[]> => {
  const all = await threads[side](work, { person: me.id, today: work.today })
  const rows = side === 'home' ? all.filter(({ kind }) => kind !== 'reply') : all
  if (rows.length === 0) return []
  const ids = all.map(({ id }) => id)
  const [last, seen, seats] = await Promise.all([newest(work, ids), seenBy(work, { ids }), membersOf(work, { ids })])
  const members = Map.groupBy(seats, ({ thread_id }) => thread_id)
  const shown = (id: string, kind: string) => (kind === 'letter' ? [] : (members.get(id) ?? []))
  const names = await namesOf(
    work,
    rows.flatMap(({ id, kind }) => [
      ...shown(id, kind).flatMap(({ guardian_id, pupil_id }) => [guardian_id, pupil_id]),
      ...(last.get(id) ? [last.get(id)!.author_id] : []),
    ]),
  )
  return rows.map((row): Line => {
    const guardians = [...new Set(shown(row.id, row.kind).map(({ guardian_id }) => guardian_id))]
    const pupils = [...new Set(shown(row.id, row.kind).map(({ pupil_id }) => pupil_id))]
    const known = guardians.flatMap((id) => (names.get(id) ? [{ id, name: names.get(id)!.name }] : []))
    const answers = all.filter(({ answers_id }) => side === 'home' && answers_id === row.id)
    const words = [row, ...answers]
      .flatMap(({ id }) => last.get(id) ?? [])
      .sort((one, other) => other.sent_at.getTime() - one.sent_at.getTime())
    const [newestOf] = words
    const receivers = new Set((members.get(row.id) ?? []).map(({ guardian_id }) => guardian_id))
    const unread = words.some(
      ({ thread_id, author_id, sent_at }) =>
        author_id !== me.id &&
        !seen.some((one) => one.thread_id === thread_id && one.person_id === me.id && one.read_to >= sent_at),
    )
    return {
      id: row.id,
      kind: row.kind as Line['kind'],
      side,
      group: row.group,
      guardians: known,
      secret: guardians.length - known.length,
      pupils: pupils.flatMap((id) => names.get(id)?.givenName ?? []),
      lastAt: answers.reduce((at, one) => (one.last_at > at ? one.last_at : at), row.last_at),
      waitsSince: row.waits_since,
      promisedOn: row.promised_on,
      closed: row.closed_at !== null,
      shared: row.shared,
      last: newestOf
        ? {
            author: names.get(newestOf.author_id)?.name ?? '',
            mine: newestOf.author_id === me.id,
            text: newestOf.record.text,
            heading: last.get(row.id)?.record.heading ?? null,
          }
        : null,
      unread,
      sent: receivers.size,
      readBy: seen.filter(({ thread_id, person_id }) => thread_id === row.id && receivers.has(person_id)).length,
    }
  })
}

/** How many questions of guardians school answered within what it promised, of those whose day came in the last 30 days. */
export const promiseKept = async (work: Work, me: Me): Promise<{ kept: number; of: number }> => {
  const rows = await work.db
    .selectFrom('message')
    .select(['answer_by', 'answered_at'])
    .where('thread_id', 'in', readBy(work, me.id, 'school'))
    .where('answer_by', '>=', new Date(work.now.getTime() - 30 * 86_400_000).toISOString().slice(0, 10))
    .execute()
  const due = rows.filter(({ answer_by, answered_at }) => answered_at !== null || answer_by! < work.today)
  const kept = due.filter(({ answer_by, answered_at }) => answered_at && dayOf(answered_at) <= answer_by!)
  return { kept: kept.length, of: due.length }
}
