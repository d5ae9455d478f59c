import type { Role } from '#shared/identity/me.ts'

/** Who has terms of use of their own. Pupils come when they sign in here. */
export const audiences = ['guardian', 'team'] as const
export type Audience = (typeof audiences)[number]

const GUARDIANS: ReadonlySet<Role> = new Set(['guardian', 'guardian-information-only'])

/** Whose terms somebody with these roles agrees to: a teacher with a child at school to both. */
export const audiencesOf = (roles: readonly Role[]): Audience[] => [
  ...(roles.some((role) => GUARDIANS.has(role)) ? (['guardian'] as const) : []),
  ...(roles.some((role) => role !== 'pupil' && !GUARDIANS.has(role)) ? (['team'] as const) : []),
]
