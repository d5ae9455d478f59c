import { id, internal, linked, personalData, plain, someone } from '#shared/vault/declaration.ts'
import { templates } from './kinds.ts'
import { purposeTexts } from './purposes/texts.ts'

const eventDate = plain(
  'activity',
  'termijnen worden door de database vergeleken',
  'periods are compared by the database',
)
const fact = internal(
  'ordinary',
  'een tekst of keuze van de school, niet over een persoon',
  'a text or choice of the school, not about a person',
)
const state = plain(
  'activity',
  'een ja of nee op een vraag van de school: bij elke foto wordt ernaar gekeken',
  'a yes or no to a question of the school: publishing asks it at every picture',
)

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
    created_by: someone('begonnen door', 'begun by'),
    created_at: fact,
    ended_by: someone('gestopt door', 'ended by'),
    ended_at: fact,
  },
})
personalData('consent_text', {
  ...texts,
  what: { nl: 'teksten waarmee toestemming is gevraagd', en: 'texts with which consent was asked' },
  columns: {
    purpose_id: id,
    number: fact,
    words: fact,
    asks_again: fact,
    published_by: someone('geschreven door', 'written by'),
    published_at: fact,
  },
})

personalData('consent_reminder', {
  ...texts,
  what: { nl: 'herinneringen aan vragen om toestemming', en: 'reminders of questions for consent' },
  columns: { id, sent_by: someone('verstuurd door', 'sent by'), sent_at: fact, mails: fact, letters: fact },
})

const withTheFile = [
  {
    after: 'person.left_on',
    keep: { years: 2 },
    finally: 'delete',
    because:
      'school must be able to show that it was allowed for as long as it keeps what it was about (art. 7(1) GDPR)',
  },
] as const

const questions = Object.fromEntries(
  ([...templates, 'own'] as const).map((use) => [use, { nl: purposeTexts.nl.use[use], en: purposeTexts.en.use[use] }]),
)

personalData('consent_answer', {
  what: { nl: 'toestemmingen', en: 'consents' },
  about: 'pupil_id',
  // What one guardian answered, and that they did, is not for the other, who sees what it comes to.
  alsoAbout: {
    person_id: [
      'purpose_id',
      'person_id',
      'number',
      'language',
      'yes',
      'withdraws',
      'channel',
      'given_on',
      'recorded_by',
      'recorded_at',
      'ended_at',
    ],
  },
  source: (row) => (row.person_id === row.pupil_id ? 'person' : 'guardian'),
  purpose: 'accountability',
  seenBy: {
    nl: 'wie antwoordde en de administratie; de andere ouder ziet alleen de uitkomst, de eigen leerkrachten alleen of het mag',
    en: 'who answered and the office; the other guardian sees the outcome only, the own teachers only whether it is allowed',
  },
  retention: withTheFile,
  columns: {
    id,
    purpose_id: linked('vraag', 'question', 'consent_purpose.template', questions),
    pupil_id: id,
    person_id: someone('antwoord van', 'answer of'),
    number: state('tekst', 'text'),
    language: plain('activity', 'in welke taal de vraag is gelezen', 'in which language the question was read')(
      'gelezen in het',
      'read in',
      {
        nl: ['Nederlands', 'Dutch'],
        en: ['Engels', 'English'],
      },
    ),
    text_hash: internal('activity', 'een hash van een tekst van de school', 'a hash of a text of the school'),
    yes: state('antwoord', 'answer', { true: ['ja', 'yes'], false: ['nee', 'no'] }),
    withdraws: state('ingetrokken', 'withdrawn', { true: ['ja', 'yes'], false: ['nee', 'no'] }),
    channel: plain('activity', 'hoe het antwoord kwam', 'how the answer came')('gegeven', 'given', {
      app: ['in Schoolplein', 'in Schoolplein'],
      paper: ['op papier', 'on paper'],
      phone: ['aan de telefoon', 'by phone'],
    }),
    given_on: eventDate('gegeven op', 'given on'),
    recorded_by: someone('opgeschreven door', 'recorded by'),
    recorded_at: eventDate('opgeschreven op', 'recorded on'),
    ended_at: eventDate('vervangen op', 'replaced on'),
  },
})

personalData('consent_age', {
  what: { nl: 'wie zelf beslist over toestemming', en: 'who decides about consent themselves' },
  about: 'pupil_id',
  source: 'school',
  purpose: 'accountability',
  seenBy: { nl: 'de administratie, de ouders en de leerling', en: 'the office, the guardians and the pupil' },
  retention: withTheFile,
  columns: {
    pupil_id: id,
    sixteen_in: plain(
      'ordinary',
      'alleen het jaar, dat de groep ook zegt: zo is bekend op welke dagen naar de versleutelde datum gekeken wordt',
      'the year only, which the group says too: it tells on which days to look at the sealed day',
    )('wordt 16 in', 'turns 16 in'),
    own: plain(
      'activity',
      'wiens antwoord telt wordt bij elke foto gevraagd',
      'whose answer counts is asked at every picture',
    )('beslist zelf', 'decides themselves', {
      true: ['ja', 'yes'],
      false: ['nee', 'no'],
    }),
    by_office: internal(
      'activity',
      'of de administratie dat zei, waar geen geboortedatum bewaard wordt',
      'whether the office said so, where no date of birth is kept',
    ),
  },
})

personalData('consent_granted', {
  what: { nl: 'van wie school nu iets mag gebruiken', en: 'whose data school may use now' },
  about: 'pupil_id',
  source: 'use',
  purpose: 'accountability',
  seenBy: { nl: 'niemand; modules vergelijken ermee', en: 'nobody; modules compare with it' },
  retention: withTheFile,
  columns: {
    purpose_id: internal('activity', 'over welke vraag het gaat', 'which question it is about'),
    pupil_id: id,
  },
})
