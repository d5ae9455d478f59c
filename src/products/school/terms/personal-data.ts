import { countsFrom, personalData, plain, sealed } from '#shared/vault/declaration.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'terms_breach.record': { happened: string; message: string }
    'terms_restriction.reason': { text: string }
  }
}

export const breachRecord = sealed('terms_breach.record', {
  happened: 'activity',
  message: 'activity',
})
export const barReason = sealed('terms_restriction.reason', { text: 'activity' })

const id = plain('identifier', 'a random number that says nothing; rows are found by it')
const eventDate = plain('activity', 'periods are compared by the database')
const fact = plain('ordinary', 'a text of the school, not about a person')

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
  columns: { audience: fact, words: fact, revision: fact, changed_by: id, changed_at: fact },
})
personalData('terms_version', {
  ...texts,
  what: { nl: 'versies van de gebruiksregels', en: 'versions of the terms of use' },
  columns: {
    audience: fact,
    number: fact,
    words: fact,
    in_force_on: fact,
    published_by: id,
    published_at: fact,
    withdrawn_at: fact,
  },
})

personalData('terms_acceptance', {
  what: { nl: 'akkoord met de gebruiksregels', en: 'agreement to the terms of use' },
  about: 'person_id',
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
    audience: plain('activity', 'whether somebody still has to agree is asked at every request'),
    number: plain('activity', 'whether somebody still has to agree is asked at every request'),
    language: plain('activity', 'in which language the text was read'),
    text_hash: plain('activity', 'a hash of a text of the school'),
    accepted_at: eventDate,
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
    kind: plain('activity', 'one of four words; what happened stands sealed'),
    record: breachRecord,
    seen_by: id,
    seen_on: eventDate,
    noted_by: id,
    noted_at: eventDate,
    read_at: eventDate,
  },
})

personalData('terms_restriction', {
  what: { nl: 'beperkingen van de toegang', en: 'restrictions of access' },
  about: 'person_id',
  purpose: 'security',
  seenBy: { nl: 'de administratie, de directeur en de persoon zelf', en: 'the office, the principal and the person' },
  retention: [after('terms_restriction.to_on', 1)],
  columns: {
    id,
    breach_id: id,
    person_id: id,
    what: plain('activity', 'asked at every request'),
    reason: barReason,
    from_on: eventDate,
    to_on: eventDate,
    state: plain('activity', 'asked at every request'),
    asked_by: id,
    asked_at: eventDate,
    confirmed_by: id,
    confirmed_at: eventDate,
    ended_by: id,
    ended_at: eventDate,
  },
})

countsFrom('terms_breach.noted_at', { nl: 'nadat school het opschreef', en: 'after school wrote it down' })
countsFrom('terms_restriction.to_on', { nl: 'nadat de beperking voorbij is', en: 'after the restriction is over' })
