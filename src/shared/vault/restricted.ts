import { type RawBuilder, sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'

/**
 * Ids of the people whose data are kept and not used today (art. 18 and 21 GDPR): what is done with many people at once
 * leaves them out by `.where('person.id', 'not in', restrictedToday(work))`.
 */
export const restrictedToday = (work: Work) =>
  work.db.selectFrom('processing_restriction').select('processing_restriction.person_id').where(inForce(work.today))

/** The request by which the data of a person are not used today, and since when; nothing when they are used. */
export const restrictionOf = (work: Work, person: string) =>
  work.db
    .selectFrom('processing_restriction')
    .select(['id', 'began_on', 'ground'])
    .where('person_id', '=', person)
    .where(inForce(work.today))
    .orderBy('began_on')
    .executeTakeFirst()

const inForce = (today: string): RawBuilder<boolean> =>
  sql`(${sql.ref('processing_restriction.ends_on')} is null or ${sql.ref('processing_restriction.ends_on')} > ${today}::date)`
