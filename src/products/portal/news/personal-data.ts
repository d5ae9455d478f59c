import {
  countsFrom,
  internal,
  linked,
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
    'news.words': { title: string; text: string }
    'news_version.words': { title: string; text: string }
    'news_photo.alt': { alt: string }
    'news_for_schools.words': { title: string; text: string }
    'news_post.content': { title: string; text: string; from: string }
  }
}

const title = mayNameOthers(ordinary('titel', 'title'))
/** The document as JSON; people read it on the page of the news. */
const text = unshown('ordinary')

export const newsWords = sealed('news.words', { title, text })
export const versionWords = sealed('news_version.words', { title, text })
export const sentWords = sealed('news_for_schools.words', { title, text })
export const wordsInPost = sealed('news_post.content', {
  title,
  text,
  from: ordinary('van welk bestuur', 'of which board'),
})
export const photoAlt = sealed('news_photo.alt', {
  alt: mayNameOthers(ordinary('wat erop staat', 'what is in it')),
})

const id = internal(
  'identifier',
  'een willekeurig nummer dat niets zegt; rijen worden ermee gevonden',
  'a random number that says nothing; rows are found by it',
)
const fact = plain(
  'activity',
  'een keuze van wie het schreef, over niemand',
  'a choice of who wrote it, about no person',
)
const formKey = internal(
  'identifier',
  'een willekeurig nummer: een formulier dat twee keer komt, is één bericht',
  'a random number: a form sent twice is one message',
)
const when = plain('activity', 'nieuws staat op volgorde van tijd', 'news stands in order of time')

const readers = {
  nl: 'de ouders en het team voor wie het bedoeld is',
  en: 'the guardians and the team whom it is meant for',
}
const shared = { purpose: 'contact-with-guardians', module: 'news' } as const
const because = 'news of a school year is looked back at for one more year'
const retention = [
  { after: 'news.changed_at', keep: { years: 1, until: '08-01' }, finally: 'delete', because },
] as const
const withNews = [{ ...retention[0], through: ['news_id'] }] as const

personalData('news', {
  ...shared,
  what: { nl: 'nieuws', en: 'news' },
  about: 'author_id',
  source: 'person',
  seenBy: readers,
  retention,
  columns: {
    id,
    author_id: someone('geschreven door', 'written by'),
    whole_school: fact('voor de hele school', 'for the whole school'),
    class: fact('hoe dringend', 'how urgent', {
      urgent: ['dringend', 'urgent'],
      answer: ['antwoord nodig', 'answer needed'],
      'to-know': ['goed om te weten', 'good to know'],
    }),
    answer_by: fact('antwoord voor', 'answer by'),
    words: newsWords,
    state: fact('stand', 'state', {
      draft: ['concept', 'draft'],
      scheduled: ['staat klaar', 'scheduled'],
      published: ['geplaatst', 'published'],
      withdrawn: ['weggehaald', 'withdrawn'],
    }),
    publish_at: when('wordt geplaatst', 'will be published'),
    published_at: when('geplaatst', 'published'),
    expires_on: fact('te zien tot en met', 'shown until'),
    pinned: fact('staat bovenaan', 'stands on top'),
    corrected_at: when('veranderd', 'corrected'),
    from_board: id,
    changed_at: when('bewaard', 'kept'),
    request_key: formKey,
  },
})

personalData('news_group', {
  ...shared,
  what: { nl: 'voor welke groepen nieuws is', en: 'for which groups news is' },
  about: 'nobody',
  seenBy: readers,
  retention: [],
  columns: { news_id: id, group_id: id },
})

personalData('news_version', {
  ...shared,
  what: { nl: 'wat er in nieuws stond voor een wijziging', en: 'what news said before a correction' },
  about: 'news_id',
  through: 'news.id',
  source: 'person',
  seenBy: readers,
  retention: withNews,
  columns: { id, news_id: id, words: versionWords, until_at: when('stond er tot', 'stood there until') },
})

personalData('news_photo', {
  ...shared,
  what: { nl: 'foto’s bij nieuws', en: 'photos with news' },
  about: 'news_id',
  through: 'news.id',
  source: 'person',
  seenBy: readers,
  retention: withNews,
  columns: {
    id,
    news_id: id,
    image_id: id,
    chosen_at: when('toegevoegd', 'added'),
    alt: photoAlt,
    people: internal('activity', 'hoeveel kinderen erop staan, niet wie', 'how many children are in it, not who'),
  },
})

