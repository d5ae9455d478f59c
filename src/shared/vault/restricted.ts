import { type RawBuilder, sql } from 'kysely'
import type { OnADay, Work } from '#shared/tenancy/work.ts'
import type { Concern } from './concern.ts'

/**
 * Ids of the people of whom data of these kinds, or for these purposes, are kept and not used today (art. 18 and 21 GDPR):
 * what is done with many people at once leaves them out by `.where('person.id', 'not in', restrictedToday(work, 'kind:image'))`.
 * Whoever restricted everything is always among them.
 */
export const restrictedToday = (work: OnADay, ...about: readonly Concern[]) =>
  work.db
    .selectFrom('processing_restriction')
    .select('processing_restriction.person_id')
    .where(inForce(work.today))
    .where(concerning(about))

/** Whether data of one person, of these kinds or for these purposes, are not used today. */
export const isRestrictedToday = async (work: Work, person: string, ...about: readonly Concern[]): Promise<boolean> =>
  (await restrictedToday(work, ...about)
    .where('processing_restriction.person_id', '=', person)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** The requests by which data of a person are not used today, what they concern, and since when; none when all are used. */
export const restrictionsOf = (work: Work, person: string) =>
  work.db
    .selectFrom('processing_restriction')
    .select(['id', 'began_on', 'ground', 'concerns'])
    .where('person_id', '=', person)
    .where(inForce(work.today))
    .orderBy('began_on')
    .execute()

const inForce = (today: string): RawBuilder<boolean> =>
  sql`(${sql.ref('processing_restriction.ends_on')} is null or ${sql.ref('processing_restriction.ends_on')} > ${today}::date)`

const concerning = (about: readonly Concern[]): RawBuilder<boolean> =>
  sql`(${sql.ref('processing_restriction.concerns')} = '{}' or ${sql.ref('processing_restriction.concerns')} && ${about}::text[])`
