import { id, internal, linked, personalData, plain } from '#shared/vault/declaration.ts'

const fact = internal(
  'ordinary',
  'een feit over de school, niet over een persoon',
  'a fact about the school, not about a person',
)
const schoolFacts = {
  about: 'nobody',
  purpose: 'school-administration' as const,
  seenBy: { nl: 'iedereen van de school', en: 'everyone of the school' },
  retention: [],
}

personalData('organisation', {
  what: { nl: 'de naam en kleuren van de school', en: 'the school’s name and colours' },
  ...schoolFacts,
  seenBy: {
    nl: 'iedereen: naam en kleuren staan op de openbare site',
    en: 'everyone: name and colours are on the public site',
  },
  columns: {
    id,
    kind: fact,
    board_id: fact,
    name: fact,
    mark: fact,
    hue: fact,
    chroma: fact,
    language: fact,
    logo: fact,
    microsoft: fact,
    modules_off: fact,
    created_at: fact,
  },
})
personalData('host', {
  what: { nl: 'adressen op internet', en: 'addresses on the internet' },
  ...schoolFacts,
  seenBy: { nl: 'iedereen', en: 'everyone' },
  columns: { name: fact, main: fact, redirects: fact },
})
personalData('school', {
  what: { nl: 'de school', en: 'the school' },
  ...schoolFacts,
  columns: {
    brin: fact,
    cut_off: fact,
    keeps_birth_dates: fact,
    photos_for_guardians: fact,
    source_key: fact,
    region: fact,
  },
})
personalData('school_hours', {
  what: { nl: 'schooltijden', en: 'school hours' },
  ...schoolFacts,
  columns: { weekday: fact, starts: fact, noon: fact, resumes: fact, ends: fact },
})
personalData('closed_days', {
  what: { nl: 'vakanties en vrije dagen', en: 'holidays and days off' },
  ...schoolFacts,
  columns: { id, kind: fact, name: fact, from_on: fact, to_on: fact },
})
personalData('school_year', {
  what: { nl: 'schooljaren', en: 'school years' },
  ...schoolFacts,
  columns: { id, starts_on: fact, ends_on: fact, in_force_from: fact },
})
personalData('school_group', {
  what: { nl: 'groepen', en: 'groups' },
  ...schoolFacts,
  columns: {
    id,
    school_year_id: id,
    kind: fact,
    name: fact,
    year: fact,
    source_key: fact,
    ended_on: fact,
    by_hand: fact,
  },
})

export const weekdays = {
  1: ['maandag', 'Monday'],
  2: ['dinsdag', 'Tuesday'],
  3: ['woensdag', 'Wednesday'],
  4: ['donderdag', 'Thursday'],
  5: ['vrijdag', 'Friday'],
} as const
const group = linked('groep', 'group', 'school_group.name')
const placement = plain(
  'activity',
  'het programma vindt ermee welke groep bij een persoon hoort',
  'queries walk from a person to a group along it',
)
const afterLeaving = {
  after: 'person.left_on',
  keep: { years: 2 },
  finally: 'delete',
  because: 'which group a pupil was in belongs to the pupil file (two years after leaving)',
} as const
const whileAtSchool = {
  keep: { days: 0 },
  law: {
    nl: 'de Wet op het primair onderwijs en de Leerplichtwet 1969: een school houdt bij wie er leerling is',
    en: 'the Wet op het primair onderwijs and the Leerplichtwet 1969: a school keeps record of who its pupils are',
  },
} as const

personalData('group_pupil', {
  what: { nl: 'in welke groep een kind zit', en: 'which group a pupil is in' },
  about: 'pupil_id',
  source: 'school',
  purpose: 'school-administration',
  seenBy: {
    nl: 'de eigen leerkrachten en de administratie; ouders zien hun eigen kinderen',
    en: 'the own teachers and the office; guardians see their own children',
  },
  retention: [{ ...afterLeaving, atLeast: whileAtSchool }],
  columns: {
    group_id: group,
    pupil_id: id,
    year: placement('leerjaar', 'year'),
    from_on: placement('vanaf', 'from'),
    to_on: placement('tot en met', 'until'),
  },
})
personalData('group_teacher', {
  what: { nl: 'wie voor een groep staat', en: 'who teaches a group' },
  about: 'person_id',
  source: 'school',
  purpose: 'school-administration',
  seenBy: { nl: 'het team; ouders van de groep', en: 'the team; guardians of the group' },
  retention: [{ ...afterLeaving, because: 'as long as the rest of what the school knows of a colleague' }],
  columns: {
    group_id: group,
    person_id: id,
    weekdays: placement('dagen', 'days', weekdays),
    from_on: placement('vanaf', 'from'),
    to_on: placement('tot en met', 'until'),
  },
})
