import type { GuardianPlan } from './plan.ts'
import type { GuardianFile } from './read.ts'

/** What a file of guardians changes, in numbers only: this is kept and printed, so there is nobody in it. */
export type GuardianReport = {
  readonly guardians: { readonly added: number; readonly changed: number; readonly unchanged: number }
  readonly guardianships: { readonly added: number; readonly changed: number; readonly unchanged: number }
  /** Fields that somebody changed by hand and that stay so. */
  readonly kept: number
  readonly ambiguous: { readonly guardians: number; readonly pupils: number }
  /** Pupils of the file who are not at this school. */
  readonly unknown: number
  readonly protected: number
  /** How often something was not taken over, by what it is. */
  readonly dropped: Readonly<Record<string, number>>
  readonly problems: number
}

const countOf = (all: readonly { readonly isNew: boolean; readonly changes: readonly unknown[] }[]) => {
  const added = all.filter(({ isNew }) => isNew).length
  const changed = all.filter(({ isNew, changes }) => !isNew && changes.length > 0).length
  return { added, changed, unchanged: all.length - added - changed }
}

export const reportOf = (file: GuardianFile, plan: GuardianPlan): GuardianReport => ({
  guardians: countOf(plan.people.map(({ id, changes }) => ({ isNew: id === null, changes }))),
  guardianships: countOf(plan.ties.map(({ tie, changes }) => ({ isNew: tie === null, changes }))),
  kept: [...plan.people, ...plan.ties].reduce((sum, { kept }) => sum + kept.length, 0),
  ambiguous: { guardians: plan.doubts.length, pupils: plan.pupilDoubts.length },
  unknown: plan.unknown.length,
  protected: plan.protected,
  dropped: file.dropped,
  problems: file.problems.length,
})

/** Whether storing it changes anything at all. */
export const changesNothing = ({ guardians, guardianships }: GuardianReport): boolean =>
  guardians.added + guardians.changed + guardianships.added + guardianships.changed === 0
