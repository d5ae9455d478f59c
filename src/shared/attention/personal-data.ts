import { contact, countsFrom, id, internal, personalData, plain, sealed, unshown } from '#shared/vault/declaration.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'push_subscription.subscription': { endpoint: string; p256dh: string; auth: string }
  }
}

export const pushSubscription = sealed('push_subscription.subscription', {
  endpoint: contact('adres van de browser', 'address of the browser'),
  p256dh: unshown('credential'),
  auth: unshown('credential'),
})

const when = plain(
  'activity',
  'de lijst staat in die volgorde en wat voorbij is gaat weg; het zegt niet waarover',
  'the list is ordered and what is over is cleared by it; it says nothing about what',
)

personalData('attention_item', {
  what: { nl: 'wat er voor iemand klaarstaat', en: 'what waits for somebody' },
  about: 'person_id',
  source: 'school',
  purpose: 'contact-with-guardians',
  seenBy: {
    nl: 'wie het leest; de school telt hoeveel berichten een gezin kreeg, niet welke',
    en: 'who reads it; the school counts how many messages a family got, not which',
  },
  retention: [
    {
      after: 'attention_item.until_at',
      keep: { months: 1 },
      finally: 'delete',
      because: 'a month after it is over nobody asks any more whether it was read',
    },
  ],
  columns: {
    id,
    person_id: id,
    module: plain(
      'activity',
      'noemt een onderdeel van Schoolplein, nooit waar het over gaat',
      'names a part of Schoolplein, never what it is about',
    )('van welk onderdeel', 'of which part'),
    subject_id: id,
    class: plain('activity', 'de lijst staat in die volgorde', 'the list is ordered by it')(
      'hoe dringend',
      'how urgent',
      {
        urgent: ['dringend', 'urgent'],
        answer: ['antwoord nodig', 'needs an answer'],
        'to-know': ['goed om te weten', 'good to know'],
      },
    ),
    answer_by: when('antwoord nodig voor', 'answer needed by'),
    given_at: when('klaargezet', 'given'),
    from_at: when('te zien vanaf', 'shown from'),
    until_at: when('te zien tot', 'shown until'),
    read_at: when('gelezen', 'read'),
    answered_at: when('beantwoord', 'answered'),
    told_at: when('bericht gestuurd', 'message sent'),
    letter_batch: internal(
      'identifier',
      'een willekeurig nummer: brieven die samen weggingen, zijn eraan te vinden',
      'a random number: letters that left together are found by it',
    ),
    reminded_at: when('eraan herinnerd', 'reminded of it'),
  },
})

countsFrom('attention_item.until_at', { nl: 'nadat het voorbij is', en: 'after it is over' })

const self = { nl: 'de persoon zelf', en: 'the person' }
const kinds = {
  urgent: ['dringend', 'urgent'],
  answer: ['antwoord nodig', 'needs an answer'],
  'to-know': ['goed om te weten', 'good to know'],
} as const

personalData('attention_choice', {
  what: { nl: 'hoe iemand bericht wil krijgen', en: 'how somebody wants to be told' },
  about: 'account_id',
  through: 'account_person.account_id',
  source: 'person',
  purpose: 'contact-with-guardians',
  seenBy: self,
  retention: [],
  columns: {
    account_id: id,
    digest_hour: plain(
      'activity',
      'taken kiezen ermee; een uur van de dag zegt niets',
      'jobs choose by it; an hour of the day says nothing',
    )('uur van het overzicht', 'hour of the digest'),
    digest_at: when('laatste overzicht', 'last digest'),
    mail: plain('activity', 'taken kiezen ermee', 'jobs choose by it')('per mail', 'by mail', kinds),
    push: plain('activity', 'taken kiezen ermee', 'jobs choose by it')('als melding', 'as a notification', kinds),
  },
})

personalData('push_subscription', {
  what: { nl: 'browsers die meldingen tonen', en: 'browsers that show notifications' },
  about: 'person_id',
  source: 'person',
  purpose: 'contact-with-guardians',
  seenBy: self,
  retention: [],
  columns: {
    id,
    person_id: id,
    session_hash: internal(
      'credential',
      'de hash van een willekeurige sleutelcode: die gaat weg als de sessie stopt',
      'the hash of a random token: it goes when its session ends',
    ),
    endpoint_hash: internal(
      'credential',
      'een hash met sleutel: één browser staat er één keer',
      'a keyed hash: one browser is there once',
    ),
    subscription: pushSubscription,
    made_at: when('aangezet', 'turned on'),
  },
})

personalData('attention_hours', {
  what: { nl: 'werktijden voor berichten', en: 'working hours for messages' },
  about: 'person_id',
  source: 'person',
  purpose: 'contact-with-guardians',
  seenBy: {
    nl: 'de persoon zelf; wie iets stuurt, leest wanneer het aankomt',
    en: 'the person; who sends something reads when it arrives',
  },
  retention: [],
  columns: {
    person_id: id,
    weekday: when('dag van de week', 'day of the week'),
    from_time: when('vanaf', 'from'),
    until_time: when('tot', 'until'),
  },
})

personalData('no_account', {
  what: { nl: 'wie geen account wil', en: 'who wants no account' },
  about: 'person_id',
  source: 'person',
  purpose: 'contact-with-guardians',
  seenBy: {
    nl: 'de persoon zelf en de administratie, die brieven stuurt',
    en: 'the person, and the office, which sends letters',
  },
  retention: [],
  columns: {
    person_id: id,
    asked_at: when('gevraagd', 'asked'),
    ends_at: when('account gaat weg op', 'account goes on'),
    ended_at: when('account is weg sinds', 'account is gone since'),
  },
})

personalData('message_rules', {
  what: { nl: 'afspraken over berichten', en: 'rules about messages' },
  about: 'nobody',
  purpose: 'contact-with-guardians',
  seenBy: { nl: 'iedereen bij deze school', en: 'everybody at this school' },
  retention: [],
  columns: {
    answer_within: when('antwoord binnen schooldagen', 'answer within school days'),
    team_from: when('het team vanaf', 'the team from'),
    team_until: when('het team tot', 'the team until'),
    family_from: when('gezinnen vanaf', 'families from'),
    family_until: when('gezinnen tot', 'families until'),
    week_most: when('hoogstens per week', 'at most per week'),
    urgent_roles: when('wie dringend mag sturen', 'who may send what is urgent'),
  },
})
