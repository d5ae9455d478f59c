import type { Work } from '#shared/tenancy/work.ts'
import { oneImportAtATime } from '../state.ts'
import { applyGuardians } from './apply.ts'
import { type Decisions, type GuardianPlan, type Mark, planGuardians } from './plan.ts'
import type { GuardianFile } from './read.ts'
import { changesNothing, type GuardianReport, reportOf } from './report.ts'
import { type GuardianState, readGuardianState } from './state.ts'

/** Marks what a file says with a key outside the database: equal is seen, and nothing else. */
const markOf =
  (work: Work): Mark =>
  (field, said) =>
    work.hash('guardian file', JSON.stringify([field, said])).slice(0, 24)

export type Planned = { readonly state: GuardianState; readonly plan: GuardianPlan; readonly report: GuardianReport }

/** What a file would change here and now. Changes nothing itself. For a school only; sees everyone (`wholeSchool`). */
export const planImport = async (work: Work, file: GuardianFile, decisions: Decisions = {}): Promise<Planned> => {
  const state = await readGuardianState(work)
  if (!state) throw new Error('Only a school has guardians')
  const plan = planGuardians(state, file, markOf(work), decisions)
  return { state, plan, report: reportOf(file, plan) }
}

/** Says what a person saw, so that nothing else is stored; a keyed hash, so that it tells nothing. */
export const fingerprintOf = (work: Work, { people, ties, doubts, pupilDoubts }: GuardianPlan): string =>
  work.hash('guardian difference', JSON.stringify([people, ties, doubts, pupilDoubts]))

export type Importing = {
  readonly decisions?: Decisions
  /** The fingerprint of the plan before any decision that the person saw; left out where nobody looked. */
  readonly shown?: string
  /** What a guardian is called of whom the file does not say it: "verzorger". */
  readonly relation: string
}

/**
 * Compares a file of guardians with the school and stores the difference, in the caller's transaction and after any import
 * that is under way. Refuses (`changed`) when it would now do something else than the person saw: nothing has changed
 * then. Who is ambiguous stays as they are, and so does what was changed by hand.
 */
export const importGuardians = async (work: Work, file: GuardianFile, asked: Importing) => {
  await oneImportAtATime(work)
  const { state, plan, report } = await planImport(work, file, asked.decisions)
  const mark = markOf(work)
  if (asked.shown !== undefined && fingerprintOf(work, planGuardians(state, file, mark)) !== asked.shown)
    return { refused: 'changed' as const, report }
  if (!changesNothing(report)) {
    await applyGuardians(work, state, plan, mark, asked.relation)
    await work.audit('imported-guardians', 'imports')
    await work.notify('people')
  }
  return { refused: null, report }
}
