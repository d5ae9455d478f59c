import { countsFrom, personalData, plain } from '#shared/vault/declaration.ts'

const id = plain('identifier', 'a random number that says nothing; rows are found by it')
const eventDate = plain('activity', 'periods are compared by the database')

personalData('account_recovery', {
  what: { nl: 'herstel van accounts', en: 'recoveries of accounts' },
  about: 'person_id',
  purpose: 'security',
  seenBy: { nl: 'de persoon zelf en de administratie', en: 'the person and the office' },
  retention: [
    {
      after: 'account_recovery.started_at',
      keep: { years: 1 },
      finally: 'delete',
      because: 'a wrong recovery is noticed within a year, or no more',
    },
  ],
  columns: {
    id,
    person_id: id,
    lost: plain('activity', 'what the code replaces follows from it'),
    seen: plain('activity', 'which kind of document was looked at; never its number and never a copy'),
    state: plain('activity', 'what can still be done follows from it'),
    started_by: id,
    started_at: eventDate,
    decided_by: id,
    decided_at: eventDate,
    code_hash: plain('credential', 'a hash of a random code; it cannot be turned back'),
    expires_at: eventDate,
    ended_at: eventDate,
  },
})

countsFrom('account_recovery.started_at', { nl: 'nadat het herstel begon', en: 'after the recovery began' })
