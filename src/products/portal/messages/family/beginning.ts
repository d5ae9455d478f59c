import { randomUUID } from 'node:crypto'
import { childrenOf, namesOf } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import { inTurn } from '#shared/tenancy/in-turn.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { homesOf } from './homes.ts'

/** A group of one's own children, with the conversation that one has with its team now, if any. */
export type OwnGroup = {
  readonly id: string
  readonly name: string
  readonly children: readonly { readonly id: string; readonly givenName: string; readonly name: string }[]
  readonly current: string | null
}

/** The groups in which my children are today. */
export const ownGroups = async (work: Work, me: Me): Promise<OwnGroup[]> => {
  const rows = await work.db
    .selectFrom('group_pupil as placed')
    .innerJoin('school_group as own', 'own.id', 'placed.group_id')
    .leftJoin('message_member as member', (join) =>
      join
        .onRef('member.group_id', '=', 'placed.group_id')
        .onRef('member.pupil_id', '=', 'placed.pupil_id')
        .on('member.guardian_id', '=', me.id)
        .on('member.is_current', '=', true),
    )
    .select(['own.id', 'own.name', 'placed.pupil_id', 'member.thread_id'])
    .distinct()
    .where('placed.pupil_id', 'in', childrenOf(work, me.id))
    .where('placed.from_on', '<=', work.today)
    .where((or) => or.or([or('placed.to_on', 'is', null), or('placed.to_on', '>=', work.today)]))
    .orderBy('own.name')
    .execute()
  const names = await namesOf(
    work,
    rows.map(({ pupil_id }) => pupil_id),
  )
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, placed]) => ({
    id,
    name: placed[0]!.name,
    current: placed.find(({ thread_id }) => thread_id)?.thread_id ?? null,
    children: placed
      .flatMap(({ pupil_id }) => {
        const found = names.get(pupil_id)
        return found ? [{ id: pupil_id, name: found.name, givenName: found.givenName }] : []
      })
      .sort((one, other) => one.givenName.localeCompare(other.givenName, 'nl')),
  }))
}

/**
 * Who would be in a conversation that I begin with the team of a group: who lives under one roof with my children there, as
 * far as they have none yet. Who lives elsewhere has an own one.
 */
export const withWhom = async (work: Work, me: Me, group: OwnGroup): Promise<string[]> => {
  const pupils = group.children.map(({ id }) => id)
  const homes = await homesOf(work, pupils)
  const [first = [], ...rest] = pupils.map((pupil) => homes.of(pupil, me.id))
  const together = first.filter((guest) => rest.every((guests) => guests.includes(guest)))
  const taken = await work.db
    .selectFrom('message_member')
    .select('guardian_id')
    .where('group_id', '=', group.id)
    .where('pupil_id', 'in', oneOf(pupils))
    .where('is_current', '=', true)
    .execute()
  const busy = new Set(taken.map(({ guardian_id }) => guardian_id))
  return [me.id, ...together.filter((guest) => guest !== me.id && !busy.has(guest))]
}

/** Puts guardians in a conversation, about these pupils; `current` when it is the one they write in now. */
export const addMembers = (
  work: Work,
  thread: string,
  members: readonly { guardian: string; pupil: string; group: string | null; current: boolean }[],
) =>
  work.db
    .insertInto('message_member')
    .values(
      members.map(({ guardian, pupil, group, current }) => ({
        thread_id: thread,
        guardian_id: guardian,
        pupil_id: pupil,
        group_id: group,
        is_current: current,
      })),
    )
    .onConflict((same) => same.doNothing())
    .execute()

export const newThread = async (
  work: Work,
  thread: {
    kind: 'team' | 'letter' | 'reply'
    group: string | null
    answers?: string
    owner?: string
    shared?: boolean
  },
): Promise<string> => {
  const id = randomUUID()
  await work.db
    .insertInto('message_thread')
    .values({
      id,
      kind: thread.kind,
      group_id: thread.group,
      answers_id: thread.answers ?? null,
      owner_id: thread.owner ?? null,
      shared: thread.shared ?? false,
      begun_at: work.now,
      last_at: work.now,
    })
    .execute()
  return id
}

/** My conversation with the team of a group of my children: the one there is, or a new one. Nothing for another group. */
export const ownThread = async (work: Work, me: Me, groupId: string): Promise<string | null> => {
  await inTurn(work, groupId)
  const group = (await ownGroups(work, me)).find(({ id }) => id === groupId)
  if (!group) return null
  const thread = group.current ?? (await newThread(work, { kind: 'team', group: groupId }))
  const guardians = group.current ? [me.id] : await withWhom(work, me, group)
  await addMembers(
    work,
    thread,
    group.children.flatMap(({ id: pupil }) =>
      guardians.map((guardian) => ({ guardian, pupil, group: groupId, current: true })),
    ),
  )
  return thread
}
