import { countsFrom, personalData, plain, sealed } from '#shared/vault/declaration.ts'

/** A guardian as the other school gets to know one; address, telephone and account only from who lets them go along. */
export type MovingGuardian = {
  readonly givenName: string
  readonly prefix: string
  readonly surname: string
  readonly relation: string
  readonly authority: 'yes' | 'no' | 'unknown'
  readonly livesWith: boolean
  readonly mayBeContacted: boolean
  readonly mayCollect: boolean
  readonly callOrder: number
  readonly email: string | null
  readonly phone: string | null
  readonly account: string | null
}

/** What goes along with a pupil. */
export type MovePackage = {
  givenName: string
  prefix: string
  surname: string
  birthDate: string | null
  year: string | null
  /** The last day at the school that sends. */
  lastDay: string
  /** That there are restrictions; what they are the schools tell each other. */
  restrictions: boolean
  guardians: readonly MovingGuardian[]
}

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'move_package.content': MovePackage
  }
}

export const packageContent = sealed('move_package.content', {
  givenName: 'ordinary',
  prefix: 'ordinary',
  surname: 'ordinary',
  birthDate: 'ordinary',
  year: 'ordinary',
  lastDay: 'activity',
  restrictions: 'family',
  guardians: 'contact',
})

const id = plain('identifier', 'a random number that says nothing; rows are found by it')
const moment = plain('activity', 'periods are compared by the database')
const untilTheYearAfter = {
  after: 'pupil_move.ended_at',
  keep: { years: 1 },
  finally: 'delete',
  because: 'a question about a move comes within the school year after it',
} as const

personalData('pupil_move', {
  what: { nl: 'verhuizingen van kinderen', en: 'moves of pupils' },
  about: 'pupil_id',
  purpose: 'school-administration',
  seenBy: { nl: 'de administratie, en de ouders van het kind', en: 'the office, and the guardians of the pupil' },
  retention: [untilTheYearAfter],
  columns: {
    id,
    pupil_id: id,
    to_organisation: plain('activity', 'the package is made for that school'),
    last_day: moment,
    offered_by: id,
    offered_at: moment,
    ended_at: moment,
    accepted: plain('activity', 'the pupil leaves when the other school said yes'),
  },
})

personalData('pupil_move_answer', {
  what: { nl: 'wat ouders kozen bij een verhuizing', en: 'what guardians chose at a move' },
  about: 'guardian_id',
  purpose: 'school-administration',
  seenBy: { nl: 'de administratie en de ouder', en: 'the office and the guardian' },
  retention: [untilTheYearAfter],
  columns: {
    move_id: id,
    guardian_id: id,
    allows: plain('family', 'the package is made only when every guardian with authority said yes'),
    contact: plain('family', 'what goes along is selected by it'),
    noted_by: id,
    answered_at: moment,
  },
})

personalData('move_package', {
  what: { nl: 'gegevens die naar een andere school gaan', en: 'data that go to another school' },
  about: 'id',
  purpose: 'school-administration',
  seenBy: {
    nl: 'de administratie van de school voor wie het is, met de code; niemand anders',
    en: 'the office of the school it is for, with the code; nobody else',
  },
  retention: [
    {
      after: 'move_package.expires_at',
      keep: { days: 0 },
      finally: 'delete',
      because: 'an expired code opens nothing',
    },
  ],
  columns: {
    id,
    from_organisation: plain('activity', 'the sender takes it back by it'),
    to_organisation: plain('activity', 'only that school finds it'),
    code_hash: plain('credential', 'a hash of a random code; it cannot be turned back'),
    protected: plain('activity', 'who must decide about it is asked before anything is opened'),
    content: packageContent,
    made_at: moment,
    expires_at: moment,
    taken_at: moment,
  },
})

countsFrom('move_package.expires_at', { nl: 'nadat de code is verlopen', en: 'after the code expired' })
countsFrom('pupil_move.ended_at', { nl: 'nadat de overstap klaar is', en: 'after the move is done' })
