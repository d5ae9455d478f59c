import { type ExpressionBuilder, sql } from 'kysely'
import type { Database } from '#shared/database/schema.generated.ts'
import type { Asking } from '#shared/tenancy/work.ts'
import type { Audience } from './audiences.ts'

type OfPerson = ExpressionBuilder<Database, 'person'>

/**
 * Of whose terms a version is in force that `person` did not agree to. Versions count up and come into force in that order,
 * so who agreed to the newest owes nothing.
 */
export const unaccepted = (eb: OfPerson, today: string) =>
  eb
    .selectFrom('terms_version as version')
    .select(sql<Audience[] | null>`array_agg(distinct version.audience)`.as('audiences'))
    .where('version.in_force_on', '<=', today)
    .where('version.withdrawn_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('terms_acceptance as accepted')
            .select('accepted.number')
            .whereRef('accepted.person_id', '=', 'person.id')
            .whereRef('accepted.audience', '=', 'version.audience')
            .whereRef('accepted.number', '>=', 'version.number'),
        ),
      ),
    )
    .as('unaccepted')

/** What the school keeps from `person` today: it begins and ends by itself. */
export const bars = (eb: OfPerson, today: string) =>
  eb
    .selectFrom('terms_restriction as bar')
    .select(sql<('everything' | 'writing')[] | null>`array_agg(bar.what)`.as('whats'))
    .whereRef('bar.person_id', '=', 'person.id')
    .where('bar.state', '=', 'in-force')
    .where('bar.from_on', '<=', today)
    .where('bar.to_on', '>=', today)
    .as('bars')

/** The versions that stand, the newest first: the first one that has begun is in force. */
export const versionsOf = ({ db }: Asking, audience: Audience) =>
  db
    .selectFrom('terms_version as version')
    .where('version.audience', '=', audience)
    .where('version.withdrawn_at', 'is', null)
    .orderBy('version.number', 'desc')
