import type { AliasedExpression } from 'kysely'
import { saysToday } from '#products/school/index.ts'
import type { OnADay, Work } from '#shared/tenancy/work.ts'

const TEAM = ['teacher', 'substitute', 'support', 'principal', 'administrator']

/** Who of the team works here today. */
const atWork = (work: OnADay, roles: readonly string[] = TEAM) =>
  work.db
    .selectFrom('person_role as held')
    .innerJoin('person as colleague', 'colleague.id', 'held.person_id')
    .select('held.person_id')
    .where('held.role', 'in', roles)
    .where('held.from_on', '<=', work.today)
    .where((or) => or.or([or('held.to_on', 'is', null), or('held.to_on', '>=', work.today)]))
    .where('colleague.state', '=', 'active')

/** Who teaches a group today: part-timers and, on the days of their assignment, substitutes. */
const teaching = (work: OnADay) =>
  work.db
    .selectFrom('group_teacher as taught')
    .innerJoin('person as teacher', 'teacher.id', 'taught.person_id')
    .select(['taught.group_id', 'taught.person_id'])
    .where('taught.from_on', '<=', work.today)
    .where((or) => or.or([or('taught.to_on', 'is', null), or('taught.to_on', '>=', work.today)]))
    .where('teacher.state', '=', 'active')

/**
 * Who reads which conversation today, as a part of a query; every question of this module about who may read, who is told
 * and who stands above a box is asked of it. For the school: whom it was handed to or who sent the letter; the team of the
 * group; and where nobody of these works here any more, the principal and the office, so that nothing is lost.
 */
const schoolSeats = (work: OnADay) => {
  const owned = work.db
    .selectFrom('message_thread as thread')
    .where('thread.owner_id', 'in', atWork(work))
    .select(['thread.id as thread_id', 'thread.owner_id as person_id'])
  const notOwned = work.db
    .selectFrom('message_thread as thread')
    .where((or) => or.or([or('thread.owner_id', 'is', null), or('thread.owner_id', 'not in', atWork(work))]))
  const teachers = work.db
    .selectFrom('message_thread as thread')
    .innerJoin(teaching(work).as('now'), 'now.group_id', 'thread.group_id')
    .where((or) => or.or([or('thread.kind', '=', 'team'), or('thread.id', 'in', notOwned.select('thread.id'))]))
    .select(['thread.id as thread_id', 'now.person_id'])
  const left = notOwned
    .innerJoin(atWork(work, ['principal', 'administrator']).as('office'), (join) => join.onTrue())
    .leftJoin('school_group as own', 'own.id', 'thread.group_id')
    .where((or) => or.or([or('thread.kind', '<>', 'team'), or('own.ended_on', 'is', null)]))
    .where(({ not, exists }) =>
      not(
        exists(
          work.db
            .selectFrom(teaching(work).as('still'))
            .select('still.person_id')
            .whereRef('still.group_id', '=', 'thread.group_id' as never),
        ),
      ),
    )
    .select(['thread.id as thread_id', 'office.person_id'])
  return owned.union(teachers as never).union(left as never)
}

/** For the home: who is in it, as long as they have a say about the child it is about. */
const homeSeats = (work: OnADay) =>
  work.db
    .selectFrom('message_member as member')
    .innerJoin(saysToday(work).as('say'), (join) =>
      join.onRef('say.guardian_id', '=', 'member.guardian_id').onRef('say.pupil_id', '=', 'member.pupil_id'),
    )
    .select(['member.thread_id', 'member.guardian_id as person_id'])

export type Side = 'home' | 'school'
export type Seats = Readonly<Record<Side, readonly string[]>>

/** The seats of one side as a table, `seat`, to select from. */
const seatsOn = (work: OnADay, side: Side) =>
  (side === 'home' ? homeSeats(work) : schoolSeats(work)).as('seat') as AliasedExpression<
    { thread_id: string; person_id: string },
    'seat'
  >

/** The conversations somebody reads on one side, as a part of a query: `.where('thread.id', 'in', …)`. */
export const readBy = (work: OnADay, person: string, side: Side) =>
  work.db.selectFrom(seatsOn(work, side)).select('seat.thread_id').where('seat.person_id', '=', person)

/** Who reads a conversation now, on both sides. */
export const seatsOf = async (work: Work, thread: string): Promise<Seats> => {
  const of = async (side: Side) => {
    const rows = await work.db
      .selectFrom(seatsOn(work, side))
      .select('seat.person_id')
      .distinct()
      .where('seat.thread_id', '=', thread)
      .execute()
    return rows.map(({ person_id }) => person_id)
  }
  return { home: await of('home'), school: await of('school') }
}

type Thread = {
  readonly id: string
  readonly kind: 'team' | 'letter' | 'reply'
  readonly group_id: string | null
  readonly answers_id: string | null
  readonly owner_id: string | null
  readonly shared: boolean
  readonly waits_since: Date | null
  readonly promised_on: string | null
  readonly closed_at: Date | null
}

export type Seated = {
  readonly thread: Thread
  readonly side: Side
  readonly seats: Seats
}

/**
 * A conversation that somebody reads today, and on which side they stand; nothing for who does not. A teacher whose own child
 * is in the own group writes there as a guardian.
 */
export const seatIn = async (work: Work, person: string, id: string): Promise<Seated | null> => {
  const row = await work.db
    .selectFrom('message_thread')
    .select(['id', 'kind', 'group_id', 'answers_id', 'owner_id', 'shared', 'waits_since', 'promised_on', 'closed_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const thread = { ...row, kind: row.kind as Thread['kind'] }
  const seats = await seatsOf(work, id)
  const order: readonly Side[] = thread.kind === 'team' ? ['home', 'school'] : ['school', 'home']
  const side = order.find((one) => seats[one].includes(person))
  return side ? { thread, side, seats } : null
}
