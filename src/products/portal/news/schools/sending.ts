import { randomUUID } from 'node:crypto'
import { whenSomethingArrives } from '#shared/jobs/arrivals.ts'
import { documentFrom, type RichText } from '#shared/rich-text/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { sentWords, wordsInPost } from '../personal-data.ts'
import { beginDraft, wordsOf } from '../writing/draft.ts'
import { publish } from '../writing/publishing.ts'

export type School = { readonly id: string; readonly name: string }

/** The schools of this board, which are public facts. */
export const ownSchools = (work: Work): Promise<School[]> =>
  work.db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('board_id', '=', work.organisation)
    .where('kind', '=', 'school')
    .orderBy('name')
    .execute()

export type Sent = {
  readonly id: string
  readonly title: string
  readonly schools: readonly string[]
  readonly at: Date
}

/** What the office sent, the newest first. */
export const sentBefore = async (work: Work): Promise<Sent[]> => {
  const rows = await work.db
    .selectFrom('news_for_schools')
    .select(['id', 'words', 'schools', 'sent_at'])
    .orderBy('sent_at', 'desc')
    .limit(50)
    .execute()
  const names = new Map((await ownSchools(work)).map(({ id, name }) => [id, name]))
  const opened = await work.open(rows, { words: reading(sentWords, 'id', 'title') })
  return opened.map(({ id, words, schools, sent_at }) => ({
    id,
    title: words.title,
    schools: schools.flatMap((school) => names.get(school) ?? []),
    at: sent_at,
  }))
}

export type ForSchools = {
  readonly key: string
  readonly schools: readonly string[]
  readonly title: string
  readonly document: RichText
  readonly class: 'urgent' | 'to-know'
}

/** Writes once, and puts a copy in the post for each school, sealed so that it opens there only. The same form twice is one. */
export const sendToSchools = async (work: Work, author: string, news: ForSchools, from: string): Promise<void> => {
  const id = randomUUID()
  const words = wordsOf(news)
  const made = await work.db
    .insertInto('news_for_schools')
    .values({
      id,
      author_id: author,
      class: news.class,
      words: await work.seal(sentWords, { subject: id, row: id }, words),
      schools: [...news.schools],
      sent_at: work.now,
      request_key: news.key,
    })
    .onConflict((same) => same.columns(['organisation_id', 'request_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return
  for (const school of news.schools) {
    const row = randomUUID()
    await work.db
      .insertInto('news_post')
      .values({
        id: row,
        from_organisation: work.organisation,
        to_organisation: school,
        class: news.class,
        content: work.sealFor(wordsInPost, { organisation: school, code: row, row }, { ...words, from }),
        sent_at: work.now,
      })
      .execute()
  }
  await work.audit('sent-news-to-schools', id)
}

/** Takes in what the board sent: news of the whole school, with the name of the board under it. */
const takeIn = async (work: Work): Promise<void> => {
  const rows = await work.db
    .deleteFrom('news_post')
    .where('to_organisation', '=', work.organisation)
    .returning(['id', 'class', 'content', 'sent_at'])
    .execute()
  for (const { id, class: kind, content } of rows) {
    const words = work.openWithCode(wordsInPost, { code: id, row: id }, content)
    const document = documentFrom(words.text)
    const signed = {
      type: 'paragraph',
      content: [{ type: 'text', text: words.from, marks: [{ type: 'italic' }] }],
    } as const
    const news = await beginDraft(work, null, {
      wholeSchool: true,
      groups: [],
      title: words.title,
      document: { type: 'doc', content: [...(document?.content ?? []), signed] },
      class: kind as 'urgent' | 'to-know',
      answerBy: null,
      publishAt: null,
      expiresOn: null,
      pinned: false,
    })
    await publish(work, news, null)
  }
}

whenSomethingArrives('news', (job) => job.inOrganisation(takeIn))
