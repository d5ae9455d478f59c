import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { GraphTrouble } from '../graph/trouble.ts'
import { APPLY, PLAN_TOPIC } from '../plans/making.ts'
import type { Action } from '../plans/steps.ts'
import { linkAccounts, makeAccounts } from './accounts.ts'
import { changeAccounts, giveLicences, renameGroups } from './changes.ts'
import { archiveTeams, makeGroups, makeTeams } from './groups.ts'
import { blockAccounts, removeAccounts, unblockAccounts } from './leaving.ts'
import { addMembers, removeMembers } from './members.ts'
import { type Carrying, type Performer, takeSteps } from './step.ts'

const performers: Readonly<Record<Action, Performer>> = {
  'make-group': makeGroups,
  'make-account': makeAccounts,
  'link-account': linkAccounts,
  'unblock-account': unblockAccounts,
  'change-account': changeAccounts,
  'rename-group': renameGroups,
  'give-licence': giveLicences,
  'remove-member': removeMembers,
  'add-member': addMembers,
  'make-team': makeTeams,
  'archive-team': archiveTeams,
  'block-account': blockAccounts,
  'remove-account': removeAccounts,
}

export const planTopic = (plan: string): string => `m365/plans/${plan}`

/** How long one job works before it lets others go first, and how long nobody else takes over from one that died. */
const SLICE = 20_000
const LEASE = 90_000

/** Takes the one right to change this tenant; nothing when somebody has it. It ends by itself if its owner dies. */
const takeLease = async (work: Work, lease: string): Promise<boolean> => {
  const taken = await work.db
    .updateTable('m365_setup')
    .set({ lease, lease_until: sql<Date>`now() + ${LEASE} * interval '1 millisecond'` })
    .where(({ or, eb }) =>
      or([eb('lease_until', 'is', null), eb('lease_until', '<', sql<Date>`now()`), eb('lease', '=', lease)]),
    )
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

const endLease = (work: Work, lease: string) =>
  work.db.updateTable('m365_setup').set({ lease: null, lease_until: null }).where('lease', '=', lease).execute()

const isApplying = async (work: Work, plan: string): Promise<boolean> =>
  (await work.db
    .selectFrom('m365_plan')
    .select('id')
    .where('id', '=', plan)
    .where('state', '=', 'applying')
    .executeTakeFirst()) !== undefined

const tell = async (work: Work, plan: string): Promise<void> => {
  await work.notify(planTopic(plan))
  await work.notify(PLAN_TOPIC)
}

/** Goes on with a plan at a moment; the page says until when it waits, and for what. */
const goOnLater = async (work: Work, plan: string, seconds: number, problem: string | null): Promise<void> => {
  const at = new Date(work.wall.getTime() + seconds * 1_000)
  await work.db
    .updateTable('m365_plan')
    .set(({ eb }) => ({
      problem,
      resume_at: problem ? at : null,
      tries: problem === 'away' ? eb('tries', '+', 1) : 0,
    }))
    .where('id', '=', plan)
    .execute()
  await work.enqueue(APPLY, { plan }, { key: APPLY, runAt: at })
  await tell(work, plan)
}

/** While Microsoft does not answer: a minute, then longer, at most a quarter of an hour; it never gives up. */
const patience = (tries: number) => Math.min(15, 1 + tries * 2) * 60

const stop = async (work: Work, plan: string, trouble: GraphTrouble): Promise<void> => {
  if (trouble.kind === 'away') {
    const { tries } = await work.db
      .selectFrom('m365_plan')
      .select('tries')
      .where('id', '=', plan)
      .executeTakeFirstOrThrow()
    return goOnLater(work, plan, Math.max(trouble.later, patience(tries)), 'away')
  }
  if (trouble.kind === 'throttled') return goOnLater(work, plan, trouble.later, 'throttled')
  const problem = trouble.code ? `${trouble.kind} ${trouble.code}` : trouble.kind
  await work.db
    .updateTable('m365_plan')
    .set({ state: 'stopped', problem, resume_at: null })
    .where('id', '=', plan)
    .execute()
  await tell(work, plan)
}

const finish = async (work: Work, plan: string): Promise<void> => {
  await work.db
    .updateTable('m365_plan')
    .set({ state: 'done', problem: null, resume_at: null, ended_at: work.now })
    .where('id', '=', plan)
    .execute()
  await work.audit('m365-plan-done', 'm365')
  await tell(work, plan)
}

/** Works on a plan until its time is over: answers after how many seconds to go on, or nothing when it is finished. */
const work = async (carrying: Carrying, lease: string, pastTime: () => boolean): Promise<number | null> => {
  const { plan, within } = carrying
  for (;;) {
    const steps = await within(async (work) => {
      if (!(await takeLease(work, lease)) || !(await isApplying(work, plan))) return null
      const taken = await takeSteps(work, plan)
      if (taken.length === 0) await finish(work, plan)
      return taken
    })
    if (!steps || steps.length === 0) return null
    const { later } = await performers[steps[0]!.action](carrying, steps)
    await within((work) => work.notify(planTopic(plan)))
    if (later > 0) return later
    if (pastTime()) return 0
  }
}

/**
 * Carries out a part of a plan. Every step is marked before anything is asked of Microsoft and settled after; a step that
 * was cut off between the two is looked for first and never done twice. One job at a time per school.
 */
export const applySlice = async (carrying: Carrying, now: () => number): Promise<void> => {
  const { plan, within } = carrying
  const lease = randomUUID()
  if (!(await within((work) => takeLease(work, lease)))) return
  const end = now() + SLICE
  try {
    const later = await work(carrying, lease, () => now() >= end)
    if (later !== null) await within((work) => goOnLater(work, plan, later, later > 60 ? 'throttled' : null))
  } catch (error) {
    if (!(error instanceof GraphTrouble)) throw error
    await within((work) => stop(work, plan, error))
  } finally {
    await within((work) => endLease(work, lease))
  }
}
