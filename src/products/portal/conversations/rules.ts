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
export const maker = rule(
  {
    nl: 'de administratie, de directie en de eigen leerkrachten',
    en: 'the office, the principal and the own teachers',
  },
  (me) => office(me) || me.is('teacher'),
)

/** Who sees who comes: makers, and everybody of the team for the conversations in which they sit. */
export const team = rule(
  {
    nl: 'de administratie, de directie, de eigen leerkrachten en wie bij het gesprek zit',
    en: 'the office, the principal, the own teachers and who sits in the conversation',
  },
  (me) => maker(me) || me.is('substitute') || me.is('support'),
)

/** Whom of the team one can ask to sit in a conversation. */
export const colleagueRoles = ['teacher', 'substitute', 'support', 'principal'] as const
