import { countsFrom, personalData, plain, sealed } from '#shared/vault/declaration.ts'

/** Why a child is away, in the words of the report; `unknown`: nobody said anything. Never a medical detail. */
export type Kind = 'ill' | 'doctor' | 'other' | 'unknown'

/** What the school decided: six grounds that allow it (Leerplichtwet art. 11) and two that do not. */
export type Ground =
  | 'ill'
  | 'doctor'
  | 'religion'
  | 'profession'
  | 'circumstances'
  | 'excused'
  | 'luxury'
  | 'unexplained'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'absence.reason': { kind: Kind }
    'absence.word': { word: string }
    'absence.decision': { ground: Ground }
  }
}

export const absenceReason = sealed('absence.reason', { kind: 'health' })
export const absenceWord = sealed('absence.word', { word: 'health' })
export const absenceDecision = sealed('absence.decision', { ground: 'health' })

const id = plain('identifier', 'a random number that says nothing; rows are found by it')
const when = plain('activity', 'lists of a day and hours of a period are made of it by the database')

const untilYearEnds = {
  after: 'school_year.ends_on',
  keep: { days: 0 },
  finally: 'delete',
  because: 'the pupil administration holds the legal record; ours serves the school year',
} as const

personalData('absence', {
  what: { nl: 'ziek- en verlofmeldingen', en: 'reports of absence' },
  about: 'pupil_id',
  purpose: 'attendance',
  module: 'absences',
  seenBy: {
    nl: 'de eigen leerkrachten van vandaag, de administratie, de directeur en ouders die het over het kind mogen weten',
    en: 'the own teachers of today, the office, the principal and guardians who may know about the pupil',
  },
  retention: [
    {
      after: 'absence.handed_over_at',
      keep: { days: 30 },
      finally: 'anonymise',
      because: 'the word for the teacher has done its work: it is emptied 30 days after hand-over, the row stays',
    },
    untilYearEnds,
  ],
  columns: {
    id,
    pupil_id: id,
    from_on: when,
    to_on: when,
    from_time: when,
    until_time: when,
    reason: absenceReason,
    word: absenceWord,
    via: plain('activity', 'says whether a guardian or the office wrote it down'),
    reporter_id: id,
    noted_by: id,
    reported_at: when,
    request_key: id,
    withdrawn_at: when,
    decision: absenceDecision,
    decided_by: id,
    decided_at: when,
    handed_over_at: when,
  },
})

personalData('attendance_mark', {
  what: { nl: 'wie er in de klas was', en: 'who was in class' },
  about: 'pupil_id',
  purpose: 'attendance',
  module: 'absences',
  seenBy: {
    nl: 'de eigen leerkrachten van vandaag, de administratie, de directeur en ouders die het over het kind mogen weten',
    en: 'the own teachers of today, the office, the principal and guardians who may know about the pupil',
  },
  retention: [untilYearEnds],
  columns: {
    pupil_id: id,
    on_day: when,
    state: plain('activity', 'the day list is counted by it'),
    arrived_at: when,
    marked_by: id,
    marked_at: when,
    handed_over_at: when,
  },
})

personalData('absence_call', {
  what: { nl: 'telefoontjes over een kind dat er niet was', en: 'calls about a pupil who was not there' },
  about: 'pupil_id',
  purpose: 'attendance',
  module: 'absences',
  seenBy: {
    nl: 'de eigen leerkrachten van vandaag, de administratie en de directeur',
    en: 'the own teachers of today, the office and the principal',
  },
  retention: [untilYearEnds],
  columns: {
    id,
    pupil_id: id,
    on_day: when,
    guardian_id: id,
    called_by: id,
    called_at: when,
    outcome: plain('activity', 'the call list is ordered by it; it says nothing about why'),
  },
})

countsFrom('absence.handed_over_at', {
  nl: 'nadat de melding in de leerlingadministratie staat',
  en: 'after the report stands in the pupil administration',
})
