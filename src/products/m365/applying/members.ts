import type { Work } from '#shared/tenancy/work.ts'
import { AT_ONCE, type Call, errorOf, isDone, type Reply } from '../graph/client.ts'
import { failing } from './changes.ts'
import { groupsThere, type OpenStep, type Outcome, objectsOf, type Performer, settle } from './step.ts'
import { together } from './together.ts'

type Todo = {
  readonly step: OpenStep
  readonly person: string
  readonly group: string
  readonly object: string
  readonly groupObject: string
  readonly kind: string
  readonly fresh: boolean
  readonly owner: boolean
}

const ALREADY = /already exist/
const LAST_OWNER = /at least one owner/
const YOUNG = 15 * 60_000
/** Seconds to wait for a group that is not everywhere yet. */
const SOON = 5

const ready = async (work: Work, steps: readonly OpenStep[]): Promise<Todo[]> => {
  const people = await objectsOf(
    work,
    steps.map(({ person }) => person),
  )
  const groups = await groupsThere(
    work,
    steps.map(({ group }) => group),
  )
  return steps.flatMap((step): Todo[] => {
    const [object, group] = [people.get(step.person ?? ''), groups.get(step.group ?? '')]
    if (!object || !group?.object) return []
    const fresh = work.wall.getTime() - (group.madeAt?.getTime() ?? 0) < YOUNG
    const owner = step.reason === 'teaches-group'
    const { object: groupObject, kind } = group
    return [{ step, person: step.person!, group: step.group!, object, groupObject, kind, fresh, owner }]
  })
}

const reference = (origin: string, object: string) => `${origin}/v1.0/directoryObjects/${object}`

const addOne = (origin: string, { groupObject, object }: Todo): Call => ({
  method: 'POST',
  url: `/groups/${groupObject}/members/$ref`,
  body: { '@odata.id': reference(origin, object) },
})

const addOwner = (origin: string, { groupObject, object }: Todo): Call => ({
  method: 'POST',
  url: `/education/classes/${groupObject}/teachers/$ref`,
  body: { '@odata.id': reference(origin, object) },
})

/** Twenty members in one call, all of one group. */
const addMany = (origin: string, some: readonly Todo[]): Call => ({
  method: 'PATCH',
  url: `/groups/${some[0]!.groupObject}`,
  body: { 'members@odata.bind': some.map(({ object }) => reference(origin, object)) },
})

const isIn = (reply: Reply | null) => reply !== null && (isDone(reply) || ALREADY.test(errorOf(reply).message ?? ''))

/** A new group answers 404 or 400 for a while: that is no refusal yet. */
const outcomeOf = ({ step, fresh }: Todo, reply: Reply | null): Outcome => {
  if (isIn(reply)) return { id: step.id, state: 'done' }
  if (reply && fresh && (reply.status === 404 || reply.status === 400)) return { id: step.id, state: 'waiting' }
  return failing(step.id, reply)
}

const inTwenties = (all: readonly Todo[]): Todo[][] =>
  [...Map.groupBy(all, ({ group }) => group).values()].flatMap((some) =>
    Array.from({ length: Math.ceil(some.length / AT_ONCE) }, (_, index) =>
      some.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
    ),
  )

/**
 * Puts people into groups: twenty in one call, and one by one where one of the twenty was in it already, as after a run
 * that was cut off. Teachers become owners as well.
 */
