import type { Work } from '#shared/tenancy/work.ts'
import { endPlacements } from '../imports/placements.ts'
import { returned } from '../leaving/changes.ts'
import { placePupils, schoolYearOn } from '../organisations/groups.ts'
import { accessChanged } from '../people/access.ts'
import { addPeople, addRoles } from '../people/adding.ts'
import { inForce, notEnded } from '../people/in-force.ts'
import type { PersonRecord } from '../people/personal-data.ts'

const collator = new Intl.Collator('nl', { numeric: true })

export type HomeGroup = { readonly id: string; readonly name: string; readonly year: string | null }

/** The home groups of this school year, to put a pupil in. */
export const homeGroups = async (work: Work): Promise<HomeGroup[]> => {
  const groups = await work.db
    .selectFrom('school_group')
    .select(['id', 'name', 'year'])
    .where('school_year_id', 'in', schoolYearOn(work, work.today))
    .where('kind', '=', 'home')
    .where('ended_on', 'is', null)
    .execute()
  return groups.sort((one, other) => collator.compare(one.name, other.name))
}

export type Place = { readonly group: HomeGroup; readonly year: string | null; readonly from: string }

const ONE_YEAR = /^[1-8]$/

/** The pupil's own year: as chosen, or that of a group of one year. */
const yearIn = ({ group, year }: Place) => year ?? (ONE_YEAR.test(group.year ?? '') ? group.year : null)

/** Adds a pupil by hand from a first day on; answers the id. Guardians come after it. */
export const addPupil = async (
  work: Work,
  record: Pick<PersonRecord, 'givenName' | 'prefix' | 'surname' | 'birthDate'>,
  place: Place,
  hidden = false,
): Promise<string> => {
  const [id] = await addPeople(work, [{ record, protected: hidden }])
  await begin(work, id!, place)
  await work.audit('added-pupil', 'people', [id!])
  return id!
}

const begin = async (work: Work, pupil: string, place: Place) => {
  await addRoles(work, [{ person: pupil, role: 'pupil', from: place.from }])
  await placePupils(work, [{ group: place.group.id, pupil, year: yearIn(place), from: place.from }])
}

/** Brings a pupil who left back from a first day on; the guardians who still are so come along. */
export const bringBack = async (work: Work, pupil: string, place: Place): Promise<void> => {
  await returned(work, [pupil])
  await work.db
    .deleteFrom('person_role')
    .where('person_id', '=', pupil)
    .where('role', '=', 'pupil')
    .where(notEnded('person_role', place.from))
    .execute()
  await endPlacements(work, 'group_pupil', place.from, { people: [pupil] })
  await begin(work, pupil, place)
  await work.audit('returned', 'people', [pupil])
}

const teachersOf = (work: Work, groups: readonly string[]) =>
  work.db
    .selectFrom('group_teacher')
    .select('person_id')
    .where('group_id', 'in', groups)
    .where(inForce('group_teacher', work.today))
    .execute()

/** Where a pupil is today. */
export const placeOf = async (work: Work, pupil: string) =>
  work.db
    .selectFrom('group_pupil')
    .innerJoin('school_group', 'school_group.id', 'group_pupil.group_id')
    .select(['group_pupil.group_id as group', 'group_pupil.year'])
    .where('group_pupil.pupil_id', '=', pupil)
    .where('school_group.kind', '=', 'home')
    .orderBy('group_pupil.from_on', 'desc')
    .limit(1)
    .executeTakeFirst()

/**
 * Gives a pupil another home group from a day on: the day before is the last one in the old group. Composed groups stay.
 * Answers `same` when the pupil is there already, in the same year.
 */
export const changeGroup = async (work: Work, pupil: string, place: Place): Promise<'done' | 'same'> => {
  await work.db.selectFrom('person').select('id').where('id', '=', pupil).forUpdate().execute()
  const before = await work.db
    .selectFrom('group_pupil')
    .innerJoin('school_group', 'school_group.id', 'group_pupil.group_id')
    .select(['group_pupil.group_id as group', 'group_pupil.year'])
    .where('group_pupil.pupil_id', '=', pupil)
    .where('school_group.kind', '=', 'home')
    .where(notEnded('group_pupil', place.from))
    .execute()
  const groups = before.map(({ group }) => group)
  if (before.length === 1 && groups[0] === place.group.id && before[0]?.year === yearIn(place)) return 'same'
  await endPlacements(work, 'group_pupil', place.from, { groups, people: [pupil] })
  await placePupils(work, [{ group: place.group.id, pupil, year: yearIn(place), from: place.from }])
  const teachers = await teachersOf(work, [...groups, place.group.id])
  await accessChanged(
    work,
    teachers.map((one) => one.person_id),
  )
  await work.audit('changed-group', 'groups', [pupil])
  return 'done'
}
