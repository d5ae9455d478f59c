import { personalData, plain } from '#shared/vault/declaration.ts'

const id = plain('identifier', 'a random number that says nothing; rows are found by it')
const eventDate = plain('activity', 'periods are compared by the database')
const fact = plain('ordinary', 'a text or choice of the school, not about a person')
const state = plain('activity', 'a yes or no to a question of the school: publishing asks it at every picture')

const texts = {
  about: 'nobody',
  purpose: 'accountability',
  seenBy: {
    nl: 'iedereen van school aan wie het wordt gevraagd; de administratie ziet wie het opschreef',
    en: 'everyone of the school who is asked; the office sees who wrote it',
  },
  retention: [],
} as const

personalData('consent_purpose', {
  ...texts,
  what: { nl: 'waarvoor school toestemming vraagt', en: 'what school asks consent for' },
  columns: {
    id,
    template: fact,
    audience: fact,
    rule: fact,
    pictures: fact,
    position: fact,
    number: fact,
    asks_from: fact,
    created_by: id,
    created_at: fact,
    ended_by: id,
    ended_at: fact,
  },
})
personalData('consent_text', {
  ...texts,
  what: { nl: 'teksten waarmee toestemming is gevraagd', en: 'texts with which consent was asked' },
  columns: { purpose_id: id, number: fact, words: fact, asks_again: fact, published_by: id, published_at: fact },
})

/** Proof is needed for as long as somebody can ask for it (art. 7(1) GDPR). */
const fiveYears = [
  {
    after: 'person.left_on',
    keep: { years: 5 },
    finally: 'delete',
    because: 'school must be able to show that it was allowed, for as long as a claim about it is possible',
  },
] as const

personalData('consent_answer', {
  what: { nl: 'toestemmingen', en: 'consents' },
  about: 'pupil_id',
  purpose: 'accountability',
  seenBy: {
    nl: 'wie antwoordde en de administratie; de andere ouder ziet alleen de uitkomst, de eigen leerkrachten alleen of het mag',
    en: 'who answered and the office; the other guardian sees the outcome only, the own teachers only whether it is allowed',
  },
  retention: fiveYears,
  columns: {
    id,
    purpose_id: id,
    pupil_id: id,
    person_id: id,
    number: state,
    language: plain('activity', 'in which language the question was read'),
    text_hash: plain('activity', 'a hash of a text of the school'),
    yes: state,
    withdraws: state,
    channel: plain('activity', 'in the app, on paper or by phone'),
    given_on: eventDate,
    recorded_by: id,
    recorded_at: eventDate,
    ended_at: eventDate,
  },
})

personalData('consent_age', {
  what: { nl: 'wie zelf beslist over toestemming', en: 'who decides about consent themselves' },
  about: 'pupil_id',
  purpose: 'accountability',
  seenBy: { nl: 'de administratie, de ouders en de leerling', en: 'the office, the guardians and the pupil' },
  retention: [{ ...fiveYears[0], keep: { days: 0 }, because: 'nobody is asked any more' }],
  columns: {
    pupil_id: id,
    sixteen_in: plain(
      'ordinary',
      'the year only, which the group says too: it tells on which days to look at the sealed day',
    ),
    own: plain('activity', 'whose answer counts is asked at every picture'),
    by_office: plain('activity', 'whether the office said so, where no date of birth is kept'),
  },
})

personalData('consent_granted', {
  what: { nl: 'van wie school nu iets mag gebruiken', en: 'whose data school may use now' },
  about: 'pupil_id',
  purpose: 'accountability',
  seenBy: { nl: 'niemand; modules vergelijken ermee', en: 'nobody; modules compare with it' },
  retention: [{ ...fiveYears[0], keep: { days: 0 }, because: 'nobody is asked any more' }],
  columns: { purpose_id: id, pupil_id: id },
})
