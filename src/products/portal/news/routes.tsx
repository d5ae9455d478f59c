import { whenConsentChanges } from '#products/privacy/index.ts'
import { Module } from '#shared/access/module.ts'
import { followConsent } from './photos.ts'
import { newsAttention } from './reading/attention.ts'
import { readingRoutes } from './reading/routes.tsx'
import { newsTexts } from './texts.ts'
import { namingRoutes } from './writing/naming.tsx'
import { MODULE } from './writing/publishing.ts'
import { writingRoutes } from './writing/routes.tsx'
import './personal-data.ts'

/** News: the team writes for groups or the whole school (`writing/`), guardians and the team read it (`reading/`). */
export const news = new Module(MODULE, { nl: 'Nieuws lezen', en: 'Reading news' })
  .switchable({
    word: { nl: newsTexts.nl.place, en: newsTexts.en.place },
    text: {
      nl: 'Het team schrijft voor groepen of de hele school, met foto’s en bestanden.',
      en: 'The team writes for groups or the whole school, with photos and files.',
    },
    kinds: ['school'],
  })
  .attention(newsAttention)

// Addresses that are words come before those that are ids.
writingRoutes(news)
namingRoutes(news)
readingRoutes(news.about({ nl: 'Nieuws lezen', en: 'Reading news' }))

whenConsentChanges(MODULE, followConsent)
