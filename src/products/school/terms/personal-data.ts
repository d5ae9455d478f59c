import {
  activity,
  countsFrom,
  id,
  internal,
  mayNameOthers,
  personalData,
  plain,
  sealed,
  someone,
} from '#shared/vault/declaration.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'terms_breach.record': { happened: string; message: string }
    'terms_restriction.reason': { text: string }
    'terms_objection.words': { text: string }
    'terms_objection.answer': { text: string }
  }
}

export const breachRecord = sealed('terms_breach.record', {
  happened: mayNameOthers(activity('wat er gebeurde', 'what happened')),
  message: mayNameOthers(activity('wat de school je schreef', 'what the school wrote to you')),
})
export const objectionWords = sealed('terms_objection.words', {
  text: mayNameOthers(activity('je bezwaar', 'your objection')),
})
export const objectionAnswer = sealed('terms_objection.answer', {
  text: mayNameOthers(activity('antwoord van school', 'answer of school')),
})
export const barReason = sealed('terms_restriction.reason', { text: mayNameOthers(activity('reden', 'reason')) })

const eventDate = plain(
  'activity',
  'termijnen worden door de database vergeleken',
  'periods are compared by the database',
)
const fact = internal(
  'ordinary',
  'een tekst van de school, niet over een persoon',
  'a text of the school, not about a person',
)

const texts = {
  about: 'nobody',
  purpose: 'school-administration' as const,
  seenBy: {
    nl: 'iedereen van school voor wie de regels zijn; de administratie ziet wie ze wijzigde',
    en: 'everyone of the school for whom the terms are; the office sees who changed them',
  },
  retention: [],
}

personalData('terms_draft', {
  ...texts,
  what: { nl: 'gebruiksregels in voorbereiding', en: 'terms of use being written' },
  columns: {
    audience: fact,
    words: fact,
    revision: fact,
    changed_by: someone('veranderd door', 'changed by'),
    changed_at: fact,
  },
})
personalData('terms_version', {
  ...texts,
  what: { nl: 'versies van de gebruiksregels', en: 'versions of the terms of use' },
  columns: {
    audience: fact,
    number: fact,
    words: fact,
    in_force_on: fact,
    published_by: someone('gepubliceerd door', 'published by'),
    published_at: fact,
    withdrawn_at: fact,
  },
})

personalData('terms_acceptance', {
  what: { nl: 'akkoord met de gebruiksregels', en: 'agreement to the terms of use' },
  about: 'person_id',
  source: 'person',
  purpose: 'security',
  seenBy: { nl: 'de persoon zelf en de administratie', en: 'the person and the office' },
  retention: [
    {
      after: 'person.left_on',
      keep: { years: 1 },
      finally: 'delete',
      because: 'what somebody agreed to matters for as long as they can be held to it, and to a complaint about that',
    },
  ],
  columns: {
    person_id: id,
    audience: plain(
      'activity',
      'bij elk verzoek wordt gekeken of iemand nog akkoord moet gaan',
      'whether somebody still has to agree is asked at every request',
    )('regels voor', 'terms for', { guardian: ['ouders', 'guardians'], team: ['het team', 'the team'] }),
    number: plain(
      'activity',
      'bij elk verzoek wordt gekeken of iemand nog akkoord moet gaan',
      'whether somebody still has to agree is asked at every request',
    )('versie', 'version'),
    language: plain('activity', 'in welke taal de tekst is gelezen', 'in which language the text was read')(
      'gelezen in het',
      'read in',
      {
        nl: ['Nederlands', 'Dutch'],
        en: ['Engels', 'English'],
      },
    ),
    text_hash: internal('activity', 'een hash van een tekst van de school', 'a hash of a text of the school'),
    accepted_at: eventDate('akkoord op', 'agreed on'),
  },
})

const after = (column: string, years: number) =>
  ({
    after: column,
    keep: { years },
    finally: 'delete',
    because: 'long enough for a complaint about it; who kept to the terms for a year starts with a clean slate',
  }) as const

