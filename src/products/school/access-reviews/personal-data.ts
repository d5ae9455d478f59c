import { countsFrom, internal, personalData, plain, someone } from '#shared/vault/declaration.ts'

const id = internal(
  'identifier',
  'een willekeurig nummer dat niets zegt; de naam staat versleuteld bij de persoon',
  'a random number that says nothing; the name stands sealed with the person',
)
const date = plain(
  'activity',
  'het nieuwste staat voorop, en verslagen gaan ermee weg',
  'the newest comes first, and records go by it',
)
const count = internal('ordinary', 'een aantal, niet over een persoon', 'a count, not about a person')
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
    state_hash: internal(
      'ordinary',
      'een hash van nummers en besluiten; eraan is te zien dat er niets is veranderd',
      'a hash of ids and decisions; it shows that the record was not changed',
    ),
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
    kind: plain(
      'activity',
      'of het een rol, een groep of een beschermd persoon is',
      'whether it is a role, a group or a protected person',
    )('waarover', 'about what', {
      role: ['een rol', 'a role'],
      group: ['een groep', 'a group'],
      reader: ['afgeschermde mensen zien', 'seeing protected people'],
    }),
    what: internal(
      'activity',
      'een rol, of een nummer dat niets zegt: het wordt vergeleken met wat er vandaag is',
      'a role, or an id that says nothing: it is compared with what there is today',
    ),
    since: date('sinds', 'since'),
    decision: plain('activity', 'ermee wordt geteld hoe ver het is', 'progress is counted by it')(
      'besluit',
      'decision',
      {
        stays: ['blijft', 'stays'],
        ends: ['stopt', 'ends'],
        gone: ['was al weg', 'was gone already'],
      },
    ),
    decided_by: someone('besloten door', 'decided by'),
    decided_at: date('besloten', 'decided'),
  },
})

countsFrom('access_review.finished_at', { nl: 'nadat de controle klaar is', en: 'after the review is finished' })
