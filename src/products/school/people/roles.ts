import { sql } from 'kysely'
import { oneOf } from '#shared/database/one-of.ts'
import type { Role } from '#shared/identity/me.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { accessChanged } from './access.ts'
import { dayBefore, inForce } from './in-force.ts'

/** The roles that are given out by hand, by kind of organisation. EDEXML's roles are only proposals: these decide. */
export const rolesGivenIn = {
  school: ['teacher', 'substitute', 'support', 'principal', 'administrator', 'ict', 'privacy-officer'],
  board: ['board', 'administrator', 'ict', 'privacy-officer'],
  partner: ['partner', 'administrator'],
  supplier: ['supplier', 'supplier-support', 'administrator'],
} as const satisfies Record<Site['kind'], readonly Role[]>
const given: ReadonlySet<Role> = new Set(Object.values(rolesGivenIn).flat())

/** The roles each of these people has today. */
export const rolesOf = async (work: Work, people: readonly string[]): Promise<Map<string, Role[]>> => {
  const roles = new Map<string, Role[]>()
  if (people.length === 0) return roles
  const rows = await work.db
    .selectFrom('person_role')
    .select(['person_id', 'role'])
    .distinct()
    .where('person_id', 'in', oneOf(people))
    .where(inForce('person_role', work.today))
    .orderBy('role')
    .execute()
  for (const { person_id, role } of rows) roles.set(person_id, [...(roles.get(person_id) ?? []), role as Role])
  return roles
}

type During = { readonly from: string; readonly to: string }

/** From today on, for as long as it is known what is kept from whom. */
const fromNow = ({ today }: Work): During => ({ from: today, to: '9999-12-31' })

/**
 * Whether somebody else can still change roles and invite people when this person no longer does: not who is restricted on a
 * day of that time.
 */
export const othersRunTheOffice = async (work: Work, person: string, { from, to }: During = fromNow(work)) => {
  const other = await work.db
    .selectFrom('person_role')
    .innerJoin('person', 'person.id', 'person_role.person_id')
    .innerJoin('account_person', 'account_person.person_id', 'person.id')
    .select('person_role.person_id')
    .where('account_person.organisation_id', '=', work.organisation)
    .where('person_role.role', 'in', ['administrator', 'principal'])
    .where('person_role.person_id', '!=', person)
    .where('person.state', '=', 'active')
    .where('person.left_on', 'is', null)
    .where(inForce('person_role', work.today))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('terms_restriction as bar')
            .select('bar.id')
            .whereRef('bar.person_id', '=', 'person.id')
            .where('bar.state', '!=', 'ended')
            .where('bar.from_on', '<=', to)
            .where('bar.to_on', '>=', from),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}

/** Waits until no other change of roles is under way here: two who take each other's role away must not both find the other. */
const oneChangeAtATime = (work: Work) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`roles ${work.organisation}`}, 0))`.execute(work.db)

/**
 * Whether somebody's roles may go, for good or for a while: the last administrator or principal stays, since nobody could
 * give a role back. Holds other changes of roles until the end.
 */
export const mayRolesGo = async (work: Work, person: string, during?: During): Promise<boolean> => {
  const held = (await rolesOf(work, [person])).get(person) ?? []
  if (!held.includes('administrator') && !held.includes('principal')) return true
  await oneChangeAtATime(work)
  return othersRunTheOffice(work, person, during)
}

/** Ends a role at once: yesterday was its last day, and one that began today was never there. */
const endRoles = async (work: Work, person: string, roles: readonly Role[]) => {
  if (roles.length === 0) return
  const mine = { person_id: person, role: [...roles] }
  await work.db
    .deleteFrom('person_role')
    .where('person_id', '=', mine.person_id)
    .where('role', 'in', mine.role)
    .where('from_on', '>=', work.today)
    .execute()
  await work.db
    .updateTable('person_role')
    .set({ to_on: dayBefore(work.today) })
    .where('person_id', '=', mine.person_id)
    .where('role', 'in', mine.role)
    .where(inForce('person_role', work.today))
    .execute()
}

/**
 * Gives somebody exactly these of the roles that are given by hand, from now on. Refuses to take the last administrator's or principal's role
 * away: nobody could give one back.
 */
export const changeRoles = async (work: Work, person: string, wanted: readonly Role[]): Promise<'done' | 'last'> => {
  await oneChangeAtATime(work)
  const had = (await rolesOf(work, [person])).get(person) ?? []
  const runsOffice = wanted.includes('administrator') || wanted.includes('principal')
  if (!runsOffice && !(await othersRunTheOffice(work, person))) return 'last'
  const ended = had.filter((role) => given.has(role) && !wanted.includes(role))
  const added = wanted.filter((role) => !had.includes(role))
  await endRoles(work, person, ended)
  if (added.length > 0)
    await work.db
      .insertInto('person_role')
      .values(added.map((role) => ({ person_id: person, role, from_on: work.today })))
      .execute()
  if (ended.length + added.length === 0) return 'done'
  await work.audit('changed-roles', 'people', [person])
  await accessChanged(work, [person])
  return 'done'
}
