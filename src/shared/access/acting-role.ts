import { Me, type Role } from '#shared/identity/me.ts'
import { rolesInOrder } from '#shared/identity/role-words.ts'
import type { Rule } from './rule.ts'

/**
 * In which of their roles somebody passes a rule: who teaches and has a child here reads about that child as a parent. The
 * first role that opens it by itself; the first they have where none does.
 */
export const actingRole = (rule: Rule, me: Me): Role | null => {
  const mine = rolesInOrder.filter((role) => me.is(role))
  if (mine.length < 2) return mine[0] ?? null
  return mine.find((role) => rule(new Me({ ...me, roles: [role] }))) ?? mine[0]!
}
