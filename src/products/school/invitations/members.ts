import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { restrictedToday } from '#shared/vault/restricted.ts'
import { inForce } from '../people/in-force.ts'
import { rolesGivenIn } from '../people/roles.ts'

/** Whom one press invites: the guardians of a group, all guardians, or the team. */
export type Whom =
  | { readonly whom: 'group'; readonly group: string }
  | { readonly whom: 'school' | 'team'; readonly group: null }

/** One guardian's child in one home group, today. */
export type Tie = {
  readonly person: string
  readonly pupil: string
  readonly group: string
  readonly groupName: string
  /** School may write to this guardian about this child: nobody said otherwise, no court did, and the data may be used. */
  readonly reachable: boolean
  readonly protected: boolean
}

/** What an invitation uses of somebody. */
const CONCERNS = ['kind:contact', 'purpose:access'] as const

/** Guardians of the pupils who are in a home group today; of one group, or of some guardians, when asked. */
export const tiesToday = async (
  work: Work,
  only: { readonly group?: string; readonly guardians?: readonly string[] } = {},
): Promise<Tie[]> => {
  let query = work.db
    .selectFrom('guardianship as tie')
    .innerJoin('person as guardian', 'guardian.id', 'tie.guardian_id')
    .innerJoin('person as pupil', 'pupil.id', 'tie.pupil_id')
    .innerJoin('group_pupil as place', 'place.pupil_id', 'tie.pupil_id')
    .innerJoin('school_group', 'school_group.id', 'place.group_id')
    .select(['tie.guardian_id as person', 'tie.pupil_id as pupil', 'school_group.id as group', 'tie.may_be_contacted'])
    .select(['school_group.name as groupName', 'guardian.protected'])
    .select((eb) => eb('guardian.id', 'in', restrictedToday(work, ...CONCERNS)).as('restricted'))
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('guardianship_restriction as ban')
          .select('ban.id')
          .whereRef('ban.guardianship_id', '=', 'tie.id')
          .where('ban.kind', '=', 'no-contact')
          .where(inForce('ban', work.today)),
      ).as('banned'),
    )
    .where('guardian.state', '=', 'active')
    .where('pupil.state', '=', 'active')
    .where('school_group.kind', '=', 'home')
    .where(inForce('tie', work.today))
    .where(inForce('place', work.today))
  if (only.group) query = query.where('school_group.id', '=', only.group)
  if (only.guardians) query = query.where('tie.guardian_id', 'in', oneOf(only.guardians))
  const rows = await query.execute()
  return rows.map(({ may_be_contacted, banned, restricted, ...tie }) => ({
    ...tie,
    reachable: may_be_contacted && !banned && !restricted,
  }))
}

export type Member = { readonly id: string; readonly reachable: boolean; readonly protected: boolean }

/** Each guardian of these ties once: reachable when school may write about one of the children. */
export const membersOf = (ties: readonly Tie[]): Member[] =>
  [...Map.groupBy(ties, ({ person }) => person)].map(([id, own]) => ({
    id,
    reachable: own.some(({ reachable }) => reachable),
    protected: own[0]!.protected,
  }))

/** The team of today. */
export const teamToday = async (work: Work): Promise<Member[]> => {
  const rows = await work.db
    .selectFrom('person')
    .select(['person.id', 'person.protected'])
    .where('person.state', '=', 'active')
    .where('person.id', 'not in', restrictedToday(work, ...CONCERNS))
    .where(
      'person.id',
      'in',
      work.db
        .selectFrom('person_role as held')
        .select('held.person_id')
        .where('held.role', 'in', Object.values(rolesGivenIn).flat())
        .where(inForce('held', work.today)),
    )
    .execute()
  return rows.map((row) => ({ ...row, reachable: true }))
}

/** Everyone whom a press is about. */
export const everyoneOf = async (work: Work, { whom, group }: Whom): Promise<Member[]> =>
  whom === 'team' ? teamToday(work) : membersOf(await tiesToday(work, group ? { group } : {}))
