import { rule, withRole } from '#shared/access/rule.ts'
import type { Me } from '#shared/identity/me.ts'

/** Those who keep the school's administration: they see everyone, except a protected person they need not know. */
export const office = withRole(
  { nl: 'de administratie en de directeur', en: 'the office and the principal' },
  'administrator',
  'principal',
)

/** Who decides that an identity is protected, and who must know. */
export const principal = withRole({ nl: 'de directeur', en: 'the principal' }, 'principal')

const TEACHING = ['teacher', 'substitute', 'support'] as const

/** Who may have a group of pupils: what they see follows from the groups they teach. */
export const teaching = withRole({ nl: 'wie voor een groep staat', en: 'who teaches a group' }, ...TEACHING)

/** Who keeps the team's accounts: sees colleagues, no pupils and no guardians. */
export const accountsKeeper = withRole({ nl: 'ICT, voor het team', en: 'ICT, for the team' }, 'ict')

/** Who has people to look up: everyone of the team who has pupils, the office, and ICT for colleagues. */
export const mayLookUp = rule(
  {
    nl: 'leerkrachten voor hun eigen groepen, ICT voor het team, de administratie en de directeur voor iedereen',
    en: 'teachers for their own groups, ICT for the team, the office and the principal for everyone',
  },
  (me: Me) => office(me) || teaching(me) || accountsKeeper(me),
)

/** Who has groups to look at. */
export const mayLookUpGroups = rule(
  {
    nl: 'leerkrachten voor hun eigen groepen, de administratie en de directeur voor alle groepen',
    en: 'teachers for their own groups, the office and the principal for all groups',
  },
  (me: Me) => office(me) || teaching(me),
)
