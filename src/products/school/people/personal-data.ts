import { roleWords } from '#shared/identity/role-words.ts'
import {
  contact,
  countsFrom,
  family,
  id,
  identifier,
  internal,
  linked,
  mayNameOthers,
  ordinary,
  personalData,
  plain,
  type Source,
  sealed,
  someone,
  unshown,
  within,
} from '#shared/vault/declaration.ts'
import type { FromFile } from '../imports/from-file.ts'
import { saidRoles } from '../imports/role-texts.ts'

/** What is known about a person. Only the names are mandatory; the rest is there when the school or person gave it. */
export type PersonRecord = {
  givenName: string
  prefix: string
  surname: string
  initials: string
  email: string | null
  phone: string | null
  birthDate: string | null
  sex: 'male' | 'female' | 'unspecified' | null
  /** Chain pseudonym of the education sector: only for matching imports and learning materials; shown to who it is of. */
  eckId: string | null
  /** The key of the pupil administration; a key that starts with `#` is no identity and is not kept. */
  sourceKey: string | null
  /** How a colleague is addressed in class, such as "juf Hatice". */
  calledInClass: string | null
  /** What the pupil administration's file said beside all this; nothing for who was added by hand. */
  fromFile: FromFile | null
  /** What the last file of guardians said of each field, as a keyed hash: tells what the office changed by hand since. */
  guardianFile?: Readonly<Record<string, string>> | null
}

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'person.record': PersonRecord
    'guardianship.details': {
      relation: string
      note: string | null
      /** As `guardianFile` of a person: gone as soon as somebody changes it by hand. */
      guardianFile?: Readonly<Record<string, string>> | null
    }
    'guardianship_restriction.note': { note: string }
  }
}

export const personRecord = sealed('person.record', {
  givenName: ordinary('roepnaam', 'given name'),
  prefix: ordinary('tussenvoegsel', 'prefix'),
  surname: ordinary('achternaam', 'surname'),
  initials: ordinary('voorletters', 'initials'),
  email: contact('mailadres', 'mail address'),
  phone: contact('telefoon', 'telephone'),
  birthDate: ordinary('geboortedatum', 'date of birth'),
  sex: ordinary('geslacht', 'sex', {
    male: ['jongen of man', 'boy or man'],
    female: ['meisje of vrouw', 'girl or woman'],
    unspecified: ['niet gezegd', 'not said'],
  }),
  eckId: identifier('ECK iD (nummer voor leermiddelen)', 'ECK iD (number for learning materials)'),
  sourceKey: identifier('nummer in de leerlingadministratie', 'number in the pupil administration'),
  calledInClass: ordinary('naam in de klas', 'name in class'),
  fromFile: within(ordinary('uit de leerlingadministratie', 'from the pupil administration'), {
    kind: unshown('ordinary'),
    firstNames: ordinary('alle voornamen', 'all first names'),
    callName: ordinary('het bestand noemt een roepnaam', 'the file has a call name'),
    year: ordinary('leerjaar', 'year'),
    location: within(ordinary('vestiging', 'location'), {
      key: unshown('identifier'),
      name: ordinary('naam', 'name'),
    }),
    enteredOn: ordinary('op school sinds', 'at the school since'),
    leavesOn: ordinary('gaat van school', 'leaves on'),
    roles: ordinary('functies', 'roles', saidRoles),
    otherRoles: ordinary('andere functies', 'other roles'),
    groups: within(ordinary('groepen', 'groups'), {
      group: linked('groep', 'group', 'school_group.name'),
      roles: ordinary('functies', 'roles', saidRoles),
      otherRoles: ordinary('andere functies', 'other roles'),
    }),
  }),
  guardianFile: unshown('identifier'),
})
export const guardianshipDetails = sealed('guardianship.details', {
  relation: family('is', 'is'),
  note: mayNameOthers(family('notitie', 'note')),
  guardianFile: unshown('identifier'),
})
export const restrictionNote = sealed('guardianship_restriction.note', {
  note: mayNameOthers(family('notitie', 'note')),
})

const fromFileOrHand = (record: unknown): Source => {
  const { fromFile, guardianFile } = record as Pick<PersonRecord, 'fromFile' | 'guardianFile'>
  return fromFile || guardianFile ? 'file' : 'school'
}
const eventDate = plain(
  'activity',
  'termijnen worden door de database vergeleken',
  'periods are compared by the database',
)

const twoYearsAfterLeaving = {
  after: 'person.left_on',
  keep: { years: 2 },
  finally: 'destroy-key',
  because: 'the pupil file is kept two years after a pupil leaves (PO-Raad, onderwijsconsument.nl)',
} as const

