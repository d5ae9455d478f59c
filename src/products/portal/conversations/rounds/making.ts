import { randomUUID } from 'node:crypto'
import { guardianIdsOf, pupilsIn } from '#products/school/index.ts'
import { giveItem } from '#shared/attention/item.ts'
import { oneOf } from '#shared/database/one-of.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'
import { MODULE } from '../telling.ts'
import { marksOf, type Span, slotsIn } from '../times.ts'
import { afterFreed } from '../waiting.ts'
import type { NewRound } from './form.ts'

const teachersOfGroups = (work: Work, groups: readonly string[]) =>
  work.db
    .selectFrom('group_teacher as taught')
    .innerJoin('person', 'person.id', 'taught.person_id')
    .select(['taught.group_id', 'taught.person_id', 'taught.from_on', 'taught.to_on'])
    .where('taught.group_id', 'in', oneOf(groups))
    .where('person.state', '=', 'active')
    .execute()

type Offered = {
  readonly id: string
  readonly group: string
  readonly slot: Span
  readonly teachers: readonly string[]
}

type Hours = Pick<NewRound, 'groups' | 'spans' | 'breaks' | 'minutes'>

/** The slots of each group, with the teachers who sit there; one who already sits elsewhere then is not asked twice. */
const offer = async (work: Work, round: Hours, newId: () => string): Promise<Offered[]> => {
  const teachers = await teachersOfGroups(work, round.groups)
  const seats = await work.db
    .selectFrom('conversation_seat')
    .select(['teacher_id', 'at'])
    .where('teacher_id', 'in', oneOf(teachers.map(({ person_id }) => person_id)))
    .where('at', '>', work.now)
    .execute()
  const taken = new Set(seats.map(({ teacher_id, at }) => `${teacher_id} ${at.getTime()}`))
  const offered: Offered[] = []
  for (const span of round.spans) {
    const day = dayOf(span.starts)
    for (const slot of slotsIn(span, round.minutes, round.breaks))
      for (const group of round.groups) {
        const sits = teachers.filter(
          (one) => one.group_id === group && one.from_on <= day && (!one.to_on || one.to_on >= day),
        )
        const ids = [...new Set(sits.map(({ person_id }) => person_id))]
        const keys = (teacher: string) => marksOf(slot).map((at) => `${teacher} ${at.getTime()}`)
        const free = ids.filter((teacher) => !keys(teacher).some((key) => taken.has(key)))
        if (free.length === 0) continue
        for (const teacher of free) for (const key of keys(teacher)) taken.add(key)
        offered.push({ id: newId(), group, slot, teachers: free })
      }
  }
  return offered
}

const BATCH = 2_000
const batches = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / BATCH) }, (_, at) => all.slice(at * BATCH, (at + 1) * BATCH))

const store = async (work: Work, round: string, offered: readonly Offered[]): Promise<void> => {
  for (const some of batches(offered))
    await work.db
      .insertInto('conversation_slot')
      .values(
        some.map(({ id, group, slot: { starts, ends } }) => ({
          id,
          round_id: round,
          group_id: group,
          starts_at: starts,
          ends_at: ends,
        })),
      )
      .execute()
  const seats = offered.flatMap(({ id: slot, slot: span, teachers }) =>
    teachers.flatMap((teacher) => marksOf(span).map((at) => ({ teacher_id: teacher, at, slot_id: slot }))),
  )
  for (const some of batches(seats)) await work.db.insertInto('conversation_seat').values(some).execute()
}

/**
 * Makes a round with its slots and asks the guardians, who can choose from its opening on: families with several children in
 * it earlier. The same form sent twice is one round. Answers its id; nothing where no teacher has time. `newId` gives the
 * numbers; the demo has its own, so that they are the same at every start.
 */
export const makeRound = async (
  work: Work,
  round: NewRound,
  newId: () => string = randomUUID,
): Promise<string | null> => {
  const id = newId()
  const [made] = await work.db
    .insertInto('conversation_round')
    .values({
      id,
      title: round.title,
      minutes: round.minutes,
      siblings_at: round.siblingsAt,
      opens_at: round.opensAt,
      closes_at: round.closesAt,
      apart: round.apart,
      door_names: round.door,
      video: round.video,
      request_key: round.key,
    })
    .onConflict((same) => same.columns(['organisation_id', 'request_key']).doNothing())
    .returning('id')
    .execute()
  if (!made) {
    const before = work.db.selectFrom('conversation_round').select('id').where('request_key', '=', round.key)
    return (await before.executeTakeFirst())?.id ?? null
  }
  const offered = await offer(work, round, newId)
  if (offered.length === 0) {
    await work.db.deleteFrom('conversation_round').where('id', '=', id).execute()
    return null
  }
  await store(work, id, offered)
  await work.audit('made-conversation-round', id)
  await ask(work, id, round)
  return id
}

/**
 * Adds hours to a round, for groups that are in it or come to it now; who waits is served first, and guardians of a new group
 * are asked. Answers how many times there are more: none where no teacher has time or all of them were there already.
 */
export const addHours = async (
  work: Work,
  id: string,
  more: { readonly groups: readonly string[]; readonly span: Span | null; readonly closesAt: Date },
): Promise<number> => {
  const row = await work.db
    .selectFrom('conversation_round')
    .select(['minutes', 'siblings_at', 'opens_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await work.db.updateTable('conversation_round').set({ closes_at: more.closesAt }).where('id', '=', id).execute()
  await work.audit('changed-conversation-round', id)
  if (!more.span) return 0
  const before = await work.db
    .selectFrom('conversation_slot')
    .select(['group_id', 'starts_at', 'ends_at'])
    .where('round_id', '=', id)
    .execute()
  const { groups } = more
  const offered = await offer(work, { groups, spans: [more.span], breaks: [], minutes: row.minutes }, randomUUID)
  const fresh = offered.filter(
    ({ group, slot }) =>
      !before.some((one) => one.group_id === group && one.starts_at < slot.ends && slot.starts < one.ends_at),
  )
  await store(work, id, fresh)
  const times = { siblingsAt: row.siblings_at, opensAt: row.opens_at, closesAt: more.closesAt }
  const added = groups.filter((group) => !before.some(({ group_id }) => group_id === group))
  if (added.length > 0 && fresh.length > 0) await ask(work, id, { groups: added, ...times })
  await afterFreed(work, id)
  return fresh.length
}

type Asked = Pick<NewRound, 'groups' | 'siblingsAt' | 'opensAt' | 'closesAt'>

/** Puts the round in the guardians' lists: families with several children in it from the first window on. */
const ask = async (work: Work, id: string, round: Asked): Promise<void> => {
  if (round.closesAt <= work.now) return
  const pupils = await pupilsIn(work, round.groups)
  const ties = await work.db
    .selectFrom('guardianship')
    .select(['guardian_id', 'pupil_id'])
    .distinct()
    .where('pupil_id', 'in', oneOf(pupils))
    .execute()
  const many = new Set<string>()
  const once = new Set<string>()
  for (const { guardian_id } of ties) (once.has(guardian_id) ? many : once).add(guardian_id)
  const readers = await guardianIdsOf(work, pupils)
  const given = {
    module: MODULE,
    subject: id,
    class: 'answer',
    answerBy: dayOf(new Date(round.closesAt.getTime() - 1)),
  } as const
  const from = (at: Date) => (at > work.now ? { from: at } : {})
  await giveItem(work, { ...given, ...from(round.siblingsAt), readers: readers.filter((reader) => many.has(reader)) })
  await giveItem(work, { ...given, ...from(round.opensAt), readers: readers.filter((reader) => !many.has(reader)) })
}
