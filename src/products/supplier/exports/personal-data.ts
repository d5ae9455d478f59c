import { countsFrom, id, personalData, plain, someone } from '#shared/vault/declaration.ts'

const fact = plain(
  'activity',
  'de database houdt er twee paar ogen mee aan; in het bestand staan geen namen',
  'the database holds to two pairs of eyes by it; the file has no names',
)

personalData('support_export', {
  what: { nl: 'bestanden die de leverancier maakte', en: 'files that the supplier made' },
  about: 'asked_by',
  source: 'use',
  purpose: 'accountability',
  seenBy: { nl: 'de medewerkers van de leverancier', en: 'the employees of the supplier' },
  retention: [
    {
      after: 'support_export.asked_at',
      keep: { years: 1 },
      finally: 'delete',
      because: 'as long as one may ask what left, and who gave it (art. 5(2) GDPR)',
    },
  ],
  columns: {
    id,
    asked_by: id,
    asked_at: fact('gevraagd', 'asked'),
    from_on: fact('van', 'from'),
    until_on: fact('tot en met', 'up to and including'),
    people: fact('hoeveel mensen', 'how many people'),
    given_by: someone('gegeven door', 'given by'),
    given_at: fact('gegeven', 'given'),
    fetched_at: fact('opgehaald', 'fetched'),
  },
})

countsFrom('support_export.asked_at', { nl: 'nadat je erom vroeg', en: 'after you asked for it' })
