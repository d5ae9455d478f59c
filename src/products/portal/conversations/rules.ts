import { rule, withRole } from '#shared/access/rule.ts'

/** Guardians, about the children they speak for: `childrenSpokenForBy` of the school. */
export const guardian = withRole(
  { nl: 'ouders en verzorgers, over hun eigen kinderen', en: 'guardians, about their own children' },
  'guardian',
)

/** The office: the whole school. */
export const office = withRole(
  { nl: 'de administratie en de directie', en: 'the office and the principal' },
  'administrator',
  'principal',
)

/** Who makes rounds and sees who comes: the office for every group, teachers for the groups they teach today. */
export const team = rule(
  {
    nl: 'de administratie, de directie en de eigen leerkrachten',
    en: 'the office, the principal and the own teachers',
  },
  (me) => office(me) || me.is('teacher'),
)
