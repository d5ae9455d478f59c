import type { Work } from '#shared/tenancy/work.ts'
import { type Call, errorOf, type Graph, isDone, type Reply } from '../graph/client.ts'
import { failing } from './changes.ts'
import { type GroupThere, groupsThere, type OpenStep, type Outcome, type Performer, settle } from './step.ts'
import { together } from './together.ts'

type Todo = { readonly step: OpenStep; readonly group: GroupThere; readonly id: string }

const byStep = async (work: Work, steps: readonly OpenStep[]): Promise<Todo[]> => {
  const groups = await groupsThere(
    work,
    steps.map(({ group }) => group),
  )
  return steps.flatMap((step) => {
    const group = groups.get(step.group ?? '')
    return group ? [{ step, group, id: step.group! }] : []
  })
}

const asNew = ({ step, group, id }: Todo): Call =>
  group.kind === 'class'
    ? {
        method: 'POST',
        url: '/education/classes',
        body: { displayName: step.groupName, mailNickname: group.alias, externalId: id, externalSource: 'manual' },
      }
    : {
        method: 'POST',
        url: '/groups',
        body: {
          displayName: step.groupName,
          mailEnabled: false,
          securityEnabled: true,
          mailNickname: group.alias,
          uniqueName: group.alias,
        },
      }

/** Groups that an earlier try made after all, by the nickname that only ours has. */
const alreadyMade = async (graph: Graph, all: readonly Todo[]): Promise<Map<number, string>> => {
  const { replies } = await together(
    graph,
    all.map(({ group }): Call => {
      const filter = encodeURIComponent(`mailNickname eq '${group.alias}'`)
      return { method: 'GET', url: `/groups?$filter=${filter}&$select=id,mailNickname` }
    }),
  )
  const found = new Map<number, string>()
  for (const [index, reply] of replies.entries()) {
    const object = (reply?.body.value as { id: string }[] | undefined)?.[0]?.id
    if (object) found.set(all[index]!.step.id, object)
  }
  return found
}

const EXISTS = /already exists/
/** Seconds until a group that is there, and not yet everywhere, shows itself. */
const SOON = 5

/** Makes groups and classes. One that exists already is ours, since nobody else has its nickname. */
export const makeGroups: Performer = async ({ plan, within, graph }, steps) => {
  const all = await within((work) => byStep(work, steps))
  const open = all.filter(({ group }) => !group.object)
  const uncertain = open.filter(({ step }) => step.again)
  const found = uncertain.length > 0 ? await alreadyMade(graph, uncertain) : new Map<number, string>()
  const todo = open.filter(({ step }) => !found.has(step.id))
  const { replies, later } = await together(graph, todo.map(asNew))
  const taken: Todo[] = []
  const outcomes = new Map<number, Outcome>(all.map(({ step: { id } }) => [id, { id, state: 'done' }]))
  for (const [index, one] of todo.entries()) {
    const reply = replies[index] ?? null
    if (reply && isDone(reply)) found.set(one.step.id, String(reply.body.id))
    else if (reply && EXISTS.test(errorOf(reply).message ?? '')) taken.push(one)
    else outcomes.set(one.step.id, failing(one.step.id, reply))
  }
  for (const [id, object] of taken.length > 0 ? await alreadyMade(graph, taken) : []) found.set(id, object)
  // It exists, and a list does not show it yet: not made again, looked for later.
  for (const { step } of taken) if (!found.has(step.id)) outcomes.set(step.id, { id: step.id, state: 'waiting' })
  await within(async (work) => {
    for (const { step, id } of open.filter(({ step: one }) => found.has(one.id)))
      await work.db
        .updateTable('m365_group')
        .set({ object_id: found.get(step.id)!, written_name: step.groupName, made_at: work.now })
        .where('id', '=', id)
        .execute()
    await settle(work, plan, [...outcomes.values()])
  })
  const waits = taken.some(({ step }) => !found.has(step.id))
  return { outcomes: [...outcomes.values()], later: Math.max(later, waits ? SOON : 0) }
}

const MINUTES = 15

