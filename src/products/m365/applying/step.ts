import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import type { Graph } from '../graph/client.ts'
import { stepDetail } from '../personal-data.ts'
import type { Action } from '../plans/steps.ts'

type Within = <T>(run: (work: Work) => Promise<T>) => Promise<T>

/** What carrying out needs. */
export type Carrying = {
  readonly plan: string
  readonly within: Within
  readonly graph: Graph
  readonly ring: KeyRing
  /** The tenant's id, under which people sign in. */
  readonly tenant: string
}

/** A step to carry out. `again`: it was begun before, and nobody knows how far it came. */
export type OpenStep = {
  readonly id: number
  readonly action: Action
  readonly again: boolean
  readonly half: boolean
  readonly person: string | null
  readonly group: string | null
  readonly groupName: string | null
  readonly reason: string
}

/** What became of a step. `waiting`: its time has not come. `half`: the account is there, its licence is not. */
export type Outcome = {
  readonly id: number
  readonly state: 'done' | 'waiting' | 'skipped' | 'failed' | 'conflict'
  /** A word for which the texts have a sentence. */
  readonly problem?: string
}

/** What a round of steps came to, and after how many seconds those that wait may be tried. */
type Round = { readonly outcomes: readonly Outcome[]; readonly later: number }

/** Carries out steps of one action; asked again for the same ones, it does nothing twice. */
export type Performer = (carrying: Carrying, steps: readonly OpenStep[]) => Promise<Round>

/** How many steps of an action are taken at a time: four batches of Graph, or twenty members in each of their calls. */
const takes = (action: Action) => (action === 'add-member' ? 400 : action === 'make-team' ? 20 : 80)

/** The next steps of a plan: of the first phase that has any open. They are marked as begun before anything is done. */
export const takeSteps = async (work: Work, plan: string): Promise<OpenStep[]> => {
  const open = work.db
    .selectFrom('m365_step')
    .where('plan_id', '=', plan)
    .where('state', 'in', ['waiting', 'doing', 'half'])
  const first = await open.select(['phase', 'action']).orderBy('phase').limit(1).executeTakeFirst()
  if (!first) return []
  const rows = await open
    .select(['id', 'action', 'state', 'person_id', 'group_id', 'group_name', 'reason'])
    .where('phase', '=', first.phase)
    .orderBy('id')
    .limit(takes(first.action as Action))
    .execute()
  await work.db
    .updateTable('m365_step')
    .set({ state: 'doing' })
    .where('plan_id', '=', plan)
    .where('state', '=', 'waiting')
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  return rows.map((row) => ({
    id: row.id,
    action: row.action as Action,
    again: row.state === 'doing',
    half: row.state === 'half',
    person: row.person_id,
    group: row.group_id,
    groupName: row.group_name,
    reason: row.reason,
  }))
}

/** Stores what became of steps: one statement per kind of outcome. */
export const settle = async (work: Work, plan: string, outcomes: readonly Outcome[]): Promise<void> => {
  const kinds = Map.groupBy(outcomes, ({ state, problem }) => `${state} ${problem ?? ''}`)
  for (const same of kinds.values()) {
    const { state, problem } = same[0]!
    await work.db
      .updateTable('m365_step')
      .set({ state, problem: problem ?? null, ...(state === 'waiting' ? {} : { done_at: work.now }) })
      .where('plan_id', '=', plan)
      .where(
        'id',
        'in',
        same.map(({ id }) => id),
      )
      .execute()
  }
}

/** What the steps are about, opened: by step. */
export const detailsOf = async (work: Work, plan: string, steps: readonly OpenStep[]) => {
  const rows = await work.db
    .selectFrom('m365_step')
    .select(['id', 'person_id', 'detail'])
    .where('plan_id', '=', plan)
    .where('detail', 'is not', null)
    .where(
      'id',
      'in',
      steps.map(({ id }) => id),
    )
    .execute()
  const fields = ['written', 'changes', 'object', 'password'] as const
  const opened = await work.open(rows, { detail: reading(stepDetail, 'person_id', ...fields) })
  return new Map(opened.flatMap(({ id, detail }) => (detail ? [[id, detail] as const] : [])))
}

/** The accounts of people that are there. */
export const objectsOf = async (work: Work, people: readonly (string | null)[]) => {
  const ids = [...new Set(people.filter((one) => one !== null))]
  if (ids.length === 0) return new Map<string, string>()
  const rows = await work.db
    .selectFrom('m365_account')
    .select(['person_id', 'object_id'])
    .where('state', '!=', 'removed')
    .where('person_id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.object_id]))
}

export type GroupThere = {
  readonly object: string | null
  readonly kind: string
  readonly alias: string
  readonly madeAt: Date | null
  readonly operation: string | null
  readonly team: string
}

export const groupsThere = async (work: Work, groups: readonly (string | null)[]) => {
  const ids = [...new Set(groups.filter((one) => one !== null))]
  if (ids.length === 0) return new Map<string, GroupThere>()
  const rows = await work.db
    .selectFrom('m365_group')
    .select(['id', 'object_id as object', 'kind', 'alias', 'made_at as madeAt', 'operation', 'team'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, ...row }) => [id, row as GroupThere]))
}
