import {
  countsFrom,
  id,
  internal,
  mayNameOthers,
  ordinary,
  personalData,
  plain,
  sealed,
  someone,
} from '#shared/vault/declaration.ts'

/** What was written about an incident: what somebody saw, and what the six items say in words. */
export type IncidentWords = {
  readonly saw: string
  readonly summary: string
  readonly cause: string
  readonly measures: string
  readonly extent: string
  readonly consequences: string
}

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'incident.words': IncidentWords
    'incident_step.words': { readonly text: string }
    'incident_told.words': { readonly text: string }
  }
}

const written = (nl: string, en: string) => mayNameOthers(ordinary(nl, en))

/** All of these are sealed under the key of their incident, not of a person. */
export const incidentWords = sealed('incident.words', {
  saw: written('wat er te zien was', 'what was seen'),
  summary: written('samenvatting', 'summary'),
  cause: written('oorzaak', 'cause'),
  measures: written('maatregelen', 'measures'),
  extent: written('wie het raakt en hoe', 'whom it affects and how'),
  consequences: written('gevolgen', 'consequences'),
})
export const stepWords = sealed('incident_step.words', { text: written('wat er is gedaan', 'what was done') })
export const toldWords = sealed('incident_told.words', { text: written('hoe, of waarom niet', 'how, or why not') })

const fact = internal(
  'activity',
  'een feit over een incident, over geen mens: klokken en lijsten staan erop',
  'a fact about an incident, about no person: clocks and lists rest on it',
)
const moment = plain(
  'activity',
  'klokken en termijnen worden ermee uitgerekend',
  'clocks and periods are worked out with it',
)

const shared = {
  purpose: 'accountability',
  source: 'use',
  seenBy: {
    nl: 'de privacyfunctionaris en de directie; bij de leverancier wie incidenten afhandelt',
    en: 'the privacy officer and the principal; at the supplier whoever handles incidents',
  },
} as const
const officerOnly = {
  nl: 'de privacyfunctionaris van de organisatie',
  en: 'the privacy officer of the organisation',
} as const
const retention = {
  after: 'incident.closed_at',
  keep: { years: 5 },
  finally: 'delete',
  because: 'the register of breaches must let the authority verify compliance (art. 33(5) GDPR)',
} as const
const along = [{ ...retention, through: ['incident_id'] }] as const

personalData('incident', {
  ...shared,
  what: { nl: 'het register van incidenten', en: 'the register of incidents' },
  about: 'id',
  ownKey: true,
  retention: [retention],
  columns: {
    id,
    reported_by: someone('gemeld door', 'reported by'),
    reported_at: moment('gemeld op', 'reported on'),
    seen_at: moment('gezien op', 'seen on'),
    found_at: moment('bekend sinds', 'known since'),
    rehearsal: fact,
    breach: fact,
    cause: fact,
    natures: fact,
    kinds: fact,
    people: fact,
    group_size: fact,
    risk: fact,
    words: incidentWords,
    closed_at: moment('gesloten op', 'closed on'),
    reminded_at_hours: fact,
    request_key: id,
  },
})

personalData('incident_step', {
  ...shared,
  what: { nl: 'de stappen bij een incident', en: 'the steps of an incident' },
  about: 'incident_id',
  retention: along,
  columns: {
    id,
    incident_id: id,
    number: fact,
    step: fact,
    previous: fact,
    done_at: moment('gedaan op', 'done on'),
    done_by: someone('gedaan door', 'done by'),
    needed: fact,
    words: stepWords,
  },
})

personalData('incident_told', {
  ...shared,
  what: { nl: 'wie over een incident is ingelicht', en: 'who was told of an incident' },
  about: 'incident_id',
  retention: along,
  columns: {
    id,
    incident_id: id,
    whom: fact,
    told: fact,
    decided_at: moment('besloten op', 'decided on'),
    decided_by: someone('besloten door', 'decided by'),
    words: toldWords,
  },
})

personalData('incident_search', {
  ...shared,
  what: { nl: 'hoe bij een incident is gezocht wie het raakt', en: 'how it was searched whom an incident affects' },
  about: 'incident_id',
  seenBy: officerOnly,
  retention: along,
  columns: {
    id,
    incident_id: id,
    source: fact,
    viewer_id: someone('wie keek', 'who looked'),
    about: fact,
    from_at: fact,
    until_at: fact,
    kinds: fact,
    table_name: fact,
    found: fact,
    made_at: moment('gezocht op', 'searched on'),
    made_by: someone('gezocht door', 'searched by'),
  },
})

personalData('incident_affected', {
  ...shared,
  what: { nl: 'wie een incident raakt', en: 'whom an incident affects' },
  about: 'person_id',
  seenBy: officerOnly,
  retention: along,
  columns: { incident_id: id, person_id: id, kinds: fact },
})

personalData('incident_link', {
  what: {
    nl: 'tussen welke organisaties een incident is verteld',
    en: 'between which organisations an incident was told',
  },
  about: 'nobody',
  purpose: 'accountability',
  seenBy: shared.seenBy,
  retention: along,
  columns: {
    incident_id: id,
    other_organisation: fact,
    other_incident: id,
    came: fact,
    passed_at: fact,
    found: fact,
  },
})

countsFrom('incident.closed_at', { nl: 'nadat het incident is gesloten', en: 'after the incident was closed' })
