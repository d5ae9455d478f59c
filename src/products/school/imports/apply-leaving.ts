import { type RawBuilder, sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { depart } from '../leaving/changes.ts'
import { accessChanged } from '../people/access.ts'
import { dayBefore, inForce, notEnded } from '../people/in-force.ts'
import type { Applying } from './apply.ts'
import { saveRecords } from './apply-people.ts'
import { endPlacements } from './placements.ts'

const any = (ids: readonly string[]): RawBuilder<string> => sql`any(${ids}::uuid[])`

/** Roles that somebody has because the file named them; other ones are the office's own to give and take. */
const FROM_FILE = ['teacher', 'substitute', 'support', 'pupil'] as const

const endRoles = async (work: Work, people: readonly string[]) => {
  await work.db
    .deleteFrom('person_role')
    .where('person_id', '=', any(people))
    .where('role', 'in', FROM_FILE)
    .where('from_on', '>=', work.today)
    .execute()
  await work.db
    .updateTable('person_role')
    .set({ to_on: dayBefore(work.today) })
    .where('person_id', '=', any(people))
    .where('role', 'in', FROM_FILE)
    .where(notEnded('person_role', work.today))
    .execute()
}

/** Who of these is somebody at school all the same: a parent, or one of the office. */
const whoStays = async (work: Work, people: readonly string[]): Promise<Set<string>> => {
  const guardians = await work.db
    .selectFrom('guardianship')
    .select('guardian_id as id')
    .where('guardian_id', '=', any(people))
    .where(inForce('guardianship', work.today))
    .execute()
  const others = await work.db
    .selectFrom('person_role')
    .select('person_id as id')
    .where('person_id', '=', any(people))
    .where('role', 'not in', FROM_FILE)
    .where(inForce('person_role', work.today))
    .execute()
  return new Set([...guardians, ...others].map(({ id }) => id))
}

/**
 * Lets people go: from now on they are in no list and cannot sign in, and guardians no longer see the pupil; a guardian
 * whose last child this was leaves too. A teacher
 * who is a parent too, or runs the office, only stops being a teacher.
 */
export const applyLeaving = async ({ work, plan, stored }: Applying): Promise<void> => {
  const left = [...plan.left.pupils, ...plan.left.teachers]
  if (left.length === 0) return
  const ids = left.map(({ id }) => id)
  await endPlacements(work, 'group_pupil', work.today, { people: ids })
  await endPlacements(work, 'group_teacher', work.today, { people: ids })
  await endRoles(work, ids)
  const stays = await whoStays(
    work,
    plan.left.teachers.map(({ id }) => id),
  )
  await saveRecords(
    work,
    [...stays].map((id) => ({ id, record: { ...stored.records.get(id)!, fromFile: null } })),
  )
  const yesterday = dayBefore(work.today)
  const gone = left.filter(({ id }) => !stays.has(id))
  const dayOf = (leftOn: string | null) => (leftOn !== null && leftOn < yesterday ? leftOn : yesterday)
  await accessChanged(work, [...stays])
  for (const [day, some] of Map.groupBy(gone, ({ leftOn }) => dayOf(leftOn)))
    await depart(
      work,
      some.map(({ id }) => id),
      day,
    )
}
