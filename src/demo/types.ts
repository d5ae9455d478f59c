/**
 * The demo world as plain data. Dates are `YYYY-MM-DD` in the Netherlands, times of day `HH:MM`, moments
 * ISO 8601 with the Dutch offset (`2026-11-24T07:14:00+01:00`). Every `id` is a UUID derived from a stable name.
 */
export type HostLabel = 'vuurtoren' | 'zeester' | 'molen' | 'kompas' | 'wieken' | 'supplier' | 'partner'
export type SchoolHost = 'vuurtoren' | 'zeester' | 'molen'
export type Weekday = 1 | 2 | 3 | 4 | 5
/** 1 and 2 are the kleuters. */
export type Year = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
export type Sex = 'girl' | 'boy'
type Language = 'nl' | 'en'
export type Bilingual = { nl: string; en: string }

/** A school day that stops at noon (Wednesday) has only a morning. */
export type Hours = Record<Weekday, { from: string; until: string }>

export type Closure = {
  id: string
  kind: 'holiday' | 'public-holiday' | 'study-day' | 'day-off'
  name: Bilingual
  from: string
  until: string
}

export type SchoolSettings = {
  /** Four characters, starting with 99: never handed out. */
  brin: string
  region: 'noord' | 'midden' | 'zuid'
  hours: Hours
  /** Where morning becomes afternoon, for half days; `resumes` after a break, where the school has one. */
  noon: string
  resumes: string | null
  /** After this time "not here and not reported" is a call list. */
  cutOff: string
  closures: Closure[]
  /**
   * The day that the marks tell of, as at a quarter to nine: today, or on a closed day the last school day before
   * it; `null` before the first school day of the year. `next` is the first school day after today.
   */
  shownDay: string | null
  nextDay: string | null
}

export type DemoOrganisation = {
  id: string
  host: HostLabel
  kind: 'school' | 'board' | 'supplier' | 'partner'
  name: string
  tagline: Bilingual
  /** The board of a school; `null` for the others. */
  boardId: string | null
  address: Address
  phone: string
  hue: number
  chroma: number
  mark: 'lighthouse' | 'star' | 'mill' | 'neutral'
  school: SchoolSettings | null
}

export type Address = { street: string; number: number; postcode: string; place: string }

/** A way to sign in; may be several people, in several organisations. */
export type DemoAccount = { id: string; email: string; language: Language }

type Person = {
  id: string
  organisationId: string
  /** `null`: not invited yet, or never signs in. */
  accountId: string | null
  givenName: string
  prefix: string | null
  surname: string
}

export type DemoPupil = Person & {
  sex: Sex
  birthDate: string
  year: Year
  groupId: string
  composedGroupIds: string[]
  protectedIdentity: boolean
}

export type DemoGuardian = Person & {
  email: string | null
  phone: string
  /** `null` for the guardians of a pupil with a protected identity. */
  address: Address | null
}

export type Relation = 'mother' | 'father' | 'step-parent' | 'grandparent' | 'foster-parent'

export type DemoGuardianship = {
  id: string
  organisationId: string
  guardianId: string
  pupilId: string
  relation: Relation
  authority: 'yes' | 'no' | 'unknown'
  livesWith: boolean
  mayBeContacted: boolean
  mayCollect: boolean
  /** No authority, information only on request: art. 1:377c BW. */
  informationOnly: boolean
  /** 1 is called first. */
  callOrder: number
}

export type DemoRestriction = {
  id: string
  organisationId: string
  guardianshipId: string
  kind: 'no-information' | 'no-collection'
  from: string
  /** The last day on which it holds. */
  until: string
  evidenceSeenBy: string
  evidenceSeenOn: string
}

export type StaffRole =
  | 'teacher'
  | 'substitute'
  | 'subject-teacher'
  | 'teaching-assistant'
  | 'internal-supervisor'
  | 'ict'
  | 'caretaker'
  | 'administrator'
  | 'principal'
  | 'privacy-officer'
  | 'board'
  | 'partner'
  | 'supplier'
  | 'supplier-support'

export type DemoStaff = Person & { accountId: string; roles: StaffRole[]; days: Weekday[] }

export type DemoGroup = {
  id: string
  organisationId: string
  name: string
  /** `home`: every pupil has exactly one. `composed`: beside it, an afternoon a week. */
  kind: 'home' | 'composed'
  years: Year[]
  teachers: { staffId: string; days: Weekday[] }[]
}

/** Someone who stands in for a teacher of a group and sees that group only then. Both days count. */
export type DemoSubstitution = {
  id: string
  organisationId: string
  groupId: string
  staffId: string
  replacesId: string
  from: string
  until: string
}

export type AbsenceKind = 'ill' | 'doctor' | 'other'

export type AbsenceReport =
  | { via: 'guardian'; guardianId: string }
  | { via: 'phone'; staffId: string; guardianId: string }
  /** Nobody reported; the office wrote it down after calling. */
  | { via: 'office'; staffId: string }

export type DemoAbsence = {
  id: string
  organisationId: string
  pupilId: string
  kind: AbsenceKind
  from: string
  /** The last day; `null` means until better. */
  until: string | null
  /** Only where it is not whole days: both times on the same day, within school hours. */
  hours: { from: string; until: string } | null
  /** What a guardian wrote for the teacher. */
  word: string | null
  report: AbsenceReport
  reportedAt: string
  /** The office's decision; only unauthorised absence has one. */
  unauthorised: { staffId: string; decidedAt: string } | null
}

/**
 * What a teacher tapped. Lates and absences of the whole year; `present` only on the shown day and the five school
 * days before it, which one may look back at.
 */
export type DemoMark = {
  id: string
  organisationId: string
  pupilId: string
  date: string
  part: 'morning' | 'afternoon'
  state: 'present' | 'late' | 'absent'
  /** The time of arrival of who was late. */
  arrivedAt: string | null
  staffId: string
  markedAt: string
}

/** A call about a child who was neither seen nor reported. */
export type DemoCall = {
  id: string
  organisationId: string
  pupilId: string
  guardianId: string
  staffId: string
  calledAt: string
  outcome: 'reached' | 'no-answer'
}

export type DemoWorld = {
  today: string
  schoolYear: { name: string; from: string; until: string }
  organisations: DemoOrganisation[]
  accounts: DemoAccount[]
  staff: DemoStaff[]
  groups: DemoGroup[]
  substitutions: DemoSubstitution[]
  pupils: DemoPupil[]
  guardians: DemoGuardian[]
  guardianships: DemoGuardianship[]
  restrictions: DemoRestriction[]
  absences: DemoAbsence[]
  marks: DemoMark[]
  calls: DemoCall[]
}
