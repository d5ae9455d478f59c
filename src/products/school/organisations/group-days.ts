import { oneOf } from '#shared/database/one-of.ts'
import type { Asking, Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import type { childrenOf } from '../people/guardians-of.ts'
import { inForce } from '../people/in-force.ts'
import { fullName } from '../people/names.ts'
import { personRecord } from '../people/personal-data.ts'

/**
 * The ids of the groups a person teaches today and on that day, as a part of a query. A part-timer opens the group on
 * every day of the assignment; a substitute only on the days assigned, because that assignment holds those days.
 */
export const groupsTaughtBy = (work: Asking & { readonly today: string }, person: string, day: string = work.today) =>
  work.db
    .selectFrom('group_teacher as taught')
    .select('taught.group_id')
    .where('taught.person_id', '=', person)
    .where(inForce('taught', work.today))
    .where(inForce('taught', day))

/** The ids of the pupils who are in one of these groups on a day, as a part of a query. */
export const pupilsTaughtBy = (work: Work, person: string, day: string = work.today) =>
  work.db
    .selectFrom('group_pupil as placed')
    .select('placed.pupil_id')
    .where('placed.group_id', 'in', groupsTaughtBy(work, person, day))
    .where('placed.from_on', '<=', day)
    .where((or) => or.or([or('placed.to_on', 'is', null), or('placed.to_on', '>=', day)]))

/** Those of these people who are a pupil in some group on a day, and in none that this person taught then. */
export const pupilsNotTaughtBy = async (
  work: Work,
  person: string,
  day: string,
  people: readonly string[],
): Promise<string[]> => {
  const taught = work.db
    .selectFrom('group_pupil as own')
    .innerJoin('group_teacher as taught', 'taught.group_id', 'own.group_id')
    .select('own.pupil_id')
    .where('taught.person_id', '=', person)
    .where(inForce('taught', day))
    .where(inForce('own', day))
  const rows = await work.db
    .selectFrom('group_pupil as placed')
    .select('placed.pupil_id')
    .distinct()
    .where('placed.pupil_id', 'in', oneOf(people))
    .where(inForce('placed', day))
    .where('placed.pupil_id', 'not in', taught)
    .execute()
  return rows.map(({ pupil_id }) => pupil_id)
}

/** The ids of the pupils who are in these groups today. */
export const pupilsIn = async (work: Work, groups: readonly string[]): Promise<string[]> => {
  const rows = await work.db
    .selectFrom('group_pupil as placed')
    .select('placed.pupil_id')
    .distinct()
    .where('placed.group_id', 'in', oneOf(groups))
    .where(inForce('placed', work.today))
    .execute()
  return rows.map(({ pupil_id }) => pupil_id)
}

/** The ids of the groups these pupils are in today, as a part of a query; `pupils` is one too. */
export const groupsOf = (work: Work, pupils: ReturnType<typeof childrenOf>) =>
  work.db
    .selectFrom('group_pupil as attended')
    .select('attended.group_id')
    .where('attended.pupil_id', 'in', pupils)
    .where(inForce('attended', work.today))

export type TeacherOf = { readonly pupil: string; readonly id: string; readonly name: string }

/**
 * Who teaches these pupils today and so reads about them: by the same assignments that let a teacher open the day list.
 * `name` is how they are called in class, such as "juf Hatice", or the full name.
 */
export const teachersOf = async (work: Work, pupils: readonly string[]): Promise<TeacherOf[]> => {
  if (pupils.length === 0) return []
  const rows = await work.db
    .selectFrom('group_pupil as placed')
    .innerJoin('group_teacher as taught', 'taught.group_id', 'placed.group_id')
    .innerJoin('person', 'person.id', 'taught.person_id')
    .select(['placed.pupil_id', 'person.id', 'person.record', 'taught.from_on'])
    .where('placed.pupil_id', 'in', oneOf(pupils))
    .where('placed.from_on', '<=', work.today)
    .where((or) => or.or([or('placed.to_on', 'is', null), or('placed.to_on', '>=', work.today)]))
    .where('taught.from_on', '<=', work.today)
    .where((or) => or.or([or('taught.to_on', 'is', null), or('taught.to_on', '>=', work.today)]))
    .where('person.state', '=', 'active')
    .orderBy('taught.from_on')
    .execute()
  const opened = await work.open(rows, {
    record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname', 'calledInClass'),
  })
  const seen = new Set<string>()
  return opened.flatMap(({ record, id, pupil_id }) => {
    const key = `${pupil_id} ${id}`
    if (seen.has(key)) return []
    seen.add(key)
    return [{ pupil: pupil_id, id, name: record.calledInClass ?? fullName(record) }]
  })
}
