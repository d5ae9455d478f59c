import { yearInWords } from '../organisations/school-year.ts'
import type { Plan } from './plan.ts'
import type { Difference } from './roster/difference.ts'
import type { Roster } from './roster/roster.ts'

export type Counts = { pupils: number; teachers: number; groups: number }

/** What an import changes, in numbers only: this is kept and printed, so there is nobody in it. */
export type Report = Readonly<Record<'added' | 'changed' | 'moved' | 'left' | 'ambiguous' | 'unchanged', Counts>> & {
  readonly schoolYear: string
  /** How often a field of the file was not taken over, by its name in the file. */
  readonly dropped: Readonly<Record<string, number>>
}

const count = (
  lists: Difference['added'] | Difference['changed'] | Difference['left'] | Difference['ambiguous'],
): Counts => ({
  pupils: lists.pupils.length,
  teachers: lists.teachers.length,
  groups: lists.groups.length,
})

export const reportOf = (roster: Roster, dropped: Readonly<Record<string, number>>, plan: Plan): Report => ({
  schoolYear: yearInWords(roster.schoolYear),
  added: count(plan.added),
  changed: count(plan.changed),
  moved: { pupils: plan.moved.pupils.length, teachers: 0, groups: 0 },
  left: count(plan.left),
  ambiguous: count(plan.ambiguous),
  unchanged: plan.unchanged,
  dropped,
})

const nothing: Counts = { pupils: 0, teachers: 0, groups: 0 }

/** What is printed of a file that could not be read. */
export const unreadReport = (dropped: Readonly<Record<string, number>>) => ({
  added: nothing,
  changed: nothing,
  moved: nothing,
  left: nothing,
  ambiguous: nothing,
  dropped,
})

/** Whether storing it changes anything at all. */
export const changesNothing = ({ added, changed, moved, left }: Pick<Report, 'added' | 'changed' | 'moved' | 'left'>) =>
  [added, changed, moved, left].every(({ pupils, teachers, groups }) => pupils + teachers + groups === 0)
