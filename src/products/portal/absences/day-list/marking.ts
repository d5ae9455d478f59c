import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { shortTime } from '../absences.ts'
import type { Mark } from '../standing.ts'
import { renewPages } from '../telling.ts'
import { openPupils } from './queries.ts'

export type State = Mark['state']

/** A mark as it was, to put back: `present`, `late-08:41`, or nothing. */
const before = (state: string | null, arrivedAt: string | null) =>
  state === null ? '' : state === 'late' && arrivedAt ? `late-${shortTime(arrivedAt)}` : state

const store = async (
  work: Work,
  me: Me,
  day: string,
  marks: readonly { pupil: string; state: State; arrivedAt: string | null }[],
): Promise<void> => {
  await work.db
    .insertInto('attendance_mark')
    .values(
      marks.map(({ pupil, state, arrivedAt }) => ({
        pupil_id: pupil,
        on_day: day,
        state,
        arrived_at: arrivedAt,
        marked_by: me.id,
        marked_at: work.now,
      })),
    )
    .onConflict((same) =>
      same.columns(['organisation_id', 'pupil_id', 'on_day']).doUpdateSet(({ ref }) => ({
        state: ref('excluded.state'),
        arrived_at: ref('excluded.arrived_at'),
        marked_by: ref('excluded.marked_by'),
        marked_at: ref('excluded.marked_at'),
        // What was handed over before is handed over again when it changes.
        handed_over_at: null,
      })),
    )
    .execute()
  await renewPages(
    work,
    marks.map(({ pupil }) => pupil),
    true,
  )
}

/** Marks one pupil; answers how it was before, or nothing when this pupil is not the teacher's on that day. */
export const mark = async (
  work: Work,
  me: Me,
  given: { pupil: string; day: string; state: State; arrivedAt: string | null },
): Promise<string | null> => {
  const { day, pupil } = given
  const known = await work.db
    .selectFrom('person')
    .leftJoin('attendance_mark as mark', (join) =>
      join.onRef('mark.pupil_id', '=', 'person.id').on('mark.on_day', '=', day),
    )
    .select(['mark.state', 'mark.arrived_at'])
    .where('person.id', '=', pupil)
    .where('person.id', 'in', openPupils(work, me, day))
    .executeTakeFirst()
  if (!known) return null
  await store(work, me, day, [given])
  return before(known.state, known.arrived_at)
}

/** Marks several pupils as present at once, as one deed that one press takes back. */
export const markPresent = (work: Work, me: Me, day: string, pupils: readonly string[]): Promise<void> | undefined =>
  pupils.length === 0
    ? undefined
    : store(
        work,
        me,
        day,
        pupils.map((pupil) => ({ pupil, state: 'present', arrivedAt: null })),
      )

const WAS = /^(present|absent|late)(?:-(\d\d:\d\d))?$/

/** The marks that this person made at one moment: the last deed, as long as nobody changed them. */
export const marksMadeAt = async (work: Work, me: Me, day: string, at: number): Promise<string[]> => {
  const rows = await work.db
    .selectFrom('attendance_mark')
    .select('pupil_id')
    .where('on_day', '=', day)
    .where('marked_by', '=', me.id)
    .where('marked_at', '=', new Date(at))
    .where('pupil_id', 'in', openPupils(work, me, day))
    .execute()
  return rows.map(({ pupil_id }) => pupil_id)
}

/** Takes the last deed back: one mark becomes what it was, marks that were new go. */
export const undo = async (work: Work, me: Me, day: string, at: number, was: string): Promise<void> => {
  const pupils = await marksMadeAt(work, me, day, at)
  const earlier = WAS.exec(was)
  if (pupils.length === 1 && earlier) {
    await store(work, me, day, [
      { pupil: pupils[0]!, state: earlier[1] as State, arrivedAt: earlier[1] === 'late' ? (earlier[2] ?? null) : null },
    ])
    return
  }
  if (pupils.length === 0) return
  await work.db.deleteFrom('attendance_mark').where('on_day', '=', day).where('pupil_id', 'in', pupils).execute()
  await renewPages(work, pupils, true)
}
