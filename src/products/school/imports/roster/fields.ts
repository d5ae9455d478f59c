import { type Group, lasting, type Name, type Pupil, type Roles, type Teacher } from './roster.ts'
import type { StateGroup, StatePupil } from './state.ts'

/**
 * Everything that is compared, as flat text. Undefined: cannot be said, because a group is
 * still undecided or the file is silent about it.
 */
export type Fields<Field extends string = string> = Readonly<Record<Field, string | null | undefined>>

type NameField = keyof Name
export type PersonField = 'key' | 'eckId' | NameField
export type PupilField =
  | PersonField
  | ('birthDate' | 'year' | 'homeGroup' | 'composedGroups' | 'location' | 'enteredOn' | 'leftOn')
export type TeacherField = PersonField | 'email' | 'roles' | 'groups'
export type GroupField = 'key' | 'name' | 'kind' | 'year'

/** A group's key or id to the internal id; undefined when that is undecided. */
export type IdOf = (group: string) => string | undefined

export function pupilFields(pupil: Pupil | StatePupil, idOf: IdOf): Fields<PupilField> {
  return {
    key: pupil.key,
    eckId: pupil.eckId,
    ...nameFields(pupil.name),
    birthDate: pupil.birthDate,
    year: pupil.year,
    homeGroup: pupil.homeGroup === null ? null : idOf(pupil.homeGroup),
    composedGroups: setOf(pupil.composedGroups.map(idOf)),
    location: pupil.location,
    enteredOn: pupil.enteredOn,
    leftOn: pupil.leftOn,
  }
}

export function teacherFields(teacher: Teacher, idOf: IdOf): Fields<TeacherField> {
  const groups = teacher.groups.map(({ group, ...roles }) => {
    const id = idOf(group)
    return id === undefined ? undefined : JSON.stringify([id, roleText(roles)])
  })
  return {
    key: teacher.key,
    eckId: teacher.eckId,
    ...nameFields(teacher.name),
    email: teacher.email,
    roles: roleText(teacher),
    groups: setOf(groups),
  }
}

export function groupFields({ key, name, kind, year }: Group | StateGroup): Fields<GroupField> {
  return { key: key === null ? null : lasting(key), name, kind, year }
}

/**
 * The fields that differ. An identifier that the file does not give is no change, because what is known stays true,
 * unless the file gives it to someone else (`claimed`).
 */
export function changedFields<Field extends string>(
  known: Fields<Field>,
  found: Fields<Field>,
  claimed: ReadonlySet<string>,
): Field[] {
  return (Object.keys(found) as Field[]).filter((field) => {
    const [before, after] = [known[field], found[field]]
    if (after === undefined || after === before) return false
    const leftOut = after === null && (field === 'key' || field === 'eckId')
    return !leftOut || claimed.has(`${field} ${before}`)
  })
}

function nameFields({ surname, prefix, firstNames, initials, callName }: Name): Fields<NameField> {
  return { surname, prefix, firstNames, initials, callName }
}

function roleText({ roles, otherRoles }: Roles): string {
  return JSON.stringify([[...roles].sort(), [...otherRoles].sort()])
}

function setOf(items: (string | undefined)[]): string | undefined {
  return items.includes(undefined) ? undefined : JSON.stringify(items.toSorted())
}
