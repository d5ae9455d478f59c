import { rule, withRole } from '#shared/access/rule.ts'

/** Guardians, about the children they have a say about: `childrenOf` of the school. */
export const guardian = withRole(
  { nl: 'ouders en verzorgers, over hun eigen kinderen', en: 'guardians, about their own children' },
  'guardian',
)

/** The office: every group. */
const office = withRole(
  { nl: 'de administratie en de directie', en: 'the office and the principal' },
  'administrator',
  'principal',
)

/** Who writes for the school: the office to every group, who teaches to the groups they teach today. */
export const sender = rule(
  {
    nl: 'wie lesgeeft, aan de eigen groepen; de administratie en de directie',
    en: 'who teaches, to the own groups; the office and the principal',
  },
  (me) => office(me) || me.is('teacher', 'substitute'),
)

/** The team: what is in their hands. */
export const team = rule(
  { nl: 'het team, wat in hun handen is', en: 'the team, what is in their hands' },
  (me) => sender(me) || me.is('support'),
)

/** Everybody who takes part in conversations. Which ones, the seats say (`seats.ts`). */
export const reader = rule(
  {
    nl: 'ouders, verzorgers en het team, in de eigen gesprekken',
    en: 'guardians and the team, in their own conversations',
  },
  (me) => guardian(me) || team(me),
)

/** Who reads what was reported. */
export const principal = withRole({ nl: 'de directie', en: 'the principal' }, 'principal')
