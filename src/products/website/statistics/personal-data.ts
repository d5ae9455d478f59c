import { countsFrom, internal, personalData } from '#shared/vault/declaration.ts'

const counts = internal(
  'activity',
  'aantallen van een dag; ze gaan over niemand',
  'counts of a day; they are about no one',
)
const ofToday = internal(
  'identifier',
  'een getal met de sleutel van vandaag, die om middernacht weg is: het leidt naar niemand',
  'a number made with the salt of today, which is thrown away at midnight: it leads to nobody',
)
const midnight = {
  keep: { days: 1 },
  finally: 'delete',
  because: 'it goes at midnight; the night takes what a standstill left behind (PROMISES P51)',
} as const
const nobody = { nl: 'niemand', en: 'nobody' }

personalData('site_salt', {
  what: { nl: 'de sleutel van de dag voor het tellen van bezoekers', en: 'the salt of the day for counting visitors' },
  about: 'nobody',
  purpose: 'site-statistics',
  module: 'site-statistics',
  seenBy: nobody,
  retention: [{ after: 'site_salt.day', ...midnight }],
  columns: {
    day: counts,
    salt: internal(
      'credential',
      'een willekeurig getal van de dag, dat niemand kent en in geen reservekopie staat',
      'a random number of the day, known to nobody and kept in no backup',
    ),
  },
})

personalData('site_visitor', {
  what: { nl: 'wie vandaag al geteld is', en: 'who was counted today already' },
  about: 'visitor',
  source: 'use',
  purpose: 'site-statistics',
  module: 'site-statistics',
  seenBy: nobody,
  retention: [{ after: 'site_visitor.day', ...midnight }],
  columns: { day: ofToday, visitor: ofToday },
})

personalData('site_count', {
  what: { nl: 'hoe vaak de website is bekeken', en: 'how often the website was seen' },
  about: 'nobody',
  purpose: 'site-statistics',
  module: 'site-statistics',
  seenBy: { nl: 'de administratie en de directeur', en: 'the office and the principal' },
  retention: [
    {
      after: 'site_count.day',
      keep: { years: 2 },
      finally: 'delete',
      because: 'this year is compared with the year before',
    },
  ],
  columns: { day: counts, by_what: counts, value: counts, views: counts, visitors: counts },
})

countsFrom('site_salt.day', { nl: 'na die dag', en: 'after that day' })
countsFrom('site_visitor.day', { nl: 'na die dag', en: 'after that day' })
countsFrom('site_count.day', { nl: 'na die dag', en: 'after that day' })
