import { rule, withRole } from '#shared/access/rule.ts'

/** The office: for every group and the whole school. */
export const office = withRole(
  { nl: 'de administratie en de directie', en: 'the office and the principal' },
  'administrator',
  'principal',
)

/** Who writes news: the office for everybody, teachers for the groups they teach today. */
export const writer = rule(
  {
    nl: 'de administratie, de directie en de eigen leerkrachten',
    en: 'the office, the principal and the own teachers',
  },
  (me) => office(me) || me.is('teacher'),
)

/** Who reads news at all: guardians and the team. Whose news is a matter of the query. */
export const reader = rule(
  { nl: 'ouders en verzorgers, en het team', en: 'guardians, and the team' },
  (me) => me.staff || me.is('guardian'),
)
