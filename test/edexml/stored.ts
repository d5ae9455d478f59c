import { compare, type Decisions, type Difference } from '#products/school/imports/roster/difference.ts'
import {
  type Group,
  lasting,
  type Name,
  type Pupil,
  type Roster,
  type Teacher,
} from '#products/school/imports/roster/roster.ts'
import type { State } from '#products/school/imports/roster/state.ts'

// For tests: invented people, and what a school has stored of them.

export const empty: State = { brin: '99QX', schoolYear: null, pupils: [], teachers: [], groups: [] }
export const nothing = { pupils: [], teachers: [], groups: [] }

export const named = (callName: string | null, surname: string | null = 'Bree'): Name => ({
  surname,
  prefix: null,
  firstNames: null,
  initials: 'S',
  callName,
})
export const pupil = (given: Partial<Pupil>): Pupil => ({
  key: null,
  eckId: null,
  name: named('Saar'),
  birthDate: null,
  year: '3',
  homeGroup: 'g3',
  composedGroups: [],
  location: null,
  enteredOn: null,
  leftOn: null,
  ...given,
})
export const teacher = (given: Partial<Teacher>): Teacher => ({
  key: null,
  eckId: null,
  name: named('Lia', 'Peters'),
  email: null,
  roles: ['LRK'],
  otherRoles: [],
  groups: [],
  ...given,
})
export const g3: Group = { key: 'g3', name: 'Groep 3', kind: 'home', year: '3' }
const g4: Group = { key: 'g4', name: 'Groep 4', kind: 'home', year: '4' }
export const roster = (given: Partial<Roster>): Roster => ({
  schoolYear: { start: 2026, end: 2027 },
  brin: '99QX',
  schoolKey: null,
  locationCode: null,
  referenceDate: '2026-10-01',
  silent: ['email'],
  locations: [],
  groups: [g3, g4],
  pupils: [],
  teachers: [],
  ...given,
})
export const pupils = (...given: Partial<Pupil>[]) => roster({ pupils: given.map(pupil) })
export const stored = (...given: Partial<Pupil>[]) =>
  applyDifference(empty, pupils(...given), compare(empty, pupils(...given)))

let made = 0
const freshId = () => `id-${made++}`

/** Stores a difference as the application would: who is ambiguous stays as they are. */
export function applyDifference(state: State, roster: Roster, difference: Difference): State {
  const { added, changed, moved, left, groupIds, schoolYear } = difference
  const ids = new Map(roster.groups.map(({ key }, index) => [key, groupIds[index] ?? freshId()]))
  const idOf = (key: string) => ids.get(key)!
  const pupilIn = ({ homeGroup, composedGroups, ...rest }: Pupil) => ({
    ...rest,
    homeGroup: homeGroup === null ? null : idOf(homeGroup),
    composedGroups: composedGroups.map(idOf),
  })
  const teacherIn = (teacher: Teacher) => ({
    ...teacher,
    groups: teacher.groups.map((assignment) => ({ ...assignment, group: idOf(assignment.group) })),
  })
  const groupIn = (group: Group) => ({ ...group, key: lasting(group.key) })

  return {
    brin: state.brin,
    schoolYear: roster.schoolYear,
    groups: [
      ...kept(schoolYear === 'same' ? state.groups : [], left.groups, changed.groups, roster.groups.map(groupIn)),
      ...added.groups.map(({ roster: index }) => ({
        ...groupIn(roster.groups[index]!),
        id: idOf(roster.groups[index]!.key),
      })),
    ],
    pupils: [
      ...kept(state.pupils, left.pupils, [...changed.pupils, ...moved.pupils], roster.pupils.map(pupilIn)),
      ...added.pupils.map(({ roster: index }) => ({ ...pupilIn(roster.pupils[index]!), id: freshId() })),
    ],
    teachers: [
      ...kept(state.teachers, left.teachers, changed.teachers, roster.teachers.map(teacherIn)),
      ...added.teachers.map(({ roster: index }) => ({ ...teacherIn(roster.teachers[index]!), id: freshId() })),
    ],
  }
}

// Who did not leave, with what changed; an identifier only when the difference names it.
function kept<T extends { id: string; key: string | null; eckId?: string | null }>(
  before: T[],
  left: { id: string }[],
  changes: { id: string; roster: number; fields: string[] }[],
  found: Omit<T, 'id'>[],
): T[] {
  const gone = new Set(left.map(({ id }) => id))
  return before
    .filter(({ id }) => !gone.has(id))
    .map((item) => {
      const change = changes.find(({ id }) => id === item.id)
      if (change === undefined) return item
      const next = { ...item, ...found[change.roster] }
      if (!change.fields.includes('key')) next.key = item.key
      if (!change.fields.includes('eckId') && item.eckId !== undefined) next.eckId = item.eckId
      return next
    })
}

/** Decides everything ambiguous: the first candidate where `merge` says so and it is free, else someone new. */
export function decideAll(
  state: State,
  roster: Roster,
  merge: () => boolean,
): { difference: Difference; decisions: Decisions } {
  const decisions = {
    pupils: new Map<number, string>(),
    teachers: new Map<number, string>(),
    groups: new Map<number, string>(),
  }
  for (;;) {
    const difference = compare(state, roster, decisions)
    let open = 0
    for (const kind of ['pupils', 'teachers', 'groups'] as const) {
      const taken = new Set(decisions[kind].values())
      for (const { roster: index, candidates } of difference.ambiguous[kind]) {
        open++
        const [first] = candidates
        const choice = first !== undefined && !taken.has(first) && merge() ? first : 'new'
        taken.add(choice)
        decisions[kind].set(index, choice)
      }
    }
    if (open === 0) return { difference, decisions }
  }
}

export const isEmpty = ({ added, changed, moved, left, ambiguous }: Difference) =>
  [added, changed, moved, left, ambiguous].every((part) => Object.values(part).every((list) => list.length === 0))
