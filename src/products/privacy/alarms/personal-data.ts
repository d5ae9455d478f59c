import { roleWords } from '#shared/identity/role-words.ts'
import { activity, countsFrom, id, internal, personalData, plain, sealed, someone } from '#shared/vault/declaration.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'look_alarm.explanation': { text: string }
    'look_alarm.conclusion': { text: string }
  }
}

export const alarmExplanation = sealed('look_alarm.explanation', { text: activity('jouw uitleg', 'your explanation') })
export const alarmConclusion = sealed('look_alarm.conclusion', { text: activity('het oordeel', 'the conclusion') })

const fact = plain(
  'activity',
  'aantallen en momenten waaruit de meldingen worden berekend',
  'counts and moments that the alarms are computed from',
)
const hidden = internal(
  'activity',
  'aantallen en momenten waaruit de meldingen worden berekend',
  'counts and moments that the alarms are computed from',
)

personalData('look_alarm', {
  what: { nl: 'ongewoon kijken in gegevens', en: 'unusual looks at data' },
  about: 'viewer_id',
  source: 'use',
  purpose: 'security',
  seenBy: {
    nl: 'de privacyfunctionaris; de directeur als het over de privacyfunctionaris gaat; wie keek',
    en: 'the privacy officer; the principal where it is about the privacy officer; who looked',
  },
  retention: [
    {
      after: 'look_alarm.raised_at',
      keep: { years: 1 },
      finally: 'delete',
      because: 'as long as the lines of the log that it is about',
    },
  ],
  columns: {
    id,
    kind: fact('soort', 'kind', {
      files: ['heel veel dossiers in een uur', 'very many files in an hour'],
      unusual: ['veel meer dossiers dan gewoonlijk', 'many more files than usual'],
      outside: ['een kind buiten de eigen groep', 'a child outside the own group'],
    }),
    viewer_id: id,
    role: fact('in welke rol', 'in which role', roleWords),
    from_at: fact('van', 'from'),
    to_at: fact('tot', 'to'),
    files: fact('hoeveel dossiers', 'how many files'),
    subject_id: someone('van wie', 'whose'),
    raised_at: fact('gemeld', 'raised'),
    asked_by: id,
    asked_at: hidden,
    question_by: someone('om uitleg gevraagd door', 'explanation asked by'),
    question_at: fact('om uitleg gevraagd', 'explanation asked'),
    explanation: alarmExplanation,
    explained_at: fact('uitgelegd', 'explained'),
    conclusion: alarmConclusion,
    reviewed_by: someone('beoordeeld door', 'reviewed by'),
    reviewed_at: fact('beoordeeld', 'reviewed'),
  },
})
countsFrom('look_alarm.raised_at', { nl: 'nadat het was gemeld', en: 'after it was raised' })

personalData('look_watch', {
  what: { nl: 'tot welke regel van het logboek is gekeken', en: 'up to which line of the log was watched' },
  about: 'nobody',
  purpose: 'security',
  seenBy: { nl: 'niemand', en: 'nobody' },
  retention: [],
  columns: { sequence: hidden },
})
personalData('look_usual', {
  what: { nl: 'hoeveel een rol gewoonlijk opent', en: 'how much a role usually opens' },
  about: 'nobody',
  purpose: 'security',
  seenBy: { nl: 'de privacyfunctionaris', en: 'the privacy officer' },
  retention: [],
  columns: { role: hidden, files: hidden, days: hidden, computed_at: hidden },
})
