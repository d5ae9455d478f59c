import { withRole } from '#shared/access/rule.ts'

/** Whose own children are there to be seen. */
export const guardian = withRole(
  {
    nl: 'ouders en verzorgers met gezag, over hun eigen kinderen',
    en: 'guardians with authority, about their own children',
  },
  'guardian',
)

/** Who decides whether people see names of the team. */
export const decidesNames = withRole(
  { nl: 'de administratie en de directeur', en: 'the office and the principal' },
  'administrator',
  'principal',
)

/** Who answers for personal data here, and may search the whole log. */
export const privacyOfficer = withRole(
  { nl: 'de privacyfunctionaris (FG)', en: 'the privacy officer' },
  'privacy-officer',
)
