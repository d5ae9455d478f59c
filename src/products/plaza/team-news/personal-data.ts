import {
  countsFrom,
  id,
  mayNameOthers,
  ordinary,
  personalData,
  plain,
  sealed,
  someone,
  unshown,
} from '#shared/vault/declaration.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'team_news.words': { title: string; text: string }
    'team_news_reply.record': { text: string }
  }
}

/** Both are sealed under the key of the news, not of a person. */
export const newsWords = sealed('team_news.words', {
  title: mayNameOthers(ordinary('titel', 'title'), 'author_id'),
  /** The document as JSON; people read it on its page. */
  text: unshown('ordinary'),
})

export const replyRecord = sealed('team_news_reply.record', {
  text: mayNameOthers(ordinary('tekst', 'text'), 'author_id'),
})

const choice = plain(
  'activity',
  'een keuze van wie het schreef, over niemand',
  'a choice of who wrote it, about nobody',
)
const when = plain(
  'activity',
  'lijsten staan op volgorde en termijnen tellen ermee; het zegt niet waarover',
  'lists are ordered and periods counted by it; it says nothing about what',
)

const shared = {
  purpose: 'working-together',
  module: 'team-news',
  seenBy: { nl: 'het team', en: 'the team' },
} as const
const retention = [
  {
    after: 'team_news.last_at',
    keep: { until: '08-01', years: 1 },
    finally: 'delete',
    because: 'in the school year after, the team still comes back to what was agreed; then it is over',
  },
] as const
const along = [{ ...retention[0], through: ['news_id'] }] as const

personalData('team_news', {
  ...shared,
  what: { nl: 'nieuws voor het team', en: 'news for the team' },
  about: 'id',
  through: 'team_news_reader.news_id',
  ownKey: true,
  source: 'school',
  retention,
  columns: {
    id,
    author_id: someone('van', 'from'),
    kind: choice('soort', 'kind', {
      need: ['moet je weten', 'need to know'],
      nice: ['leuk om te weten', 'nice to know'],
    }),
    whole_text: choice('hele tekst in de mail', 'whole text in the mail'),
    words: newsWords,
    published_at: when('geplaatst', 'published'),
    last_at: when('laatste reactie', 'last reply'),
    request_key: id,
  },
})

personalData('team_news_reader', {
  ...shared,
  what: { nl: 'wie teamnieuws kreeg of erop reageerde', en: 'who got team news or replied to it' },
  about: 'person_id',
  source: 'school',
  retention: along,
  columns: { news_id: id, person_id: id, given_at: when('gegeven', 'given') },
})

personalData('team_news_reply', {
  ...shared,
  what: { nl: 'reacties op teamnieuws', en: 'replies to team news' },
  about: 'news_id',
  through: 'team_news_reader.news_id',
  source: 'person',
  retention: along,
  columns: {
    id,
    news_id: id,
    author_id: someone('van', 'from'),
    record: replyRecord,
    written_at: when('geschreven', 'written'),
    request_key: id,
  },
})

countsFrom('team_news.last_at', { nl: 'na de laatste reactie', en: 'after the last reply' })
