import { countsFrom, id, internal, personalData, plain, someone } from '#shared/vault/declaration.ts'

const eventDate = plain(
  'activity',
  'termijnen worden door de database vergeleken',
  'periods are compared by the database',
)

personalData('account_recovery', {
  what: { nl: 'herstel van accounts', en: 'recoveries of accounts' },
  about: 'person_id',
  source: 'school',
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
    lost: plain('activity', 'eruit volgt wat de code vervangt', 'what the code replaces follows from it')(
      'wat kwijt was',
      'what was lost',
      {
        factor: ['de tweede stap', 'the second factor'],
        everything: ['alle manieren om in te loggen', 'every way to sign in'],
      },
    ),
    seen: plain(
      'activity',
      'naar welk soort document is gekeken; nooit het nummer en nooit een kopie',
      'which kind of document was looked at; never its number and never a copy',
    )('herkend aan', 'recognised by', {
      passport: ['paspoort', 'passport'],
      'identity-card': ['identiteitskaart', 'identity card'],
      'driving-licence': ['rijbewijs', 'driving licence'],
      'residence-permit': ['verblijfsvergunning', 'residence permit'],
      known: ['bekend op school', 'known at school'],
    }),
    state: plain('activity', 'eruit volgt wat nog kan', 'what can still be done follows from it')('stand', 'state', {
      waiting: ['wacht', 'waiting'],
      approved: ['goedgekeurd', 'approved'],
      used: ['gebruikt', 'used'],
      stopped: ['gestopt', 'stopped'],
    }),
    started_by: someone('begonnen door', 'started by'),
    started_at: eventDate('begonnen', 'started'),
    decided_by: someone('besloten door', 'decided by'),
    decided_at: eventDate('besloten', 'decided'),
    code_hash: internal(
      'credential',
      'een hash van een willekeurige code; terugrekenen kan niet',
      'a hash of a random code; it cannot be turned back',
    ),
    expires_at: eventDate('verloopt', 'expires'),
    ended_at: eventDate('afgelopen', 'ended'),
  },
})

countsFrom('account_recovery.started_at', { nl: 'nadat het herstel begon', en: 'after the recovery began' })
