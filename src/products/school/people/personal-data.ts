import { countsFrom, personalData, plain, sealed } from '#shared/vault/declaration.ts'
import type { FromFile } from '../imports/from-file.ts'

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
  /** Chain pseudonym of the education sector: only for matching imports and learning materials, never shown. */
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
  givenName: 'ordinary',
  prefix: 'ordinary',
  surname: 'ordinary',
  initials: 'ordinary',
  email: 'contact',
  phone: 'contact',
  birthDate: 'ordinary',
  sex: 'ordinary',
  eckId: 'identifier',
  sourceKey: 'identifier',
  calledInClass: 'ordinary',
  fromFile: 'ordinary',
  guardianFile: 'identifier',
})
export const guardianshipDetails = sealed('guardianship.details', {
  relation: 'family',
  note: 'family',
  guardianFile: 'identifier',
})
export const restrictionNote = sealed('guardianship_restriction.note', { note: 'family' })

const id = plain('identifier', 'a random number that says nothing; rows are found by it')
const eventDate = plain('activity', 'periods are compared by the database')

const twoYearsAfterLeaving = {
  after: 'person.left_on',
  keep: { years: 2 },
  finally: 'destroy-key',
  because: 'the pupil file is kept two years after a pupil leaves (PO-Raad, onderwijsconsument.nl)',
} as const

personalData('person', {
  what: { nl: 'namen en gegevens van mensen', en: 'people’s names and details' },
  about: 'id',
  purpose: 'school-administration',
  seenBy: {
    nl: 'de eigen leerkrachten, de administratie en de persoon zelf; ouders zien hun eigen kinderen',
    en: 'the own teachers, the office and the person; guardians see their own children',
  },
  retention: [twoYearsAfterLeaving],
  columns: {
    id,
    state: plain('activity', 'lists leave out who left'),
    protected: plain('activity', 'the row policy keeps a protected person out of every list by it'),
    record: personRecord,
    created_at: eventDate,
    left_on: eventDate,
    access_version: plain('activity', 'a count; an open page is cut off when it is another one'),
    merged_into: id,
  },
})

personalData('told_apart', {
  what: { nl: 'mensen die op elkaar lijken en het niet zijn', en: 'people who look alike and are not the same' },
  about: 'one_id',
  purpose: 'school-administration',
  seenBy: { nl: 'de administratie', en: 'the office' },
  retention: [{ ...twoYearsAfterLeaving, finally: 'delete' }],
  columns: { one_id: id, other_id: id, decided_by: id, decided_at: eventDate },
})

personalData('protected_reader', {
  what: { nl: 'wie afgeschermde gegevens mag zien', en: 'who may see protected people' },
  about: 'person_id',
  purpose: 'safety',
  seenBy: { nl: 'de directeur en de administratie', en: 'the principal and the office' },
  retention: [{ ...twoYearsAfterLeaving, finally: 'delete' }],
  columns: { person_id: id, reader_id: id, decided_by: id, decided_at: eventDate },
})

personalData('person_role', {
  what: { nl: 'rollen', en: 'roles' },
  about: 'person_id',
  purpose: 'access',
  seenBy: { nl: 'de administratie, de directeur en de persoon zelf', en: 'the office, the principal and the person' },
  retention: [{ ...twoYearsAfterLeaving, finally: 'delete' }],
  columns: {
    person_id: id,
    role: plain('activity', 'rights are decided by it at every request'),
    from_on: eventDate,
    to_on: eventDate,
  },
})

personalData('guardianship', {
  what: { nl: 'wie de ouders van een kind zijn', en: 'who a pupil’s guardians are' },
  about: 'pupil_id',
  purpose: 'contact-with-guardians',
  seenBy: {
    nl: 'de administratie; de eigen leerkrachten zonder de notitie; een ouder ziet alleen de eigen regel',
    en: 'the office; the own teachers without the note; a guardian sees the own row only',
  },
  retention: [{ ...twoYearsAfterLeaving, finally: 'delete' }],
  columns: {
    id,
    pupil_id: id,
    guardian_id: id,
    authority: plain('family', 'what a guardian may see is decided by it at every request'),
    lives_with: plain('family', 'letters go to the homes where the pupil lives'),
    may_be_contacted: plain('family', 'the call list leaves out who may not be called'),
    may_collect: plain('family', 'the teacher of the day must know at once'),
    information_only: plain('family', 'what a guardian may see is decided by it (art. 1:377c BW)'),
    call_order: plain('activity', 'the call list is sorted by it'),
    details: guardianshipDetails,
    from_on: eventDate,
    to_on: eventDate,
  },
})

personalData('guardianship_restriction', {
  what: { nl: 'beperkingen voor een ouder', en: 'restrictions for a guardian' },
  about: 'guardianship_id',
  purpose: 'safety',
  seenBy: {
    nl: 'de directeur en de administratie; de eigen leerkrachten zonder de notitie',
    en: 'the principal and the office; the own teachers without the note',
  },
  retention: [{ ...twoYearsAfterLeaving, finally: 'delete' }],
  columns: {
    id,
    guardianship_id: id,
    kind: plain('family', 'what a guardian may see is decided by it at every request'),
    from_on: eventDate,
    to_on: eventDate,
    evidence_seen_by: id,
    evidence_seen_on: eventDate,
    note: restrictionNote,
  },
})

personalData('invitation', {
  what: { nl: 'uitnodigingen', en: 'invitations' },
  about: 'person_id',
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
    code_hash: plain('credential', 'a hash of a random code; it cannot be turned back'),
    created_by: id,
    created_at: eventDate,
    expires_at: eventDate,
    ended_at: eventDate,
    accepted: plain('activity', 'an accepted invitation says who has an account'),
    channel: plain('activity', 'open letters are printed by it, mails are sent by it'),
    round_id: id,
    mail: plain('activity', 'whether the mail was taken; the office prints a letter where it was not'),
    asked_again_at: eventDate,
    parted_at: eventDate,
    parted_by: id,
    moved_from: id,
    moved_to: id,
    moved: id,
  },
})

countsFrom('person.left_on', { nl: 'nadat iemand van school gaat', en: 'after somebody leaves school' })
countsFrom('invitation.expires_at', { nl: 'nadat de uitnodiging is verlopen', en: 'after the invitation expired' })
