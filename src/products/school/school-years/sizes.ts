import type { Work } from '#shared/tenancy/work.ts'
import { type SchoolDays, schoolDays } from '../organisations/school-days.ts'
import { othersOfPlan } from './other-groups.ts'
import { groupsOfPlan } from './plans.ts'
import type { PlannedPupil } from './pupils.ts'
import { type PlannedTeacher, teachersOfPlan } from './teachers.ts'

/** What is odd about a group to be, for the eye of the office; nothing of it is refused. */
export type Oddity =
  | { readonly kind: 'empty' | 'large' | 'no-teacher' }
  | { readonly kind: 'uneven'; readonly beside: string; readonly pupils: number }
  | { readonly kind: 'days'; readonly weekdays: readonly number[] }

export type GroupToBe = {
  readonly id: string
  readonly name: string
  readonly composed: boolean
  readonly pupils: number
  readonly teachers: readonly PlannedTeacher[]
  readonly oddities: readonly Oddity[]
}

/** More than this many pupils is worth a look (no law says a number). */
const LARGE = 30
/** Parallel groups that differ by this many are uneven. */
const UNEVEN = 5

/** The groups of a plan with their sizes, teachers and what is odd about them. */
export const groupsToBe = async (work: Work, plan: string, pupils: readonly PlannedPupil[]): Promise<GroupToBe[]> => {
  const groups = await groupsOfPlan(work, plan)
  const teachers = await teachersOfPlan(
    work,
    groups.map(({ id }) => id),
  )
  const days = await schoolDays(work)
  const others = await othersOfPlan(work, plan, pupils)
  const sized = groups.map((group) => ({
    ...group,
    pupils:
      group.kind === 'home'
        ? pupils.filter(({ goes }) => goes.startsWith(group.id)).length
        : (others.get(group.id)?.length ?? 0),
    teachers: teachers.get(group.id) ?? [],
  }))
  return sized.map((group) => ({
    id: group.id,
    name: group.name,
    composed: group.kind !== 'home',
    pupils: group.pupils,
    teachers: group.teachers,
    oddities: oddities(group, sized, days),
  }))
}

type Sized = Awaited<ReturnType<typeof groupsOfPlan>>[number] & {
  readonly pupils: number
  readonly teachers: readonly PlannedTeacher[]
}

const oddities = (group: Sized, all: readonly Sized[], days: SchoolDays): Oddity[] => {
  const found: Oddity[] = []
  if (group.pupils === 0) found.push({ kind: 'empty' })
  if (group.pupils > LARGE) found.push({ kind: 'large' })
  const smallest = all
    .filter((one) => one.kind === 'home' && one.id !== group.id && one.levels.join() === group.levels.join())
    .sort((one, other) => one.pupils - other.pupils)[0]
  if (group.kind === 'home' && smallest && group.pupils - smallest.pupils >= UNEVEN)
    found.push({ kind: 'uneven', beside: smallest.name, pupils: smallest.pupils })
  const without = withoutTeacher(group.teachers, days)
  if (group.teachers.length === 0) found.push({ kind: 'no-teacher' })
  else if (group.kind === 'home' && without.length > 0) found.push({ kind: 'days', weekdays: without })
  return found
}

/** The school's weekdays on which nobody teaches a group. */
const withoutTeacher = (teachers: readonly PlannedTeacher[], days: SchoolDays): number[] => {
  if (teachers.some(({ weekdays }) => weekdays.length === 0)) return []
  const taught = new Set(teachers.flatMap(({ weekdays }) => weekdays))
  return days.weekdays().filter((weekday) => !taught.has(weekday))
}
