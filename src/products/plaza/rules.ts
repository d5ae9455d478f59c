import { withRole } from '#shared/access/rule.ts'
import type { Role } from '#shared/identity/me.ts'

/** The roles that make up the team of a school. */
export const teamRoles = [
  'teacher',
  'substitute',
  'support',
  'principal',
  'administrator',
  'ict',
] as const satisfies readonly Role[]
export type TeamRole = (typeof teamRoles)[number]

/** Who reads: the team; of must-reads what was given to a role of theirs (`asked` in `must-reads/asking.ts`). */
export const team = withRole(
  { nl: 'het team, wat voor de eigen functie is', en: 'the team, what is for their own role' },
  ...teamRoles,
)

/** Who gives the team something to read: news, and must-reads, of which they see who did. */
export const giver = withRole(
  { nl: 'de directie en de administratie', en: 'the principal and the office' },
  'principal',
  'administrator',
)
