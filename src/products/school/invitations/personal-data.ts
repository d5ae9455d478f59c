import {
  countsFrom,
  id,
  internal,
  linked,
  ordinary,
  personalData,
  plain,
  sealed,
  whoDidIt,
} from '#shared/vault/declaration.ts'
import { type LetterLanguage, languageNames } from './letter/languages.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'letter_language.choice': { language: LetterLanguage }
  }
}

export const languageChoice = sealed('letter_language.choice', {
  language: ordinary('taal', 'language', languageNames),
})

const eventDate = plain('activity', 'rondes staan per dag in een lijst', 'rounds are listed by day')
const count = internal(
  'activity',
  'een aantal brieven of mails, niets over een persoon',
  'a number of letters or mails, nothing about a person',
)

personalData('invitation_round', {
  what: { nl: 'rondes van uitnodigingen', en: 'rounds of invitations' },
  about: 'started_by',
  stays: whoDidIt,
  source: 'use',
  purpose: 'access',
  seenBy: { nl: 'de administratie', en: 'the office' },
  retention: [
    {
      after: 'invitation_round.started_at',
      keep: { months: 3 },
      finally: 'delete',
      because: 'by then every invitation of it has expired',
    },
  ],
  columns: {
    id,
    request_key: id,
    whom: plain('activity', 'een groep, het team of de school', 'a group, the team or the school')(
      'voor wie',
      'for whom',
      {
        group: ['een groep', 'a group'],
        team: ['het team', 'the team'],
        school: ['de school', 'the school'],
      },
    ),
    group_id: linked('groep', 'group', 'school_group.name'),
    channel: plain('activity', 'per brief of per mail', 'by letter or by mail')('hoe', 'how', {
      letter: ['per brief', 'by letter'],
      mail: ['per mail', 'by mail'],
      best: ['per mail, anders per brief', 'by mail, else by letter'],
    }),
    started_by: id,
    started_at: eventDate('begonnen', 'started'),
    finished_at: eventDate('klaar', 'finished'),
    planned: count,
    letters: count,
    mails: count,
  },
})

personalData('letter_language', {
  what: { nl: 'de taal van brieven', en: 'the language of letters' },
  about: 'person_id',
  source: 'school',
  purpose: 'contact-with-guardians',
  seenBy: { nl: 'de administratie', en: 'the office' },
  retention: [
    {
      after: 'person.left_on',
      keep: { years: 2 },
      finally: 'delete',
      because: 'it goes with the person',
    },
  ],
  columns: {
    person_id: id,
    choice: languageChoice,
  },
})

countsFrom('invitation_round.started_at', { nl: 'nadat de uitnodigingen gingen', en: 'after the invitations went' })
