import { randomUUID } from 'node:crypto'
import { namesWithRoleToday } from '#products/school/index.ts'
import { momentsOf } from '#shared/attention/hours.ts'
import { giveItem, takeItemBack } from '#shared/attention/item.ts'
import type { Me } from '#shared/identity/me.ts'
import type { RichText } from '#shared/rich-text/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { teamRoles } from '../rules.ts'
import { newsWords, replyRecord } from './personal-data.ts'
import type { Kind } from './reading.ts'

export const MODULE = 'team-news'
/** The task that mails one piece of news to one reader. */
export const MAIL = 'team-news-mail'
export type Mailing = { readonly news: string; readonly person: string; readonly key: string }

/** The topic under which its page changes. */
export const topicOf = (id: string): string => `team-news/${id}`

export type Written = {
  readonly title: string
  readonly text: RichText
  readonly kind: Kind
  readonly wholeText: boolean
}

const addReaders = (work: Work, id: string, people: readonly string[]) =>
  work.db
    .insertInto('team_news_reader')
    .values(people.map((person_id) => ({ news_id: id, person_id, given_at: work.now })))
    .onConflict((same) => same.doNothing())
    .execute()

/**
 * Publishes news: it stands in the list of everybody of the team, and a mail goes to each within their own hours. The same form
 * once more is the same news. Answers its id.
 */
export const publish = async (work: Work, me: Me, written: Written, requestKey: string): Promise<string> => {
  const id = randomUUID()
  const { title, text, kind, wholeText } = written
  const row = await work.db
    .insertInto('team_news')
    .values({
      id,
      author_id: me.id,
      kind,
      whole_text: wholeText,
      words: await work.seal(newsWords, { subject: id, row: id }, { title, text: JSON.stringify(text) }),
      published_at: work.now,
      last_at: work.now,
      request_key: requestKey,
    })
    .onConflict((same) => same.columns(['organisation_id', 'request_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) {
    await work.destroyKey(id)
    const before = await work.db
      .selectFrom('team_news')
      .select('id')
      .where('request_key', '=', requestKey)
      .executeTakeFirstOrThrow()
    return before.id
  }
  const team = (await namesWithRoleToday(work, teamRoles)).map((one) => one.id)
  await addReaders(work, id, [...new Set([...team, me.id])])
  await tell(
    work,
    id,
    team.filter((person) => person !== me.id),
  )
  await work.audit('published-team-news', MODULE, [])
  return id
}

const tell = async (work: Work, id: string, people: readonly string[]): Promise<void> => {
  if (people.length === 0) return
  await giveItem(work, { module: MODULE, subject: id, readers: people, class: 'to-know', toldAlready: true })
  const later = await momentsOf(work, people, work.now)
  for (const person of people) {
    const mailing: Mailing = { news: id, person, key: randomUUID() }
    const at = later.get(person)
    await work.enqueue(MAIL, mailing, at ? { runAt: at } : {})
  }
}

/** It is gone, with its discussion and its key. Answers false when it is not there. */
export const withdraw = async (work: Work, id: string): Promise<boolean> => {
  const row = await work.db.deleteFrom('team_news').where('id', '=', id).returning('id').executeTakeFirst()
  if (!row) return false
  await takeItemBack(work, { module: MODULE, subject: id })
  await work.destroyKey(id)
  await work.audit('withdrew-team-news', MODULE, [])
  return true
}

/** Says something under it. The same form once more is the same reply. Answers false when the news is not there. */
export const reply = async (work: Work, me: Me, id: string, text: string, requestKey: string): Promise<boolean> => {
  const news = await work.db
    .updateTable('team_news')
    .set({ last_at: work.now })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (!news) return false
  const row = randomUUID()
  await work.db
    .insertInto('team_news_reply')
    .values({
      id: row,
      news_id: id,
      author_id: me.id,
      record: await work.seal(replyRecord, { subject: id, row }, { text }),
      written_at: work.now,
      request_key: requestKey,
    })
    .onConflict((same) => same.columns(['organisation_id', 'request_key']).doNothing())
    .execute()
  await addReaders(work, id, [me.id])
  await work.audit('replied-to-team-news', MODULE, [])
  await work.notify(topicOf(id))
  return true
}

/** Takes an own reply back: it leaves nothing behind. Answers false when it is not mine, or not there. */
export const takeReplyBack = async (work: Work, me: Me, id: string, replyId: string): Promise<boolean> => {
  const row = await work.db
    .deleteFrom('team_news_reply')
    .where('id', '=', replyId)
    .where('news_id', '=', id)
    .where('author_id', '=', me.id)
    .returning('id')
    .executeTakeFirst()
  if (!row) return false
  await work.audit('took-team-reply-back', MODULE, [])
  await work.notify(topicOf(id))
  return true
}
