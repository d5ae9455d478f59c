import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { inForce } from './in-force.ts'
import { byGivenName } from './names.ts'
import { personRecord } from './personal-data.ts'

/** Puts values under their keys, in the order in which they come. */
const grouped = <Row>(rows: readonly Row[], key: (row: Row) => string, value: (row: Row) => string) => {
  const groups = new Map<string, string[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(value(row))
    else groups.set(key(row), [value(row)])
  }
  return groups
}

/** The names of the home groups in which each of these pupils is today. */
export const homeGroupsOf = async (work: Work, pupils: readonly string[]) => {
  if (pupils.length === 0) return new Map<string, string[]>()
  const rows = await work.db
    .selectFrom('group_pupil')
    .innerJoin('school_group', 'school_group.id', 'group_pupil.group_id')
    .select(['group_pupil.pupil_id', 'school_group.name'])
    .where('group_pupil.pupil_id', 'in', oneOf(pupils))
    .where('school_group.kind', '=', 'home')
    .where(inForce('group_pupil', work.today))
    .orderBy('school_group.name')
    .execute()
  return grouped(
    rows,
    (row) => row.pupil_id,
    (row) => row.name,
  )
}

/** The given names of the pupils whose guardian each of these people is today. */
export const childNamesOf = async (work: Work, guardians: readonly string[]) => {
  if (guardians.length === 0) return new Map<string, string[]>()
  const rows = await work.db
    .selectFrom('guardianship')
    .innerJoin('person', 'person.id', 'guardianship.pupil_id')
    .select(['guardianship.guardian_id', 'person.id', 'person.record'])
    .where('guardianship.guardian_id', 'in', oneOf(guardians))
    .where('person.state', '=', 'active')
    .where(inForce('guardianship', work.today))
    .execute()
  const children = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'surname') })
  children.sort((one, other) => byGivenName(one.record, other.record))
  return grouped(
    children,
    (row) => row.guardian_id,
    (row) => row.record.givenName,
  )
}
