import { randomUUID } from 'node:crypto'
import { type Connection, linkedObjects } from '#shared/identity/index.ts'
import type { Sealer, Work } from '#shared/tenancy/work.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import type { Graph } from '../graph/client.ts'
import { stepDetail } from '../personal-data.ts'
import { type Setup, setupOf } from '../setup/setup.ts'
import { differenceOf } from './difference.ts'
import type { Known, Wishes } from './known.ts'
import { groupsOf, schoolSide } from './school.ts'
import { asksAPerson, type Difference, phaseOf, type Step, takesAway } from './steps.ts'
import { readTenant } from './tenant.ts'

export const PLAN_TOPIC = 'm365/plans'
export const APPLY = 'm365-apply'
export type Cause = 'asked' | 'night' | 'joined'

/** Why a plan waits for a person although the school lets plans go by themselves; nothing when it need not. */
const heldBy = (setup: Setup, known: Known, { steps }: Difference, first: boolean): string | null => {
  if (!setup.byItself) return 'not-by-itself'
  if (first) return 'first'
  if (steps.some((step) => step.category !== 'conflict' && asksAPerson(step))) return 'links'
  const removals = steps.filter(takesAway).length
  if (removals > setup.maxRemovals) return 'removals'
  const active = known.accounts.filter(({ state }) => state === 'active').length
  return active > 0 && (removals / active) * 100 > setup.maxShare ? 'share' : null
}

const AT_ONCE = 1_000

const rowOf = (seal: Sealer, plan: string, step: Step, index: number) => {
  const { person, written = null, changes = null, object = null } = step
  const hasDetail = person && (written || changes || object)
  return {
    plan_id: plan,
    id: index + 1,
    phase: phaseOf(step.action),
    action: step.action,
    category: step.category,
    reason: step.reason,
    person_id: person ?? null,
    group_id: step.group ?? null,
    group_name: step.groupName ?? null,
    detail: hasDetail
      ? seal(stepDetail, { subject: person, row: person }, { written, changes, object, password: null })
      : null,
    state: step.category === 'conflict' ? 'conflict' : 'waiting',
  }
}

/** A plan may have fifty thousand steps: their rows are made a thousand at a time. */
const storeSteps = async (work: Work, plan: string, { steps, newGroups }: Difference): Promise<void> => {
  if (newGroups.length > 0)
    await work.db
      .insertInto('m365_group')
      .values(newGroups.map(({ id, kind, schoolGroup, alias }) => ({ id, kind, school_group_id: schoolGroup, alias })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  const seal = await work.sealer(steps.flatMap(({ person }) => person ?? []))
  for (let from = 0; from < steps.length; from += AT_ONCE)
    await work.db
      .insertInto('m365_step')
      .values(steps.slice(from, from + AT_ONCE).map((step, index) => rowOf(seal, plan, step, from + index)))
      .execute()
}

/** Whether nobody ever looked at a plan: the first one always waits for a person. */
const isFirst = async (work: Work): Promise<boolean> =>
  !(await work.db.selectFrom('m365_plan').select('id').where('approved_by', 'is not', null).limit(1).executeTakeFirst())

/** Whether the last plan left the very same conflicts: said once is enough, until somebody asks. */
const saidBefore = async (work: Work, { steps }: Difference): Promise<boolean> => {
  const last = await work.db.selectFrom('m365_plan').select('id').orderBy('made_at', 'desc').limit(1).executeTakeFirst()
  if (!last) return false
  const rows = await work.db
    .selectFrom('m365_step')
    .select(['reason', 'person_id', 'group_id'])
    .where('plan_id', '=', last.id)
    .where('state', '=', 'conflict')
    .execute()
  const before = new Set(rows.map((row) => `${row.reason} ${row.person_id ?? ''} ${row.group_id ?? ''}`))
  return steps.every(({ reason, person, group }) => before.has(`${reason} ${person ?? ''} ${group ?? ''}`))
}

/** Stores a plan in the place of one that waited; nothing while one is carried out. */
const store = async (work: Work, known: Known, setup: Setup, difference: Difference, by: Made): Promise<Stored> => {
  const busy = await work.db
    .selectFrom('m365_plan')
    .select(['id', 'state'])
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (busy && busy.state !== 'waiting') return 'busy'
  const open = difference.steps.some(({ category }) => category !== 'conflict')
  const quiet = !open && by.cause !== 'asked'
  if (quiet && (difference.steps.length === 0 || (await saidBefore(work, difference)))) return 'nothing'
  if (busy)
    await work.db
      .updateTable('m365_plan')
      .set({ state: 'dropped', ended_at: work.now })
      .where('id', '=', busy.id)
      .execute()
  const held = open ? heldBy(setup, known, difference, await isFirst(work)) : null
  const state = !open ? (difference.steps.length === 0 ? 'done' : 'waiting') : held ? 'waiting' : 'applying'
  const id = randomUUID()
  await work.db
    .insertInto('m365_plan')
    .values({
      id,
      state,
      cause: by.cause,
      held,
      made_at: work.now,
      made_by: by.person,
      ...(state === 'applying' ? { approved_at: work.now } : {}),
      ...(state === 'done' ? { ended_at: work.now } : {}),
    })
    .execute()
  await storeSteps(work, id, difference)
  if (state === 'applying') await work.enqueue(APPLY, { plan: id }, { key: APPLY })
  await work.notify(PLAN_TOPIC)
  return 'stored'
}

/** Whether a plan came of it: `busy` while another one is carried out, `nothing` when there is nothing new to say. */
export type Stored = 'stored' | 'busy' | 'nothing'

export type Made = { readonly cause: Cause; readonly person: string | null }
type Within = <T>(run: (work: Work) => Promise<T>) => Promise<T>

/** What is wanted, or nothing while the school has not said all it must. */
export const wishesOf = (setup: Setup | null): Wishes | null =>
  setup?.domain && setup.consentedAt ? { ...setup, domain: setup.domain } : null

/**
 * Compares school and tenant and stores what has to be done as a plan. The tenant is read outside any transaction. Throws
 * GraphTrouble when the tenant cannot be read; nothing is stored then.
 */
export const makePlan = async (
  { within, graph, ring, connection }: { within: Within; graph: Graph; ring: KeyRing; connection: Connection },
  by: Made,
): Promise<Stored> => {
  const tenant = await readTenant(graph, await within(groupsOf))
  return within(async (work) => {
    const setup = await setupOf(work)
    const wishes = wishesOf(setup)
    if (!setup || !wishes) return 'nothing'
    const linked = await linkedObjects(work, ring, connection.tenant, [...tenant.users.keys()])
    const known: Known = { ...(await schoolSide(work)), wishes, linked, tenant }
    return store(work, known, setup, differenceOf(known), by)
  })
}
