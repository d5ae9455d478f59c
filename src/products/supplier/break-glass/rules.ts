import { withRole } from '#shared/access/rule.ts'
import type { Role } from '#shared/identity/me.ts'

/** Who hears of it at once, at the school and at its board. */
export const toldRoles = ['board', 'principal', 'administrator', 'privacy-officer'] as const satisfies readonly Role[]

export const told = withRole(
  {
    nl: 'het bestuur, de directeur, de administratie en de privacyfunctionaris',
    en: 'the board, the principal, the office and the privacy officer',
  },
  ...toldRoles,
)
