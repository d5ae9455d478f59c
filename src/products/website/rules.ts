import { withRole } from '#shared/access/rule.ts'

/** Who writes on the site: everyone who teaches or runs the school; at a board, a partner or the supplier its own people. */
export const editor = withRole(
  { nl: 'leerkrachten, de directeur en de administratie', en: 'teachers, the principal and the office' },
  'teacher',
  'principal',
  'administrator',
  'ict',
  'board',
  'partner',
  'supplier',
)

/** Who decides how the site looks and whether strangers see it. */
export const siteManager = withRole(
  { nl: 'de directeur en de administratie', en: 'the principal and the office' },
  'principal',
  'administrator',
  'board',
  'partner',
  'supplier',
)
