import { id, internal, personalData, plain } from '#shared/vault/declaration.ts'

const fact = internal(
  'ordinary',
  'een tekst die de organisatie bekendmaakt; niet over een persoon',
  'a text that the organisation publishes; not about a person',
)

personalData('processing_published', {
  what: {
    nl: 'wat een school haar leverancier vertelt over verwerkingen',
    en: 'what a school tells its supplier about processing',
  },
  about: 'nobody',
  purpose: 'accountability',
  seenBy: { nl: 'de school zelf en de leverancier', en: 'the school itself and the supplier' },
  retention: [],
  columns: {
    controller_id: fact,
    hash: fact,
    lines: fact,
    published_at: fact,
  },
})

personalData('privacy_statement', {
  what: { nl: 'versies van de privacyverklaring', en: 'versions of the privacy statement' },
  about: 'nobody',
  purpose: 'accountability',
  seenBy: { nl: 'iedereen', en: 'everyone' },
  retention: [],
  columns: { number: fact, words: fact, hash: fact, core_hash: fact, material: fact, published_at: fact },
})

personalData('privacy_statement_seen', {
  what: { nl: 'welke privacyverklaring iemand las', en: 'which privacy statement somebody read' },
  about: 'person_id',
  source: 'use',
  purpose: 'accountability',
  seenBy: { nl: 'de persoon zelf', en: 'the person' },
  retention: [
    {
      after: 'person.left_on',
      keep: { days: 0 },
      finally: 'delete',
      because: 'who left is told of no change any more',
    },
  ],
  columns: {
    person_id: id,
    number: plain(
      'activity',
      'ermee wordt gekeken of iemand het nog moet horen',
      'whether somebody still has to be told is asked by it',
    )('welke versie', 'which version'),
    seen_at: plain('activity', 'zegt wanneer iemand het las', 'says when somebody read it')('gelezen op', 'read on'),
  },
})
