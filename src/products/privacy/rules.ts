import { withRole } from '#shared/access/rule.ts'

/** Who watches over personal data here: what stands on the desk is for them. */
export const watching = withRole(
  { nl: 'de privacyfunctionaris en de administratie', en: 'the privacy officer and the office' },
  'privacy-officer',
  'administrator',
)
