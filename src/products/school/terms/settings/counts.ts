import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { atSchool, inForce } from '../../people/in-force.ts'
import { byGivenName, fullName } from '../../people/names.ts'
import { personRecord } from '../../people/personal-data.ts'
import { rolesGivenIn } from '../../people/roles.ts'
import type { Audience } from '../audiences.ts'

/** People with an account for whom these terms are, today. */
const membersOf = (work: Work, audience: Audience) => {
  const guardians = work.db
    .selectFrom('guardianship as tie')
    .innerJoin('person as pupil', 'pupil.id', 'tie.pupil_id')
    .select('tie.guardian_id')
    .where(inForce('tie', work.today))
    .where(atSchool('pupil', work.today))
  const team = work.db
    .selectFrom('person_role as held')
    .select('held.person_id')
    .where('held.role', 'in', Object.values(rolesGivenIn).flat())
    .where(inForce('held', work.today))
  const accounts = work.db
    .selectFrom('account_person')
    .select('account_person.person_id')
    .where('account_person.organisation_id', '=', work.organisation)
  return work.db
    .selectFrom('person')
    .where(atSchool('person', work.today))
    .where('person.id', 'in', accounts)
    .where('person.id', 'in', audience === 'guardian' ? guardians : team)
}

const agreedTo = (work: Work, audience: Audience, number: number) =>
  work.db
    .selectFrom('terms_acceptance')
    .select('person_id')
    .where('audience', '=', audience)
    .where('number', '>=', number)

/** How many of the people with an account agreed to a version. */
export const countAgreed = async (work: Work, audience: Audience, number: number) => {
  const members = membersOf(work, audience).select(({ fn }) => fn.countAll<number>().as('count'))
  const all = await members.executeTakeFirstOrThrow()
  const agreed = await members.where('person.id', 'in', agreedTo(work, audience, number)).executeTakeFirstOrThrow()
  return { of: all.count, agreed: agreed.count }
}

/** The names of who did not agree to a version yet. */
export const whoDidNot = async (work: Work, audience: Audience, number: number) => {
  const rows = await membersOf(work, audience)
    .select(['person.id', 'person.record'])
    .where('person.id', 'not in', agreedTo(work, audience, number))
    .execute()
  const people = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  return people
    .sort((one, other) => byGivenName(one.record, other.record))
    .map(({ id, record }) => ({ id, name: fullName(record) }))
}
