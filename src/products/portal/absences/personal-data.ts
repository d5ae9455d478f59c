import {
  countsFrom,
  health,
  id,
  mayNameOthers,
  personalData,
  plain,
  sealed,
  someone,
} from '#shared/vault/declaration.ts'

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

export const absenceReason = sealed('absence.reason', {
  kind: health('reden', 'reason', {
    ill: ['ziek', 'ill'],
    doctor: ['naar dokter of tandarts', 'to a doctor or dentist'],
    other: ['iets anders', 'something else'],
    unknown: ['niemand zei het', 'nobody said'],
  }),
})
export const absenceWord = sealed('absence.word', {
  word: mayNameOthers(health('briefje voor de leerkracht', 'note for the teacher'), 'reporter_id'),
})
export const absenceDecision = sealed('absence.decision', {
  ground: health('besluit', 'decision', {
    ill: ['ziek', 'ill'],
    doctor: ['naar dokter of tandarts', 'to a doctor or dentist'],
    religion: ['geloof', 'religion'],
    profession: ['beroep van een ouder', 'profession of a guardian'],
    circumstances: ['bijzondere omstandigheden', 'special circumstances'],
    excused: ['mocht', 'excused'],
    luxury: ['mocht niet: vakantie', 'not allowed: a holiday'],
    unexplained: ['mocht niet: geen uitleg', 'not allowed: unexplained'],
  }),
})

const when = plain(
  'activity',
  'lijsten van een dag en uren van een periode maakt de database ermee',
  'lists of a day and hours of a period are made of it by the database',
)

const fourWeeks = {
  keep: { days: 28 },
  law: {
    nl: 'de Leerplichtwet 1969, artikel 21a: wie in vier weken zestien uur mist, wordt gemeld',
    en: 'the Leerplichtwet 1969, article 21a: who misses sixteen hours within four weeks is reported',
  },
} as const
const untilYearEnds = (after: string, otherwise?: string) =>
  ({
    after,
    ...(otherwise ? { otherwise } : {}),
    keep: { until: '08-01' },
    finally: 'delete',
    atLeast: fourWeeks,
    because: 'the pupil administration holds the legal record; ours serves the school year',
  }) as const

personalData('absence', {
  event: { from: 'from_on', to: 'to_on' },
  what: { nl: 'ziek- en verlofmeldingen', en: 'reports of absence' },
  about: 'pupil_id',
  source: ({ via }) => (via === 'guardian' ? 'guardian' : 'school'),
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
      empties: ['word'],
      because: 'the word for the teacher has done its work: it is emptied 30 days after hand-over, the row stays',
    },
    untilYearEnds('absence.to_on', 'from_on'),
  ],
  columns: {
    id,
    pupil_id: id,
    from_on: when('vanaf', 'from'),
    to_on: when('tot en met', 'until'),
    from_time: when('van', 'from (time)'),
    until_time: when('tot', 'until (time)'),
    reason: absenceReason,
    word: absenceWord,
    via: plain(
      'activity',
      'zegt of een ouder of de administratie het opschreef',
      'says whether a guardian or the office wrote it down',
    )('hoe gemeld', 'how reported', {
      guardian: ['door een ouder', 'by a guardian'],
      phone: ['per telefoon', 'by telephone'],
      office: ['door de school', 'by the school'],
    }),
    reporter_id: someone('gemeld door', 'reported by'),
    noted_by: someone('opgeschreven door', 'noted by'),
    reported_at: when('gemeld', 'reported'),
    request_key: id,
    withdrawn_at: when('ingetrokken', 'withdrawn'),
    decision: absenceDecision,
    decided_by: someone('besloten door', 'decided by'),
    decided_at: when('besloten', 'decided'),
    handed_over_at: when('overgenomen in de leerlingadministratie', 'taken over in the pupil administration'),
  },
})

personalData('attendance_mark', {
  what: { nl: 'wie er in de klas was', en: 'who was in class' },
  about: 'pupil_id',
  source: 'school',
  purpose: 'attendance',
  module: 'absences',
  seenBy: {
    nl: 'de eigen leerkrachten van vandaag, de administratie, de directeur en ouders die het over het kind mogen weten',
    en: 'the own teachers of today, the office, the principal and guardians who may know about the pupil',
  },
  retention: [untilYearEnds('attendance_mark.on_day')],
  columns: {
    pupil_id: id,
    on_day: when('dag', 'day'),
    state: plain('activity', 'de daglijst wordt ermee geteld', 'the day list is counted by it')('was', 'was', {
      present: ['er', 'present'],
      late: ['te laat', 'late'],
      absent: ['weg', 'absent'],
    }),
    arrived_at: when('kwam om', 'arrived at'),
    marked_by: someone('opgeschreven door', 'noted by'),
    marked_at: when('opgeschreven', 'noted'),
    handed_over_at: when('overgenomen in de leerlingadministratie', 'taken over in the pupil administration'),
  },
})

personalData('absence_call', {
  what: { nl: 'telefoontjes over een kind dat er niet was', en: 'calls about a pupil who was not there' },
  about: 'pupil_id',
  alsoAbout: { guardian_id: ['on_day', 'called_by', 'called_at', 'outcome'] },
  source: 'school',
  purpose: 'attendance',
  module: 'absences',
  seenBy: {
    nl: 'de eigen leerkrachten van vandaag, de administratie en de directeur',
    en: 'the own teachers of today, the office and the principal',
  },
  retention: [untilYearEnds('absence_call.on_day')],
  columns: {
    id,
    pupil_id: id,
    on_day: when('dag', 'day'),
    guardian_id: someone('gebeld met', 'called'),
    called_by: someone('gebeld door', 'called by'),
    called_at: when('gebeld', 'called at'),
    outcome: plain(
      'activity',
      'de bellijst staat in die volgorde; het zegt niet waarom',
      'the call list is ordered by it; it says nothing about why',
    )('wat kwam eruit', 'outcome', {
      reached: ['gesproken', 'reached'],
      coming: ['kind was onderweg', 'the pupil was on the way'],
      'no-answer': ['niet opgenomen', 'no answer'],
      messaged: ['mail gestuurd', 'mail sent'],
    }),
  },
})

countsFrom('absence.handed_over_at', {
  nl: 'nadat de melding in de leerlingadministratie staat',
  en: 'after the report stands in the pupil administration',
})
countsFrom('absence.to_on', {
  nl: 'nadat het kind er weer is; dan tot het schooljaar om is',
  en: 'after the pupil is back; then until the school year is over',
})
for (const day of ['attendance_mark.on_day', 'absence_call.on_day'])
  countsFrom(day, {
    nl: 'na die dag; dan tot het schooljaar om is',
    en: 'after that day; then until the school year is over',
  })
