import type { FromPupilFile, FromTeacherFile } from '#products/school/imports/from-file.ts'
import type { RoleCode } from '#products/school/imports/roster/roster.ts'
import type { DemoGroup, DemoPupil, DemoStaff, StaffRole } from './types.ts'

/** How the pupil administration would name what somebody does; nothing for who does not stand in its file. */
const code: Partial<Record<StaffRole, RoleCode>> = {
  teacher: 'LRK',
  substitute: 'LRK',
  'subject-teacher': 'VAK',
  'teaching-assistant': 'OWA',
  'internal-supervisor': 'IB',
  caretaker: 'CON',
  ict: 'ICT',
  administrator: 'ADM',
  principal: 'DIR',
}

/** The key of the pupil administration for the pupil, colleague or group at this place of its list. */
export const keyOf = {
  pupil: (index: number) => String(10_001 + index),
  staff: (index: number) => `L${index + 1}`,
  group: (index: number) => `G${index + 1}`,
}

/** A pupil of the demo as if a file had brought the child, so that a next file is compared with it. */
export const pupilFile = ({ year }: DemoPupil): FromPupilFile => ({
  kind: 'pupil',
  firstNames: null,
  callName: true,
  year: String(year) as FromPupilFile['year'],
  location: null,
  enteredOn: null,
  leavesOn: null,
})

/** The same for a colleague, with the own groups; nothing for who does not stand in a pupil administration. */
export const teacherFile = ({ id, roles }: DemoStaff, groups: readonly DemoGroup[]): FromTeacherFile | null => {
  const codes = [...new Set(roles.flatMap((role) => code[role] ?? []))]
  if (codes.length === 0) return null
  return {
    kind: 'teacher',
    firstNames: null,
    callName: true,
    roles: codes,
    otherRoles: [],
    groups: groups
      .filter(({ teachers }) => teachers.some(({ staffId }) => staffId === id))
      .map((group) => ({ group: group.id, roles: [], otherRoles: [] })),
  }
}
