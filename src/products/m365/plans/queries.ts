import { fullName, personRecord } from '#products/school/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { stepDetail } from '../personal-data.ts'
import type { Cause } from './making.ts'
import type { Action, Category, Reason } from './steps.ts'

type PlanState = 'waiting' | 'applying' | 'stopped' | 'done' | 'dropped'

export type Plan = {
  readonly id: string
  readonly state: PlanState
  readonly cause: Cause
  readonly held: string | null
  readonly madeAt: Date
  readonly approvedAt: Date | null
  readonly approvedBy: string | null
  readonly problem: string | null
  readonly resumeAt: Date | null
  readonly counts: Readonly<Record<Category, number>>
  /** Steps that do something: all, those behind us, and those that did not work. */
  readonly steps: number
  readonly done: number
  readonly failed: number
}

const countOf = (work: Work) =>
  work.db
    .selectFrom('m365_step')
    .select(({ fn, eb }) => {
      const count = () => fn.countAll<string>()
      const decided = eb.or([eb('category', '=', 'conflict'), eb('state', '=', 'conflict')])
      return [
        'm365_step.plan_id',
        count().filterWhere('category', '=', 'new').as('new'),
        count().filterWhere('category', '=', 'change').as('change'),
        count().filterWhere('category', '=', 'move').as('move'),
        count().filterWhere('category', '=', 'leave').as('leave'),
        count().filterWhere(decided).as('conflict'),
        count().filterWhere('state', '!=', 'conflict').as('steps'),
        count().filterWhere('state', 'in', ['done', 'skipped', 'failed']).as('done'),
        count().filterWhere('state', '=', 'failed').as('failed'),
      ]
    })
    .groupBy('m365_step.plan_id')

/** Plans, the newest first, each with its counts. */
export const listPlans = async (work: Work, only?: string): Promise<Plan[]> => {
  const plans = work.db.selectFrom('m365_plan').selectAll().orderBy('made_at', 'desc').limit(20)
  const rows = await (only ? plans.where('id', '=', only) : plans).execute()
  if (rows.length === 0) return []
  const counts = await countOf(work)
    .where(
      'plan_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  const countsOf = new Map(counts.map((row) => [row.plan_id, row]))
  return rows.map((row) => {
    const found = countsOf.get(row.id)
    const count = (name: Category | 'steps' | 'done' | 'failed') => Number(found?.[name] ?? 0)
    return {
      id: row.id,
      state: row.state as PlanState,
      cause: row.cause as Cause,
      held: row.held,
      madeAt: row.made_at,
      approvedAt: row.approved_at,
      approvedBy: row.approved_by,
      problem: row.problem,
      resumeAt: row.resume_at,
      counts: {
        new: count('new'),
        change: count('change'),
        move: count('move'),
        leave: count('leave'),
        conflict: count('conflict'),
      },
      steps: count('steps'),
      done: count('done'),
      failed: count('failed'),
    }
  })
}

export const planOf = async (work: Work, id: string): Promise<Plan | null> => (await listPlans(work, id))[0] ?? null

export type StepLine = {
  readonly id: number
  readonly action: Action
  readonly category: Category | null
  readonly reason: Reason
  readonly state: string
  readonly problem: string | null
  readonly doneAt: Date | null
  readonly person: { readonly id: string; readonly name: string } | null
  /** Whether it is about somebody whom who asks may not know. */
  readonly hidden: boolean
  readonly group: string | null
  readonly detail: {
    readonly written: { readonly userPrincipalName: string } | null
    readonly changes: readonly { readonly field: string; readonly from: string; readonly to: string }[] | null
  } | null
}

export type Kind = Category | 'failed' | 'all'
export const PAGE = 50

/** The steps of a plan as people read them, a page at a time; `whole` for the log. */
export const stepsOf = async (work: Work, plan: string, kind: Kind, page: number | 'whole'): Promise<StepLine[]> => {
  let query = work.db
    .selectFrom('m365_step as step')
    .leftJoin('person', 'person.id', 'step.person_id')
    .leftJoin('m365_group as own', 'own.id', 'step.group_id')
    .select(['step.id', 'step.action', 'step.category', 'step.reason', 'step.state', 'step.problem', 'step.done_at'])
    .select(['step.person_id', 'step.detail', 'person.record', 'step.group_name', 'own.written_name'])
    .where('step.plan_id', '=', plan)
    .orderBy('step.id')
  if (kind === 'failed') query = query.where('step.state', '=', 'failed')
  else if (kind === 'conflict')
    query = query.where(({ or, eb }) => or([eb('step.category', '=', 'conflict'), eb('step.state', '=', 'conflict')]))
  else if (kind !== 'all') query = query.where('step.category', '=', kind)
  if (page !== 'whole') query = query.limit(PAGE).offset((page - 1) * PAGE)
  const rows = (await query.execute()).map((row) => ({ ...row, detail: row.record ? row.detail : null }))
  const opened = await work.open(rows, {
    record: reading(personRecord, 'person_id', 'givenName', 'prefix', 'surname'),
    detail: reading(stepDetail, 'person_id', 'written', 'changes'),
  })
  return opened.map((row) => ({
    id: row.id,
    action: row.action as Action,
    category: row.category as Category | null,
    reason: row.reason as Reason,
    state: row.state,
    problem: row.problem,
    doneAt: row.done_at,
    person: row.record && row.person_id ? { id: row.person_id, name: fullName(row.record) } : null,
    hidden: row.person_id !== null && !row.record,
    group: row.group_name ?? row.written_name,
    detail: row.detail,
  }))
}

/** How many accounts there are, and how many of pupils have a first password that can still be printed. */
export const countAccounts = async (work: Work) => {
  const row = await work.db
    .selectFrom('m365_account')
    .select(({ fn, eb }) => [
      fn.countAll<string>().filterWhere('state', '=', 'active').as('active'),
      fn.countAll<string>().filterWhere('state', '=', 'blocked').as('blocked'),
      fn
        .countAll<string>()
        .filterWhere(eb('starter', 'is not', null))
        .filterWhere('state', '=', 'active')
        .as('starters'),
    ])
    .executeTakeFirstOrThrow()
  return { active: Number(row.active), blocked: Number(row.blocked), starters: Number(row.starters) }
}