personalData('terms_breach', {
  what: { nl: 'overtredingen van de gebruiksregels', en: 'breaches of the terms of use' },
  about: 'person_id',
  source: 'school',
  purpose: 'security',
  seenBy: {
    nl: 'de administratie, de directeur en de persoon zelf; die ziet niet wie het zag',
    en: 'the office, the principal and the person; the person does not see who saw it',
  },
  // Longer than any restriction that hangs on it.
  retention: [after('terms_breach.noted_at', 2)],
  columns: {
    id,
    person_id: id,
    kind: plain(
      'activity',
      'een van vier woorden; wat er gebeurde staat versleuteld',
      'one of four words; what happened stands sealed',
    )('soort', 'kind', {
      'others-data': ['gegevens van anderen', 'data of others'],
      unkind: ['onaardig', 'unkind'],
      misuse: ['misbruik', 'misuse'],
      other: ['iets anders', 'something else'],
    }),
    record: breachRecord,
    seen_by: id,
    seen_on: eventDate('gezien op', 'seen on'),
    noted_by: someone('opgeschreven door', 'noted by'),
    noted_at: eventDate('opgeschreven', 'noted'),
    read_at: eventDate('gelezen', 'read'),
  },
})

personalData('terms_restriction', {
  what: { nl: 'beperkingen van de toegang', en: 'restrictions of access' },
  about: 'person_id',
  source: 'school',
  purpose: 'security',
  seenBy: { nl: 'de administratie, de directeur en de persoon zelf', en: 'the office, the principal and the person' },
  retention: [after('terms_restriction.to_on', 1)],
  columns: {
    id,
    breach_id: id,
    person_id: id,
    what: plain('activity', 'wordt bij elk verzoek gevraagd', 'asked at every request')('wat', 'what', {
      writing: ['alleen lezen', 'reading only'],
      everything: ['geen toegang', 'no access'],
    }),
    reason: barReason,
    from_on: eventDate('vanaf', 'from'),
    to_on: eventDate('tot en met', 'until'),
    state: plain('activity', 'wordt bij elk verzoek gevraagd', 'asked at every request')('stand', 'state', {
      waiting: ['wacht op een tweede', 'waits for a second person'],
      'in-force': ['geldt', 'in force'],
      ended: ['opgeheven', 'ended'],
    }),
    asked_by: someone('gevraagd door', 'asked by'),
    asked_at: eventDate('gevraagd', 'asked'),
    confirmed_by: someone('bevestigd door', 'confirmed by'),
    confirmed_at: eventDate('bevestigd', 'confirmed'),
    ended_by: someone('opgeheven door', 'ended by'),
    ended_at: eventDate('opgeheven op', 'ended on'),
  },
})

countsFrom('terms_breach.noted_at', { nl: 'nadat school het opschreef', en: 'after school wrote it down' })
countsFrom('terms_restriction.to_on', { nl: 'nadat de beperking voorbij is', en: 'after the restriction is over' })
countsFrom('terms_objection.sent_at', { nl: 'nadat het bezwaar gestuurd is', en: 'after the objection was sent' })

personalData('terms_objection', {
  what: { nl: 'bezwaar tegen een beperking, en het antwoord', en: 'objection to a restriction, and the answer' },
  about: 'person_id',
  source: 'person',
  purpose: 'security',
  seenBy: { nl: 'de administratie, de directeur en de persoon zelf', en: 'the office, the principal and the person' },
  // It goes with its restriction; this is the longest it can be.
  retention: [after('terms_objection.sent_at', 2)],
  columns: {
    restriction_id: id,
    person_id: id,
    words: objectionWords,
    sent_at: eventDate('gestuurd', 'sent'),
    answer: objectionAnswer,
    answered_by: someone('beantwoord door', 'answered by'),
    answered_at: eventDate('beantwoord', 'answered'),
    read_at: eventDate('antwoord gelezen', 'answer read'),
  },
})
