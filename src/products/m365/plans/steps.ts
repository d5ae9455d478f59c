import type { FieldChange, Written } from '../personal-data.ts'

/** What a step does, in the order in which they are carried out. */
const actions = [
  'make-group',
  'make-account',
  'link-account',
  'unblock-account',
  'change-account',
  'rename-group',
  'give-licence',
  'remove-member',
  'add-member',
  'make-team',
  'archive-team',
  'block-account',
  'remove-account',
] as const
export type Action = (typeof actions)[number]

export const phaseOf = (action: Action): number => actions.indexOf(action)

export const categories = ['new', 'change', 'move', 'leave', 'conflict'] as const
export type Category = (typeof categories)[number]

/** Why: a word for which the texts have a sentence. */
const reasons = [
  'not-there-yet',
  'signs-in-with-it',
  'made-by-us-before',
  'same-address',
  'same-name',
  'came-back',
  'other-details',
  'number-in-name',
  'other-group-name',
  'no-licence-yet',
  'in-group',
  'teaches-group',
  'other-group',
  'teaches-no-more',
  'class-needs-team',
  'school-year-over',
  'teachers-time-over',
  'left-school',
  'kept-long-enough',
  'changed-by-hand',
  'group-renamed-by-hand',
  'taken-out-by-hand',
  'deleted-by-hand',
  'group-deleted-by-hand',
  'no-licences-left',
  'made-by-other-school',
  'protected',
  'several-look-alike',
  'blocked-by-hand',
] as const
export type Reason = (typeof reasons)[number]

export type Step = {
  readonly action: Action
  readonly category: Category | null
  readonly reason: Reason
  readonly person?: string
  readonly group?: string
  readonly written?: Written
  readonly changes?: readonly FieldChange[]
  readonly object?: string
  readonly groupName?: string
}

/** A group of ours that has no row yet. */
export type NewGroup = {
  readonly id: string
  readonly kind: 'class' | 'pupils' | 'staff'
  readonly schoolGroup: string | null
  readonly alias: string
}

export type Difference = { readonly steps: readonly Step[]; readonly newGroups: readonly NewGroup[] }

/** Steps that take something away from somebody: what a run by itself may do of them is limited. */
export const takesAway = ({ category, action }: Pick<Step, 'category' | 'action'>): boolean =>
  category === 'leave' && (action === 'block-account' || action === 'remove-account')

/** Steps that nobody but a person decides: an account that was there becomes somebody's. */
export const asksAPerson = ({ action, reason }: Pick<Step, 'action' | 'reason'>): boolean =>
  action === 'link-account' && (reason === 'same-address' || reason === 'same-name')
