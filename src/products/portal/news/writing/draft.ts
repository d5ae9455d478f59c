import { randomUUID } from 'node:crypto'
import type { Me } from '#shared/identity/me.ts'
import { documentFrom, type RichText } from '#shared/rich-text/index.ts'
import { inTurn } from '#shared/tenancy/in-turn.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { newsWords } from '../personal-data.ts'
import { editable } from '../readable.ts'
import type { For } from '../readers.ts'

export type NewsClass = 'urgent' | 'answer' | 'to-know'

/** What somebody wrote, not necessarily whole yet. */
export type Written = For & {
  readonly title: string
  readonly document: RichText | null
  readonly class: NewsClass
  readonly answerBy: string | null
  readonly publishAt: Date | null
  readonly expiresOn: string | null
  readonly pinned: boolean
}

export type Draft = Written & {
  readonly id: string
  readonly state: 'draft' | 'scheduled' | 'published'
  readonly author: string | null
  readonly changedAt: Date
}

const EMPTY: RichText = { type: 'doc', content: [] }

export const wordsOf = ({ title, document }: Pick<Written, 'title' | 'document'>) => ({
  title,
  text: JSON.stringify(document ?? EMPTY),
})

const columnsOf = (written: Written) => ({
  whole_school: written.wholeSchool,
  class: written.class,
  answer_by: written.class === 'answer' ? written.answerBy : null,
  publish_at: written.publishAt,
  expires_on: written.expiresOn,
  pinned: written.pinned,
})

const setGroups = async (work: Work, news: string, { wholeSchool, groups }: For): Promise<void> => {
  await work.db.deleteFrom('news_group').where('news_id', '=', news).execute()
  if (!wholeSchool && groups.length > 0)
    await work.db
      .insertInto('news_group')
      .values(groups.map((group) => ({ news_id: news, group_id: group })))
      .execute()
}

/** Begins news that nobody else sees yet, and answers its id. `key`: of the form that began it. */
export const beginDraft = async (
  work: Work,
  author: string | null,
  written: Written,
  key: string | null = null,
): Promise<string> => {
  const id = randomUUID()
  const words = await work.seal(newsWords, { subject: id, row: id }, wordsOf(written))
  await work.db
    .insertInto('news')
    .values({
      id,
      author_id: author,
      words,
      state: 'draft',
      changed_at: work.now,
      request_key: key,
      ...columnsOf(written),
    })
    .execute()
  await setGroups(work, id, written)
  return id
}

/** Keeps what was written so far; what was to be published later waits again until somebody says so. */
export const keepDraft = async (work: Work, id: string, written: Written): Promise<void> => {
  const words = await work.seal(newsWords, { subject: id, row: id }, wordsOf(written))
  await work.db
    .updateTable('news')
    .set({ words, state: 'draft', changed_at: work.now, ...columnsOf(written) })
    .where('id', '=', id)
    .execute()
  await setGroups(work, id, written)
}

/** What a form of mine began when it came before; nothing for a new one. A second one that comes meanwhile waits. */
export const begunBefore = async (work: Work, me: Me, key: string): Promise<Draft | null> => {
  await inTurn(work, key)
  const row = await editable(work, me)
    .select('news.id')
    .where('news.author_id', '=', me.id)
    .where('news.request_key', '=', key)
    .executeTakeFirst()
  return row ? findDraft(work, me, row.id) : null
}

/** News that I may write on. */
export const findDraft = async (work: Work, me: Me, id: string): Promise<Draft | null> => {
  const rows = await editable(work, me)
    .select(['news.id', 'news.words', 'news.whole_school', 'news.class', 'news.answer_by', 'news.publish_at'])
    .select(['news.expires_on', 'news.pinned', 'news.state', 'news.author_id', 'news.changed_at'])
    .where('news.id', '=', id)
    .execute()
  const [row] = await work.open(rows, { words: reading(newsWords, 'id', 'title', 'text') })
  if (!row) return null
  const groups = await work.db.selectFrom('news_group').select('group_id').where('news_id', '=', id).execute()
  return {
    id,
    title: row.words.title,
    document: documentFrom(row.words.text),
    wholeSchool: row.whole_school,
    groups: groups.map(({ group_id }) => group_id),
    class: row.class as NewsClass,
    answerBy: row.answer_by,
    publishAt: row.publish_at,
    expiresOn: row.expires_on,
    pinned: row.pinned,
    state: row.state as Draft['state'],
    author: row.author_id,
    changedAt: row.changed_at,
  }
}
