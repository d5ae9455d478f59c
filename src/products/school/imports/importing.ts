import { randomUUID } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'
import { applyPlan } from './apply.ts'
import { type Confirmation, type Plan, planOf } from './plan.ts'
import { changesNothing, type Report, reportOf } from './report.ts'
import type { Decisions } from './roster/difference.ts'
import type { Roster } from './roster/roster.ts'
import { oneImportAtATime, readLeft, readState } from './state.ts'

/** The file of an import: what was read, and how often a field was not taken over. */
export type Found = { readonly roster: Roster; readonly dropped: Readonly<Record<string, number>> }

/** What a file would change here and now. Changes nothing itself. For a school only. */
export const planImport = async (work: Work, { roster, dropped }: Found, decisions: Decisions = {}) => {
  const stored = await readState(work, `${roster.schoolYear.start}-08-01`)
  if (!stored) throw new Error('Only a school has a pupil administration')
  const left = await readLeft(work)
  const plan = planOf(stored, left, roster, decisions)
  return { stored, left, plan, report: reportOf(roster, dropped, plan) }
}

/** Why a file is not taken over. `changed`: it would now do something else than the person saw. */
export type Refusal = 'earlier' | Confirmation | 'changed'

export type Outcome = {
  readonly refused: Refusal | null
  readonly report: Report
  readonly needs: readonly Confirmation[]
}

export type Importing = {
  readonly decisions?: Decisions
  readonly confirmed: readonly Confirmation[]
  /** Whether the plan, before any decision, is the one that the person saw; left out where nobody looked. */
  readonly isAsShown?: (plan: Plan) => boolean
  /** The waiting import that this applies, made before when a person looked at it first. */
  readonly import?: string
}

const remember = async (work: Work, id: string | undefined, report: Report) => {
  const done = { state: 'applied', applied_at: work.now, report: JSON.stringify(report), file_id: null }
  if (id === undefined)
    await work.db
      .insertInto('roster_import')
      .values({ id: randomUUID(), created_by: work.person, ...done })
      .execute()
  else await work.db.updateTable('roster_import').set(done).where('id', '=', id).execute()
}

/**
 * Compares a file with the school and stores the difference, in the caller's transaction and after any import that is
 * under way. Refuses a file of an earlier school year, and what needs a confirmation that was not given: nothing has
 * changed then. Who is ambiguous stays as they are. Keeps a report of numbers; one that changes nothing leaves no trace.
 */
export const importRoster = async (work: Work, found: Found, asked: Importing): Promise<Outcome> => {
  await oneImportAtATime(work)
  const { stored, left, plan, report } = await planImport(work, found, asked.decisions)
  const { needs } = plan
  const unconfirmed = needs.find((one) => !asked.confirmed.includes(one))
  if (plan.schoolYear === 'earlier') return { refused: 'earlier', report, needs }
  if (asked.isAsShown && !asked.isAsShown(planOf(stored, left, found.roster)))
    return { refused: 'changed', report, needs }
  if (unconfirmed) return { refused: unconfirmed, report, needs }
  const changes = !changesNothing(report) || plan.newBrin !== null || plan.newKey !== null
  if (changes) {
    await applyPlan(work, stored, left, found.roster, plan)
    await work.audit('imported-roster', 'imports')
    await work.notify('people')
  }
  if (asked.import !== undefined || changes) await remember(work, asked.import, report)
  return { refused: null, report, needs }
}
