import {
  contact,
  countsFrom,
  internal,
  linked,
  mayNameOthers,
  ordinary,
  personalData,
  plain,
  sealed,
  someone,
  unshown,
  within,
} from '#shared/vault/declaration.ts'
import type { Answer } from './fields.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'site_submission.answers': {
      readonly name: string
      readonly mail: string
      readonly answers: readonly Answer[]
    }
    'site_submission_step.words': { readonly text: string }
  }
}

/** What somebody sent with a form. */
export const submissionAnswers = sealed('site_submission.answers', {
  name: ordinary('je naam', 'your name'),
  mail: contact('je mailadres', 'your mail address'),
  answers: within(mayNameOthers(ordinary('wat je schreef', 'what you wrote'), 'sender_id'), {
    field: unshown('identifier'),
    type: unshown('activity'),
    label: ordinary('vraag', 'question'),
    value: ordinary('antwoord', 'answer'),
  }),
})

/** What the school answered, or what the sender wrote back. */
export const stepText = sealed('site_submission_step.words', {
  text: mayNameOthers(ordinary('wat er staat', 'what it says')),
})

const id = internal(
  'identifier',
  'een willekeurig nummer dat niets zegt; rijen worden ermee gevonden',
  'a random number that says nothing; rows are found by it',
)
const setting = internal(
  'activity',
  'een instelling van het formulier, niet over een persoon',
  'a setting of the form, not about a person',
)
const moment = plain(
  'activity',
  'lijsten, klokken en termijnen rekent de database uit',
  'lists, clocks and terms are worked out by the database',
)
const seenBy = {
  nl: 'wie het stuurde, en van het team wie bij het formulier als lezer staat',
  en: 'who sent it, and those of the team who are named as readers of the form',
}
const counted = internal(
  'identifier',
  'een getal van vandaag dat niemand kan terugleiden; het gaat binnen een uur of om middernacht weg',
  'a number of today that nobody can lead back; it goes within the hour or at midnight',
)

personalData('site_form', {
  what: { nl: 'formulieren van de website', en: 'forms of the website' },
  about: 'nobody',
  purpose: 'website-contact',
  module: 'site-forms',
  seenBy: { nl: 'iedereen die de website bezoekt', en: 'everyone who visits the website' },
  retention: [],
  columns: {
    id,
    slug: setting,
    kind: setting,
    state: setting,
    sender: setting,
    title: setting,
    intro: setting,
    thanks: setting,
    fields: setting,
    keep_months: setting,
    version: setting,
    changed_by: someone('gewijzigd door', 'changed by'),
    changed_at: setting,
  },
})

personalData('site_form_reader', {
  what: { nl: 'wie berichten van een formulier leest', en: 'who reads the messages of a form' },
  about: 'person_id',
  source: 'school',
  purpose: 'website-contact',
  module: 'site-forms',
  seenBy: { nl: 'de administratie en de directeur', en: 'the office and the principal' },
  retention: [],
  columns: { form_id: linked('formulier', 'form', 'site_form.title'), person_id: id },
})

personalData('site_submission', {
  what: { nl: 'berichten van de website', en: 'messages from the website' },
  about: 'sender_id',
  ownKey: true,
  source: 'person',
  purpose: 'website-contact',
  module: 'site-forms',
  seenBy,
  retention: [
    {
      after: 'site_submission.active_at',
      keep: { years: 3 },
      finally: 'delete',
      because: 'three years after somebody was last active (PROMISES P20)',
    },
    {
      after: 'site_submission.ends_on',
      keep: { days: 0 },
      finally: 'delete',
      because: 'the form says a shorter term of its own',
    },
  ],
  columns: {
    id,
    form_id: linked('formulier', 'form', 'site_form.title'),
    sender_id: id,
    language: internal('activity', 'in welke taal antwoorden gemaild worden', 'in which language answers are mailed'),
    answers: submissionAnswers,
    link_hash: internal(
      'credential',
      'een hash van de sleutel in de mail aan de afzender; de sleutel zelf staat nergens',
      'a hash of the token in the mail to the sender; the token itself is nowhere',
    ),
    state: plain('activity', 'lijsten worden ermee gemaakt', 'lists are made by it')('stand', 'state', {
      waiting: ['wacht op antwoord', 'waits for an answer'],
      'maybe-spam': ['apart gezet als misschien spam', 'set apart as maybe spam'],
      answered: ['beantwoord', 'answered'],
      closed: ['afgehandeld', 'closed'],
    }),
    held_because: plain('activity', 'school ziet waarom het apart is gezet', 'the school sees why it was set apart')(
      'apart gezet omdat',
      'set apart because',
      {
        'too-quick': ['het heel snel was ingevuld', 'it was filled in very fast'],
        'hidden-field': ['een veld was ingevuld dat niemand ziet', 'a field was filled in that nobody sees'],
        many: ['er veel berichten achter elkaar kwamen', 'many messages came one after the other'],
        links: ['er veel links in stonden', 'there were many links in it'],
        words: ['er woorden van reclame in stonden', 'there were words of advertising in it'],
      },
    ),
    received_at: moment('ontvangen', 'received'),
    active_at: moment('laatste contact', 'last contact'),
    ends_on: moment('weg op', 'gone on'),
    due_on: moment('antwoord beloofd voor', 'answer promised by'),
    limit_on: moment('hoogstens tot', 'at most until'),
  },
})

personalData('site_submission_step', {
  what: { nl: 'antwoorden op berichten van de website', en: 'answers to messages from the website' },
  about: 'submission_id',
  through: 'site_submission.id',
  source: 'school',
  purpose: 'website-contact',
  module: 'site-forms',
  seenBy,
  retention: [],
  columns: {
    id,
    submission_id: id,
    number: internal('activity', 'in welke volgorde de stappen kwamen', 'in which order steps came'),
    what: plain('activity', 'de geschiedenis wordt ermee gemaakt', 'the history is made by it')('wat', 'what', {
      received: ['ontvangen', 'received'],
      held: ['apart gezet', 'set apart'],
      released: ['toch gelezen', 'read after all'],
      answered: ['beantwoord', 'answered'],
      'wrote-back': ['teruggeschreven', 'wrote back'],
      corrected: ['verbeterd', 'corrected'],
      noted: ['notitie van school', 'note of the school'],
      closed: ['afgehandeld', 'closed'],
      reopened: ['weer geopend', 'opened again'],
    }),
    words: stepText,
    at: moment('wanneer', 'when'),
    by_id: someone('door', 'by'),
    request_key: internal(
      'identifier',
      'maakt van een formulier dat twee keer komt één stap',
      'makes a form that is sent twice one step',
    ),
  },
})

personalData('site_form_rate', {
  what: { nl: 'hoeveel berichten van één netwerk komen', en: 'how many messages come from one network' },
  about: 'who',
  source: 'use',
  purpose: 'security',
  module: 'site-forms',
  seenBy: { nl: 'niemand', en: 'nobody' },
  retention: [
    {
      after: 'site_form_rate.hour',
      keep: { days: 1 },
      finally: 'delete',
      because: 'it only counts within an hour; whatever comes next takes it away, and else the night',
    },
  ],
  columns: { hour: counted, who: counted, times: counted },
})

countsFrom('site_submission.active_at', {
  nl: 'nadat er voor het laatst contact was',
  en: 'after there was contact for the last time',
})
countsFrom('site_submission.ends_on', {
  nl: 'na de termijn die bij het formulier staat',
  en: 'after the term that the form says',
})
countsFrom('site_form_rate.hour', { nl: 'nadat het bericht kwam', en: 'after the message came' })