personalData('news_photo_pupil', {
  ...shared,
  what: { nl: 'op welke foto’s een kind staat', en: 'in which photos a pupil is' },
  about: 'pupil_id',
  source: 'school',
  seenBy: { nl: 'wie het nieuws schrijft', en: 'who writes the news' },
  retention: [{ ...retention[0], through: ['photo_id', 'news_id'] }],
  columns: {
    photo_id: linked('foto van', 'photo of', 'news_photo.chosen_at'),
    pupil_id: id,
    may: fact('mag te zien zijn', 'may be shown'),
  },
})

personalData('news_file', {
  ...shared,
  what: { nl: 'bestanden bij nieuws', en: 'files with news' },
  about: 'nobody',
  seenBy: readers,
  retention: [],
  columns: { id, news_id: id, stored_file_id: id, chosen_at: when('toegevoegd', 'added') },
})

personalData('news_reaction', {
  ...shared,
  what: { nl: 'reacties op nieuws', en: 'reactions to news' },
  about: 'person_id',
  source: 'person',
  seenBy: { nl: 'wie het nieuws leest, zonder naam', en: 'who reads the news, without a name' },
  retention: withNews,
  columns: {
    news_id: id,
    person_id: id,
    reaction: plain('activity', 'een van drie vaste woorden', 'one of three fixed words')('reactie', 'reaction', {
      thanks: ['dank je wel', 'thank you'],
      lovely: ['wat leuk', 'how nice'],
      proud: ['trots', 'proud'],
    }),
    at: when('op', 'at'),
  },
})

personalData('news_read', {
  ...shared,
  what: { nl: 'wie nieuws heeft geopend', en: 'who opened news' },
  about: 'person_id',
  source: 'use',
  seenBy: {
    nl: 'het team als aantal; met naam alleen bij wat dringend is of een antwoord vraagt',
    en: 'the team as a number; by name only where it is urgent or asks for an answer',
  },
  retention: withNews,
  columns: {
    news_id: id,
    person_id: id,
    at: when('geopend', 'opened'),
    confirmed: fact('gezegd dat het gelezen is', 'said that it was read'),
  },
})

const kind = fact('hoe dringend', 'how urgent', {
  urgent: ['dringend', 'urgent'],
  'to-know': ['goed om te weten', 'good to know'],
})

personalData('news_for_schools', {
  purpose: 'school-administration',
  module: 'news-for-schools',
  what: { nl: 'nieuws van het bestuur voor scholen', en: 'news of the board for schools' },
  about: 'author_id',
  source: 'person',
  seenBy: { nl: 'de ouders en het team van die scholen', en: 'the guardians and the team of those schools' },
  retention: [{ after: 'news_for_schools.sent_at', keep: { years: 1, until: '08-01' }, finally: 'delete', because }],
  columns: {
    id,
    author_id: someone('geschreven door', 'written by'),
    class: kind,
    words: sentWords,
    schools: id,
    sent_at: when('verstuurd', 'sent'),
    request_key: formKey,
  },
})

personalData('news_post', {
  purpose: 'school-administration',
  what: { nl: 'nieuws van een bestuur dat onderweg is', en: 'news of a board that is on its way' },
  about: 'id',
  source: 'school',
  seenBy: { nl: 'niemand: het gaat naar de school', en: 'nobody: it goes to the school' },
  retention: [
    {
      after: 'news_post.sent_at',
      keep: { days: 1 },
      finally: 'delete',
      because: 'the school takes it in within a minute',
    },
  ],
  columns: {
    id,
    from_organisation: internal('activity', 'alleen dat bestuur legt het erin', 'only that board puts it in'),
    to_organisation: internal('activity', 'alleen die school haalt het eruit', 'only that school takes it out'),
    class: kind,
    content: wordsInPost,
    sent_at: when('verstuurd', 'sent'),
  },
})

countsFrom('news_for_schools.sent_at', { nl: 'nadat het is verstuurd', en: 'after it was sent' })
countsFrom('news_post.sent_at', { nl: 'nadat het is verstuurd', en: 'after it was sent' })
countsFrom('news.changed_at', { nl: 'nadat het is geschreven', en: 'after it was written' })
