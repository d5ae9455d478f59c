import type { Assignment, Location, RoleCode, Year } from './roster/roster.ts'

/**
 * What the file said of a person and no screen shows, kept so that the next file can be compared and the school can take
 * it along. Its presence says that the person stands in the file: who was added by hand has none and never leaves by one.
 */
export type FromFile = FromPupilFile | FromTeacherFile

type Given = {
  firstNames: string | null
  /** Whether the file gave a call name; if not, the given name was made from the first names or initials. */
  callName: boolean
}

export type FromPupilFile = Given & {
  kind: 'pupil'
  year: Year | null
  location: Location | null
  enteredOn: string | null
  leavesOn: string | null
}

/** `groups[].group` is an internal id. Roles are proposals, never permissions. */
export type FromTeacherFile = Given & {
  kind: 'teacher'
  roles: RoleCode[]
  otherRoles: string[]
  groups: Assignment[]
}