personalData('person', {
  what: { nl: 'namen en gegevens van mensen', en: 'people’s names and details' },
  about: 'id',
  source: ({ record }) => fromFileOrHand(record),
  purpose: 'school-administration',
  seenBy: {
    nl: 'de eigen leerkrachten, de administratie en de persoon zelf; ouders zien hun eigen kinderen',
    en: 'the own teachers, the office and the person; guardians see their own children',
  },
  retention: [twoYearsAfterLeaving],
  columns: {
    id,
    state: plain('activity', 'lijsten laten weg wie vertrokken is', 'lists leave out who left')('stand', 'state', {
      active: ['op school', 'at the school'],
      left: ['van school', 'left'],
    }),
    protected: plain(
      'activity',
      'de database houdt een beschermd persoon er in elke lijst mee weg',
      'the row policy keeps a protected person out of every list by it',
    )('afgeschermd', 'protected'),
    record: personRecord,
    created_at: eventDate('bekend sinds', 'known since'),
    left_on: eventDate('van school sinds', 'left on'),
    access_version: internal(
      'activity',
      'een aantal; een open pagina wordt afgebroken als het een ander is',
      'a count; an open page is cut off when it is another one',
    ),
    merged_into: id,
  },
})

personalData('told_apart', {
  what: { nl: 'mensen die op elkaar lijken en het niet zijn', en: 'people who look alike and are not the same' },
  about: 'one_id',
  alsoAbout: { other_id: ['decided_at'] },
  source: 'school',
  purpose: 'school-administration',
  seenBy: { nl: 'de administratie', en: 'the office' },
  retention: [{ ...twoYearsAfterLeaving, finally: 'delete' }],
  columns: {
    one_id: id,
    other_id: id,
    decided_by: someone('besloten door', 'decided by'),
    decided_at: eventDate('besloten dat je niet iemand anders bent', 'decided that you are not somebody else'),
  },
})

personalData('protected_reader', {
  what: { nl: 'wie afgeschermde gegevens mag zien', en: 'who may see protected people' },
  about: 'person_id',
  alsoAbout: { reader_id: ['decided_at', 'decided_by'] },
  source: 'school',
  purpose: 'safety',
  seenBy: { nl: 'de directeur en de administratie', en: 'the principal and the office' },
  retention: [{ ...twoYearsAfterLeaving, finally: 'delete' }],
  columns: {
    person_id: id,
    reader_id: someone('mag je zien', 'may see you'),
    decided_by: someone('besloten door', 'decided by'),
    decided_at: eventDate('besloten', 'decided'),
  },
})

personalData('person_role', {
  what: { nl: 'rollen', en: 'roles' },
  about: 'person_id',
  source: 'school',
  purpose: 'access',
  seenBy: { nl: 'de administratie, de directeur en de persoon zelf', en: 'the office, the principal and the person' },
  retention: [{ ...twoYearsAfterLeaving, finally: 'delete' }],
  columns: {
    person_id: id,
    role: plain('activity', 'bij elk verzoek volgt eruit wat iemand mag', 'rights are decided by it at every request')(
      'rol',
      'role',
      roleWords,
    ),
    from_on: eventDate('vanaf', 'from'),
    to_on: eventDate('tot en met', 'until'),
  },
})

personalData('guardianship', {
  what: { nl: 'wie de ouders van een kind zijn', en: 'who a pupil’s guardians are' },
  about: 'pupil_id',
  alsoAbout: {
    guardian_id: [
      ...['authority', 'lives_with', 'may_be_contacted', 'may_collect', 'information_only', 'call_order', 'details'],
      ...['from_on', 'to_on'],
    ],
  },
  source: ({ details }) => fromFileOrHand(details),
  purpose: 'contact-with-guardians',
  seenBy: {
    nl: 'de administratie; de eigen leerkrachten zonder de notitie; een ouder ziet alleen de eigen regel',
    en: 'the office; the own teachers without the note; a guardian sees the own row only',
  },
  retention: [{ ...twoYearsAfterLeaving, finally: 'delete' }],
  columns: {
    id,
    pupil_id: someone('kind', 'pupil'),
    guardian_id: someone('ouder', 'guardian'),
    authority: plain(
      'family',
      'bij elk verzoek volgt eruit wat een ouder mag zien',
      'what a guardian may see is decided by it at every request',
    )('gezag', 'authority', {
      yes: ['ja', 'yes'],
      no: ['nee', 'no'],
      unknown: ['nog niet bekend', 'not known yet'],
    }),
    lives_with: plain(
      'family',
      'brieven gaan naar de huizen waar het kind woont',
      'letters go to the homes where the pupil lives',
    )('kind woont hier', 'the pupil lives here'),
    may_be_contacted: plain(
      'family',
      'de bellijst laat weg wie niet gebeld mag worden',
      'the call list leaves out who may not be called',
    )('mag gebeld worden', 'may be called'),
    may_collect: plain(
      'family',
      'de leerkracht van die dag moet het meteen weten',
      'the teacher of the day must know at once',
    )('mag ophalen', 'may collect'),
    information_only: plain(
      'family',
      'eruit volgt wat een ouder mag zien (art. 1:377c BW)',
      'what a guardian may see is decided by it (art. 1:377c BW)',
    )('alleen informatie op verzoek', 'information on request only'),
    call_order: plain(
      'activity',
      'de bellijst staat in die volgorde',
      'the call list is sorted by it',
    )('plaats op de bellijst', 'place on the call list'),
    details: guardianshipDetails,
    from_on: eventDate('vanaf', 'from'),
    to_on: eventDate('tot en met', 'until'),
  },
})

