import { countsFrom, internal, personalData, plain, someone } from '#shared/vault/declaration.ts'

const id = internal('identifier', 'a random number that says nothing; the name stands sealed with the person')
const date = plain('activity', 'the newest comes first, and records go by it')
const count = internal('ordinary', 'a count, not about a person')
const fiveYears = {
  after: 'access_review.finished_at',
  keep: { years: 5 },
  finally: 'delete',
  because: 'an auditor asks for the reviews of the last years',
} as const
const stays = {
  nl: 'artikel 5 lid 2 en 32 van de AVG: de school moet kunnen laten zien dat zij nagaat wie waarbij kan; er staat alleen een nummer',
  en: 'articles 5(2) and 32 GDPR: the school must be able to show that it checks who can reach what; only a number stands there',
}

personalData('access_review', {
  what: { nl: 'controles van rollen en toegang', en: 'reviews of roles and access' },
  about: 'started_by',
  stays,
  source: 'school',
  purpose: 'access',
  seenBy: { nl: 'de administratie en de directeur', en: 'the office and the principal' },
  retention: [fiveYears],
  columns: {
    id,
    started_by: id,
    started_at: date('begonnen', 'started'),
    finished_by: someone('afgerond door', 'finished by'),
    finished_at: date('afgerond', 'finished'),
    people: count,
    ended: count,
    left_open: count,
    state_hash: internal('ordinary', 'a hash of ids and decisions; it shows that the record was not changed'),
  },
})

personalData('access_review_item', {
  what: {
    nl: 'wat er over iemands rollen en toegang is besloten',
    en: 'what was decided about somebody’s roles and access',
  },
  about: 'person_id',
  stays,
  source: 'school',
  purpose: 'access',
  seenBy: { nl: 'de administratie en de directeur', en: 'the office and the principal' },
  retention: [{ ...fiveYears, through: ['review_id'] }],
  columns: {
    review_id: id,
    person_id: id,
    kind: plain('activity', 'whether it is a role, a group or a protected person')('waarover', 'about what', {
      role: ['een rol', 'a role'],
      group: ['een groep', 'a group'],
      reader: ['afgeschermde mensen zien', 'seeing protected people'],
    }),
    what: internal('activity', 'a role, or an id that says nothing: it is compared with what there is today'),
    since: date('sinds', 'since'),
    decision: plain('activity', 'progress is counted by it')('besluit', 'decision', {
      stays: ['blijft', 'stays'],
      ends: ['stopt', 'ends'],
      gone: ['was al weg', 'was gone already'],
    }),
    decided_by: someone('besloten door', 'decided by'),
    decided_at: date('besloten', 'decided'),
  },
})

countsFrom('access_review.finished_at', { nl: 'nadat de controle klaar is', en: 'after the review is finished' })
