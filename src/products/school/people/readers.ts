import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { inForce } from './in-force.ts'
import { byGivenName, fullName } from './names.ts'
import { personRecord } from './personal-data.ts'
import { withRoleToday } from './with-role.ts'

/** Somebody who may see a pupil's page, and why: the name of the group they teach, or nothing for the office. */
export type Reader = { readonly id: string; readonly name: string; readonly group: string | null }

const teachersOf = (work: Work, pupil: string) =>
  work.db
    .selectFrom('group_teacher')
    .innerJoin('group_pupil', 'group_pupil.group_id', 'group_teacher.group_id')
    .innerJoin('school_group', 'school_group.id', 'group_teacher.group_id')
    .innerJoin('person', 'person.id', 'group_teacher.person_id')
    .select(['person.id', 'person.record', 'school_group.name as group'])
    .where('group_pupil.pupil_id', '=', pupil)
    .where('person.state', '=', 'active')
    .where(inForce('group_pupil', work.today))
    .where(inForce('group_teacher', work.today))
    .execute()

const officePeople = (work: Work) => withRoleToday(work, ['administrator', 'principal'])

/** Who was named as one of the few who must know this person. */
export const namedReaders = async (work: Work, person: string): Promise<ReadonlySet<string>> => {
  const rows = await work.db
    .selectFrom('protected_reader')
    .select('reader_id')
    .where('person_id', '=', person)
    .execute()
  return new Set(rows.map((row) => row.reader_id))
}

/** Who may see a pupil's page today: teachers of the pupil's groups and the office; when protected, the named few of them. */
export const readersOf = async (work: Work, pupil: { id: string; protected: boolean }): Promise<Reader[]> => {
  const teachers = (await teachersOf(work, pupil.id)).map(({ id, record, group }) => ({ id, record, group }))
  const inOffice = (await officePeople(work)).map((row) => ({ ...row, group: null as string | null }))
  const named = pupil.protected ? await namedReaders(work, pupil.id) : null
  const rows = [...teachers, ...inOffice].filter(({ id }) => !named || named.has(id))
  const opened = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  return opened
    .sort((one, other) => byGivenName(one.record, other.record))
    .map(({ id, record, group }) => ({ id, name: fullName(record), group }))
}
