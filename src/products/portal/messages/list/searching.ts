import type { NotNull } from 'kysely'
import { namesOf } from '#products/school/index.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { messageRecord } from '../personal-data.ts'
import { readBy, type Side } from '../seats.ts'

export type Found = Awaited<ReturnType<typeof search>>[number]

/** Where words occur in the conversations that somebody reads: opened one by one and looked through in memory. */
export const search = async (work: Work, me: Me, side: Side, words: string) => {
  const rows = await work.db
    .selectFrom('message')
    .select(['id', 'thread_id', 'author_id', 'record', 'sent_at'])
    .where('thread_id', 'in', readBy(work, me.id, side))
    .where('kind', '=', 'text')
    .$narrowType<{ record: NotNull }>()
    .orderBy('sent_at', 'desc')
    .execute()
  const opened = await work.open(rows, { record: reading(messageRecord, 'id', 'text', 'heading') })
  const names = await namesOf(
    work,
    rows.map(({ author_id }) => author_id),
  )
  const asked = plainly(words).split(/\s+/).filter(Boolean)
  return opened
    .map((row) => ({ ...row, author: names.get(row.author_id)?.name ?? '' }))
    .filter(({ record, author }) => {
      const text = plainly(`${record.heading ?? ''} ${record.text} ${author}`)
      return asked.every((word) => text.includes(word))
    })
    .slice(0, FOUND)
    .map(({ id, thread_id, author, record, sent_at }) => ({
      id,
      thread: thread_id,
      author,
      at: sent_at,
      text: around(record.text, asked),
      heading: record.heading,
    }))
}

const FOUND = 50
const AROUND = 60

const plainly = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The words around what was found, on one line. */
const around = (text: string, asked: readonly string[]): string => {
  const line = text.replace(/\s+/g, ' ')
  const at = Math.max(0, Math.min(...asked.map((word) => plainly(line).indexOf(word)).filter((place) => place >= 0)))
  const from = Number.isFinite(at) ? Math.max(0, at - AROUND) : 0
  const piece = line.slice(from, from + 3 * AROUND)
  return `${from > 0 ? '… ' : ''}${piece}${from + piece.length < line.length ? ' …' : ''}`
}
