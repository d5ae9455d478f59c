import { randomUUID } from 'node:crypto'
import { giveItem, takeItemBack } from '#shared/attention/item.ts'
import { task } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { newsWords, versionWords } from '../personal-data.ts'
import { askAnew, NEWS, removeBroken } from '../photos.ts'
import { readerIds } from '../readers.ts'
import { type NewsClass, type Written, wordsOf } from './draft.ts'

export const MODULE = 'news'
const PUBLISH = 'news-publish'

/** Puts it in the lists of everybody who may read it at this moment, and shows it. */
const appear = async (work: Work, id: string): Promise<void> => {
  const news = await work.db
    .selectFrom('news')
    .select(['author_id', 'whole_school', 'class', 'answer_by', 'expires_on'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const groups = await work.db.selectFrom('news_group').select('group_id').where('news_id', '=', id).execute()
  await askAnew(work, id)
  await work.db
    .updateTable('news')
    .set({ state: 'published', published_at: work.now, changed_at: work.now })
    .where('id', '=', id)
    .execute()
  const audience = { wholeSchool: news.whole_school, groups: groups.map(({ group_id }) => group_id) }
  const readers = await readerIds(work, audience, news.author_id ?? '')
  const until = news.expires_on ? { until: new Date(`${news.expires_on}T22:00:00Z`) } : {}
  const kind = news.class as NewsClass
  await giveItem(work, {
    module: MODULE,
    subject: id,
    readers,
    ...until,
    ...(kind === 'answer' ? { class: kind, answerBy: news.answer_by! } : { class: kind }),
  })
  await work.notify(NEWS)
}

/** Publishes now, or at the moment that was chosen. Who asks has looked whether it is whole and may be shown. */
export const publish = async (work: Work, id: string, at: Date | null): Promise<void> => {
  if (at && at > work.now) {
    await work.db.updateTable('news').set({ state: 'scheduled' }).where('id', '=', id).execute()
    await work.enqueue(PUBLISH, { news: id }, { runAt: at, key: `${PUBLISH}:${id}` })
  } else await appear(work, id)
  await work.audit(at ? 'scheduled-news' : 'published-news', id)
}

/** Keeps what stood there, so that every reader sees what changed, and puts the new words in its place. */
export const correct = async (work: Work, id: string, written: Written): Promise<void> => {
  const rows = await work.db.selectFrom('news').select(['id', 'words']).where('id', '=', id).execute()
  const [before] = await work.open(rows, { words: reading(newsWords, 'id', 'title', 'text') })
  const after = wordsOf(written)
  const changed = before && (before.words.title !== after.title || before.words.text !== after.text)
  if (changed) {
    const version = randomUUID()
    await work.db
      .insertInto('news_version')
      .values({
        id: version,
        news_id: id,
        words: await work.seal(versionWords, { subject: id, row: version }, before.words),
        until_at: work.now,
      })
      .execute()
  }
  await work.db
    .updateTable('news')
    .set({
      words: await work.seal(newsWords, { subject: id, row: id }, after),
      expires_on: written.expiresOn,
      pinned: written.pinned,
      ...(changed ? { corrected_at: work.now } : {}),
    })
    .where('id', '=', id)
    .execute()
  await work.audit('corrected-news', id)
  await work.notify(NEWS)
}

/** Takes news away from everybody who reads; a draft is gone altogether. */
export const withdraw = async (work: Work, id: string): Promise<void> => {
  await work.db.deleteFrom('news').where('id', '=', id).where('published_at', 'is', null).execute()
  await work.db.updateTable('news').set({ state: 'withdrawn' }).where('id', '=', id).execute()
  await takeItemBack(work, { module: MODULE, subject: id })
  await work.audit('withdrew-news', id)
  await work.notify(NEWS)
}

/** Publishes what was planned, if it still is: moved, withdrawn or written on meanwhile means not now. */
const publishTask = task<{ news: string }>(PUBLISH, (job) =>
  job.inOrganisation(async (work) => {
    const due = await work.db
      .selectFrom('news')
      .select('id')
      .where('id', '=', job.data.news)
      .where('state', '=', 'scheduled')
      .where('publish_at', '<=', work.now)
      .forUpdate()
      .executeTakeFirst()
    if (due) await appear(work, due.id)
  }),
)

const tidyTask = task('news-tidy', (job) => job.inOrganisation(removeBroken), '41 3 * * *')

export const newsTasks = [publishTask, tidyTask]
