import type { Role } from '#shared/identity/me.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'
import { substitutions } from '../groups/substitutions.ts'
import { inForce } from '../people/in-force.ts'

/** One thing that somebody may because the school said so: a role, a group on some days, seeing a protected person. */
export type Access = {
  readonly person: string
  readonly kind: 'role' | 'group' | 'reader'
  /** The role, or the id of the group or of the protected person. */
  readonly what: string
  readonly since: string
}

/** What names a piece of access among those of one person. */
export const keyOf = ({ kind, what }: Pick<Access, 'kind' | 'what'>): string => `${kind}:${what}`

/** Everything that people have today beside what follows from children: of whom one may not know too, as ids. */
export const accessToday = async (work: Work, roles: readonly Role[]): Promise<Access[]> => {
  const held = await work.db
    .selectFrom('person_role')
    .select(['person_id', 'role'])
    .select(({ fn }) => fn.min('from_on').as('since'))
    .where('role', 'in', roles)
    .where(inForce('person_role', work.today))
    .groupBy(['person_id', 'role'])
    .execute()
  const readers = await work.db
    .selectFrom('protected_reader')
    .select(['person_id', 'reader_id', 'decided_at'])
    .execute()
  const found: Access[] = [
    ...held.map((row) => ({ person: row.person_id, kind: 'role' as const, what: row.role, since: row.since })),
    ...(await substitutions(work)).map((row) => ({
      person: row.person,
      kind: 'group' as const,
      what: row.group,
      since: row.from,
    })),
    ...readers.map((row) => ({
      person: row.reader_id,
      kind: 'reader' as const,
      what: row.person_id,
      since: dayOf(row.decided_at),
    })),
  ]
  // Two stretches of days in one group are one thing to decide about: the earliest is the first.
  return [...new Map(found.reverse().map((one) => [`${one.person} ${keyOf(one)}`, one])).values()]
}
