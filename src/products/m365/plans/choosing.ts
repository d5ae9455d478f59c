import { sql } from 'kysely'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { stepDetail, type Written } from '../personal-data.ts'
import { APPLY, PLAN_TOPIC } from './making.ts'
import { type Action, asksAPerson, phaseOf, type Reason } from './steps.ts'

export const choices = ['keep', 'restore', 'make', 'forget', 'skip', 'unskip'] as const
export type Choice = (typeof choices)[number]

const BY_REASON: Partial<Record<Reason, readonly Choice[]>> = {
  'changed-by-hand': ['keep', 'restore'],
  'blocked-by-hand': ['keep', 'restore'],
  'group-renamed-by-hand': ['keep', 'restore'],
  'taken-out-by-hand': ['keep', 'restore'],
  'deleted-by-hand': ['restore', 'forget'],
  'group-deleted-by-hand': ['forget'],
  protected: ['make'],
  'several-look-alike': ['make'],
  'made-by-other-school': ['make'],
}

type Chooses = {
  readonly action: Action
  readonly reason: Reason
  readonly state: string
  readonly problem: string | null
}

/** What somebody can choose for a step, as it stands and as the plan stands. */
export const choicesFor = (step: Chooses, plan: string): readonly Choice[] => {
  if (step.state === 'conflict') return BY_REASON[step.reason] ?? []
  if (plan !== 'waiting') return []
  if (step.state === 'skipped') return ['unskip']
  if (step.state !== 'waiting') return []
  return asksAPerson(step) ? ['make', 'skip'] : ['skip']
}

type Found = Chooses & { readonly id: number; readonly person: string | null; readonly group: string | null }

const RESTORED: Partial<Record<Reason, Action>> = {
  'blocked-by-hand': 'unblock-account',
  'deleted-by-hand': 'unblock-account',
}

const update = (work: Work, plan: string, step: number, values: object) =>
  work.db.updateTable('m365_step').set(values).where('plan_id', '=', plan).where('id', '=', step).execute()

const detailOf = async (work: Work, plan: string, step: number) => {
  const row = await work.db
    .selectFrom('m365_step')
    .select(['person_id', 'detail'])
    .where('plan_id', '=', plan)
    .where('id', '=', step)
    .executeTakeFirstOrThrow()
  return (await work.open([row], { detail: reading(stepDetail, 'person_id', 'written', 'changes') }))[0]?.detail ?? null
}

/** Leaves what somebody did by hand as it is, also in later plans. */
const keep = async (work: Work, plan: string, { id, reason, person, group }: Found): Promise<void> => {
  if (reason === 'group-renamed-by-hand')
    await work.db.updateTable('m365_group').set({ kept: true }).where('id', '=', group!).execute()
  else if (reason === 'taken-out-by-hand')
    await work.db
      .updateTable('m365_member')
      .set({ kept: true })
      .where('group_id', '=', group!)
      .where('person_id', '=', person!)
      .execute()
  else {
    const fields =
      reason === 'blocked-by-hand'
        ? ['accountEnabled']
        : ((await detailOf(work, plan, id))?.changes ?? []).map(({ field }) => field as string)
    await work.db
      .updateTable('m365_account')
      .set({ kept: sql`kept || ${fields}::text[]` })
      .where('person_id', '=', person!)
      .execute()
  }
  await update(work, plan, id, { state: 'done', problem: null, done_at: work.now })
}

const restore = async (work: Work, plan: string, { id, reason, action, group }: Found): Promise<void> => {
  const now = RESTORED[reason] ?? action
  const own =
    reason === 'group-renamed-by-hand'
      ? await work.db.selectFrom('m365_group').select('written_name').where('id', '=', group!).executeTakeFirstOrThrow()
      : null
  await update(work, plan, id, {
    action: now,
    phase: phaseOf(now),
    category: 'change',
    state: 'waiting',
    problem: null,
    ...(own ? { group_name: own.written_name } : {}),
  })
}

/** What is gone at Microsoft is forgotten here, so that the next plan makes it anew. */
const forget = async (work: Work, plan: string, { id, person, group }: Found): Promise<void> => {
  if (person)
    await work.db
      .updateTable('m365_account')
      .set({ state: 'removed', removed_on: work.today })
      .where('person_id', '=', person)
      .execute()
  else if (group) {
    await work.db.deleteFrom('m365_member').where('group_id', '=', group).execute()
    await work.db
      .updateTable('m365_group')
      .set({ object_id: null, team: 'none', operation: null })
      .where('id', '=', group)
      .execute()
  }
  await update(work, plan, id, { state: 'done', problem: null, done_at: work.now })
}

