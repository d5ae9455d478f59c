import type { Problems } from '../problems.ts'
import {
  type Group,
  type Location,
  lasting,
  type Pupil,
  type Roster,
  type SchoolYear,
  type Teacher,
} from '../roster/roster.ts'
import type { Found } from './parse.ts'
import { valuesOf } from './values.ts'

const longestKey = 256
const versions = new Set(['1.03', '1.0.3', '2.0', '2.1'])

type Reference = { kind: 'location' | 'home' | 'composed'; key: string; line: number; path: string }

/** Gathers the records of one file into a roster; keys, references and required parts are checked at the end. */
export function startBuilding(problems: Problems, today: string) {
  const values = valuesOf(problems)
  const roster = {
    locations: [] as Location[],
    groups: [] as Group[],
    pupils: [] as Pupil[],
    teachers: [] as Teacher[],
  }
  const taken = {
    location: new Set<string>(),
    group: new Set<string>(),
    pupil: new Set<string>(),
    teacher: new Set<string>(),
  }
  const takenEckIds = { pupil: new Set<string>(), teacher: new Set<string>() }
  const references: Reference[] = []
  let schoolFound: Found | undefined
  let head: Pick<Roster, 'brin' | 'locationCode' | 'referenceDate'> & { schoolYear: SchoolYear | null } = {
    schoolYear: null,
    brin: null,
    locationCode: null,
    referenceDate: today,
  }

  function keyOf(found: Found): string {
    if (found.key === '') problems.report('key-missing', found.line, `${found.path}/@key`)
    if (found.key.length > longestKey) problems.report('too-long', found.line, `${found.path}/@key`, longestKey)
    return found.key
  }

  function ownKey(found: Found, kind: keyof typeof taken): string {
    const key = keyOf(found)
    if (key !== '' && taken[kind].has(key)) problems.report('key-repeated', found.line, `${found.path}/@key`)
    taken[kind].add(key)
    return key
  }

  function eckIdOf(found: Found, kind: keyof typeof takenEckIds): string | null {
    const { eckId } = found
    if (eckId === '') return null
    if (eckId.length > longestKey) problems.report('too-long', found.line, `${found.path}/@eckid`, longestKey)
    if (takenEckIds[kind].has(eckId)) problems.report('eckid-repeated', found.line, `${found.path}/@eckid`)
    takenEckIds[kind].add(eckId)
    return eckId
  }

  function school(found: Found): void {
    schoolFound = found
    values.required(found, 'schooljaar')
    const code = values.matching(found, 'dependancecode', 'location-code', /^\d{2}$/)
    const version = found.values.get('xsdversie')
    if (version !== undefined && !versions.has(version.text)) problems.report('version', version.line, version.path)
    head = {
      schoolYear: values.schoolYear(found),
      brin: values.matching(found, 'brincode', 'brin', /^\d{2}[A-Z]{2}$/),
      locationCode: code === '00' ? null : code,
      referenceDate: values.date(found, 'peildatum') ?? values.date(found, 'aanmaakdatum') ?? today,
    }
  }

  function named(found: Found, kind: 'location' | 'group') {
    values.required(found, 'naam')
    return { key: ownKey(found, kind), name: values.text(found, 'naam') ?? '' }
  }

  function pointed(kind: Reference['kind'], found: Found): string {
    const key = keyOf(found)
    references.push({ kind, key, line: found.line, path: `${found.path}/@key` })
    return key
  }

  const records: Record<string, (found: Found) => void> = {
    school,
    vestiging: (found) => {
      roster.locations.push(named(found, 'location'))
    },
    groep: (found) => {
      values.required(found, 'jaargroep')
      roster.groups.push({ ...named(found, 'group'), kind: 'home', year: values.year(found) ?? 'N' })
    },
    samengestelde_groep: (found) => {
      roster.groups.push({ ...named(found, 'group'), kind: 'composed', year: null })
    },
    leerling: (found) => {
      const pupil: Pupil = {
        key: lasting(ownKey(found, 'pupil')),
        eckId: eckIdOf(found, 'pupil'),
        name: values.name(found),
        birthDate: values.date(found, 'geboortedatum'),
        year: values.year(found),
        homeGroup: null,
        composedGroups: [],
        location: null,
        enteredOn: values.date(found, 'instroomdatum'),
        leftOn: values.date(found, 'uitstroomdatum'),
      }
      for (const reference of found.references) {
        if (reference.element === 'groep') pupil.homeGroup = pointed('home', reference)
        else if (reference.element === 'vestiging') pupil.location = pointed('location', reference)
        else pupil.composedGroups.push(pointed('composed', reference))
      }
      pupil.composedGroups = [...new Set(pupil.composedGroups)]
      if (!found.values.has('jaargroep') && pupil.homeGroup === null)
        problems.report('year-unknown', found.line, found.path)
      roster.pupils.push(pupil)
    },
    leerkracht: (found) => {
      roster.teachers.push({
        key: lasting(ownKey(found, 'teacher')),
        eckId: eckIdOf(found, 'teacher'),
        name: values.name(found),
        email: values.matching(found, 'emailadres', 'email', /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/),
        ...values.roles(found),
        groups: found.references.map((reference) => ({
          group: pointed(reference.element === 'groep' ? 'home' : 'composed', reference),
          ...values.roles(reference),
        })),
      })
    },
  }

  return {
    record: (found: Found) => records[found.element]?.(found),

    /** The roster, or null when any problem is an error. */
    finish(): Roster | null {
      if (schoolFound === undefined) problems.report('missing', 1, 'EDEX/school')
      if (roster.pupils.length === 0) problems.report('no-pupils', 1, 'EDEX/leerlingen')
      // Of two groups with one key the first counts, so that this stays one problem.
      const groups = new Map(roster.groups.toReversed().map((group) => [group.key, group]))
      for (const { kind, key, line, path } of references) {
        const known = kind === 'location' ? taken.location.has(key) : groups.get(key)?.kind === kind
        if (!known && key !== '') problems.report('reference-unknown', line, path)
      }
      const { schoolYear } = head
      if (problems.hasErrors() || schoolYear === null) return null
      for (const pupil of roster.pupils) {
        const year = pupil.homeGroup === null ? null : (groups.get(pupil.homeGroup)?.year ?? null)
        // The pupil's own year wins; a combination class says nothing about the pupil's.
        if (pupil.year === null && year !== 'C') pupil.year = year
      }
      return { ...head, schoolYear, schoolKey: null, silent: ['email'], ...roster }
    },
  }
}
