import { randomUUID } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'
import { returned } from '../leaving/changes.ts'
import { addPeople, addRoles, inBatches } from '../people/adding.ts'
import { type PersonRecord, personRecord } from '../people/personal-data.ts'
import type { Applying } from './apply.ts'
import type { IdOf } from './apply-groups.ts'
import { completed, fromPupil, fromTeacher, locationIn, pupilOf, teacherOf } from './records.ts'

/** Index in the roster to the internal id, of who is new, changed or moved. */
export type Stored = ReadonlyMap<number, string>

type Taken = ReturnType<typeof fromPupil>
type Change = { readonly id: string; readonly roster: number; readonly fields: readonly string[] }

/** Seals changed records again and stores them, many at once. */
export const saveRecords = async (work: Work, people: readonly { id: string; record: PersonRecord }[]) => {
  if (people.length === 0) return
  const seal = await work.sealer(people.map(({ id }) => id))
  const rows = people.map(({ id, record }) => ({ id, record: seal(personRecord, { subject: id, row: id }, record) }))
  await inBatches(rows, (some) =>
    work.db
      .insertInto('person')
      .values(some)
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'id']).doUpdateSet(({ ref }) => ({ record: ref('excluded.record') })),
      )
      .execute(),
  )
}

/** An identifier that the file gives to somebody else is taken away here; one it merely leaves out stays. */
const givenAway = (fields: readonly string[], taken: Taken) => ({
  ...(fields.includes('key') && taken.sourceKey === undefined ? { sourceKey: null } : {}),
  ...(fields.includes('eckId') && taken.eckId === undefined ? { eckId: null } : {}),
})

/** Adds and changes people of one kind; answers the ids by their index in the roster. */
const storeKind = async (
  { work, stored, left, plan }: Applying,
  kind: 'pupils' | 'teachers',
  changes: readonly Change[],
  takenFrom: (index: number, known?: PersonRecord) => Taken,
) => {
  const returning = plan.returning[kind]
  const before = new Map(left[kind].map(({ id, record }) => [id, record]))
  const added = plan.added[kind].map(({ roster: index }) => ({ index, id: returning.get(index) ?? randomUUID() }))
  await addPeople(
    work,
    added.filter(({ index }) => !returning.has(index)).map(({ id, index }) => ({ id, record: takenFrom(index) })),
  )
  const back = added.filter(({ index }) => returning.has(index))
  await saveRecords(work, [
    ...changes.map(({ id, roster, fields }) => {
      const known = stored.records.get(id)!
      const taken = takenFrom(roster, known)
      return { id, record: { ...known, ...taken, ...givenAway(fields, taken) } }
    }),
    ...back.map(({ id, index }) => {
      const known = before.get(id)!
      return { id, record: { ...known, ...takenFrom(index, known) } }
    }),
  ])
  if (back.length > 0)
    await returned(
      work,
      back.map(({ id }) => id),
    )
  return {
    added: added.map(({ id }) => id),
    ids: new Map([
      ...changes.map(({ roster, id }) => [roster, id] as const),
      ...added.map(({ index, id }) => [index, id] as const),
    ]),
  }
}

/** Stores the people of the plan. A pupil gets the role of pupil; roles of the team are for a person to confirm. */
export const applyPeople = async (applying: Applying, idOf: IdOf): Promise<{ pupils: Stored; teachers: Stored }> => {
  const { work, roster, plan, stored } = applying
  const changes = [...plan.changed.pupils, ...plan.moved.pupils]
  const pupils = await storeKind(applying, 'pupils', changes, (index, known) =>
    fromPupil(completed(roster.pupils[index]!, known && pupilOf(known), roster.silent), {
      locations: [...roster.locations, ...locationIn(known)],
      birthDates: stored.keepsBirthDates,
    }),
  )
  await addRoles(
    work,
    pupils.added.map((person) => ({ person, role: 'pupil' })),
  )
  const teachers = await storeKind(applying, 'teachers', plan.changed.teachers, (index, known) =>
    fromTeacher(completed(roster.teachers[index]!, known && teacherOf(known), roster.silent), idOf),
  )
  return { pupils: pupils.ids, teachers: teachers.ids }
}
