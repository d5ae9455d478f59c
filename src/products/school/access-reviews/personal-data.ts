import { countsFrom, personalData, plain } from '#shared/vault/declaration.ts'

const id = plain('identifier', 'a random number that says nothing; the name stands sealed with the person')
const date = plain('activity', 'the newest comes first, and records go by it')
const count = plain('ordinary', 'a count, not about a person')
const fiveYears = {
  after: 'access_review.finished_at',
  keep: { years: 5 },
  finally: 'delete',
  because: 'an auditor asks for the reviews of the last years',
} as const

personalData('access_review', {
  what: { nl: 'controles van rollen en toegang', en: 'reviews of roles and access' },
  about: 'started_by',
  purpose: 'access',
  seenBy: { nl: 'de administratie en de directeur', en: 'the office and the principal' },
  retention: [fiveYears],
  columns: {
    id,
    started_by: id,
    started_at: date,
    finished_by: id,
    finished_at: date,
    people: count,
    ended: count,
    left_open: count,
    state_hash: plain('ordinary', 'a hash of ids and decisions; it shows that the record was not changed'),
  },
})

personalData('access_review_item', {
  what: {
    nl: 'wat er over iemands rollen en toegang is besloten',
    en: 'what was decided about somebody’s roles and access',
  },
  about: 'person_id',
  purpose: 'access',
  seenBy: { nl: 'de administratie en de directeur', en: 'the office and the principal' },
  retention: [fiveYears],
  columns: {
    review_id: id,
    person_id: id,
    kind: plain('activity', 'whether it is a role, a group or a protected person'),
    what: plain('activity', 'a role, or an id that says nothing: it is compared with what there is today'),
    since: date,
    decision: plain('activity', 'progress is counted by it'),
    decided_by: id,
    decided_at: date,
  },
})

countsFrom('access_review.finished_at', { nl: 'nadat de controle klaar is', en: 'after the review is finished' })
