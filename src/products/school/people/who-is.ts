import { sql } from 'kysely'
import type { Role } from '#shared/identity/me.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { audiencesOf } from '../terms/audiences.ts'
import { bars, unaccepted } from '../terms/in-force.ts'
import { atSchool } from './in-force.ts'
import { fullName } from './names.ts'
import { personRecord } from './personal-data.ts'

const thisPerson = prepared(({ db }, { today }: { today: string }) =>
  db
    .selectFrom('person')
    .select(['person.id', 'person.record', 'person.access_version'])
    .select((eb) => [
      eb
        .selectFrom('person_role')
        .select(sql<Role[]>`coalesce(array_agg(distinct role), '{}')`.as('roles'))
        .whereRef('person_id', '=', 'person.id')
        .where('from_on', '<=', today)
        .where((or) => or.or([or('to_on', 'is', null), or('to_on', '>=', today)]))
        .as('roles'),
      eb
        .selectFrom('guardianship')
        .select(
          sql<Role[]>`coalesce(array_agg(distinct case when guardianship.information_only
            then 'guardian-information-only' else 'guardian' end), '{}')`.as('roles'),
        )
        .innerJoin('person as pupil', 'pupil.id', 'guardianship.pupil_id')
        .whereRef('guardianship.guardian_id', '=', 'person.id')
        .where(atSchool('pupil', today))
        .where('guardianship.from_on', '<=', today)
        .where((or) => or.or([or('guardianship.to_on', 'is', null), or('guardianship.to_on', '>=', today)]))
        .where((not) =>
          not.not(
            not.exists(
              not
                .selectFrom('guardianship_restriction as restriction')
                .select('restriction.id')
                .whereRef('restriction.guardianship_id', '=', 'guardianship.id')
                .where('restriction.kind', '=', 'no-information')
                .where('restriction.from_on', '<=', today)
                .where((or) => or.or([or('restriction.to_on', 'is', null), or('restriction.to_on', '>=', today)])),
            ),
          ),
        )
        .as('guardian_roles'),
      unaccepted(eb, today),
      bars(eb, today),
    ])
    .where('person.id', '=', sql<string>`nullif(current_setting('app.person', true), '')::uuid`)
    .where(atSchool('person', today)),
)

/**
 * Who the transaction's person is today: name and roles. What ended yesterday counts no more at the next request, nor does
 * a guardianship of a pupil who left; a restriction without information takes the guardian's role away for as long as it stands (art. 1:377c BW).
 */
export const whoIs = async (work: Work) => {
  const rows = await thisPerson(work, { today: work.today })
  work.person = rows[0]?.id ?? null
  const [who] = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  if (!who) return null
  const roles = [...(who.roles ?? []), ...(who.guardian_roles ?? [])]
  const { id, record, access_version: accessVersion } = who
  const owesTerms = audiencesOf(roles).some((audience) => who.unaccepted?.includes(audience))
  const barred = who.bars?.sort()[0] ?? null
  return { id, givenName: record.givenName, name: fullName(record), roles, accessVersion, owesTerms, barred }
}
