import { randomUUID } from 'node:crypto'
import { giveItem, takeItemBack } from '#shared/attention/item.ts'
import { oneOf } from '#shared/database/one-of.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'
import { inTurn } from './placing.ts'
import { type Apart, sidesOf } from './sides.ts'
import { type Slot, slotsOf } from './slots.ts'
import { MODULE, roundTopic } from './telling.ts'
import { marksOf } from './times.ts'

export const OFFER_ENDS = 'conversation-offer-ends'

/** How long a time that came free is kept for who is first on the list. */
const KEPT = 86_400_000

export type InLine = {
  readonly id: string
  readonly round: string
  readonly pupil: string
  readonly guardian: string
  readonly group: string
  /** Which one on the list of this group. */
  readonly number: number
  readonly offered: { readonly slot: string; readonly until: Date } | null
}

/** Who waits in these rounds, in order, each with the number on the list of its group. */
export const placesInLine = async (work: Work, rounds: readonly string[]): Promise<InLine[]> => {
  const rows = await work.db
    .selectFrom('conversation_wait as wait')
    .innerJoin('group_pupil as placed', 'placed.pupil_id', 'wait.pupil_id')
    .select(['wait.id', 'wait.round_id', 'wait.pupil_id', 'wait.guardian_id', 'placed.group_id'])
    .select(['wait.offered_slot', 'wait.offered_until'])
    .where('wait.round_id', 'in', oneOf(rounds))
    .where('placed.from_on', '<=', work.today)
    .where((or) => or.or([or('placed.to_on', 'is', null), or('placed.to_on', '>=', work.today)]))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('conversation_slot as slot')
          .select('slot.id')
          .whereRef('slot.round_id', '=', 'wait.round_id')
          .whereRef('slot.group_id', '=', 'placed.group_id'),
      ),
    )
    .orderBy('wait.since')
    .orderBy('wait.id')
    .execute()
  const count = new Map<string, number>()
  return rows.map((row) => {
    const key = `${row.round_id} ${row.group_id}`
    count.set(key, (count.get(key) ?? 0) + 1)
    const { offered_slot: slot, offered_until: until } = row
    return {
      id: row.id,
      round: row.round_id,
      pupil: row.pupil_id,
      guardian: row.guardian_id,
      group: row.group_id,
      number: count.get(key)!,
      offered: slot && until ? { slot, until } : null,
    }
  })
}

/** Tells everybody who looks at a round that times came free, and keeps them for who waits, in order. */
export const afterFreed = async (work: Work, round: string): Promise<void> => {
  await work.notify(roundTopic(round))
  await moveUp(work, round)
}

const isFree = (slot: Slot, now: Date) => !slot.closed && !slot.booking && !slot.keptFor && slot.starts > now

/**
 * Keeps every free time for the first on the list who can come then and did not let it pass: a day long, or until choosing
 * ends. Who let it pass moves to the end; when nobody is left, the time is for whoever chooses it.
 */
const moveUp = async (work: Work, id: string): Promise<void> => {
  await inTurn(work, [id])
  const line = await placesInLine(work, [id])
  if (line.length === 0) return
  const round = await work.db
    .selectFrom('conversation_round')
    .select(['apart', 'closes_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (round.closes_at <= work.now) return
  const slots = await slotsOf(work, [id], [...new Set(line.map(({ group }) => group))])
  const pupils = [...new Set(line.map(({ pupil }) => pupil))]
  const sides = (await sidesOf(work, [{ id, apart: round.apart as Apart }], pupils))(id)
  const guestsOf = ({ pupil, guardian }: InLine) => sides.of(pupil, guardian)?.guests ?? []
  const busy = await work.db
    .selectFrom('conversation_guest')
    .select(['guardian_id', 'at'])
    .where('guardian_id', 'in', oneOf(line.flatMap(guestsOf)))
    .execute()
  const elsewhere = new Set(busy.map(({ guardian_id, at }) => `${guardian_id} ${at.getTime()}`))
  const canCome = (one: InLine, slot: Slot) => {
    const guests = guestsOf(one)
    const marks = marksOf(slot)
    return guests.length > 0 && !guests.some((guest) => marks.some((at) => elsewhere.has(`${guest} ${at.getTime()}`)))
  }
  const given = new Set(line.filter(({ offered }) => offered && offered.until > work.now).map((one) => one.id))
  for (const slot of slots.filter((one) => isFree(one, work.now))) {
    const first = line.find(
      (one) => one.group === slot.group && !given.has(one.id) && one.offered?.slot !== slot.id && canCome(one, slot),
    )
    if (!first) continue
    given.add(first.id)
    await keep(work, first, slot, new Date(Math.min(work.now.getTime() + KEPT, +round.closes_at, +slot.starts)))
  }
}

const keep = async (work: Work, { id, guardian }: InLine, slot: Slot, until: Date): Promise<void> => {
  await work.db
    .updateTable('conversation_wait')
    .set({ offered_slot: slot.id, offered_until: until })
    .where('id', '=', id)
    .execute()
  const item = { module: MODULE, subject: id, readers: [guardian], class: 'answer', answerBy: dayOf(until) } as const
  await giveItem(work, { ...item, until })
  await work.enqueue(OFFER_ENDS, { wait: id }, { runAt: until, key: `${OFFER_ENDS}:${id}` })
}

/** Somebody let a time pass that was kept: they go to the end of the list, and the time to the next. */
export const offerEnds = async (work: Work, wait: string): Promise<void> => {
  const passed = await work.db
    .updateTable('conversation_wait')
    .set({ since: work.now })
    .where('id', '=', wait)
    .where('offered_until', '<=', work.now)
    .returning('round_id')
    .executeTakeFirst()
  if (!passed) return
  await takeItemBack(work, { module: MODULE, subject: wait })
  await afterFreed(work, passed.round_id)
}

/** Puts somebody on the list; once is enough. */
export const wait = async (work: Work, on: { round: string; pupil: string; guardian: string }): Promise<void> => {
  await work.db
    .insertInto('conversation_wait')
    .values({ id: randomUUID(), round_id: on.round, pupil_id: on.pupil, guardian_id: on.guardian, since: work.now })
    .onConflict((same) => same.doNothing())
    .execute()
}

/** Takes guardians of a pupil off the list; what was kept for them goes to the next. */
export const waitNoMore = async (
  work: Work,
  off: { round: string; pupil: string; guardians: readonly string[] },
): Promise<void> => {
  const gone = await work.db
    .deleteFrom('conversation_wait')
    .where('round_id', '=', off.round)
    .where('pupil_id', '=', off.pupil)
    .where('guardian_id', 'in', oneOf(off.guardians))
    .returning('id')
    .execute()
  for (const { id } of gone) await takeItemBack(work, { module: MODULE, subject: id })
  if (gone.length > 0) await afterFreed(work, off.round)
}
