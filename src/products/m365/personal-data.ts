import {
  countsFrom,
  id,
  identifier,
  internal,
  linked,
  ordinary,
  personalData,
  plain,
  sealed,
  someone,
  unshown,
  whoDidIt,
  within,
} from '#shared/vault/declaration.ts'

/** What stands in the tenant about somebody, field by field, as Graph names them. */
export type Written = {
  userPrincipalName: string
  displayName: string
  givenName: string
  surname: string
  department: string
}
export type WrittenField = keyof Written

/** One field that a step changes: what stood there, and what should. */
export type FieldChange = { readonly field: WrittenField; readonly from: string; readonly to: string }

declare module '#shared/vault/sealed.ts' {
  interface SealedRecords {
    'm365_account.written': Written
    'm365_account.starter': { password: string }
    'm365_step.detail': {
      written: Written | null
      changes: readonly FieldChange[] | null
      password: string | null
      /** The object in the tenant that is to be tied to this person. */
      object: string | null
    }
    'm365_reset.secret': { password: string }
  }
}

const account = {
  userPrincipalName: identifier('accountnaam', 'account name'),
  displayName: ordinary('naam', 'name'),
  givenName: ordinary('roepnaam', 'given name'),
  surname: ordinary('achternaam', 'surname'),
  department: ordinary('groep', 'group'),
}

export const written = sealed('m365_account.written', account)
export const starter = sealed('m365_account.starter', { password: unshown('credential') })
export const resetSecret = sealed('m365_reset.secret', { password: unshown('credential') })
export const stepDetail = sealed('m365_step.detail', {
  written: within(ordinary('account', 'account'), account),
  changes: within(ordinary('wijzigingen', 'changes'), {
    field: unshown('ordinary'),
    from: ordinary('was', 'was'),
    to: ordinary('wordt', 'becomes'),
  }),
  password: unshown('credential'),
  object: unshown('identifier'),
})

const fact = internal(
  'ordinary',
  'een feit over de school, niet over een persoon',
  'a fact about the school, not about a person',
)
const day = plain('activity', 'termijnen worden door de database vergeleken', 'periods are compared by the database')
const ict = { nl: 'de administratie en ICT', en: 'the office and ICT' }
const ictAndTeacher = {
  nl: 'de administratie en ICT; van leerlingen ook de eigen leerkrachten',
  en: 'the office and ICT; of pupils the own teachers too',
}
const shared = { source: 'school', purpose: 'digital-learning', module: 'm365' } as const
const withLeaving = {
  after: 'person.left_on',
  keep: { years: 2 },
  finally: 'delete',
  because: 'the account itself went from the tenant long before; what is left here goes with the pupil’s other data',
} as const

personalData('m365_setup', {
  ...shared,
  what: { nl: 'instellingen van Microsoft 365', en: 'settings of Microsoft 365' },
  about: 'nobody',
  seenBy: ict,
  retention: [],
  columns: {
    consented_at: fact,
    checked_at: fact,
    given: fact,
    problem: fact,
    domain: fact,
    domains: fact,
    skus: fact,
    pupil_pattern: fact,
    staff_pattern: fact,
    pupil_sku: fact,
    staff_sku: fact,
    makes_staff: fact,
    makes_teams: fact,
    group_prefix: fact,
    by_itself: fact,
    max_removals: fact,
    max_share: fact,
    keep_blocked_days: fact,
    teachers_keep_days: fact,
    lease: fact,
    lease_until: fact,
    changed_at: fact,
  },
})

personalData('m365_account', {
  ...shared,
  what: { nl: 'het account in Microsoft 365', en: 'the account in Microsoft 365' },
  about: 'person_id',
  seenBy: ictAndTeacher,
  retention: [
    withLeaving,
    {
      after: 'm365_account.starter_at',
      keep: { days: 30 },
      finally: 'anonymise',
      empties: ['starter'],
      because: 'the letter or card was handed out by then',
    },
  ],
  columns: {
    person_id: id,
    object_id: internal(
      'identifier',
      'een nummer van Microsoft dat niets zegt; accounts worden ermee gevonden',
      'a number of Microsoft that says nothing; accounts are found by it',
    ),
    state: plain('activity', 'daarmee wordt bepaald wat er moet gebeuren', 'what has to be done is decided by it')(
      'stand',
      'state',
      {
        active: ['in gebruik', 'in use'],
        blocked: ['geblokkeerd', 'blocked'],
        removed: ['verwijderd', 'removed'],
      },
    ),
    origin: plain(
      'activity',
      'wie het maakte, zegt wat wissen mag weghalen',
      'who made it says what erasure may take away',
    )('hoe het kwam', 'how it came', {
      made: ['gemaakt door school', 'made by the school'],
      linked: ['bestond al', 'was there already'],
    }),
    written,
    starter,
    starter_at: day('wachtwoord gemaakt', 'password made'),
    licence: internal(
      'activity',
      'een product van Microsoft, gelijk voor iedereen van een soort',
      'a product of Microsoft, the same for everyone of a kind',
    ),
    kept: internal('activity', 'namen van velden, niets over een persoon', 'names of fields, nothing about a person'),
    made_at: day('gemaakt', 'made'),
    blocked_on: day('geblokkeerd', 'blocked'),
    removed_on: day('verwijderd', 'removed'),
  },
})

personalData('m365_erasure', {
  ...shared,
  what: { nl: 'accounts die uit Microsoft 365 gaan', en: 'accounts that go from Microsoft 365' },
  about: 'nobody',
  seenBy: ict,
  retention: [
    {
      after: 'm365_erasure.done_at',
      keep: { days: 30 },
      finally: 'delete',
      because: 'Microsoft has nothing left of it after thirty days at most',
    },
  ],
  columns: {
    object_id: internal(
      'identifier',
      'een nummer van Microsoft dat niets zegt als het account weg is',
      'a number of Microsoft that says nothing once the account is gone',
    ),
    asked_at: fact,
    done_at: fact,
  },
})

