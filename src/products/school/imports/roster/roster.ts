import type { SchoolYear } from '../../organisations/school-year.ts'

/** EDEXML `jaargroep`, complete (EDEXML 2.1, EDEXJaargroepType): 11–16 are the years of secondary education. */
export const years = [
  ...(['B', 'D', '0', '1', '2', '3', '4', '5', '6', '7', '8'] as const),
  ...(['11', '12', '13', '14', '15', '16', 'S', 'V', 'C', 'N', 'H'] as const),
]
export type Year = (typeof years)[number]

/** EDEXML `rol`, complete (EDEXML 2.1, EDEXLeerkrachtRolType). */
export const roleCodes = [
  ...(['ADJ', 'ADM', 'CON', 'DIR', 'ICT', 'IB', 'KLA', 'LRK', 'LOS'] as const),
  ...(['LOC', 'OWA', 'OUD', 'RT', 'SMW', 'STA', 'TAL', 'VAK'] as const),
]
export type RoleCode = (typeof roleCodes)[number]

export type { SchoolYear }

/** The name block of `leerling` and `leerkracht`. At least the surname or the call name is there. */
export type Name = {
  /** `achternaam`, without the prefix. */
  surname: string | null
  /** `voorvoegsel`, such as "van der". */
  prefix: string | null
  /** `voornamen`. */
  firstNames: string | null
  /** `voorletters-1`, without dots. */
  initials: string | null
  /** `roepnaam`. */
  callName: string | null
}

/** `vestiging`. */
export type Location = { key: string; name: string }

/**
 * `groep` (a home group, with its year; `C` is a combination class) or `samengestelde_groep` (a composed group).
 * Both share one space of keys. A key that starts with `#` only holds inside this one file (see `lasting`).
 */
export type Group =
  | { key: string; name: string; kind: 'home'; year: Year }
  | { key: string; name: string; kind: 'composed'; year: null }

/** `leerling`, after the allow-list. Days are `YYYY-MM-DD`. */
export type Pupil = {
  /** `@key`; null when it starts with `#`, because such a key is no identity. */
  key: string | null
  /** `@eckid`: the pupil's identity in the chain of learning materials. */
  eckId: string | null
  name: Name
  /** `geboortedatum`; null too when the school has not switched birth dates on. */
  birthDate: string | null
  /** `jaargroep`; in 1.03 that of the home group. Null when neither says it. */
  year: Year | null
  /** `groep/@key`: the key of a group of kind `home`. */
  homeGroup: string | null
  /** `samengestelde_groepen/samengestelde_groep/@key`: keys of groups of kind `composed`, each once. */
  composedGroups: string[]
  /** `vestiging/@key`. */
  location: string | null
  /** `instroomdatum`. */
  enteredOn: string | null
  /** `uitstroomdatum`. */
  leftOn: string | null
}

/** `rol` and `rolomschrijving`: proposals for an administrator, never permissions (EDEXML handbook). Each once. */
export type Roles = { roles: RoleCode[]; otherRoles: string[] }

/** `leerkracht/groepen/*`: a group of either kind, and the roles of this teacher in it. */
export type Assignment = Roles & { group: string }

/** `leerkracht`: anyone of the team, not only teachers. */
export type Teacher = Roles & {
  /** `@key`; null when it starts with `#`. */
  key: string | null
  /** `@eckid`. */
  eckId: string | null
  name: Name
  /** `emailadres`. */
  email: string | null
  groups: Assignment[]
}

/** What a format may have no place for, so that its absence in a file says nothing: what is known stays. */
export type SilentField = 'firstNames' | 'initials' | 'birthDate' | 'location' | 'enteredOn' | 'email'

/**
 * What one file says of one school in one school year, and nothing that the platform may not know. EDEXML and OneRoster
 * are read into this; from here on nothing depends on the format. The names in comments are EDEXML's.
 */
export type Roster = {
  /** `school/schooljaar`. */
  schoolYear: SchoolYear
  /** `school/brincode`; null in a Flemish file or one with only a `schoolkey`. */
  brin: string | null
  /** What the administration calls the school (`sourcedId` in OneRoster); null where that says nothing (EDEXML). */
  schoolKey: string | null
  /** `school/dependancecode`; null for none and for `00`. */
  locationCode: string | null
  /** `school/peildatum`, else the day of `aanmaakdatum`, else the day of reading. */
  referenceDate: string
  /** Fields of which null says nothing in this file. */
  silent: readonly SilentField[]
  locations: Location[]
  groups: Group[]
  pupils: Pupil[]
  teachers: Teacher[]
}

/** The key as identity over several files: null when it starts with `#` (EDEXML handbook). */
export function lasting(key: string): string | null {
  return key.startsWith('#') ? null : key
}

/** Whether the pupil is at school on the reference date: not of year `H` (historic) and not left before that day. */
export function isCurrent(pupil: Pupil, referenceDate: string): boolean {
  return pupil.year !== 'H' && (pupil.leftOn === null || pupil.leftOn >= referenceDate)
}
