import { randomUUID } from 'node:crypto'
import { answerItem, giveItem, takeItemBack } from '#shared/attention/item.ts'
import { oneOf } from '#shared/database/one-of.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Placed, Placing } from './placing.ts'

export const MODULE = 'conversations'
export const REMINDER = 'conversation-reminder'

/** The topic under which open pages of a round hear that somebody booked, moved or cancelled. */
export const roundTopic = (round: string): string => `conversations/${round}`

const DAY = 86_400_000

/** What a family reads of what happened to its conversation. */
export type NoticeKind = 'booked' | 'cancelled' | 'moved' | 'swapped' | 'kept' | 'teacher' | 'parted' | 'together'

type Told = {
  readonly round: string
  readonly pupil: string
  readonly kind: NoticeKind
  readonly was: Date
  readonly now: Date | null
  readonly readers: readonly string[]
  /** The day by which an answer is needed, where one is. */
  readonly answerBy?: string
}

const WAITS_FOR_THE_DIGEST: readonly NoticeKind[] = ['booked', 'kept']

/** Tells guardians what happened to their conversation; at once when it is within two days, or was taken from them. */
export const tell = async (work: Work, { round, pupil, kind, was, now, readers, answerBy }: Told): Promise<void> => {
  if (readers.length === 0) return
  const id = randomUUID()
  await work.db
    .insertInto('conversation_notice')
    .values({ id, round_id: round, pupil_id: pupil, kind, was_at: was, now_at: now, told_at: work.now })
    .execute()
  const quiet = WAITS_FOR_THE_DIGEST.includes(kind)
  const until = new Date(Math.max((now ?? was).getTime(), work.now.getTime() + 2 * DAY))
  const item = { module: MODULE, subject: id, readers, until }
  if (answerBy) await giveItem(work, { ...item, class: 'answer', answerBy })
  else await giveItem(work, { ...item, class: quiet ? 'to-know' : 'urgent' })
}

/** Who comes to these appointments, by appointment. */
export const guestsOf = async (work: Work, bookings: readonly string[]): Promise<ReadonlyMap<string, string[]>> => {
  const rows = await work.db
    .selectFrom('conversation_guest')
    .select(['booking_id', 'guardian_id'])
    .distinct()
    .where('booking_id', 'in', oneOf(bookings))
    .execute()
  const found = new Map<string, string[]>()
  for (const { booking_id, guardian_id } of rows) found.set(booking_id, [...(found.get(booking_id) ?? []), guardian_id])
  return found
}

/** The reminder of an appointment, a day before it begins; asked for again, it moves along. */
export const remindOf = async (work: Work, booking: string, starts: Date): Promise<void> => {
  const runAt = new Date(starts.getTime() - DAY)
  if (runAt > work.now) await work.enqueue(REMINDER, { booking }, { runAt, key: `${REMINDER}:${booking}` })
}

type Seated = { readonly round: string; readonly pupils: readonly string[]; readonly guests: readonly string[] }

const noLongerWaiting = prepared(({ db }, { round, pupils, guests }: Seated) =>
  db
    .deleteFrom('conversation_wait')
    .where('round_id', '=', round)
    .where('pupil_id', 'in', oneOf(pupils))
    .where('guardian_id', 'in', oneOf(guests))
    .returning('id'),
)

type Change = Pick<Placing, 'guests' | 'pupil' | 'by' | 'via'> & { readonly was: Date | null }

/**
 * What follows from new appointments: reminders, the waiting list loses who has a time, and who comes along without having
 * booked hears when it is.
 */
export const afterChange = async (
  work: Work,
  round: string,
  changes: readonly Change[],
  placed: readonly Placed[],
  moved: 'moved' | 'swapped' = 'moved',
): Promise<void> => {
  const [waits] = await Promise.all([
    noLongerWaiting(work, {
      round,
      pupils: changes.map(({ pupil }) => pupil),
      guests: changes.flatMap(({ guests }) => guests),
    }),
    work.notify(roundTopic(round)),
    ...placed.map(({ id, starts }) => remindOf(work, id, starts)),
  ])
  for (const { id } of waits) await takeItemBack(work, { module: MODULE, subject: id })
  for (const { pupil, starts } of placed) {
    const { guests, by, was } = changes.find((change) => change.pupil === pupil)!
    const readers = guests.filter((guest) => guest !== by)
    await tell(work, { round, pupil, kind: was ? moved : 'booked', was: was ?? starts, now: starts, readers })
  }
}

/** The round asks nothing more of this guardian. */
export const answered = (work: Work, round: string, guardian: string): Promise<void> =>
  answerItem(work, { module: MODULE, subject: round, by: guardian })

/** What was told lately about these children in these rounds: read once the page that shows it is opened. */
export const noticesAbout = async (
  work: Work,
  rounds: readonly { readonly id: string; readonly children: readonly { readonly pupil: string }[] }[],
): Promise<string[]> => {
  const rows = await work.db
    .selectFrom('conversation_notice')
    .select('id')
    .where('round_id', 'in', oneOf(rounds.map(({ id }) => id)))
    .where('pupil_id', 'in', oneOf(rounds.flatMap(({ children }) => children.map(({ pupil }) => pupil))))
    .where('told_at', '>', new Date(work.now.getTime() - 14 * DAY))
    .execute()
  return rows.map(({ id }) => id)
}