personalData('m365_group', {
  ...shared,
  what: { nl: 'groepen in Microsoft 365', en: 'groups in Microsoft 365' },
  about: 'nobody',
  seenBy: ict,
  retention: [],
  columns: {
    id: fact,
    kind: fact,
    school_group_id: fact,
    alias: fact,
    object_id: fact,
    written_name: fact,
    kept: fact,
    team: fact,
    operation: fact,
    made_at: fact,
    archived_on: fact,
    closed_on: fact,
  },
})

personalData('m365_member', {
  ...shared,
  what: { nl: 'wie in welke groep van Microsoft 365 zit', en: 'who is in which group of Microsoft 365' },
  about: 'person_id',
  seenBy: ictAndTeacher,
  retention: [withLeaving],
  columns: {
    group_id: linked('groep', 'group', 'm365_group.written_name'),
    person_id: id,
    owner: plain(
      'activity',
      'een leerkracht is eigenaar van een team, een leerling niet',
      'a teacher owns a team, a pupil does not',
    )('eigenaar', 'owner'),
    kept: internal(
      'activity',
      'iemand veranderde het met de hand, en de school laat dat zo',
      'somebody changed it by hand, and the school leaves it so',
    ),
    written_at: day('toegevoegd', 'added'),
  },
})

personalData('m365_plan', {
  ...shared,
  what: { nl: 'plannen voor Microsoft 365', en: 'plans for Microsoft 365' },
  about: 'approved_by',
  alsoAbout: { made_by: ['made_at'] },
  stays: whoDidIt,
  source: 'use',
  seenBy: ict,
  retention: [
    {
      after: 'm365_plan.ended_at',
      keep: { years: 1 },
      finally: 'delete',
      because: 'to see for a whole school year who changed what in Microsoft',
    },
  ],
  columns: {
    id,
    state: fact,
    cause: fact,
    made_at: day('gemaakt', 'made'),
    made_by: someone('gemaakt door', 'made by'),
    approved_at: day('goedgekeurd', 'approved'),
    approved_by: someone('goedgekeurd door', 'approved by'),
    held: fact,
    problem: fact,
    resume_at: fact,
    tries: fact,
    ended_at: day('klaar', 'finished'),
  },
})

personalData('m365_step', {
  ...shared,
  what: { nl: 'wat er in Microsoft 365 is gedaan', en: 'what was done in Microsoft 365' },
  about: 'person_id',
  seenBy: ict,
  retention: [
    {
      after: 'm365_plan.ended_at',
      through: ['plan_id'],
      keep: { years: 1 },
      finally: 'delete',
      because: 'to see for a whole school year what changed in Microsoft, and why',
    },
  ],
  columns: {
    plan_id: id,
    id: fact,
    phase: fact,
    action: plain('activity', 'het werk wordt ermee gesorteerd', 'the work is sorted by it')('wat', 'what'),
    category: internal('activity', 'de pagina wordt ermee gesorteerd', 'the page is sorted by it'),
    reason: internal('activity', 'een woord voor waarom', 'a word for why'),
    person_id: id,
    group_id: linked('groep', 'group', 'm365_group.written_name'),
    detail: stepDetail,
    group_name: fact,
    state: internal('activity', 'hoe ver het is', 'how far it is'),
    problem: internal('activity', 'een woord voor wat er misging', 'a word for what went wrong'),
    done_at: day('gedaan', 'done'),
  },
})

personalData('m365_reset', {
  ...shared,
  what: { nl: 'nieuwe wachtwoorden', en: 'new passwords' },
  about: 'person_id',
  alsoAbout: { asked_by: ['asked_at'] },
  source: 'use',
  seenBy: {
    nl: 'de eigen leerkrachten, ICT en de leerling zelf; het wachtwoord alleen de eerste veertien dagen',
    en: 'the own teachers, ICT and the pupil; the password for the first fourteen days only',
  },
  retention: [
    {
      after: 'm365_reset.asked_at',
      keep: { days: 14 },
      finally: 'anonymise',
      empties: ['secret'],
      because: 'the card was handed out by then',
    },
    {
      after: 'm365_reset.asked_at',
      keep: { years: 1 },
      finally: 'delete',
      because: 'a pupil can see for a year who made a new password',
    },
  ],
  columns: {
    id,
    person_id: id,
    asked_by: someone('gevraagd door', 'asked by'),
    asked_at: day('gevraagd', 'asked'),
    state: plain('activity', 'daarmee wordt bepaald wat er moet gebeuren', 'what has to be done is decided by it')(
      'stand',
      'state',
      {
        waiting: ['wordt gemaakt', 'being made'],
        done: ['gemaakt', 'made'],
        failed: ['niet gelukt', 'failed'],
      },
    ),
    problem: internal('activity', 'een woord voor wat er misging', 'a word for what went wrong'),
    secret: resetSecret,
    done_at: day('gemaakt', 'made'),
  },
})

countsFrom('m365_account.starter_at', {
  nl: 'nadat het wachtwoord is gemaakt',
  en: 'after the password was made',
})
countsFrom('m365_erasure.done_at', { nl: 'nadat het account is verwijderd', en: 'after the account was removed' })
countsFrom('m365_plan.ended_at', { nl: 'nadat het plan klaar is', en: 'after the plan is finished' })
countsFrom('m365_reset.asked_at', { nl: 'nadat het wachtwoord is gevraagd', en: 'after the password was asked for' })
