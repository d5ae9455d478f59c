import { countsFrom, internal, personalData, plain, whoDidIt } from '#shared/vault/declaration.ts'

const fact = internal(
  'ordinary',
  'een feit over de school, niet over een persoon',
  'a fact about the school, not about a person',
)

personalData('setting_change', {
  what: { nl: 'veranderde instellingen', en: 'changed settings' },
  about: 'changed_by',
  stays: whoDidIt,
  source: 'use',
  purpose: 'school-administration',
  seenBy: { nl: 'de administratie en de directeur', en: 'the office and the principal' },
  retention: [
    {
      after: 'setting_change.changed_at',
      keep: { years: 2 },
      finally: 'delete',
      because: 'a school looks back at what it changed last year; after that the log alone says that something changed',
    },
  ],
  columns: {
    setting: plain(
      'ordinary',
      'een feit over de school, niet over een persoon',
      'a fact about the school, not about a person',
    )('instelling', 'setting', {
      look: ['hoe de school eruitziet', 'the look of the school'],
      hours: ['schooltijden', 'school hours'],
      'closed-days': ['vrije dagen', 'days off'],
      hosts: ['adressen', 'addresses'],
    }),
    number: fact,
    before: fact,
    after: fact,
    changed_by: internal(
      'identifier',
      'een willekeurig nummer dat niets zegt; de naam staat versleuteld bij de persoon',
      'a random number that says nothing; the name stands sealed with the person',
    ),
    changed_at: plain(
      'activity',
      'het nieuwste staat voorop, en oude veranderingen gaan ermee weg',
      'the newest comes first, and old changes go by it',
    )('veranderd', 'changed'),
  },
})

personalData('host_claim', {
  what: { nl: 'adressen die de school aanvraagt', en: 'addresses that the school claims' },
  about: 'nobody',
  purpose: 'school-administration',
  seenBy: { nl: 'de administratie en de directeur', en: 'the office and the principal' },
  retention: [],
  columns: {
    name: fact,
    token: internal(
      'ordinary',
      'de school zet het zelf in het openbare adresboek van het internet (DNS)',
      'the school puts it in the public DNS itself',
    ),
    claimed_at: fact,
    checked_at: fact,
    answer: fact,
    proven_at: fact,
    points_at: fact,
  },
})

countsFrom('setting_change.changed_at', { nl: 'na de verandering', en: 'after the change' })
