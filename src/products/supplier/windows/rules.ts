import { rule, withRole } from '#shared/access/rule.ts'

/** Who opens a window on their own data, and on those of a child they speak for. */
export const opening = rule(
  {
    nl: 'ouders over zichzelf en hun kind, het team over zichzelf',
    en: 'guardians about themselves and their child, the team about themselves',
  },
  (me) => me.is('guardian', 'guardian-information-only') || me.staff,
)

/** Who opens one for the school, on anybody's data there, and sees all of them. */
export const forTheSchool = withRole(
  {
    nl: 'de directeur, de administratie en de privacyfunctionaris',
    en: 'the principal, the office and the privacy officer',
  },
  'principal',
  'administrator',
  'privacy-officer',
)

/** Who looks, at the supplier. */
export const support = withRole(
  { nl: 'de leverancier en zijn helpdesk', en: 'the supplier and its support' },
  'supplier',
  'supplier-support',
)
