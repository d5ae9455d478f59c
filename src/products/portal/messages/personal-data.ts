import {
  countsFrom,
  id,
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

/** What somebody wrote; `earlier` holds how it was before each correction, the oldest first. */
export type Written = {
  readonly text: string
  /** The subject of a letter. */
  readonly heading: string | null
  readonly earlier: readonly { readonly text: string; readonly until: string }[]
}

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'message.record': Written
    'message_file.record': { name: string }
    'message_report.reason': { text: string }
  }
}

const typed = mayNameOthers(ordinary('tekst', 'text'), 'author_id')

/** All of these are sealed under the key of their conversation, not of a person. */
export const messageRecord = sealed('message.record', {
  text: typed,
  heading: mayNameOthers(ordinary('onderwerp', 'subject'), 'author_id'),
  earlier: within(mayNameOthers(ordinary('eerder', 'earlier'), 'author_id'), {
    text: ordinary('tekst', 'text'),
    until: unshown('activity'),
  }),
})

export const fileRecord = sealed('message_file.record', {
  name: mayNameOthers(ordinary('naam van het bestand', 'name of the file')),
})

export const reportReason = sealed('message_report.reason', {
  text: mayNameOthers(ordinary('reden', 'reason'), 'reporter_id'),
})

const when = plain(
  'activity',
  'lijsten staan op volgorde en termijnen tellen ermee; het zegt niet waarover',
  'lists are ordered and periods counted by it; it says nothing about what',
)
const readers = {
  nl: 'wie in het gesprek schrijft: de ouders van die kant, het team van de groep en aan wie het is doorgegeven',
  en: 'who writes in the conversation: the guardians of that side, the team of the group and to whom it was handed',
}
const shared = { purpose: 'contact-with-guardians', module: 'messages', seenBy: readers } as const
const ofThread = { about: 'thread_id', through: 'message_member.thread_id' } as const
const withThread = {
  after: 'message_thread.last_at',
  through: ['thread_id'],
  keep: { until: '08-01', years: 1 },
  finally: 'delete',
  because: 'in the school year after, school and home still come back to what was agreed; then it is over',
} as const

personalData('message_thread', {
  ...shared,
  what: { nl: 'gesprekken met school', en: 'conversations with school' },
  about: 'id',
  through: 'message_member.thread_id',
  ownKey: true,
  source: 'use',
  retention: [
    {
      after: 'message_thread.last_at',
      keep: withThread.keep,
      finally: 'delete',
      because: withThread.because,
    },
  ],
  columns: {
    id,
    kind: plain('activity', 'zegt wie het leest, niet wat erin staat', 'says who reads it, not what is in it')(
      'soort',
      'kind',
      {
        team: ['met het team', 'with the team'],
        letter: ['bericht van school', 'message of school'],
        reply: ['antwoord aan school', 'answer to school'],
      },
    ),
    group_id: linked('groep', 'group', 'school_group.name'),
    answers_id: id,
    owner_id: someone('in handen van', 'in the hands of'),
    shared: plain(
      'activity',
      'zegt dat twee ouders om één gesprek vroegen',
      'says that two homes asked for one conversation',
    )('samen', 'together'),
    begun_at: when('begonnen', 'begun'),
    last_at: when('laatste bericht', 'last message'),
    waits_since: when('wacht op school sinds', 'waits for school since'),
    promised_on: when('antwoord beloofd op', 'answer promised on'),
    closed_at: when('afgerond', 'closed'),
  },
})

personalData('message_member', {
  ...shared,
  what: { nl: 'wie er in een gesprek zit', en: 'who is in a conversation' },
  about: 'guardian_id',
  source: 'school',
  retention: [withThread],
  columns: {
    thread_id: id,
    guardian_id: someone('ouder', 'guardian'),
    pupil_id: someone('over', 'about'),
    group_id: linked('groep', 'group', 'school_group.name'),
    is_current: plain(
      'activity',
      'zegt in welk gesprek iemand nu schrijft',
      'says in which conversation somebody writes now',
    )('loopt nu', 'goes on now'),
  },
})

