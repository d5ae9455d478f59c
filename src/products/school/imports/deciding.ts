import type { Typed } from '#shared/access/form.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Found, planImport } from './importing.ts'
import type { Plan } from './plan.ts'
import type { Report } from './report.ts'
import type { Decisions } from './roster/difference.ts'
import { type Kind, kinds, proposalsOf, type Shown, showPlan } from './shown.ts'
import { wholeSchool } from './whole-school.ts'

/** The name of the field in which a person says who somebody of the file is. */
export const choiceField = (kind: Kind, roster: number): string => `${kind}-${roster}`

/** What a person chose: an internal id or `new`; "later" is left out. An id that is no candidate settles nothing. */
export const decisionsIn = (typed: Typed): Decisions => {
  const chosen = Object.fromEntries(kinds.map((kind) => [kind, new Map<number, string>()])) as Record<
    Kind,
    Map<number, string>
  >
  for (const [name, value] of Object.entries(typed)) {
    const [, kind, index] = /^(pupils|teachers|groups)-(\d+)$/.exec(name) ?? []
    if (kind && typeof value === 'string' && value !== '') chosen[kind as Kind].set(Number(index), value)
  }
  return chosen
}

/** Says what a person saw, so that nothing else is stored; a keyed hash, so that it tells nothing. */
export const fingerprintOf = (work: Work, { added, changed, moved, left, ambiguous, needs }: Plan): string =>
  work.hash('roster difference', JSON.stringify([added, changed, moved, left, ambiguous, needs]))

export type Review = {
  readonly shown: Shown
  readonly plan: Plan
  readonly report: Report
  readonly decisions: Decisions
  readonly fingerprint: string
}

/** The difference of a waiting file, with what was decided so far; `all` fills in every proposal. */
export const reviewOf = async (work: Work, found: Found, asked: Decisions | 'all'): Promise<Review> => {
  const { stored, plan, report } = await wholeSchool(work, () => planImport(work, found))
  return {
    shown: await showPlan(work, found.roster, stored, plan),
    plan,
    report,
    decisions: asked === 'all' ? proposalsOf(plan) : asked,
    fingerprint: fingerprintOf(work, plan),
  }
}
