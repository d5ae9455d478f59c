import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { takeBackPackages } from '../moves/sending.ts'
import { accessChanged } from './access.ts'
import { notEnded } from './in-force.ts'
import { fullName } from './names.ts'
import { personRecord } from './personal-data.ts'
import { rolesGivenIn } from './roles.ts'
import { namesWithRoleToday } from './with-role.ts'

/**
 * Protects somebody's identity: from this commit on the row is there for these readers, the person and the own guardians
 * only (row policy of `person`). Who decides is always one of the readers, since somebody must be able to end it.
 */
export const protect = async (work: Work, person: string, readers: readonly string[], decidedBy: string) => {
  const named = [...new Set([...readers, decidedBy])]
  await work.db
    .deleteFrom('protected_reader')
    .where('person_id', '=', person)
    .where('reader_id', 'not in', named)
    .execute()
  await work.db
    .insertInto('protected_reader')
    .values(named.map((reader) => ({ person_id: person, reader_id: reader, decided_by: decidedBy })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await work.db.updateTable('person').set({ protected: true }).where('id', '=', person).execute()
  // Whoever of the team has the person on an open page asks anew.
  await accessChanged(
    work,
    (await colleagues(work)).map(({ id }) => id),
  )
  await takeBackPackages(work, person)
  await work.audit('protected-identity', 'people', [person])
}

/** Ends a protection: the person stands in every list again. */
export const endProtection = async (work: Work, person: string) => {
  await work.db.updateTable('person').set({ protected: false }).where('id', '=', person).execute()
  await work.db.deleteFrom('protected_reader').where('person_id', '=', person).execute()
  await work.audit('ended-protected-identity', 'people', [person])
}

/** Lets one of the few who may see a protected person see them no longer. Refuses when nobody else would be left. */
export const endReading = async (work: Work, person: string, reader: string): Promise<'done' | 'last-reader'> => {
  const others = await work.db
    .selectFrom('protected_reader')
    .select('reader_id')
    .where('person_id', '=', person)
    .where('reader_id', '!=', reader)
    .executeTakeFirst()
  if (!others) return 'last-reader'
  await work.db.deleteFrom('protected_reader').where('person_id', '=', person).where('reader_id', '=', reader).execute()
  await accessChanged(work, [reader])
  await work.audit('ended-reading', 'people', [person])
  return 'done'
}

/** The colleagues of whom some may have to know a protected person. */
export const colleagues = (work: Work) => namesWithRoleToday(work, Object.values(rolesGivenIn).flat())

/** A pupil's guardians, whose names can give away where the child is, and whether they are protected already. */
export const familyOf = async (work: Work, pupil: string) => {
  const rows = await work.db
    .selectFrom('guardianship')
    .innerJoin('person', 'person.id', 'guardianship.guardian_id')
    .select(['person.id', 'person.record', 'person.protected'])
    .where('guardianship.pupil_id', '=', pupil)
    .where(notEnded('guardianship', work.today))
    .execute()
  const people = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  return people.map((one) => ({ id: one.id, name: fullName(one.record), protected: one.protected }))
}