personalData('message', {
  ...shared,
  ...ofThread,
  what: { nl: 'berichten', en: 'messages' },
  source: ({ from_school }) => (from_school ? 'school' : 'guardian'),
  retention: [withThread],
  columns: {
    id,
    thread_id: id,
    sent_at: when('verstuurd', 'sent'),
    kind: plain('activity', 'zegt wat er gebeurde, niet wat er is gezegd', 'says what happened, not what was said')(
      'wat',
      'what',
      {
        text: ['bericht', 'message'],
        handed: ['doorgegeven', 'handed over'],
        returned: ['terug naar het team', 'back to the team'],
        closed: ['afgerond', 'closed'],
        shared: ['samen verder', 'together from here'],
        parted: ['apart verder', 'apart from here'],
      },
    ),
    author_id: someone('van', 'from'),
    from_school: internal(
      'activity',
      'aan welke kant de schrijver stond toen het werd geschreven',
      'on which side the author stood when it was written',
    ),
    to_id: someone('doorgegeven aan', 'handed to'),
    record: messageRecord,
    corrected_at: when('verbeterd', 'corrected'),
    answer_by: when('antwoord beloofd op', 'answer promised on'),
    answered_at: when('beantwoord', 'answered'),
    request_key: internal(
      'identifier',
      'een willekeurig nummer: een formulier dat twee keer komt, is één bericht',
      'a random number: a form sent twice is one message',
    ),
  },
})

personalData('message_file', {
  ...shared,
  ...ofThread,
  what: { nl: 'foto’s en bestanden bij berichten', en: 'photos and files with messages' },
  source: 'person',
  file: 'id',
  retention: [withThread],
  columns: {
    id,
    message_id: id,
    thread_id: id,
    kind: plain('activity', 'een browser moet weten hoe het te laten zien', 'a browser must know how to show it')(
      'soort',
      'kind',
      {
        picture: ['foto', 'photo'],
        pdf: ['PDF', 'PDF'],
      },
    ),
    bytes: plain(
      'activity',
      'zegt hoe groot het is, niet wat erin staat',
      'says how large it is, not what is in it',
    )('grootte in bytes', 'size in bytes'),
    record: fileRecord,
  },
})

personalData('message_seen', {
  ...shared,
  what: { nl: 'wanneer iemand een gesprek las', en: 'when somebody read a conversation' },
  about: 'person_id',
  source: 'use',
  retention: [withThread],
  columns: {
    thread_id: id,
    person_id: id,
    read_to: when('gelezen tot', 'read up to'),
    seen_at: when('gelezen', 'read'),
  },
})

personalData('message_wish', {
  ...shared,
  what: { nl: 'wie samen met een andere ouder wil schrijven', en: 'who wants to write together with another guardian' },
  about: 'guardian_id',
  alsoAbout: { other_id: [] },
  source: 'person',
  seenBy: { nl: 'de twee ouders', en: 'the two guardians' },
  retention: [
    {
      after: 'message_wish.asked_at',
      keep: { until: '08-01' },
      finally: 'delete',
      because: 'a conversation belongs to a group, and a group to a school year',
    },
  ],
  columns: {
    group_id: linked('groep', 'group', 'school_group.name'),
    guardian_id: someone('ouder', 'guardian'),
    other_id: someone('samen met', 'together with'),
    asked_at: when('gevraagd', 'asked'),
  },
})

personalData('message_report', {
  ...shared,
  what: { nl: 'berichten die bij school gemeld zijn', en: 'messages that were reported to the school' },
  about: 'reporter_id',
  source: 'person',
  seenBy: { nl: 'wie meldde en de directeur', en: 'who reported it and the principal' },
  retention: [withThread],
  columns: {
    id,
    message_id: id,
    thread_id: id,
    reporter_id: someone('gemeld door', 'reported by'),
    reported_at: when('gemeld', 'reported'),
    reason: reportReason,
    handled_by: someone('behandeld door', 'dealt with by'),
    handled_at: when('behandeld', 'dealt with'),
  },
})

countsFrom('message_thread.last_at', { nl: 'na het laatste bericht', en: 'after the last message' })
countsFrom('message_wish.asked_at', { nl: 'nadat je het vroeg', en: 'after you asked for it' })