const make = async (work: Work, plan: string, { id, person, action }: Found): Promise<void> => {
  const detail = await detailOf(work, plan, id)
  const instead = action === 'link-account' ? detail?.changes : null
  const written = instead
    ? (Object.fromEntries(instead.map(({ field, to }) => [field, to])) as Written)
    : (detail?.written ?? null)
  const sealed = await work.seal(
    stepDetail,
    { subject: person!, row: person! },
    { written, changes: null, object: null, password: null },
  )
  const now = 'make-account' as const
  await update(work, plan, id, {
    action: now,
    phase: phaseOf(now),
    category: 'new',
    state: 'waiting',
    problem: null,
    detail: sealed,
  })
}

const acts: Readonly<Record<Choice, (work: Work, plan: string, step: Found) => Promise<unknown>>> = {
  keep,
  restore,
  forget,
  make,
  skip: (work, plan, { id }) => update(work, plan, id, { state: 'skipped', problem: 'skipped' }),
  unskip: (work, plan, { id }) => update(work, plan, id, { state: 'waiting', problem: null }),
}

/** A plan that is over and has something to do again is carried out for it, unless another one is under way. */
const reopen = async (work: Work, me: Me, plan: string): Promise<void> => {
  await work.db
    .updateTable('m365_plan')
    .set({ state: 'applying', ended_at: null, approved_at: work.now, approved_by: me.id, problem: null })
    .where('id', '=', plan)
    .execute()
  await work.enqueue(APPLY, { plan }, { key: APPLY })
}

/**
 * Carries over what somebody chose for a step: `done`; `stale` when it stands otherwise by now, or another plan is under way
 * and this one is over; `none` when there is no such step. Nothing changes but at `done`.
 */
export const choose = async (
  work: Work,
  me: Me,
  plan: string,
  step: number,
  choice: Choice,
): Promise<'done' | 'stale' | 'none'> => {
  const row = await work.db
    .selectFrom('m365_step as step')
    .innerJoin('m365_plan as plan', 'plan.id', 'step.plan_id')
    .leftJoin('person', 'person.id', 'step.person_id')
    .select(['step.id', 'step.action', 'step.reason', 'step.state', 'step.problem', 'plan.state as planState'])
    .select(['step.person_id as person', 'step.group_id as group', 'person.id as known'])
    .where('step.plan_id', '=', plan)
    .where('step.id', '=', step)
    .forUpdate(['step', 'plan'])
    .executeTakeFirst()
  // Whom somebody may not know, they cannot choose about.
  if (!row || (row.person && !row.known)) return 'none'
  const found = row as Found & { planState: string }
  if (!choicesFor(found, found.planState).includes(choice)) return 'stale'
  const over = found.planState === 'done' || found.planState === 'dropped'
  const acting = choice === 'restore' || choice === 'make'
  if (over && acting) {
    const other = await work.db.selectFrom('m365_plan').select('id').where('ended_at', 'is', null).executeTakeFirst()
    if (other) return 'stale'
  }
  await acts[choice](work, plan, found)
  if (over && acting) await reopen(work, me, plan)
  await work.audit(`m365-chose-${choice}`, 'm365', found.person ? [found.person] : [])
  await work.notify(PLAN_TOPIC)
  return 'done'
}

/** Approves a plan that waits: it is carried out from now on. Answers no when it does not wait any more. */
export const approve = async (work: Work, me: Me, plan: string): Promise<boolean> => {
  const changed = await work.db
    .updateTable('m365_plan')
    .set({ state: 'applying', approved_at: work.now, approved_by: me.id })
    .where('id', '=', plan)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  await work.enqueue(APPLY, { plan }, { key: APPLY })
  await work.audit('m365-approved', 'm365')
  await work.notify(PLAN_TOPIC)
  return true
}

/** Does not carry out a plan that waits or has stopped. */
export const drop = async (work: Work, plan: string): Promise<boolean> => {
  const changed = await work.db
    .updateTable('m365_plan')
    .set({ state: 'dropped', ended_at: work.now })
    .where('id', '=', plan)
    .where('state', 'in', ['waiting', 'stopped'])
    .executeTakeFirst()
  if (changed.numUpdatedRows > 0n) await work.audit('m365-dropped', 'm365')
  return changed.numUpdatedRows > 0n
}

/** Goes on with a plan that has stopped, once somebody mended what stopped it; or that waits for its time. */
export const resume = async (work: Work, plan: string): Promise<boolean> => {
  const changed = await work.db
    .updateTable('m365_plan')
    .set({ state: 'applying', problem: null, resume_at: null, tries: 0 })
    .where('id', '=', plan)
    .where('state', 'in', ['stopped', 'applying'])
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  await work.enqueue(APPLY, { plan }, { key: APPLY })
  await work.audit('m365-resumed', 'm365')
  return true
}
