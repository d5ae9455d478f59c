import { namesOf } from '#products/school/index.ts'
import { giveItem, takeItemBack } from '#shared/attention/item.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import { inTurn } from '#shared/tenancy/in-turn.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { MODULE, renew } from '../telling.ts'
import { happened } from '../writing.ts'
import { addMembers, newThread, type OwnGroup, ownGroups } from './beginning.ts'
import { homesOf } from './homes.ts'

/** Another guardian of my children in a group, who lives elsewhere, and who of us asked for one conversation. */
export type Other = {
  readonly id: string
  readonly name: string
  readonly iAsked: boolean
  readonly theyAsked: boolean
}

/** Who else speaks for my children in a group, on a side of their own. Whose name is secret to me is not there. */
const othersOf = async (work: Work, me: Me, group: OwnGroup): Promise<Map<string, readonly string[]>> => {
  const found = new Map<string, string[]>()
  const pupils = group.children.map(({ id }) => id)
  const homes = await homesOf(work, pupils)
  for (const pupil of pupils)
    for (const other of homes.others(pupil, me.id)) found.set(other, [...(found.get(other) ?? []), pupil])
  return found
}

const wishes = (work: Work, me: Me, group: string) =>
  work.db
    .selectFrom('message_wish')
    .select(['guardian_id', 'other_id'])
    .where('group_id', '=', group)
    .where((or) => or.or([or('guardian_id', '=', me.id), or('other_id', '=', me.id)]))
    .execute()

/** With whom I could write together to the team of a group; nobody where we do so already. */
export const others = async (work: Work, me: Me, group: OwnGroup): Promise<Other[]> => {
  const found = await othersOf(work, me, group)
  const names = await namesOf(work, [...found.keys()])
  const asked = await wishes(work, me, group.id)
  return [...names].map(([id, { name }]) => ({
    id,
    name,
    iAsked: asked.some(({ guardian_id, other_id }) => guardian_id === me.id && other_id === id),
    theyAsked: asked.some(({ guardian_id, other_id }) => guardian_id === id && other_id === me.id),
  }))
}

const setCurrent = (work: Work, group: string, guardians: readonly string[], pupils: readonly string[]) =>
  work.db
    .updateTable('message_member')
    .set({ is_current: false })
    .where('group_id', '=', group)
    .where('guardian_id', 'in', oneOf(guardians))
    .where('pupil_id', 'in', oneOf(pupils))
    .where('is_current', '=', true)
    .execute()

/** One conversation for the two of us from here on. What each wrote before stays with each. */
const join = async (work: Work, me: Me, group: string, other: string, pupils: readonly string[]): Promise<string> => {
  const both = [me.id, other]
  await setCurrent(work, group, both, pupils)
  const thread = await newThread(work, { kind: 'team', group, shared: true })
  await addMembers(
    work,
    thread,
    pupils.flatMap((pupil) => both.map((guardian) => ({ guardian, pupil, group, current: true }))),
  )
  await happened(work, me, thread, 'shared', { fromSchool: false })
  await giveItem(work, { module: MODULE, subject: thread, readers: [other], class: 'to-know' })
  await renew(work, thread, both)
  return thread
}

/**
 * I want one conversation with another guardian who lives elsewhere. It is there as soon as both of us asked; until then
 * only the other knows. Answers the conversation, `asked`, or nothing for who is no other guardian of my children there.
 */
export const askTogether = async (work: Work, me: Me, groupId: string, other: string): Promise<string | null> => {
  await inTurn(work, groupId)
  const group = (await ownGroups(work, me)).find(({ id }) => id === groupId)
  const pupils = group && (await othersOf(work, me, group)).get(other)
  if (!pupils) return null
  const asked = (await wishes(work, me, groupId)).some(({ guardian_id }) => guardian_id === other)
  if (asked) {
    await takeBackWish(work, me, groupId, other)
    return join(work, me, groupId, other, pupils)
  }
  await work.db
    .insertInto('message_wish')
    .values({ group_id: groupId, guardian_id: me.id, other_id: other, asked_at: work.now })
    .onConflict((same) => same.doNothing())
    .execute()
  await giveItem(work, { module: MODULE, subject: groupId, readers: [other], class: 'to-know' })
  return 'asked'
}

/** Nobody of us two wants it any more. */
const takeBackWish = async (work: Work, me: Me, group: string, other: string): Promise<void> => {
  await work.db
    .deleteFrom('message_wish')
    .where('group_id', '=', group)
    .where('guardian_id', 'in', oneOf([me.id, other]))
    .where('other_id', 'in', oneOf([me.id, other]))
    .execute()
  await takeItemBack(work, { module: MODULE, subject: group })
}

/**
 * Ends writing together, or takes the own wish back: either of the two can. Who did, stands in the conversation, which both
 * still read; each goes on in the own one.
 */
export const goApart = async (work: Work, me: Me, groupId: string): Promise<boolean> => {
  await inTurn(work, groupId)
  const group = (await ownGroups(work, me)).find(({ id }) => id === groupId)
  if (!group) return false
  for (const { guardian_id, other_id } of await wishes(work, me, groupId))
    if (guardian_id === me.id) await takeBackWish(work, me, groupId, other_id)
  const thread = group.current
  const row = thread
    ? await work.db.selectFrom('message_thread').select('shared').where('id', '=', thread).executeTakeFirst()
    : null
  if (!thread || !row?.shared) return true
  const members = await work.db
    .updateTable('message_member')
    .set({ is_current: false })
    .where('thread_id', '=', thread)
    .returning(['guardian_id', 'pupil_id'])
    .execute()
  for (const { guardian_id, pupil_id } of members) await backToOwn(work, groupId, guardian_id, pupil_id)
  await happened(work, me, thread, 'parted', { fromSchool: false })
  const people = [...new Set(members.map(({ guardian_id }) => guardian_id))]
  await giveItem(work, {
    module: MODULE,
    subject: thread,
    readers: people.filter((id) => id !== me.id),
    class: 'to-know',
  })
  await renew(work, thread, people)
  return true
}

/** The conversation that a guardian had before, if any, is the one they write in again. */
const backToOwn = async (work: Work, group: string, guardian: string, pupil: string): Promise<void> => {
  const own = await work.db
    .selectFrom('message_member as member')
    .innerJoin('message_thread as thread', 'thread.id', 'member.thread_id')
    .select('member.thread_id')
    .where('member.group_id', '=', group)
    .where('member.guardian_id', '=', guardian)
    .where('member.pupil_id', '=', pupil)
    .where('thread.shared', '=', false)
    .orderBy('thread.begun_at', 'desc')
    .executeTakeFirst()
  if (!own) return
  await work.db
    .updateTable('message_member')
    .set({ is_current: true })
    .where('thread_id', '=', own.thread_id)
    .where('guardian_id', '=', guardian)
    .where('pupil_id', '=', pupil)
    .execute()
}
