import {
  countsFrom,
  id,
  internal,
  mayNameOthers,
  personalData,
  plain,
  results,
  sealed,
} from '#shared/vault/declaration.ts'

/**
 * What a pupil made of a test or an assignment. `missing`: it was to be handed in and was not; `to-do`: its day is still to come,
 * for the pupil's own first page, and no result yet.
 */
type ResultState = 'scored' | 'handed-in' | 'missing' | 'to-do'

/** A score on the scale of its source. */
type Score = { readonly value: number; readonly min: number; readonly max: number }

export type ResultRecord = {
  readonly subject: string
  /** What the test or assignment is called. Teachers write it, and may name somebody. */
  readonly test: string
  readonly state: ResultState
  readonly score: Score | null
  /** A level in the words of the source: "IV", "1F". */
  readonly level: string | null
  /** What the teacher wrote with it. */
  readonly feedback: string | null
}

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'result.record': ResultRecord
  }
}

/** Sealed under the pupil's key. */
export const resultRecord = sealed('result.record', {
  subject: results('vak', 'subject'),
  test: results('toets of opdracht', 'test or assignment'),
  state: results('hoe het ervoor staat', 'how it stands', {
    scored: ['nagekeken', 'marked'],
    'handed-in': ['ingeleverd', 'handed in'],
    missing: ['niet ingeleverd', 'not handed in'],
    'to-do': ['nog in te leveren', 'still to be handed in'],
  }),
  score: results('score', 'score'),
  level: results('niveau', 'level'),
  feedback: mayNameOthers(results('wat de leerkracht erbij schreef', 'what the teacher wrote with it')),
})

const ofTest = plain(
  'activity',
  'zegt iets over een toets of opdracht, over geen enkele leerling',
  'says something of a test or assignment, of no pupil',
)
const hash = internal(
  'identifier',
  'een rekensom met een sleutel: alleen wie dezelfde gegevens al heeft, kan zien dat het dezelfde zijn',
  'a sum with a key: only who has the same data already can see that they are the same',
)
const when = plain(
  'activity',
  'zegt wanneer een resultaat er was, en niet wat het was; bewaartermijnen worden ermee uitgerekend',
  'says when a result was there and not what it was; periods are worked out with it',
)

personalData('result_test', {
  what: { nl: 'toetsen en opdrachten', en: 'tests and assignments' },
  about: 'nobody',
  purpose: 'learning-results',
  module: 'results',
  seenBy: { nl: 'de leerkracht en de directie', en: 'the teacher and the principal' },
  retention: [],
  columns: {
    id,
    source: ofTest('bron', 'source'),
    source_key: internal(
      'identifier',
      'het nummer van de toets of opdracht bij de bron',
      'the number of the test or assignment at its source',
    ),
    goal: ofTest('doel', 'goal'),
    due_on: ofTest('in te leveren voor', 'to be handed in by'),
  },
})

personalData('result', {
  what: { nl: 'resultaten van toetsen en opdrachten', en: 'results of tests and assignments' },
  about: 'pupil_id',
  source: 'school',
  purpose: 'learning-results',
  module: 'results',
  seenBy: {
    nl: 'de leerkrachten van de groep en de directie; wat nagekeken en vrijgegeven is ook het kind en de ouders, als de school dat wil. Bij "Mijn gegevens" staat vier weken na binnenkomst alles',
    en: 'the teachers of the group and the principal; what is marked and released also the child and the guardians, where the school wants that. In "My data" everything is there four weeks after it came in',
  },
  heldBack: { until: 'published_at', since: 'taken_in_at', days: 28 },
  retention: [
    {
      after: 'result.on_day',
      keep: { years: 2 },
      finally: 'delete',
      because: 'growth is looked at over this school year and the one before',
    },
  ],
  columns: {
    id,
    test_id: id,
    pupil_id: id,
    source_hash: hash,
    record_hash: hash,
    record: resultRecord,
    on_day: when('op', 'on'),
    published_at: when('vrijgegeven', 'released'),
    taken_in_at: when('binnengekomen', 'came in'),
  },
})
countsFrom('result.on_day', { nl: 'na de dag van het resultaat', en: 'after the day of the result' })
