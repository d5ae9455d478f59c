import { withRole } from '#shared/access/rule.ts'

/** Who sees what the organisation takes and how that ends, and may take a notice back. */
export const signs = withRole(
  { nl: 'de directeur, de administratie en het bestuur', en: 'the principal, the office and the board' },
  'principal',
  'administrator',
  'board',
)

/** Who sees the contracts of every customer, at the supplier. */
export const sells = withRole(
  { nl: 'de leverancier en zijn helpdesk', en: 'the supplier and its support' },
  'supplier',
  'supplier-support',
)