export const addMembers: Performer = async ({ plan, within, graph }, steps) => {
  const todo = await within((work) => ready(work, steps))
  const many = inTwenties(todo.filter(({ step }) => !step.again))
  const first = await together(
    graph,
    many.map((some) => addMany(graph.origin, some)),
  )
  const replyOf = new Map<number, Reply | null>()
  const single = todo.filter(({ step }) => step.again)
  for (const [index, some] of many.entries()) {
    const reply = first.replies[index] ?? null
    if (reply && ALREADY.test(errorOf(reply).message ?? '')) single.push(...some)
    else for (const { step } of some) replyOf.set(step.id, reply)
  }
  const second = await together(
    graph,
    single.map((one) => addOne(graph.origin, one)),
  )
  for (const [index, { step }] of single.entries()) replyOf.set(step.id, second.replies[index] ?? null)
  const owners = todo.filter((one) => one.owner && one.kind === 'class' && isIn(replyOf.get(one.step.id) ?? null))
  const third = await together(
    graph,
    owners.map((one) => addOwner(graph.origin, one)),
  )
  for (const [index, { step }] of owners.entries()) replyOf.set(step.id, third.replies[index] ?? null)
  const found = new Map(todo.map((one) => [one.step.id, outcomeOf(one, replyOf.get(one.step.id) ?? null)]))
  const outcomes = steps.map(({ id }): Outcome => found.get(id) ?? { id, state: 'skipped', problem: 'no-account' })
  await within(async (work) => {
    const done = todo.filter(({ step }) => found.get(step.id)?.state === 'done')
    if (done.length > 0)
      await work.db
        .insertInto('m365_member')
        .values(
          done.map(({ group, person, owner }) => ({ group_id: group, person_id: person, owner, written_at: work.now })),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['organisation_id', 'group_id', 'person_id'])
            .doUpdateSet((eb) => ({ owner: eb.ref('excluded.owner'), written_at: eb.ref('excluded.written_at') })),
        )
        .execute()
    await settle(work, plan, outcomes)
  })
  const waits = outcomes.some(({ state }) => state === 'waiting')
  return { outcomes, later: Math.max(first.later, second.later, third.later, waits ? SOON : 0) }
}

/** Takes people out of groups, owners as owners first. Who is not in it any more is out; a last owner stays, as Microsoft wants. */
export const removeMembers: Performer = async ({ plan, within, graph }, steps) => {
  const todo = await within((work) => ready(work, steps))
  const classes = todo.filter(({ kind }) => kind === 'class')
  const out = (what: 'owners' | 'members', { groupObject, object }: Todo): Call => ({
    method: 'DELETE',
    url: `/groups/${groupObject}/${what}/${object}/$ref`,
  })
  const owners = await together(
    graph,
    classes.map((one) => out('owners', one)),
    { each: true },
  )
  const stays = new Set(
    classes.filter((_, index) => LAST_OWNER.test(errorText(owners.replies[index]))).map(({ step }) => step.id),
  )
  const others = todo.filter(({ step }) => !stays.has(step.id))
  const members = await together(
    graph,
    others.map((one) => out('members', one)),
    { each: true },
  )
  const replies = new Map(others.map(({ step }, index) => [step.id, members.replies[index] ?? null]))
  const outcomes = steps.map(({ id }): Outcome => {
    if (stays.has(id)) return { id, state: 'done', problem: 'last-owner' }
    const reply = replies.get(id)
    if (reply === undefined || reply?.status === 404) return { id, state: 'done' }
    return failing(id, reply)
  })
  const done = new Set(outcomes.filter(({ state }) => state === 'done').map(({ id }) => id))
  await within(async (work) => {
    for (const { id, group, person } of steps)
      if (done.has(id) && group && person)
        await work.db.deleteFrom('m365_member').where('group_id', '=', group).where('person_id', '=', person).execute()
    await closeEmpty(work, steps)
    await settle(work, plan, outcomes)
  })
  return { outcomes, later: Math.max(owners.later, members.later) }
}

const errorText = (reply: Reply | null | undefined) => (reply ? (errorOf(reply).message ?? '') : '')

/** A class whose time is over and in which nobody of ours is left needs no looking after any more. */
const closeEmpty = async (work: Work, steps: readonly OpenStep[]): Promise<void> => {
  const over = steps.filter(({ reason }) => reason === 'teachers-time-over').flatMap(({ group }) => group ?? [])
  if (over.length === 0) return
  await work.db
    .updateTable('m365_group')
    .set({ closed_on: work.today })
    .where('id', 'in', [...new Set(over)])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('m365_member')
            .select('m365_member.person_id')
            .whereRef('m365_member.group_id', '=', 'm365_group.id'),
        ),
      ),
    )
    .execute()
}
