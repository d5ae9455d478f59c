import { sql } from 'kysely'
import type { Role } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { addRoles } from '../people/adding.ts'
import { inForce } from '../people/in-force.ts'
import { byGivenName, fullName } from '../people/names.ts'
import { personRecord } from '../people/personal-data.ts'
import type { FromTeacherFile } from './from-file.ts'
import type { RoleCode } from './roster/roster.ts'

type Proposed = Extract<Role, 'teacher' | 'support'>

/**
 * Which role the file's own words suggest. Never one of the office or of ICT, whatever the file says: those are given by
 * hand, one by one. Trainees and helping parents get none.
 */
const SUGGESTED: Partial<Record<RoleCode, Proposed>> = {
  LRK: 'teacher',
  VAK: 'teacher',
  IB: 'support',
  RT: 'support',
  KLA: 'support',
  LOS: 'support',
  OWA: 'support',
  TAL: 'support',
  SMW: 'support',
}

const suggestedBy = ({ roles, otherRoles, groups }: FromTeacherFile): Proposed | null => {
  const said = [...roles, ...groups.flatMap((one) => one.roles)]
  const suggested = said.map((code) => SUGGESTED[code])
  if (suggested.includes('teacher')) return 'teacher'
  if (suggested.includes('support')) return 'support'
  const silent = said.length === 0 && otherRoles.length === 0
  return silent && groups.length > 0 ? 'teacher' : null
}

export type Proposal = {
  readonly id: string
  readonly name: string
  readonly said: readonly RoleCode[]
  readonly groups: readonly string[]
  readonly proposed: Proposed | null
}

/** People of the team whom a file named and who have no role at all yet: they can see nothing. */
const withoutRole = (work: Work) =>
  work.db
    .selectFrom('person')
    .select(['person.id', 'person.record'])
    .where('person.state', '=', 'active')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('person_role')
            .select('person_role.role')
            .whereRef('person_role.person_id', '=', 'person.id')
            .where(inForce('person_role', work.today)),
        ),
      ),
    )
    // A guardian has no role either; one who teaches too stands before a group.
    .where(({ or, not, exists, selectFrom }) =>
      or([
        not(
          exists(
            selectFrom('guardianship').select('guardianship.id').whereRef('guardianship.guardian_id', '=', 'person.id'),
          ),
        ),
        exists(
          selectFrom('group_teacher')
            .select('group_teacher.group_id')
            .whereRef('group_teacher.person_id', '=', 'person.id'),
        ),
      ]),
    )

/** Who waits for a role, with the one that the file suggests. */
export const proposedRoles = async (work: Work): Promise<Proposal[]> => {
  const people = await work.open(await withoutRole(work).execute(), {
    record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname', 'fromFile'),
  })
  const named = people.flatMap(({ id, record }) =>
    record.fromFile?.kind === 'teacher' ? [{ id, ...record, fromFile: record.fromFile }] : [],
  )
  const ids = [...new Set(named.flatMap(({ fromFile }) => fromFile.groups.map(({ group }) => group)))]
  const groups = await work.db
    .selectFrom('school_group')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  const nameOf = new Map(groups.map(({ id, name }) => [id, name]))
  return named.sort(byGivenName).map(({ id, fromFile, ...record }) => ({
    id,
    name: fullName(record),
    said: [...new Set([...fromFile.roles, ...fromFile.groups.flatMap(({ roles }) => roles)])],
    groups: [...new Set(fromFile.groups.flatMap(({ group }) => nameOf.get(group) ?? []))],
    proposed: suggestedBy(fromFile),
  }))
}

/** Gives these people the role that was proposed, from today on; who has no proposal is left out. */
export const confirmRoles = async (work: Work, people: readonly string[]): Promise<void> => {
  const chosen = new Set(people)
  const confirmed = (await proposedRoles(work)).filter(({ id }) => chosen.has(id))
  const roles = confirmed.flatMap(({ id, proposed }) => (proposed ? [{ person: id, role: proposed }] : []))
  await addRoles(work, roles)
  await work.audit(
    'confirmed-roles',
    'imports',
    roles.map(({ person }) => person),
  )
  await work.notify('people')
}
