import {
  countsFrom,
  family,
  id,
  internal,
  mayNameOthers,
  personalData,
  plain,
  sealed,
  someone,
  whoDidIt,
} from '#shared/vault/declaration.ts'

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'retention_hold.reason': { text: string }
  }
}

export const holdReason = sealed('retention_hold.reason', {
  text: mayNameOthers(family('reden', 'reason'), 'set_by'),
})

const fact = internal(
  'activity',
  'een aantal, een dag of de naam van een regel, niets over een persoon',
  'a count, a day or the name of a rule, nothing about a person',
)
const day = plain(
  'activity',
  'of het nog geldt wordt aan de database gevraagd',
  'whether it still holds is asked of the database',
)
const fiveYears = {
  after: 'retention_run.finished_at',
  keep: { years: 5 },
  finally: 'delete',
  because: 'a board’s yearly review and an audit look back some years',
} as const
const proof = {
  about: 'nobody',
  purpose: 'security',
  seenBy: {
    nl: 'de privacyfunctionaris, de directeur en de administratie',
    en: 'the privacy officer, the principal and the office',
  },
} as const

personalData('retention_run', {
  ...proof,
  what: { nl: 'wanneer gegevens zijn gewist', en: 'when data were erased' },
  retention: [fiveYears],
  columns: {
    id,
    as_of: fact,
    started_at: fact,
    state: fact,
    finished_at: fact,
    due: fact,
    done: fact,
    held: fact,
    remaining: fact,
  },
})
personalData('retention_step', {
  ...proof,
  what: { nl: 'hoeveel er per soort is gewist', en: 'how much of each kind was erased' },
  retention: [{ ...fiveYears, through: ['run_id'] }],
  columns: { run_id: id, rule: fact, due: fact, held: fact, done: fact, finished: fact, remaining: fact },
})
personalData('retention_file', {
  ...proof,
  what: { nl: 'bestanden die nog weg moeten', en: 'files that have yet to go' },
  retention: [{ ...fiveYears, through: ['run_id'] }],
  columns: { run_id: id, file_id: id },
})

personalData('retention_hold', {
  what: { nl: 'wat langer blijft en waarom', en: 'what stays longer, and why' },
  about: 'person_id',
  source: 'school',
  purpose: 'security',
  seenBy: {
    nl: 'de privacyfunctionaris, de directeur en de administratie',
    en: 'the privacy officer, the principal and the office',
  },
  retention: [
    {
      after: 'retention_hold.until_on',
      keep: { years: 1 },
      finally: 'delete',
      because: 'for a year it can be asked why something was kept; then the log alone says that it was',
    },
  ],
  columns: {
    id,
    person_id: id,
    rule: fact,
    reason: holdReason,
    until_on: day('tot en met', 'until'),
    set_by: someone('besloten door', 'decided by'),
    set_at: day('besloten op', 'decided on'),
    lifted_by: someone('opgeheven door', 'lifted by'),
    lifted_at: day('opgeheven op', 'lifted on'),
  },
})

personalData('retention_warning', {
  what: { nl: 'waarschuwing dat alles over iemand weggaat', en: 'a warning that everything about somebody goes' },
  about: 'person_id',
  source: 'use',
  purpose: 'security',
  seenBy: {
    nl: 'de privacyfunctionaris en de administratie',
    en: 'the privacy officer and the office',
  },
  retention: [
    {
      after: 'retention_warning.goes_on',
      keep: { years: 1 },
      finally: 'delete',
      because: 'it goes with the person; of who is held it shows for a year that the school was told in time',
    },
  ],
  columns: {
    person_id: id,
    goes_on: day('gaat weg op', 'goes on'),
    warned_at: day('school gewaarschuwd op', 'school warned on'),
  },
})

personalData('retention_deviation', {
  what: { nl: 'bewaartermijnen die de school zelf koos', en: 'periods that the school chose itself' },
  about: 'set_by',
  stays: whoDidIt,
  source: 'use',
  purpose: 'security',
  seenBy: { nl: 'iedereen van school', en: 'everyone of the school' },
  retention: [
    {
      after: 'retention_deviation.ended_at',
      keep: { years: 5 },
      finally: 'delete',
      because: 'it tells how long something was kept in those years',
    },
  ],
  columns: {
    rule: fact,
    number: fact,
    years: fact,
    months: fact,
    days: fact,
    reason: plain(
      'ordinary',
      'een reden van de school die iedereen mag lezen; nooit over een persoon',
      'a reason of the school that everyone may read; never about a person',
    )('reden', 'reason'),
    set_by: id,
    set_at: fact,
    ended_by: id,
    ended_at: fact,
  },
})

countsFrom('retention_run.finished_at', { nl: 'nadat de nacht klaar was', en: 'after the night was done' })
countsFrom('retention_hold.until_on', { nl: 'na de laatste dag ervan', en: 'after its last day' })
countsFrom('retention_warning.goes_on', { nl: 'na de dag waarop het weggaat', en: 'after the day on which it goes' })
countsFrom('retention_deviation.ended_at', {
  nl: 'nadat die termijn niet meer gold',
  en: 'after it was no longer in force',
})
