import type { PersonRecord } from '../people/personal-data.ts'
import type { FromFile } from './from-file.ts'
import type { Location, Name, Pupil, SilentField, Teacher } from './roster/roster.ts'

/** How a person is called here: by the call name, else by what comes nearest to it. */
export const calledBy = ({ callName, firstNames, initials }: Name): string => callName ?? firstNames ?? initials ?? ''

type Known = Pick<
  PersonRecord,
  'givenName' | 'prefix' | 'surname' | 'initials' | 'email' | 'birthDate' | 'eckId' | 'sourceKey' | 'fromFile'
>

/** The names of a record as the file would write them. */
const nameOf = ({ givenName, prefix, surname, initials, fromFile }: Known): Name => {
  const name = {
    surname: surname || null,
    prefix: prefix || null,
    firstNames: fromFile?.firstNames ?? null,
    initials: initials || null,
  }
  const madeUp = fromFile?.callName === false && givenName === calledBy({ ...name, callName: null })
  return { ...name, callName: madeUp ? null : givenName || null }
}

/** The location that a pupil's record holds. */
export const locationIn = (record: Known | undefined): Location[] =>
  record?.fromFile?.kind === 'pupil' && record.fromFile.location ? [record.fromFile.location] : []

/** A record as a pupil of the file; where the pupil is placed is not in it. */
export const pupilOf = (record: Known): Omit<Pupil, 'homeGroup' | 'composedGroups'> => {
  const said = record.fromFile?.kind === 'pupil' ? record.fromFile : null
  return {
    key: record.sourceKey,
    eckId: record.eckId,
    name: nameOf(record),
    birthDate: record.birthDate,
    year: said?.year ?? null,
    location: said?.location?.key ?? null,
    enteredOn: said?.enteredOn ?? null,
    leftOn: said?.leavesOn ?? null,
  }
}

/** A record as a teacher of the file; groups are internal ids. */
export const teacherOf = (record: Known): Teacher => {
  const said = record.fromFile?.kind === 'teacher' ? record.fromFile : null
  return {
    key: record.sourceKey,
    eckId: record.eckId,
    name: nameOf(record),
    email: record.email,
    roles: said?.roles ?? [],
    otherRoles: said?.otherRoles ?? [],
    groups: said?.groups ?? [],
  }
}

/** A person of the file, and where the file is silent what is known: its formats have no place for everything. */
export const completed = <P extends Pupil | Teacher>(
  said: P,
  known: Partial<Pupil | Teacher> | undefined,
  silent: readonly SilentField[],
): P => {
  if (!known) return said
  const name = { ...said.name }
  const rest: Partial<Record<SilentField, string | null>> = {}
  for (const field of silent) {
    if (field === 'firstNames' || field === 'initials') name[field] ??= known.name?.[field] ?? null
    else if (field in said) rest[field] = (said as typeof rest)[field] ?? (known as typeof rest)[field] ?? null
  }
  return { ...said, ...rest, name }
}

/** What a person's record takes over from the file; only the fields that every person of the file has. */
const taken = ({ name, key, eckId }: Pupil | Teacher) => ({
  givenName: calledBy(name),
  prefix: name.prefix ?? '',
  surname: name.surname ?? '',
  initials: name.initials ?? '',
  ...(key === null ? {} : { sourceKey: key }),
  ...(eckId === null ? {} : { eckId }),
})

const given = ({ callName, firstNames }: Name) => ({ firstNames, callName: callName !== null })

type Taken = Partial<PersonRecord> & Pick<PersonRecord, 'givenName' | 'surname'> & { fromFile: FromFile }

/** What a pupil's record takes over. An identifier that the file leaves out stays as it is known. */
export const fromPupil = (
  pupil: Pupil,
  { locations, birthDates }: { locations: readonly Location[]; birthDates: boolean },
): Taken => ({
  ...taken(pupil),
  ...(birthDates ? { birthDate: pupil.birthDate } : {}),
  fromFile: {
    kind: 'pupil',
    ...given(pupil.name),
    year: pupil.year,
    location: locations.find(({ key }) => key === pupil.location) ?? null,
    enteredOn: pupil.enteredOn,
    leavesOn: pupil.leftOn,
  },
})

/**
 * What a teacher's record takes over. `idOf` gives a group's internal id, nothing while it is undecided. An address that
 * the file leaves out stays: the office may have typed it.
 */
export const fromTeacher = (teacher: Teacher, idOf: (group: string) => string | undefined): Taken => ({
  ...taken(teacher),
  ...(teacher.email === null ? {} : { email: teacher.email }),
  fromFile: {
    kind: 'teacher',
    ...given(teacher.name),
    roles: teacher.roles,
    otherRoles: teacher.otherRoles,
    groups: teacher.groups.flatMap((assignment) => {
      const group = idOf(assignment.group)
      return group === undefined ? [] : [{ ...assignment, group }]
    }),
  },
})