/** What is asked for a team: how its making goes, once it was asked for, or to make it. */
const forTeam = ({ group }: Todo, origin: string): Call =>
  group.operation
    ? { method: 'GET', url: group.operation }
    : {
        method: 'POST',
        url: '/teams',
        body: {
          'template@odata.bind': `${origin}/v1.0/teamsTemplates('educationClass')`,
          'group@odata.bind': `${origin}/v1.0/groups('${group.object}')`,
        },
      }

type TeamState = { readonly team: 'none' | 'asked' | 'there'; readonly operation: string | null }

/** What an answer about a team means: it is there, it is being made, its group is too new, or it failed. */
const readTeam = ({ step, group }: Todo, reply: Reply | null, now: Date): { outcome: Outcome; state?: TeamState } => {
  const { id } = step
  if (!reply) return { outcome: { id, state: 'waiting' } }
  const there = { outcome: { id, state: 'done' }, state: { team: 'there', operation: null } } as const
  if (reply.status === 409) return there
  if (reply.status === 202)
    return {
      outcome: { id, state: 'waiting' },
      state: { team: 'asked', operation: reply.headers.location ?? null },
    }
  if (reply.status === 200) {
    const { status } = reply.body as { status?: string }
    if (status === 'succeeded') return there
    if (status !== 'failed') return { outcome: { id, state: 'waiting' } }
    return { outcome: { id, state: 'failed', problem: 'team' }, state: { team: 'none', operation: null } }
  }
  const age = now.getTime() - (group.madeAt?.getTime() ?? 0)
  if (reply.status === 404 && age < MINUTES * 60_000) return { outcome: { id, state: 'waiting' } }
  return { outcome: { id, state: 'failed', problem: reply.status === 403 ? 'denied' : 'team' } }
}

/** Makes teams of classes: of a new group Microsoft makes none for a while, and the making itself takes its time. */
export const makeTeams: Performer = async ({ plan, within, graph }, steps) => {
  const all = (await within((work) => byStep(work, steps))).filter(({ group }) => group.object)
  const { replies, later } = await together(
    graph,
    all.map((one) => forTeam(one, graph.origin)),
  )
  return within(async (work) => {
    const read = all.map((one, index) => ({ ...one, ...readTeam(one, replies[index] ?? null, work.wall) }))
    for (const { id, state } of read)
      if (state) await work.db.updateTable('m365_group').set(state).where('id', '=', id).execute()
    const known = new Map(read.map(({ outcome }) => [outcome.id, outcome]))
    const outcomes = steps.map(({ id }): Outcome => known.get(id) ?? { id, state: 'skipped', problem: 'no-group' })
    await settle(work, plan, outcomes)
    const waits = outcomes.some(({ state }) => state === 'waiting')
    return { outcomes, later: Math.max(later, waits ? 10 : 0) }
  })
}

/** Archives the teams of a school year that is over; one without a team has nothing to archive. */
export const archiveTeams: Performer = async ({ plan, within, graph }, steps) => {
  const all = (await within((work) => byStep(work, steps))).filter(({ group }) => group.object)
  const { replies, later } = await together(
    graph,
    all.map(
      ({ group }): Call => ({
        method: 'POST',
        url: `/teams/${group.object}/archive`,
        body: { shouldSetSpoSiteReadOnlyForMembers: true },
      }),
    ),
  )
  const found = new Map(
    all.map(({ step: { id } }, index): [number, Outcome] => {
      const reply = replies[index] ?? null
      const over = reply?.status === 404 || /already archived/.test(reply ? (errorOf(reply).message ?? '') : '')
      return [id, over ? { id, state: 'done' } : failing(id, reply)]
    }),
  )
  const outcomes = steps.map(({ id }): Outcome => found.get(id) ?? { id, state: 'skipped', problem: 'no-group' })
  await within(async (work) => {
    for (const { step, id } of all.filter(({ step: one }) => found.get(one.id)?.state === 'done'))
      if (step) await work.db.updateTable('m365_group').set({ archived_on: work.today }).where('id', '=', id).execute()
    await settle(work, plan, outcomes)
  })
  return { outcomes, later }
}
