import { countsFrom, id, internal, linked, personalData, plain, someone, whoDidIt } from '#shared/vault/declaration.ts'
import { weekdays } from '../organisations/personal-data.ts'

const fact = internal(
  'ordinary',
  'een feit over de school, niet over een persoon',
  'a fact about the school, not about a person',
)
const placement = plain(
  'activity',
  'op de dag zelf maakt één opdracht er plekken van',
  'on the day one statement makes places of it',
)
const group = linked('groep', 'group', 'planned_group.name')
const day = plain('activity', 'het plan gaat ermee in', 'the plan takes effect by it')

const whileItIsAPlan = {
  after: 'school_year_plan.starts_on',
  keep: { years: 1 },
  finally: 'delete',
  because: 'when the year is over nobody asks any more how it was prepared; where a pupil was stands in group_pupil',
} as const
const plan = {
  purpose: 'school-administration' as const,
  seenBy: { nl: 'de administratie en de directeur', en: 'the office and the principal' },
  retention: [whileItIsAPlan],
}

personalData('school_year_plan', {
  what: { nl: 'het plan voor het nieuwe schooljaar', en: 'the plan for the new school year' },
  ...plan,
  about: 'changed_by',
  stays: whoDidIt,
  source: 'use',
  columns: {
    id,
    starts_on: day('schooljaar vanaf', 'school year from'),
    takes_effect_on: fact,
    state: fact,
    changed_by: id,
    changed_at: day('veranderd', 'changed'),
    prepared_by: someone('klaargezet door', 'prepared by'),
    prepared_at: day('klaargezet', 'prepared'),
    in_force_at: day('ingegaan', 'in force'),
  },
})
personalData('planned_group', {
  what: { nl: 'groepen in het plan', en: 'groups in the plan' },
  ...plan,
  retention: [{ ...whileItIsAPlan, through: ['plan_id'] }],
  about: 'nobody',
  columns: {
    id,
    plan_id: id,
    kind: fact,
    name: fact,
    year: fact,
    source_key: fact,
    by_hand: fact,
  },
})
personalData('planned_place', {
  what: { nl: 'plaatsen in het plan', en: 'places in the plan' },
  ...plan,
  retention: [{ ...whileItIsAPlan, through: ['plan_id'] }],
  about: 'pupil_id',
  source: 'school',
  columns: {
    plan_id: id,
    pupil_id: id,
    group_id: group,
    year: placement('leerjaar', 'year'),
  },
})
personalData('planned_composed_place', {
  what: { nl: 'plaatsen in andere groepen in het plan', en: 'places in other groups in the plan' },
  ...plan,
  retention: [{ ...whileItIsAPlan, through: ['group_id', 'plan_id'] }],
  about: 'pupil_id',
  source: 'school',
  columns: {
    group_id: group,
    pupil_id: id,
  },
})
personalData('planned_teacher', {
  what: { nl: 'wie volgend jaar voor een groep staat', en: 'who teaches a group next year' },
  ...plan,
  retention: [{ ...whileItIsAPlan, through: ['group_id', 'plan_id'] }],
  about: 'person_id',
  source: 'school',
  columns: {
    group_id: group,
    person_id: id,
    weekdays: placement('dagen', 'days', weekdays),
  },
})

countsFrom('school_year_plan.starts_on', {
  nl: 'na het begin van dat schooljaar',
  en: 'after the beginning of that school year',
})
