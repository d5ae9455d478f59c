import {
  activity,
  countsFrom,
  family,
  id,
  internal,
  linked,
  ordinary,
  personalData,
  plain,
  sealed,
  someone,
  unshown,
} from '#shared/vault/declaration.ts'

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
  givenName: ordinary('roepnaam', 'given name'),
  prefix: ordinary('tussenvoegsel', 'prefix'),
  surname: ordinary('achternaam', 'surname'),
  birthDate: ordinary('geboortedatum', 'date of birth'),
  year: ordinary('leerjaar', 'year'),
  lastDay: activity('laatste dag', 'last day'),
  restrictions: family('er zijn beperkingen voor een ouder', 'there are restrictions for a guardian'),
  guardians: unshown('contact'),
})

const moment = plain('activity', 'termijnen worden door de database vergeleken', 'periods are compared by the database')
const untilTheYearAfter = {
  after: 'pupil_move.ended_at',
  keep: { years: 1 },
  finally: 'delete',
  because: 'a question about a move comes within the school year after it',
} as const

personalData('pupil_move', {
  what: { nl: 'verhuizingen van kinderen', en: 'moves of pupils' },
  about: 'pupil_id',
  source: 'school',
  purpose: 'school-administration',
  seenBy: { nl: 'de administratie, en de ouders van het kind', en: 'the office, and the guardians of the pupil' },
  retention: [untilTheYearAfter],
  columns: {
    id,
    pupil_id: id,
    to_organisation: linked('naar welke school', 'to which school', 'organisation.name'),
    last_day: moment('laatste dag', 'last day'),
    offered_by: someone('klaargezet door', 'prepared by'),
    offered_at: moment('klaargezet', 'prepared'),
    ended_at: moment('afgelopen', 'ended'),
    accepted: plain(
      'activity',
      'de leerling vertrekt als de andere school ja zei',
      'the pupil leaves when the other school said yes',
    )('de andere school zei ja', 'the other school said yes'),
  },
})

personalData('pupil_move_answer', {
  what: { nl: 'wat ouders kozen bij een verhuizing', en: 'what guardians chose at a move' },
  about: 'guardian_id',
  source: 'guardian',
  purpose: 'school-administration',
  seenBy: { nl: 'de administratie en de ouder', en: 'the office and the guardian' },
  retention: [{ ...untilTheYearAfter, through: ['move_id'] }],
  columns: {
    move_id: id,
    guardian_id: id,
    allows: plain(
      'family',
      'het pakket wordt pas gemaakt als elke ouder met gezag ja zei',
      'the package is made only when every guardian with authority said yes',
    )('gegevens van je kind mogen mee', 'data of your child may go along'),
    contact: plain(
      'family',
      'eruit volgt wat meegaat',
      'what goes along is selected by it',
    )('jouw gegevens mogen mee', 'your own data may go along'),
    noted_by: someone('opgeschreven door', 'noted by'),
    answered_at: moment('geantwoord', 'answered'),
  },
})

personalData('move_package', {
  what: { nl: 'gegevens die naar een andere school gaan', en: 'data that go to another school' },
  about: 'id',
  source: 'other-school',
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
    from_organisation: internal('activity', 'de afzender haalt het ermee terug', 'the sender takes it back by it'),
    to_organisation: internal('activity', 'alleen die school vindt het', 'only that school finds it'),
    code_hash: internal(
      'credential',
      'een hash van een willekeurige code; terugrekenen kan niet',
      'a hash of a random code; it cannot be turned back',
    ),
    protected: internal(
      'activity',
      'wie erover beslist wordt gevraagd voordat er iets opengaat',
      'who must decide about it is asked before anything is opened',
    ),
    content: packageContent,
    made_at: moment('klaargezet', 'prepared'),
    expires_at: moment('verloopt', 'expires'),
    taken_at: moment('opgehaald', 'taken'),
  },
})

countsFrom('move_package.expires_at', { nl: 'nadat de code is verlopen', en: 'after the code expired' })
countsFrom('pupil_move.ended_at', { nl: 'nadat de overstap klaar is', en: 'after the move is done' })
