import { AccountPlanner } from './accounts.ts'
import { GroupPlanner } from './groups.ts'
import type { Known } from './known.ts'
import { type Difference, phaseOf, type Step } from './steps.ts'

const GIVES_ONE: ReadonlySet<Step['action']> = new Set(['make-account', 'link-account', 'unblock-account'])

/** Who can be in a group once the accounts of this plan are there. */
const accountsAfter = (known: Known, steps: readonly Step[]) => {
  const leaving = new Set(known.people.filter(({ left }) => left).map(({ id }) => id))
  const objects = new Map<string, string | null>()
  for (const { person, object, state } of known.accounts)
    if (state === 'active' && !leaving.has(person)) objects.set(person, object)
  const fresh = new Set<string>()
  for (const { action, person, category, object } of steps) {
    if (!person || category === 'conflict' || !GIVES_ONE.has(action)) continue
    objects.set(person, object ?? objects.get(person) ?? null)
    fresh.add(person)
  }
  return { objects, fresh }
}

/**
 * What has to be done in the tenant so that it is as the school is, and why; nothing that somebody changed there by hand is
 * overwritten: that becomes a conflict, which a person decides. Pure: the same knowledge gives the same steps.
 */
export const differenceOf = (known: Known): Difference => {
  const accounts = new AccountPlanner(known).plan()
  const groups = new GroupPlanner(known, accountsAfter(known, accounts))
  groups.plan()
  const steps = [...accounts, ...groups.steps].sort((one, other) => phaseOf(one.action) - phaseOf(other.action))
  return { steps, newGroups: groups.newGroups }
}
