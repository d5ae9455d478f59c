import { namesOf } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import { documentFrom, type RichText } from '#shared/rich-text/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { newsWords, replyRecord } from './personal-data.ts'

export type Kind = 'need' | 'nice'
/** Who wrote something; null for somebody who was erased. */
export type Author = { readonly id: string; readonly name: string } | null

export type Listed = {
  readonly id: string
  readonly kind: Kind
  readonly title: string
  readonly author: Author
  readonly publishedAt: Date
  readonly replies: number
}

const authorsOf = async (work: Work, ids: readonly (string | null)[]) => {
  const names = await namesOf(work, [...new Set(ids.filter((id) => id !== null))])
  return (id: string | null): Author => {
    const found = id ? names.get(id) : undefined
    return id && found ? { id, name: found.name } : null
  }
}

/** The news of the team, the newest first; of these ids only, where they are given. */
export const list = async (work: Work, only?: readonly string[]): Promise<Listed[]> => {
  const rows = await work.db
    .selectFrom('team_news')
    .select(['id', 'author_id', 'kind', 'published_at', 'words'])
    .$if(only !== undefined, (query) => query.where('id', 'in', oneOf(only!)))
    .orderBy('published_at', 'desc')
    .execute()
  const opened = await work.open(rows, { words: reading(newsWords, 'id', 'title') })
  const counts = await work.db
    .selectFrom('team_news_reply')
    .select(({ fn }) => ['news_id', fn.countAll().as('count')])
    .groupBy('news_id')
    .execute()
  const countOf = new Map(counts.map(({ news_id, count }) => [news_id, Number(count)]))
  const authorOf = await authorsOf(
    work,
    rows.map(({ author_id }) => author_id),
  )
  return opened.map(({ id, author_id, kind, published_at, words }) => ({
    id,
    kind: kind as Kind,
    title: words.title,
    author: authorOf(author_id),
    publishedAt: published_at,
    replies: countOf.get(id) ?? 0,
  }))
}

export type Reply = {
  readonly id: string
  readonly author: Author
  readonly text: string
  readonly at: Date
}
export type Found = Omit<Listed, 'replies'> & {
  readonly wholeText: boolean
  readonly text: RichText
  /** The oldest first. */
  readonly replies: readonly Reply[]
}

/** One piece of news with its discussion; undefined when it is not there. */
export const find = async (work: Work, id: string): Promise<Found | undefined> => {
  const row = await work.db
    .selectFrom('team_news')
    .select(['id', 'author_id', 'kind', 'whole_text', 'published_at', 'words'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const [opened] = await work.open([row], { words: reading(newsWords, 'id', 'title', 'text') })
  const said = await repliesOf(work, id)
  const authorOf = await authorsOf(work, [row.author_id, ...said.map(({ author_id }) => author_id)])
  return {
    id,
    kind: row.kind as Kind,
    wholeText: row.whole_text,
    title: opened!.words.title,
    text: documentFrom(opened!.words.text)!,
    author: authorOf(row.author_id),
    publishedAt: row.published_at,
    replies: said.map(({ id: reply, author_id, record, written_at }) => ({
      id: reply,
      author: authorOf(author_id),
      text: record.text,
      at: written_at,
    })),
  }
}

const repliesOf = async (work: Work, id: string) => {
  const rows = await work.db
    .selectFrom('team_news_reply')
    .select(['id', 'news_id', 'author_id', 'record', 'written_at'])
    .where('news_id', '=', id)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  return work.open(rows, { record: reading(replyRecord, 'id', 'text') })
}
