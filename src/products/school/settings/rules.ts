import { withRole } from '#shared/access/rule.ts'

/** Who sets up the school. */
export const settingUp = withRole(
  { nl: 'de administratie en de directeur', en: 'the office and the principal' },
  'administrator',
  'principal',
)

/** Who has something to set up at all; each line on the settings home says more. */
export const hasSettings = withRole(
  { nl: 'de administratie, de directeur en ICT', en: 'the office, the principal and ICT' },
  'administrator',
  'principal',
  'ict',
)
