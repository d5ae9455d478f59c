import {
  changedFields,
  type Fields,
  type GroupField,
  groupFields,
  type PupilField,
  pupilFields,
  type TeacherField,
  teacherFields,
} from './fields.ts'
import { type Ambiguity, type Choices, type Match, matchGroups, matchPeople } from './match.ts'
import { isCurrent, type Roster, type SchoolYear, type SilentField } from './roster.ts'
import type { State } from './state.ts'

export type Decisions = { pupils?: Choices; teachers?: Choices; groups?: Choices }

/** `roster` is an index in the roster's list; `id` is the internal one. */
type Added = { roster: number }
type Changed<Field extends string> = { id: string; roster: number; fields: Field[] }
/** `leftOn` is there when the file itself says when the pupil left. */
type Left = { id: string; leftOn: string | null }

type Lists<P, T = P, G = P> = { pupils: P[]; teachers: T[]; groups: G[] }

/** Each person and group of state and file is in one list at most; the rest is unchanged. */
export type Difference = {
  added: Lists<Added>
  changed: Lists<Changed<PupilField>, Changed<TeacherField>, Changed<GroupField>>
  /** Pupils whose home group or year changed, with whatever else changed. Teachers and groups never move. */
  moved: Lists<Changed<PupilField>, never, never>
  left: Lists<Left>
  /** Nothing happens to these, nor to their candidates, until a person decides (`Decisions`). */
  ambiguous: Lists<Ambiguity>
  unchanged: { pupils: number; teachers: number; groups: number }
  /** For storing: the internal id of each group of the roster, by index; null for a new one, undefined if ambiguous. */
  groupIds: Match['ids']
  /** Pupils who leave as a share of all in the state, 0 to 1. Above 0.05 it may be the wrong file: ask. */
  leavingShare: number
  /** The file names a BRIN and it is not the school's: ask. */
  otherBrin: boolean
  /** In another year every group of the file is new, and those of the state stay with their own year. */
  schoolYear: 'same' | 'later' | 'earlier'
}

/**
 * What storing `roster` would change in `state`; changes nothing itself. Who is the same person: see `matchPeople`.
 * The same file twice gives an empty difference, and so does a file compared after its difference was stored.
 */
export function compare(state: State, roster: Roster, decisions: Decisions = {}): Difference {
  const schoolYear = compareYears(state.schoolYear, roster.schoolYear)
  const knownGroups = schoolYear === 'same' ? withFields(state.groups, groupFields) : []
  const foundGroups = roster.groups.map(groupFields)
  const groups = matchGroups(knownGroups, foundGroups, decisions.groups)
  const ids = new Map(roster.groups.map(({ key }, index) => [key, groups.ids[index]]))
  const idOf = (key: string) => (ids.get(key) === null ? `new ${key}` : (ids.get(key) ?? undefined))
  const asIs = (id: string) => id
  const said = <F extends Fields>(fields: F) => withoutSilence(fields, roster.silent)

  const knownPupils = withFields(state.pupils, (pupil) => pupilFields(pupil, asIs))
  const foundPupils = roster.pupils.map((pupil) => pupilFields(pupil, idOf))
  const current = (index: number) => isCurrent(roster.pupils[index]!, roster.referenceDate)
  const pupils = matchPeople(knownPupils, foundPupils, decisions.pupils, current)
  const pupilLists = sort(knownPupils, foundPupils.map(said), pupils, current)
  const moves = ({ fields }: Changed<PupilField>) => fields.includes('homeGroup') || fields.includes('year')

  const knownTeachers = withFields(state.teachers, (teacher) => teacherFields(teacher, asIs))
  const foundTeachers = roster.teachers.map((teacher) => teacherFields(teacher, idOf))
  const teachers = matchPeople(knownTeachers, foundTeachers, decisions.teachers)
  const teacherLists = sort(knownTeachers, foundTeachers.map(said), teachers)
  const groupLists = sort(knownGroups, foundGroups, groups)

  return {
    added: { pupils: pupilLists.added, teachers: teacherLists.added, groups: groupLists.added },
    changed: {
      pupils: pupilLists.changed.filter((pupil) => !moves(pupil)),
      teachers: teacherLists.changed,
      groups: groupLists.changed,
    },
    moved: { pupils: pupilLists.changed.filter(moves), teachers: [], groups: [] },
    left: { pupils: pupilLists.left, teachers: teacherLists.left, groups: groupLists.left },
    ambiguous: { pupils: pupils.ambiguous, teachers: teachers.ambiguous, groups: groups.ambiguous },
    unchanged: { pupils: pupilLists.unchanged, teachers: teacherLists.unchanged, groups: groupLists.unchanged },
    groupIds: groups.ids,
    leavingShare: pupilLists.left.length / Math.max(1, state.pupils.length),
    otherBrin: roster.brin !== null && state.brin !== null && roster.brin !== state.brin,
    schoolYear,
  }
}

function compareYears(known: SchoolYear | null, found: SchoolYear): Difference['schoolYear'] {
  if (known === null || known.start < found.start) return 'later'
  return known.start === found.start ? 'same' : 'earlier'
}

/** Fields as the file says them; undefined where null says nothing. */
function withoutSilence<F extends Fields>(fields: F, silent: readonly SilentField[]): F {
  const unsaid = silent.filter((field) => fields[field] === null)
  return unsaid.length === 0 ? fields : { ...fields, ...Object.fromEntries(unsaid.map((field) => [field, undefined])) }
}

function withFields<T extends { id: string }, F>(items: readonly T[], fieldsOf: (item: T) => F) {
  return items.map((item) => ({ id: item.id, fields: fieldsOf(item) }))
}

/** Puts everyone in the list where they belong. Who is in the file but not `current` leaves, or was never here. */
function sort<Field extends string>(
  known: readonly { id: string; fields: Fields<Field> }[],
  found: readonly Fields<Field>[],
  match: Match,
  current: (index: number) => boolean = () => true,
) {
  const fieldsById = new Map(known.map(({ id, fields }) => [id, fields]))
  const claimed = new Set((found as readonly Fields[]).flatMap(({ key, eckId }) => [`key ${key}`, `eckId ${eckId}`]))
  const added: Added[] = []
  const changed: Changed<Field>[] = []
  const left: Left[] = [...match.free].map((id) => ({ id, leftOn: null }))
  let unchanged = 0
  for (const [roster, id] of match.ids.entries()) {
    if (id === undefined) continue
    if (id === null) {
      if (current(roster)) added.push({ roster })
    } else if (!current(roster)) {
      left.push({ id, leftOn: leftOn(found[roster]!) })
    } else {
      const fields = changedFields(fieldsById.get(id)!, found[roster]!, claimed)
      if (fields.length === 0) unchanged++
      else changed.push({ id, roster, fields })
    }
  }
  return { added, changed, left, unchanged }
}

const leftOn = (fields: Fields) => fields.leftOn ?? null