personalData('guardianship_restriction', {
  what: { nl: 'beperkingen voor een ouder', en: 'restrictions for a guardian' },
  about: 'guardianship_id',
  through: 'guardianship.id',
  alsoAbout: { guardian_id: ['kind', 'from_on', 'to_on', 'evidence_seen_on', 'note'] },
  source: 'school',
  purpose: 'safety',
  seenBy: {
    nl: 'de directeur en de administratie; de eigen leerkrachten zonder de notitie',
    en: 'the principal and the office; the own teachers without the note',
  },
  retention: [{ ...twoYearsAfterLeaving, through: ['guardianship_id', 'pupil_id'], finally: 'delete' }],
  columns: {
    id,
    guardianship_id: id,
    kind: plain(
      'family',
      'bij elk verzoek volgt eruit wat een ouder mag zien',
      'what a guardian may see is decided by it at every request',
    )('wat niet mag', 'what is not allowed', {
      'no-information': ['geen informatie', 'no information'],
      'no-contact': ['geen contact', 'no contact'],
      'no-collecting': ['niet ophalen', 'no collecting'],
    }),
    from_on: eventDate('vanaf', 'from'),
    to_on: eventDate('tot en met', 'until'),
    evidence_seen_by: someone('bewijs gezien door', 'evidence seen by'),
    evidence_seen_on: eventDate('bewijs gezien', 'evidence seen'),
    note: restrictionNote,
  },
})

personalData('invitation', {
  what: { nl: 'uitnodigingen', en: 'invitations' },
  about: 'person_id',
  source: 'school',
  purpose: 'access',
  seenBy: {
    nl: 'de administratie ziet wie is uitgenodigd, wanneer en hoe; een code staat alleen in de brief, mail of link zelf',
    en: 'the office sees whom it invited, when and by what; nobody sees a code but in the letter, mail or link itself',
  },
  retention: [
    { after: 'invitation.expires_at', keep: { days: 30 }, finally: 'delete', because: 'an expired code opens nothing' },
  ],
  columns: {
    id,
    person_id: id,
    code_hash: internal(
      'credential',
      'een hash van een willekeurige code; terugrekenen kan niet',
      'a hash of a random code; it cannot be turned back',
    ),
    created_by: someone('uitgenodigd door', 'invited by'),
    created_at: eventDate('uitgenodigd', 'invited'),
    expires_at: eventDate('verloopt', 'expires'),
    ended_at: eventDate('gebruikt of gestopt', 'used or stopped'),
    accepted: plain(
      'activity',
      'aan een aangenomen uitnodiging is te zien wie een account heeft',
      'an accepted invitation says who has an account',
    )('aangenomen', 'accepted'),
    channel: plain(
      'activity',
      'brieven worden ermee afgedrukt en mails ermee verstuurd',
      'open letters are printed by it, mails are sent by it',
    )('hoe', 'how', {
      link: ['met een link', 'by a link'],
      letter: ['per brief', 'by letter'],
      mail: ['per mail', 'by mail'],
    }),
    round_id: id,
    mail: plain(
      'activity',
      'of de mail is aangenomen; zo niet, dan drukt de administratie een brief af',
      'whether the mail was taken; the office prints a letter where it was not',
    )('mail', 'mail', {
      waiting: ['wordt verstuurd', 'being sent'],
      sent: ['verstuurd', 'sent'],
      refused: ['geweigerd', 'refused'],
      stopped: ['gestopt', 'stopped'],
    }),
    asked_again_at: eventDate('opnieuw gevraagd', 'asked again'),
    parted_at: eventDate('losgemaakt', 'parted'),
    parted_by: someone('losgemaakt door', 'parted by'),
    moved_from: id,
    moved_to: id,
    moved: id,
  },
})

countsFrom('person.left_on', { nl: 'nadat iemand van school gaat', en: 'after somebody leaves school' })
countsFrom('invitation.expires_at', { nl: 'nadat de uitnodiging is verlopen', en: 'after the invitation expired' })
