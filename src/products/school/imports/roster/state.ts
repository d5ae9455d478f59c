import type { Group, Pupil, SchoolYear, Teacher } from './roster.ts'

/** A pupil as stored: the roster's shape, but its groups are internal ids. */
export type StatePupil = Omit<Pupil, 'homeGroup' | 'composedGroups'> & {
  id: string
  homeGroup: string | null
  composedGroups: string[]
}

/** A teacher as stored; `groups[].group` is an internal id. */
type StateTeacher = Teacher & { id: string }

/** A group as stored; `key` is null when the file's key started with `#`. */
export type StateGroup = Pick<Group, 'name' | 'kind' | 'year'> & { id: string; key: string | null }

/**
 * What is stored of one school: everyone who came from a file and is still there, and the groups of `schoolYear`, the
 * current one (null before the first file). Who was added by hand and never stood in a file is not in it: the next file
 * would make them leave.
 */
export type State = {
  brin: string | null
  schoolYear: SchoolYear | null
  pupils: StatePupil[]
  teachers: StateTeacher[]
  groups: StateGroup[]
}
